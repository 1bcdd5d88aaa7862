import Findings
import Testing

@testable import Pipeline

struct JSONOutlineTests {
    @Test func `members are told with their line and what they hold`() throws {
        let outline = try JSONOutline(
            Array(
                """
                {
                  "inbox": "收件", "limits": {
                    "sheets": 20,

                    "seconds": -1.5e3
                  },
                  "list": [1, {"inner": 2}, "]"],
                  "empty": {}, "yes": true, "no": null
                }

                """.utf8))
        #expect(
            outline.members == [
                .init(path: ["inbox"], line: 2, kind: .string),
                .init(path: ["limits"], line: 2, kind: .object),
                .init(path: ["limits", "sheets"], line: 3, kind: .number),
                .init(path: ["limits", "seconds"], line: 5, kind: .number),
                .init(path: ["list"], line: 7, kind: .array),
                .init(path: ["empty"], line: 8, kind: .object),
                .init(path: ["yes"], line: 8, kind: .bool),
                .init(path: ["no"], line: 8, kind: .null),
            ])
    }

    @Test(arguments: [
        ("", 1, "begin with {"),
        ("\n[1]", 2, "begin with {"),
        ("{", 1, "double quotes"),
        ("{\n\"a\": 1\n\"b\": 2}", 3, "comma or }"),
        ("{\n\"a\": 1,\n}", 3, "double quotes"),
        ("{\"a\" 1}", 1, "colon"),
        ("{\"a\": inbox}", 1, "text needs double quotes"),
        ("{\"a\": 'x'}", 1, "text needs double quotes"),
        ("{\"a\": 0x10}", 1, "text needs double quotes"),
        ("{\"a\": 1e400}", 1, "too large"),
        ("{\"a\": \"x\n\"}", 1, "not closed"),
        ("{\"a\": \"x\\", 1, "not closed"),
        ("{\"a\":", 1, "ends here"),
        ("{\"a\": [1, 2}", 1, "comma or ]"),
        ("{\"a\": 1, \n\"a\": 2}", 2, "stands twice"),
        ("{}\n{}", 2, "follows the last"),
        ("{\n“a”: 1}", 2, "“ must be ASCII"),
        ("{\"a\"：1}", 1, "： must be ASCII"),
        ("{\"a\": “x”}", 1, "“ must be ASCII"),
        ("{\"a\": 1，\"b\": 2}", 1, "must be ASCII"),
        ("// paths\n{}", 1, "begin with {"),
    ])
    func `the first place that is no JSON is told`(text: String, line: Int, words: String) {
        let fault = #expect(throws: JSONOutline.Fault.self) {
            try JSONOutline(Array(text.utf8))
        }
        #expect(fault?.line == line)
        #expect(
            fault?.reason.english.replacing("”", with: "").contains(words) == true,
            "\(fault as Any)")
    }

    @Test(arguments: ["{\"a\":", "["])
    func `what is nested too deeply is a fault, not a crash`(piece: String) {
        let text = "{\"a\":" + String(repeating: piece, count: 100_000)
        let fault = #expect(throws: JSONOutline.Fault.self) {
            try JSONOutline(Array(text.utf8))
        }
        #expect(fault?.reason.chinese.isEmpty == false)
    }
}
