import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Testing

/// 最可能的笔误: what is proposed, where nothing is, and where one finding stands for many.
struct SlipTests {
    private let county: SmallCounty

    init() throws {
        county = try SmallCounty(
            rules: [
                Rule(
                    id: "V21", form: "rural", kind: .row, severity: .error,
                    test: .sql("cur.files > cur.cadres"), message: Bilingual("多于", "more"),
                    advice: Bilingual("核对两栏", "check both")),
                Rule(
                    id: "V41", form: "rural", kind: .month, severity: .query,
                    test: .sql("cur.paid < prev.paid OR cur.paid > prev.paid + 5"),
                    message: Bilingual("累计", "cumulative")),
                Rule(
                    id: "V50", form: "rural", kind: .row, severity: .suspicion,
                    test: .sql("cur.cadres = 2"), message: Bilingual("疑似", "possibly")),
            ])
    }

    /// The findings of a return in the order of the sheet, code and advice.
    private func advices(
        _ submission: Submission, known: [Finding] = [], previous: FormView? = nil,
        of county: SmallCounty? = nil
    ) throws -> [String] {
        let county = county ?? self.county
        let engine = RuleEngine(campaign: county.campaign)
        let found = try engine.findings(
            for: submission, known: known, previous: previous, asOf: county.asOf)
        let shown = RuleBook(county.campaign)
            .dressed(known + found, form: submission.form, period: submission.period).shown
        return try engine.advised(
            shown, for: submission, known: known, previous: previous, asOf: county.asOf
        ).map { "\($0.code) \($0.advice.chinese)" }
    }

    @Test func `多写一个零：唯一能对上的，就在改法里说出来`() throws {
        let drawn = try county.drawn(
            """
            unit_name | cadres | files
            东沟村    | 12     | 120
            西沟村    | 5      | 5
            """)
        #expect(
            try advices(drawn.submission) == [
                "V21 很可能是“档案数”多写了一个0：改成12后这一行各项都对得上，请核对；不是的话，核对两栏"
            ])
    }

    @Test func `有两种笔误都能对上，就都不说`() throws {
        // 3 and 4 may be exchanged, or there are simply too many files.
        let drawn = try county.drawn(
            """
            unit_name | cadres | files | paid
            东沟村    | 1      | 10    |
            西沟村    | 5      | 5     |
            """)
        // 1 and 10: an extra zero in one, or the two exchanged, or a zero missing in the other.
        #expect(try advices(drawn.submission) == ["V21 核对两栏"])
    }

    @Test func `相邻两格填反`() throws {
        let drawn = try county.drawn(
            """
            unit_name | cadres | files
            东沟村    | 5      | 7
            西沟村    | 5      | 5
            """)
        #expect(
            try advices(drawn.submission) == [
                "V21 可能是“村干部人数”和“档案数”两格填反了：对调后这一行各项都对得上，请核对；不是的话，核对两栏"
            ])
    }

    @Test func `只是要核实的，上月的数能作证才提笔误`() throws {
        let asked = try SmallCounty(rules: [
            Rule(
                id: "V32", form: "rural", kind: .row, severity: .query,
                test: .sql("cur.files >= 3 AND cur.cadres < 11"), message: Bilingual("多", "many"))
        ])
        let drawn = try asked.drawn(
            """
            unit_name | cadres | files
            东沟村    | 10     | 10
            西沟村    | 7      | 2
            """)
        func told(_ files: Int?) throws -> Bool {
            let past = try files.map {
                try asked.view(
                    """
                    unit_name | cadres | files
                    东沟村    | 10     | \($0)
                    """)
            }
            return try advices(drawn.submission, previous: past, of: asked)
                .contains { $0.contains("档案数”多写了一个0") }
        }
        // Ten may well be ten; with one last month it hardly is.
        #expect(try !told(nil))
        #expect(try !told(9))
        #expect(try told(1))
    }

    @Test func `和上月一样的数不当作笔误`() throws {
        let past = try county.view(
            """
            unit_name | cadres | files | paid
            东沟村    | 12     | 120   | 1
            """)
        let drawn = try county.drawn(
            """
            unit_name | cadres | files | paid
            东沟村    | 12     | 120   | 2
            西沟村    | 5      | 5     |
            """)
        #expect(try advices(drawn.submission, previous: past) == ["V21 核对两栏"])
    }

    @Test func `按元填了万元`() throws {
        let past = try county.view(
            """
            unit_name | cadres | files | paid
            东沟村    | 7      | 7     | 3.6
            西沟村    | 7      | 7     | 3.6
            """)
        let drawn = try county.drawn(
            """
            unit_name | cadres | files | paid
            东沟村    | 7      | 7     | 42000
            西沟村    | 7      | 7     | 4.2
            """)
        let found = try advices(drawn.submission, previous: past)
        #expect(found.count == 2)
        #expect(
            found.allSatisfy {
                $0.contains("很可能是“累计实发”按元填了，本列以万元计：改成4.2后这一行各项都对得上，请核对")
            })
    }

    @Test func `漏空一格，后面都往右错了一格，读不出的格也算在内`() throws {
        var drawn = try county.drawn(
            """
            unit_name | cadres | files | paid | assigned | days | note
            东沟村    |        | 7     | 6    |          |      | 12
            西沟村    | 5      | 5     | 1    | 是       | 10   |
            """)
        // 3.6 stands under 是否选派, 是 under 在岗天数, 12 under 备注.
        drawn.submission.rows[0].unread = ["assigned": "3.6", "days": "是"]
        let known = [("assigned", "3.6", 5), ("days", "是", 6)].map { field, text, column in
            Finding(
                field == "days"
                    ? .notANumber(column: field, found: text)
                    : .unknownChoice(column: field, found: text, choices: ["是", "否"]),
                at: Place(
                    file: "报表.xlsx", sheet: "表", cells: [CellReference(row: 2, column: column)]))
        }
        var county = county
        county.campaign = Campaign(
            settings: county.campaign.settings, units: county.campaign.units,
            roster: county.campaign.roster, forms: county.campaign.forms,
            choices: [
                "yes_no": ChoiceList(
                    name: "yes_no", values: ["是", "否"], spellings: ["是": "是", "否": "否"])
            ], rules: county.campaign.rules)
        let found = try advices(drawn.submission, known: known, of: county)
        #expect(found.count == 3)
        #expect(
            found.allSatisfy {
                $0.contains("很可能是从“村干部人数”起都往右错了一格：各往左移一格后这一行各项都对得上，请核对")
            })
    }

    @Test func `一列都按元填了，只说一条，各格都标出`() throws {
        var drawn = try county.drawn(
            """
            unit_name | cadres | files | paid
            东沟村    | 7      | 7     | ①42000
            西沟村    | 7      | 7     | ②43000
            """)
        // Two rows are two slips; a third makes it the column.
        let past = try county.view(
            """
            unit_name | cadres | files | paid
            东沟村    | 7      | 7     | 3.6
            西沟村    | 7      | 7     | 3.6
            """)
        #expect(try advices(drawn.submission, previous: past).count == 4)
        var wide = county
        wide.campaign = Campaign(
            settings: county.campaign.settings, units: county.campaign.units,
            roster: county.campaign.roster + [
                RosterEntry(code: "V6", name: "中沟村", sector: "rural", unit: "T1", ordinal: 5)
            ], forms: county.campaign.forms, choices: county.campaign.choices,
            rules: county.campaign.rules)
        drawn = try wide.drawn(
            """
            unit_name | cadres | files | ④paid
            东沟村    | 7      | 7     | ①42000
            西沟村    | 7      | 7     | ②43000
            中沟村    | 7      | 7     | ③44000
            """)
        let wider = try wide.view(
            """
            unit_name | cadres | files | paid
            东沟村    | 7      | 7     | 3.6
            西沟村    | 7      | 7     | 3.6
            中沟村    | 7      | 7     | 3.6
            """)
        let engine = RuleEngine(campaign: wide.campaign)
        let found = try engine.findings(
            for: drawn.submission, previous: wider, asOf: wide.asOf)
        let told = try engine.advised(
            found, for: drawn.submission, previous: wider, asOf: wide.asOf)
        #expect(found.count == 6)
        #expect(told.map(drawn.brief) == ["F404 ①②③"])
        #expect(told.map(\.severity) == [.query])
        #expect(told.map(\.message.chinese) == ["有3行对不上，都像是同一个原因：“累计实发”按元填了，本列以万元计"])
    }

    @Test func `整张表照抄上月，只在有错的地方说`() throws {
        let drawing =
            """
            unit_name | cadres | files | paid
            东沟村    | 7      | 8     | 3.6
            西沟村    | 7      | 7     | 3.6
            """
        let drawn = try county.drawn(drawing)
        #expect(
            try advices(drawn.submission, previous: try county.view(drawing))
                .filter { $0.hasPrefix("V21") } == [
                    "V21 整张表和上月报的完全一样，很可能是又交了上月的表，请核对；不是的话，核对两栏"
                ])
    }

    @Test func `合计行被当成了一行数据`() throws {
        var drawn = try county.drawn(
            """
            unit_name | cadres | files | paid
            东沟村    | 7      | 6     | 3.6
            西沟村    | 5      | 5     | 2.4
            ?全镇数   | ①12    | 11    | 6
            """)
        let known = [
            drawn.finding(
                .unknownEntry(found: "全镇数", candidates: [], proposals: []), at: "①")
        ]
        let total = "这一行的数都等于其余各行之和，很可能是合计行"
        #expect(try advices(drawn.submission, known: known).allSatisfy { $0.contains(total) })
        drawn.submission.rows[2].values["files"] = .integer(10)
        #expect(try advices(drawn.submission, known: known).allSatisfy { !$0.contains(total) })
    }

    @Test func `疑似不带笔误，也不左右笔误`() throws {
        let drawn = try county.drawn(
            """
            unit_name | cadres | files
            东沟村    | 2      | 2
            西沟村    | 2      | 20
            """)
        let found = try advices(drawn.submission)
        #expect(found.count == 3)
        #expect(found.filter { $0.hasPrefix("V50") } == ["V50 ", "V50 "])
        #expect(found.contains { $0.hasPrefix("V21 很可能是“档案数”多写了一个0：改成2后") })
    }

    @Test func `格子读不出又移不动时不提笔误`() throws {
        var drawn = try county.drawn(
            """
            unit_name | cadres | files | paid
            东沟村    | 12     | 120   |
            西沟村    | 5      | 5     |
            """)
        drawn.submission.rows[0].unread = ["paid": "若干"]
        #expect(try advices(drawn.submission) == ["V21 核对两栏"])
    }
}
