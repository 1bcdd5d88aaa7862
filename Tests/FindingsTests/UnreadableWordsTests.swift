import Findings
import Testing

/// The sentences that a clerk gets for a file that could not be read.
struct UnreadableWordsTests {
    private static let reasons: [Problem.Unreadable] = [
        .encrypted, .legacyWorkbook, .openDocument, .markup, .document(.word),
        .document(.presentation), .document(.pdf), .document(.richText), .document(.picture),
        .archive, .bundle(.unopened), .bundle(.locked), .bundle(.empty), .bundle(.nested),
        .bundle(.doubled(name: "a.csv")), .bundle(.oddNames), .bundle(.unknownMethod), .plainText,
        .errorList,
        .shortcut,
        .document(.recording), .document(.fixedLayout), .document(.program), .notAWorkbook, .empty,
        .truncated, .damaged(part: "xl/workbook.xml:1"),
        .limit("单元格太多", "too many cells"), .encoding(offset: 8), .noSheets,
    ]

    @Test func `no two reasons are said alike`() {
        let problems = Self.reasons.map { Problem.unreadableFile($0) }
        #expect(Set(problems.map(\.message.chinese)).count == problems.count)
        #expect(Set(problems.map(\.message.english)).count == problems.count)
    }

    @Test(arguments: reasons)
    func `each says in both languages what is wrong and what to do`(reason: Problem.Unreadable) {
        let problem = Problem.unreadableFile(reason)
        for text in [problem.message, problem.advice] {
            #expect(!text.chinese.isEmpty && !text.english.isEmpty)
            #expect(!text.chinese.hasSuffix("。") && !text.english.hasSuffix("."))
            #expect(text.english.utf8.allSatisfy { $0 < 0x80 })
        }
    }

    @Test func `what is no spreadsheet is not to be saved as one`() {
        let advice = Problem.unreadableFile(.document(.picture)).advice
        #expect(advice.chinese == "把数字填进下发的空表，报送 .xlsx")
        #expect(
            Problem.unreadableFile(.document(.word)).message.english.contains("a Word document"))
    }

    @Test func `a part's name that would move the cursor of a terminal is shown harmless`() {
        let message = Problem.unreadableFile(.damaged(part: "xl/\u{1B}[2J\u{202E}lmx\0")).message
        #expect(message.english == #"the file is damaged (xl/\u{1B}[2J\u{202E}lmx\u{0})"#)
    }

    @Test func `the place of a byte is counted as people count`() {
        #expect(Problem.unreadableFile(.encoding(offset: 8)).message.chinese.contains("第9个字节"))
    }
}
