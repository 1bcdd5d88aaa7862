import Findings
import Testing

struct LongQuoteTests {
    @Test func `a cell with a page of text makes no page of a message`() {
        let page = String(repeating: "约三十人，", count: 5000)
        for problem: Problem in [
            .notANumber(column: "人数", found: page),
            .unknownEntry(found: page, candidates: [], proposals: []),
            .unknownChoice(column: "状态", found: page, choices: ["是", "否"]),
            .badDate(column: "日期", found: page, reason: .unreadable),
        ] {
            #expect(problem.message.chinese.count < 120)
            #expect(problem.message.chinese.contains("……"))
            #expect(problem.message.english.count < 140)
        }
        #expect(Problem.notANumber(column: "人数", found: "见附件").message.chinese.contains("“见附件”"))
    }
}
