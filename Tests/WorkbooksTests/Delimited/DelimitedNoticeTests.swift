import Findings
import Testing
import Workbooks

/// What is odd in a text is told with its line, and its cell as a spreadsheet shows it.
struct DelimitedNoticeTests {
    private func places(_ text: String) throws -> [String] {
        try ScannedText(Array(text.utf8)).places
    }

    @Test(arguments: [
        ("a,5\" 管\n", ["1 B1"]), ("a,b\n\n\"x\"y,c\n", ["3 A3"]), ("a,\"b\nc,d\n", ["1 B1"]),
        ("\"a\n\nb\",\"c\"d,e\"\n", ["3 B1", "3 C1"]), ("a,\"b\"\"c\"\n", []),
    ])
    func `a quote that does not fit is told where it stands`(text: String, expected: [String])
        throws
    {
        #expect(try places(text) == expected)
    }

    @Test func `a record with more fields than most is told, a shorter one is not`() throws {
        let table = "标题\n甲,乙,丙\n1,2,3\n4\n\n5,6,7\n8,9,1,2\n3,4,5\n"
        #expect(try places(table) == ["7 D7"])
    }

    @Test func `blanks beyond the usual fields are no fields too many`() throws {
        #expect(try places("甲,乙\n1,2\n3,4\n5,6,,\n") == [])
    }

    @Test func `where records agree on no number of fields none is too many`() throws {
        #expect(try places("a,b\n1,2,3\n1,2,3,4\n1,2,3,4,5\n") == [])
    }

    @Test func `no more notices are kept than the limits let`() throws {
        var limits = WorkbookLimits.default
        limits.notices = 3
        let text = String(repeating: "a,5\"\n", count: 20)
        #expect(
            try ScannedText(Array(text.utf8), limits: limits).places == ["1 B1", "2 B2", "3 B3"])
    }
}
