import Findings
import Testing
import Workbooks
import ZipArchives

struct FileKindTests {
    private func reason(_ bytes: [UInt8]) -> Problem.Unreadable? {
        #expect(throws: WorkbookError.self) {
            try WorkbookReader.read(bytes, fileName: "上报表.xlsx")
        }?.reason
    }

    private func zip(_ parts: [(String, String)]) throws -> [UInt8] {
        var writer = ZipWriter()
        for (name, text) in parts { writer.add(name, Array(text.utf8)) }
        return try writer.finished()
    }

    private func wide(_ text: String) -> [UInt8] {
        text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }

    @Test func `nothing is nothing`() {
        #expect(reason([]) == .empty)
        #expect(reason([0xEF, 0xBB, 0xBF]) == .empty)
    }

    @Test(
        arguments: [
            ("%PDF-1.7", .pdf), ("{\\rtf1", .richText), ("GIF89a", .picture),
            ("RIFF....WEBP", .picture),
        ] as [(String, Problem.Document)])
    func `documents are known by their first bytes`(text: String, kind: Problem.Document) {
        #expect(reason(Array(text.utf8)) == .document(kind))
    }

    @Test func `pictures are known by their first bytes`() {
        #expect(reason([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0]) == .document(.picture))
        #expect(reason([0xFF, 0xD8, 0xFF, 0xE0, 0]) == .document(.picture))
    }

    @Test(arguments: [
        "<html><table><tr><td>1</td></tr></table></html>", "\n  <!DOCTYPE html>",
        "<?xml version=\"1.0\"?><Workbook/>", "MIME-Version: 1.0\n", "<TABLE border=1>",
    ])
    func `web pages under the name of a workbook are markup`(text: String) {
        #expect(reason(Array(text.utf8)) == .markup)
        #expect(reason([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == .markup)
        #expect(reason([0xFF, 0xFE] + wide(text)) == .markup)
    }

    @Test func `packages are told apart by what they hold`() throws {
        #expect(
            reason(
                try zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]))
                == .openDocument)
        for (target, expected) in [
            ("word/document.xml", Problem.Unreadable.document(.word)),
            ("ppt/presentation.xml", .document(.presentation)), ("xl/workbook.bin", .notAWorkbook),
        ] {
            let relationships = HandMadeWorkbook.relationships([("a", "officeDocument", target)])
            #expect(
                reason(try zip([("_rels/.rels", relationships), (target, "<a/>")])) == expected)
        }
        #expect(reason(try zip([("[Content_Types].xml", "<Types/>")])) == .notAWorkbook)
        #expect(reason(try zip([("城关镇.xlsx", "PK")])) == .bundle(.unopened))
        #expect(reason([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)) == .bundle(.empty))
        #expect(reason([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) == .archive)
    }

    @Test func `a main part that is no workbook is none`() throws {
        var book = HandMadeWorkbook("")
        book.replace("xl/workbook.xml", with: "<html/>")
        #expect(reason(try book.bytes()) == .notAWorkbook)
    }

    @Test func `bytes with NULs on both sides are no text`() {
        #expect(reason([1, 0, 0, 2, 0, 3, 65, 0, 0, 0]) == .notAWorkbook)
        #expect(reason(Array("a,b\0c".utf8)) == .notAWorkbook)
    }

    @Test func `bytes in no encoding are refused with the place`() {
        #expect(reason(Array("甲,乙\n".utf8) + [0xFF, 0xFF, 10]) == .encoding(offset: 8))
        #expect(reason([0xEF, 0xBB, 0xBF, 65, 0xC1, 0xAA]) == .encoding(offset: 4))
        #expect(reason([0xFF, 0xFE, 65, 0, 0x00, 0xD8]) == .encoding(offset: 4))
        #expect(reason([0xFF, 0xFE, 65, 0, 66]) == .encoding(offset: 4))
    }

    @Test func `a CSV under the name of a workbook is read as what it is`() throws {
        let workbook = try WorkbookReader.read(Array("甲,1\n".utf8), fileName: "Inbox/上报表.v2.xlsx")
        #expect(workbook.sheets[0].name == "上报表.v2")
        #expect(workbook.sheets[0].shown == ["A1=甲", "B1=1"])
    }
}
