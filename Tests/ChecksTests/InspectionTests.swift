import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Testing
import Workbooks

/// Records of inspections against what the villages reported for May and June.
struct InspectionTests {
    private var campaign: Campaign
    private let form: Form

    init() throws {
        let rural = Form(
            id: "rural", title: "农村月报表", sector: "rural", submittedBy: ["township"],
            fields: [
                Field(id: "unit_name", header: "村名称", type: .subjectName),
                Field(id: "sys", header: "制度数", type: .integer, unit: "项"),
                Field(id: "open", header: "开放天数", type: .integer, unit: "天"),
                Field(id: "paid", header: "累计实发", type: .decimal, isCumulative: true),
                Field(id: "site", header: "场所", type: .enumeration("site")),
            ])
        let columns: [(String, FieldType)] = [
            ("unit_code", .subjectCode), ("unit_name", .subjectName), ("visit_date", .date),
            ("item", .enumeration("item")), ("observed", .text), ("reported_value", .text),
            ("result", .enumeration("result")), ("verdict", .enumeration("verdict")),
            ("feedback", .enumeration("feedback")), ("duty_unit", .unitName),
        ]
        form = Form(
            id: "inspection", title: "暗访记录",
            fields: columns.map {
                Field(id: $0.0, header: $0.0, type: $0.1)
            })
        func rule(_ id: String, _ sql: String) -> Rule {
            Rule(
                id: id, form: "inspection", kind: .inspection, severity: .suspicion,
                test: .sql(sql), message: Bilingual("上报{cur.reported_value}", ""))
        }
        campaign = Campaign(
            settings: Settings(texts: ["answer_days": "3"]),
            units: [
                Unit(code: "T1", name: "城关镇", shortName: "城关", kind: "township"),
                Unit(code: "T2", name: "东坪乡", shortName: "东坪", kind: "township"),
            ],
            roster: [
                RosterEntry(code: "V1", name: "东沟村", sector: "rural", unit: "T1"),
                RosterEntry(code: "V2", name: "西沟村", sector: "rural", unit: "T1"),
            ],
            forms: [rural, form],
            choices: [
                "site": ChoiceList(
                    name: "site", values: ["达标", "改建中", "无场所"],
                    spellings: ["达标": "达标", "改建中": "改建中", "无场所": "无场所", "租用": "无场所"])
            ],
            rules: [
                rule("V59", "cur.comparable = 1 AND cur.deviation = 'over'"),
                rule("V60", "cur.adverse = 1"),
                rule(
                    "V61",
                    """
                    cur.verdict IN ('虚报', '瞒报') AND COALESCE(cur.feedback, '未反馈') = '未反馈'
                    AND COALESCE(cur.waited_days, 0) < :answer_days
                    """),
            ],
            inspectionItems: [
                InspectionItem(id: "I1", title: "", target: .init(form: "rural", field: "sys")),
                InspectionItem(
                    id: "I2", title: "", target: .init(form: "rural", field: "open"), asOf: .month,
                    tolerance: .absolute(2)),
                InspectionItem(
                    id: "I3", title: "", target: .init(form: "rural", field: "paid"),
                    asOf: .cumulative, tolerance: .relative(0.01)),
                InspectionItem(id: "I4", title: "", target: .init(form: "rural", field: "site")),
                InspectionItem(id: "I5", title: ""),
            ])
    }

    /// V1 reported everything, V2 came without open days and site, in a return that came.
    private var reported: FormView {
        let columns = ["code", "unit", "reported", "sys", "open", "paid", "site"]
        return FormView(
            name: "rural", columns: columns.map { FormulaDatabase.Column($0, "") },
            rows: [
                [
                    .text("V1"), .text("T1"), .integer(1), .integer(4), .integer(20), .real(10),
                    .text("达标"),
                ],
                [.text("V2"), .text("T1"), .integer(1), .integer(4), .null, .real(10), .null],
            ])
    }

    private func found(
        _ drawing: String, asOf: String = "2020-07-06", months: [String] = ["2020-05", "2020-06"]
    ) throws -> [(finding: Finding, brief: String)] {
        let june = try SmallCounty.period("2020-06")
        let drawn = DrawnReturn(drawing, of: form, in: campaign, unit: nil, period: june)
        let engine = RuleEngine(campaign: campaign)
        let views = try months.map {
            (ViewKey(form: "rural", period: try SmallCounty.period($0)), reported)
        }
        let moment = try #require(Moment(iso: asOf, offset: 0))
        return try engine.findings(
            for: drawn.submission,
            reported: Dictionary(views, uniquingKeysWith: { first, _ in first }), asOf: moment
        ).map { ($0, drawn.brief($0)) }
    }

    @Test(arguments: [("2020-05", ["V59 ①②"]), ("2020-06", ["V59 ③④", "V59 ⑤⑥"])])
    func `状态看检查日前最近一期，月末查的累计和当月计数看当月`(
        month: String, flagged: [String]
    ) throws {
        let found = try found(
            """
            unit_name | visit_date  | item | observed
            东沟村    | ①2020-06-18 | I1   | ②1
            东沟村    | ③2020-06-30 | I2   | ④1
            东沟村    | ⑤2020-06-30 | I3   | ⑥1
            东沟村    | 2020-06-18  | I5   | 1
            东沟村    |             | I1   | 1
            """, months: [month])
        #expect(found.map(\.brief) == flagged)
    }

    @Test func `上报优于所见且超出容差，疑似虚报`() throws {
        let found = try found(
            """
            unit_name | visit_date  | item | observed | result
            东沟村    | ①2020-06-18 | I1   | ②3项     | 不符
            东沟村    | 2020-06-18  | I1   | 4        | 相符
            东沟村    | 2020-06-18  | I1   | 5        | 不符
            东沟村    | ③2020-06-18 | I4   | ④租用    | 不符
            东沟村    | ⑤2020-06-18 | I3   | ⑥9.89    | 不符
            东沟村    | 2020-06-18  | I3   | 9.9      | 不符
            东沟村    | 2020-06-18  | I5   | 1        | 不符
            """)
        #expect(found.map(\.brief) == ["V59 ①②", "V59 ③④", "V59 ⑤⑥"])
        #expect(found.map(\.finding.message.chinese) == ["上报4", "上报达标", "上报10"])
    }

    @Test func `对象当天不在册，或者不归写的责任单位，问一句`() throws {
        var county = self
        county.campaign.roster[1].validTo = CivilDate("2020-06-17")
        county.campaign.roster[1].mergedInto = "V1"
        let found = try county.found(
            """
            unit_name | visit_date | item | observed | duty_unit
            东沟村    | 2020-06-18 | I5   | 1        | 城关镇人民政府
            ①东沟村  | 2020-06-18 | I5   | 1        | ②东坪
            ③西沟村  | 2020-06-18 | I5   | 1        | 城关镇
            西沟村    | 2020-06-17 | I5   | 1        | 城关镇
            """)
        #expect(found.map(\.brief) == ["F630 ①②", "F630 ③"])
        #expect(
            found.map(\.finding.message.chinese) == [
                "“东沟村”花名册上归“城关”，这条暗访记录算在“东坪”",
                "“西沟村 V2”2020-06-18不在花名册上（已改为“东沟村 V1”），这条暗访记录照样算",
            ])
    }

    @Test func `现场核实值写得不是报表那一栏的值，在那一格说明，列出可选的`() throws {
        let found = try found(
            """
            unit_name | visit_date | item | observed  | result
            东沟村    | 2020-06-18 | I4   | ①未达标  | 不符
            东沟村    | 2020-06-18 | I4   | 租用      | 不符
            东沟村    | 2020-06-18 | I1   | ②三四项  | 不符
            东沟村    | 2020-06-18 | I3   | ③约9     | 相符
            东沟村    | 2020-06-18 | I4   | 门锁着    | 无法核实
            东沟村    | 2020-06-18 | I5   | 打牌      | 不符
            """, months: []
        ).filter { $0.finding.check == .observedValue }
        #expect(found.map(\.brief) == ["F625 ①", "F625 ②", "F625 ③"])
        #expect(found[0].finding.message.chinese == "“observed”的“未达标”不是“场所”的写法")
        #expect(
            found.map(\.finding.advice.chinese) == [
                "写成“达标”、“改建中”、“无场所”里的一种", "填整数，没有就填0", "填数字，没有就填0",
            ])
        #expect(found.allSatisfy { $0.finding.severity == .error })
    }

    @Test func `当月计数到月末最后一天才可比，无法核实和跨年的累计不可比`() throws {
        let found = try found(
            """
            unit_name | visit_date  | item | observed | result
            东沟村    | 2020-06-29  | I2   | 3        | 不符
            东沟村    | ①2020-06-30 | I2   | ②17      | 不符
            东沟村    | 2020-06-30  | I2   | 18       | 不符
            东沟村    | 2020-06-18  | I1   | 3        | 无法核实
            东沟村    | 2020-01-10  | I3   | 1        | 不符
            """)
        #expect(found.map(\.brief) == ["V59 ①②"])
    }

    @Test func `报表来了却没写所见的不利情况，疑似瞒报`() throws {
        let found = try found(
            """
            unit_name | visit_date | item | observed | result
            西沟村    | 2020-06-18 | I4   | ①无场所  | 不符
            西沟村    | 2020-06-18 | I4   | 达标     | 不符
            西沟村    | 2020-06-18 | I2   | ②0       | 不符
            西沟村    | 2020-06-18 | I2   | 5        | 不符
            东沟村    | 2020-06-18 | I2   | 0        | 不符
            """)
        #expect(found.map(\.brief) == ["V60 ①", "V60 ②"])
    }

    @Test func `没到反馈期限就认定，标认定、反馈和日期`() throws {
        let drawing =
            """
            unit_name | visit_date  | item | observed | result | verdict | feedback
            东沟村    | ①2020-07-01 | I5   | 1        | 不符   | ②虚报   | ③未反馈
            东沟村    | 2020-07-01  | I5   | 1        | 不符   | 待认定  | 未反馈
            东沟村    | 2020-07-01  | I5   | 1        | 不符   | 瞒报    | 无异议
            """
        #expect(try found(drawing, asOf: "2020-07-05").map(\.brief) == ["V61 ①②③"])
        // Thursday, Friday, Monday.
        #expect(try found(drawing, asOf: "2020-07-06").map(\.brief) == [])
    }

    @Test func `没有台账时只查登记本身`() throws {
        let june = try SmallCounty.period("2020-06")
        let drawn = DrawnReturn(
            """
            unit_name | visit_date | item | observed | result
            东沟村    | 2020-06-18 | I1   | 3        | 不符
            """, of: form, in: campaign, unit: nil, period: june)
        let moment = Moment(june.lastDay, secondOfDay: 0)
        let found = try RuleEngine(campaign: campaign)
            .findings(for: drawn.submission, asOf: moment)
        #expect(found == [])
    }
}
