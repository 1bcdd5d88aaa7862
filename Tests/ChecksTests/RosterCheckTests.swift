import Campaigns
import Checks
import Findings
import Ledgers
import Testing
import Workbooks

struct RosterCheckTests {
    @Test func `在册的村漏了一个`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres
            东沟村    | 5
            """)
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: drawn.submission, asOf: county.asOf)
        #expect(found.map(\.check) == [.absentEntry])
        #expect(found.map(\.subject?.code) == ["V2"])
    }

    @Test func `同一村两行，两行的名称都标出来`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres
            ①东沟村   | 5
            西沟村    | 5
            ②东沟村   | 6
            """)
        #expect(try county.found(drawn) == ["F302 ①②"])
    }

    @Test func `已并入的村报了两行，只问名称，不说重复`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres
            东沟村    | 5
            西沟村    | 5
            ①南沟村   | 5
            ②南沟村   | 6
            """)
        #expect(try county.found(drawn) == ["F304 ①", "F304 ②"])
    }

    @Test func `已并入的、别家的、还没启用的村只问名称，不查内容`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres
            东沟村    | 5
            西沟村    | 5
            ①南沟村   | 99
            ②北沟村   |
            ③新沟村   | 0
            """)
        #expect(try county.found(drawn) == ["F304 ①", "F306 ②", "F303 ③"])
    }

    @Test func `换到别的单位的村还填旧代码，说明新代码`() throws {
        let moved = [
            RosterEntry(
                code: "V6", name: "河湾村", sector: "rural", unit: "T2",
                validTo: CivilDate("2020-05-31"), mergedInto: "V7", ordinal: 5),
            RosterEntry(
                code: "V7", name: "河湾村", sector: "rural", unit: "T1",
                validFrom: CivilDate("2020-06-01"), ordinal: 6),
        ]
        let county = try SmallCounty(villages: moved)
        var submission = try county.drawn(
            """
            unit_name | cadres
            东沟村    | 5
            西沟村    | 5
            河湾村    | 5
            """
        ).submission
        submission.rows[2].subject = "V6"
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: submission, asOf: county.asOf)
        #expect(
            found.map(\.message.chinese).contains("“河湾村”已并入“河湾村 V7”，仍在填报"), "\(found)")
    }

    @Test func `认不出的行问过是不是它，就不再说它没填`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres
            东沟村    | 5
            ①?西够村  | ②0
            """)
        let asked = drawn.finding(
            .unknownEntry(found: "西够村", candidates: [], proposals: ["西沟村"]), at: "①")
        #expect(try county.found(drawn, known: [asked]) == ["F206 ②"])
    }

    @Test func `一行认不出，问了两个村，两个都漏了就都说`() throws {
        let county = try SmallCounty(villages: [
            RosterEntry(code: "V6", name: "中沟村", sector: "rural", unit: "T1", ordinal: 5)
        ])
        let drawn = try county.drawn(
            """
            unit_name | cadres
            中沟村    | 5
            ①?东西村  | 5
            """)
        let asked = drawn.finding(
            .unknownEntry(found: "东西村", candidates: [], proposals: ["东沟村", "西沟村"]), at: "①")
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: drawn.submission, known: [asked], asOf: county.asOf)
        #expect(found.map(\.subject?.code) == ["V1", "V2"])
    }

    @Test func `没有名称的一行只问是谁的，不查内容`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn(
            """
            unit_name | cadres | files
            东沟村    | 5      | 5
            西沟村    | 5      | 5
            ①         |        | 99
            """)
        let asked = drawn.finding(.namelessRow(column: "村名称"), at: "①")
        #expect(try county.found(drawn, known: [asked]) == [])
        #expect(!asked.advice.chinese.contains("0"))
    }

    @Test func `一行都没认出，不逐村报漏`() throws {
        let county = try SmallCounty()
        let drawn = try county.drawn("unit_name | cadres")
        let empty = Finding(.noRows, at: Place(file: "报表.xlsx", sheet: "表"))
        #expect(try county.found(drawn, known: [empty]) == [])
        #expect(try county.found(drawn) == ["F301", "F301"])
    }
}
