import Campaigns
import Checks
import Findings
import Ledgers
import Testing

struct CellCheckTests {
    @Test func `必填的空格逐格指出，填了不适用也算空`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres | assigned | days
            东沟村    | ①      | 是       | ②—
            西沟村    | 5      | 否       |
            """)
        #expect(try county.found(drawn) == ["F201 ①", "F201 ②"])
    }

    @Test(arguments: [("—", "“在岗天数”标成了不适用，但这一格必须填"), ("", "“在岗天数”必填，这里是空的")])
    func `空着的不说成标了不适用`(raw: String, words: String) throws {
        let county = try SmallCounty()
        var submission = try county.drawn(
            """
            unit_name | cadres | assigned | days
            东沟村    | 5      | 是       | —
            西沟村    | 5      | 否       |
            """
        ).submission
        submission.rows[0].changes = [
            ValueChange(field: "days", raw: raw, value: "不适用", reason: .blankWord)
        ]
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: submission, asOf: county.asOf)
        #expect(found.map(\.message.chinese) == [words])
    }

    @Test func `界限含本数，越界一格一条`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres | days
            东沟村    | 15     | 30
            西沟村    | ①16    | ②31
            """)
        #expect(try county.found(drawn) == ["F206 ①", "F206 ②"])
    }

    @Test func `超出范围的话说出两头`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres | files
            东沟村    | 7      | 8
            西沟村    | 7      | 7
            """)
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: drawn.submission, asOf: county.asOf)
        #expect(found.map(\.message.chinese) == ["“档案数”应在0到7之间，这里是8"])
        #expect(found.map(\.subject?.name) == ["东沟村"])
    }

    @Test func `读不出的格子不再报必填，也不带出别的`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres | files
            东沟村    | ①      | 8
            西沟村    | 7      | 7
            """)
        let read = drawn.finding(.notANumber(column: "村干部人数", found: "七八个"), at: "①")
        let past = try county.view(
            """
            unit_name | cadres
            东沟村    | 5
            """)
        #expect(try county.found(drawn, known: [read], previous: past) == [])
    }

    @Test func `整列缺失只报一条，前面报过就不再报`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | files
            东沟村    | 3
            西沟村    | 4
            """)
        #expect(try county.found(drawn) == ["F107"])
        let missing = Finding(
            .missingColumn(column: "村干部人数", proposals: [], isIssued: false),
            at: Place(file: "报表.xlsx", sheet: "表"))
        #expect(try county.found(drawn, known: [missing]) == [])
    }

    @Test func `CSV 的位置带行号`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres
            东沟村    | 0
            西沟村    | 4
            """, isCSV: true)
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: drawn.submission, asOf: county.asOf)
        #expect(found.map(\.place.line) == [2])
        #expect(found.map(\.place.sheet) == [nil])
    }
}
