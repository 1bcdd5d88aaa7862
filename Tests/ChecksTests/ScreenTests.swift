import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Testing

struct ScreenTests {
    @Test func `与上月逐格相同的行够多才提，只差一行就不提`() throws {
        let county = try SmallCounty()
        let past = try county.view(
            """
            unit_name | cadres | files | paid | assigned | days | note
            东沟村    | 7      | 5     | 4.2  | 是       | 20   |
            西沟村    | 6      | 5     | 3    | 否       | —    |
            """)
        let copied = try county.drawn(
            """
            unit_name | cadres | files | paid | assigned | days | note
            西沟村    | 6      | 5     | 3    | 否       | —    |
            东沟村    | 7      | 5     | 4.2  | 是       | 20   |
            """)
        #expect(try county.found(copied, previous: past) == ["F401"])
        #expect(try county.found(copied) == [])
        let changed = try county.drawn(
            """
            unit_name | cadres | files | paid | assigned | days | note
            西沟村    | 6      | 5     | 3    | 否       | —    |
            东沟村    | 7      | 5     | 4.3  | 是       | 20   |
            """)
        #expect(try county.found(changed, previous: past) == [])
    }

    @Test(arguments: [
        // Both rows go on from December.
        ("4.2", "3", "2020-01", ["F405 ①②"]),
        // One has begun anew, or what there was is next to nothing, or the year goes on.
        ("4.2", "3.6", "2020-01", []), ("0.5", "0.3", "2020-01", []), ("4.2", "3", "2020-02", []),
    ])
    func `年初每一行都不少于上年末，问是不是没有重新累计`(
        east: String, west: String, period: String, codes: [String]
    ) throws {
        let county = try SmallCounty()
        let past = try county.view(
            """
            unit_name | cadres | paid
            东沟村    | 7      | \(east)
            西沟村    | 6      | \(west)
            """)
        let drawn = try county.drawn(
            """
            unit_name | cadres | paid
            东沟村    | 8      | ①4.2
            西沟村    | 6      | ②3.5
            """, period: period)
        let found = try county.found(drawn, previous: past).filter { $0.hasPrefix("F405") }
        #expect(found == codes)
    }

    @Test func `比例由设置决定`() throws {
        let county = try SmallCounty(settings: ["same_share": "50%"])
        let past = try county.view(
            """
            unit_name | cadres
            东沟村    | 7
            西沟村    | 6
            """)
        let drawn = try county.drawn(
            """
            unit_name | cadres
            东沟村    | 7
            西沟村    | 8
            """)
        #expect(try county.found(drawn, previous: past) == ["F401"])
    }

    @Test func `行数够了而各行数字全一样`() throws {
        let county = try SmallCounty(settings: ["no_variance_rows": "2"])
        let alike = try county.drawn(
            """
            unit_name | cadres | paid | assigned
            东沟村    | 7      | 4.2  | 否
            西沟村    | 7      | 4.3  | 否
            """)
        #expect(try county.found(alike) == ["F402"])
        let varied = try county.drawn(
            """
            unit_name | cadres | days | assigned
            东沟村    | 7      | 1    | 否
            西沟村    | 7      | 2    | 否
            """)
        #expect(try county.found(varied) == [])
        let few = try SmallCounty()
        #expect(try few.found(alike) == [])
    }

    @Test func `金额达到上月全县中位数的一百倍，疑为以元填报`() throws {
        let county = try SmallCounty()
        let past = try county.view(
            """
            unit_name | cadres | paid
            东沟村    | 7      | 3
            西沟村    | 7      | 5
            北沟村    | 7      | 4
            """)
        let drawn = try county.drawn(
            """
            unit_name | cadres | paid
            东沟村    | 6      | ①400
            西沟村    | 6      | 399
            """)
        #expect(try county.found(drawn, previous: past) == ["F207 ①"])
        #expect(try county.found(drawn) == [])
    }

    @Test(arguments: [
        ("91350100M000100Y43", []), ("91350100M000100Y44", ["F210 ①"]),
        ("9135010IM000100Y43", ["F210 ①"]), ("610922100201", []),
    ])
    func `信用代码的校验位`(code: String, findings: [String]) throws {
        let county = try SmallCounty(fields: [
            Field(id: "unit_code", header: "统一社会信用代码", type: .subjectCode),
            Field(id: "unit_name", header: "名称", type: .subjectName),
        ])
        let drawn = try county.drawn(
            """
            unit_code | unit_name
            ①\(code)  | 东沟村
            V2        | 西沟村
            """)
        #expect(try county.found(drawn) == findings)
    }

    @Test func `两表互证，一边有数一边为零才提，缺一边不提`() throws {
        let county = try SmallCounty(settings: ["mutual_evidence_pairs": "rural.files:rural.days"])
        let engine = RuleEngine(campaign: county.campaign)
        let odd = try county.view(
            """
            unit_name | files | days
            东沟村    | 3     | 0
            西沟村    | 0     | —
            """)
        let found = engine.countyFindings(views: ["rural": odd])
        #expect(found.map(\.message.chinese) == ["“档案数”有数而“在岗天数”为零"])
        let even = try county.view(
            """
            unit_name | files | days
            东沟村    | 3     | 0
            西沟村    | 0     | 1
            """)
        #expect(engine.countyFindings(views: ["rural": even]) == [])
        #expect(engine.countyFindings(views: [:]) == [])
    }
}
