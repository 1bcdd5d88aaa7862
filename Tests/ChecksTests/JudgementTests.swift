import Campaigns
import Checks
import Findings
import Ledgers
import Testing

struct JudgementTests {
    private func judged(
        _ drawing: String, known: [Finding] = [], rules: [Rule] = []
    ) throws -> Verdict {
        let county = try SmallCounty(rules: rules)
        let drawn = try county.drawn(drawing)
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: drawn.submission, known: known, asOf: county.asOf)
        let shown = RuleBook(county.campaign)
            .dressed(known + found, form: "rural", period: county.june).shown
        return Judgement.verdict(
            on: drawn.submission, findings: shown, campaign: county.campaign)
    }

    @Test func `没有错就收下`() throws {
        let verdict = try judged(
            """
            unit_name | cadres
            东沟村    | 7
            西沟村    | 3
            """)
        #expect(verdict == Verdict(status: .accepted, findings: [], okRows: 2, totalRows: 2))
    }

    @Test func `一行也没有读出来的，问题再轻也不收`() throws {
        let county = try SmallCounty()
        var submission = try county.drawn("unit_name | cadres\n东沟村 | 7").submission
        submission.rows = []
        let verdict = Judgement.verdict(on: submission, findings: [], campaign: county.campaign)
        #expect(verdict.status == .returned)
    }

    @Test func `一行有错整表退回，只有那一行不算对`() throws {
        let verdict = try judged(
            """
            unit_name | cadres
            东沟村    | 99
            西沟村    | 3
            """)
        #expect(verdict.status == .returned)
        #expect((verdict.okRows, verdict.totalRows) == (1, 2))
    }

    @Test func `漏了的村不算，填了两行的也不算`() throws {
        let absent = try judged(
            """
            unit_name | cadres
            东沟村    | 7
            """)
        #expect((absent.okRows, absent.totalRows) == (1, 2))
        let doubled = try judged(
            """
            unit_name | cadres
            东沟村    | 7
            东沟村    | 7
            西沟村    | 7
            """)
        #expect((doubled.okRows, doubled.totalRows) == (1, 2))
    }

    @Test func `文件一级的错，一行都不算对`() throws {
        let drawing =
            """
            unit_name | cadres
            东沟村    | 7
            西沟村    | 3
            """
        let period = Finding(.unknownPeriod, at: Place(file: "报表.xlsx"))
        #expect(try judged(drawing, known: [period]).okRows == 0)
        let personal = Finding(
            .personalData(kind: .mobileNumber),
            at: Place(file: "报表.xlsx", sheet: "表", cells: [CellReference(row: 2, column: 2)]))
        let verdict = try judged(drawing, known: [personal])
        #expect(verdict.status == .quarantined)
        #expect(verdict.okRows == 0)
    }

    @Test func `别家的行不算自己的`() throws {
        let verdict = try judged(
            """
            unit_name | cadres
            东沟村    | 7
            西沟村    | 3
            北沟村    | 3
            """)
        #expect(verdict.status == .accepted)
        #expect((verdict.okRows, verdict.totalRows) == (2, 2))
        #expect(verdict.findings.map(\.code) == ["F306"])
    }

    @Test(arguments: ["[图片]", "————", "无变化！", "。。。。", "属实。"])
    func `图片、横线、标点不算字`(note: String) throws {
        let county = try SmallCounty(rules: [])
        let drawn = try county.drawn(
            """
            unit_name | cadres | note
            东沟村    | 3      | \(note)
            """)
        let explanations = Explanations(campaign: county.campaign)
        #expect(explanations.explanation(of: drawn.submission.rows[0], in: drawn.submission) == nil)
    }

    @Test func `备注四个字以上才算说明，错误不能靠说明`() throws {
        let asked = Rule(
            id: "V39", form: "rural", kind: .row, severity: .query, test: .sql("cur.cadres < 5"))
        let county = try SmallCounty(rules: [asked])
        let drawn = try county.drawn(
            """
            unit_name | cadres | note
            东沟村    | 3      | 两人调离
            西沟村    | 3      | 无 误 。
            """)
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: drawn.submission, asOf: county.asOf)
        let explanations = Explanations(campaign: county.campaign)
        #expect(explanations.areExplained(found, in: drawn.submission) == [true, false])
        #expect(
            drawn.submission.rows.map { explanations.explanation(of: $0, in: drawn.submission) }
                == ["两人调离", nil])
        let errors = found.map { finding in
            var finding = finding
            finding.severity = .error
            return finding
        }
        #expect(explanations.areExplained(errors, in: drawn.submission) == [false, false])
    }
}
