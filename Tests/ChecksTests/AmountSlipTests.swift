import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Testing

/// 元 and 万元 mistaken in several columns at once: one slip, told as one.
struct AmountSlipTests {
    private let county: SmallCounty
    private let past: FormView

    private static let names = ["东沟村", "西沟村", "中沟村"]

    init() throws {
        func amount(_ id: String, _ header: String) -> Field {
            Field(
                id: id, header: header, type: .decimal, unit: "万元", required: .always,
                minimum: .number(0, digits: "0"), maximum: .number(100, digits: "100"),
                isCumulative: true)
        }
        var county = try SmallCounty(
            rules: [
                Rule(
                    id: "V22", form: "rural", kind: .row, severity: .query,
                    test: .sql("cur.paid > cur.due"), message: Bilingual("实发大于应发", "more")),
                Rule(
                    id: "V41", form: "rural", kind: .month, severity: .error,
                    test: .sql("cur.paid < prev.paid"), message: Bilingual("累计数下降", "less")),
                Rule(
                    id: "V43", form: "rural", kind: .month, severity: .query,
                    test: .sql("cur.due <> prev.due OR cur.fund <> prev.fund"),
                    message: Bilingual("底数异动", "changed")),
            ],
            fields: [
                Field(id: "unit_name", header: "村名称", type: .subjectName, required: .always),
                amount("due", "累计应发"), amount("paid", "累计实发"), amount("fund", "应拨经费"),
            ])
        county.campaign = Campaign(
            settings: county.campaign.settings, units: county.campaign.units,
            roster: county.campaign.roster + [
                RosterEntry(code: "V6", name: "中沟村", sector: "rural", unit: "T1", ordinal: 5)
            ], forms: county.campaign.forms, rules: county.campaign.rules)
        self.county = county
        past = try county.view(Self.drawing(["6.72", "6.72", "10"]))
    }

    /// The three villages with the same figures.
    private static func drawing(_ figures: [String], others: [String]? = nil) -> String {
        let lines = names.enumerated().map { place, name in
            ([name] + (place == 0 ? figures : others ?? figures)).joined(separator: " | ")
        }
        return (["unit_name | due | paid | fund"] + lines).joined(separator: "\n")
    }

    /// What a unit is told of a return, code, cells and message or advice; `typed` are the figures of some
    /// columns before they were converted because of their heads.
    private func told(_ drawing: String, typed: [String: String] = [:]) throws -> [Finding] {
        var submission = try county.drawn(drawing).submission
        for index in submission.rows.indices {
            for (field, raw) in typed {
                submission.rows[index].changes.append(
                    ValueChange(
                        field: field, raw: raw,
                        value: submission.rows[index].values[field]?.description ?? "",
                        reason: .unitConversion))
            }
        }
        return try told(submission)
    }

    private func told(_ submission: Submission) throws -> [Finding] {
        let engine = RuleEngine(campaign: county.campaign)
        let found = try engine.findings(for: submission, previous: past, asOf: county.asOf)
        return try engine.advised(
            found, for: submission, previous: past, asOf: county.asOf)
    }

    private func cells(_ finding: Finding) -> String {
        finding.place.cells.map(\.description).joined(separator: " ")
    }

    @Test func `几列都按元填了，只说一条`() throws {
        let all = try told(Self.drawing(["67200", "67200", "100000"]))
        #expect(all.map(\.code) == ["F404"])
        #expect(all.map(cells) == ["B2 C2 D2 B3 C3 D3 B4 C4 D4"])
        #expect(
            all.map(\.message.chinese)
                == ["有3行对不上，都像是同一个原因：“累计应发”、“累计实发”、“应拨经费”都按元填了，这几列以万元计"])
        let two = try told(Self.drawing(["67200", "67200", "10"]))
        #expect(two.map(cells) == ["B2 C2 B3 C3 B4 C4"])
        // Nothing is said where something else is wrong as well: 67300 was 67200 last month.
        let changed = try told(Self.drawing(["67300", "67300", "10"]))
        #expect(changed.map(\.code) == Array(repeating: "F206", count: 6))
        #expect(changed.allSatisfy { !$0.advice.chinese.contains("元") })
    }

    @Test func `只有一个村的几格按元填了，在各格的改法里说`() throws {
        let found = try told(
            Self.drawing(["67200", "67200", "10"], others: ["6.72", "6.72", "10"]))
        #expect(found.map(\.code) == ["F206", "F206"])
        #expect(found.map(cells) == ["B2", "C2"])
        let advice = "很可能是“累计应发”、“累计实发”都按元填了，这几列以万元计：改成6.72、6.72后这一行各项都对得上，请核对"
        #expect(found.allSatisfy { $0.advice.chinese.hasPrefix(advice) })
    }

    @Test func `一列的表头写了元，填的是万元：说表头，不说两列填反`() throws {
        let found = try told(
            Self.drawing(["0.000672", "6.72", "10"]), typed: ["due": "6.7200000000000001"])
        #expect(found.map(\.code) == ["F404"])
        #expect(found.map(\.severity) == [.query])
        #expect(found.map(cells) == ["B2 B3 B4"])
        #expect(
            found.map(\.message.chinese)
                == ["有3行对不上，都像是同一个原因：“累计应发”填的是以万元计的数，表头或表上方写的却是别的单位"])
    }

    @Test func `表上方写了元，填的都是万元：各栏合起来说一条`() throws {
        let found = try told(
            Self.drawing(["0.000672", "0.000672", "0.001"]),
            typed: ["due": "6.72", "paid": "6.72", "fund": "10"])
        #expect(found.map(\.code) == ["F404"])
        #expect(found.map(\.severity) == [.error])
        #expect(found.map(cells) == ["B2 C2 D2 B3 C3 D3 B4 C4 D4"])
    }

    @Test func `表头的元是对的，只有一个村按万元填了，也说是单位`() throws {
        var submission = try county.drawn(
            Self.drawing(["0.000672", "0.000672", "10"], others: ["6.72", "6.72", "10"])
        ).submission
        for index in submission.rows.indices {
            for field in ["due", "paid"] {
                submission.rows[index].changes.append(
                    ValueChange(
                        field: field, raw: index == 0 ? "6.72" : "67200", value: "",
                        reason: .unitConversion))
            }
        }
        let found = try told(submission)
        #expect(found.map(\.code).sorted() == ["V41", "V43"])
        let advice = "很可能是“累计应发”、“累计实发”填的是以万元计的数，表头或表上方写的却是别的单位：按万元算，这一行各项都对得上，请核对"
        #expect(found.allSatisfy { $0.advice.chinese == advice })
    }

    @Test func `格子里自己带的单位不算表头的错`() throws {
        let found = try told(
            Self.drawing(["0.000672", "6.72", "10"]), typed: ["due": "6.72元"])
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.code != "F404" && $0.advice.chinese.isEmpty })
    }
}
