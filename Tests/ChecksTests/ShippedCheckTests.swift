import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Testing

/// The built-in checks of this module as the shipped campaign names and weighs them, each with a return
/// that breaks it and one that does not.
struct ShippedCheckTests {
    /// Named by the rules table, found by the stages that read files and keep the calendar.
    private static let foundElsewhere: Set<Check> = [
        .unreadableFile, .wrongPeriod, .unknownUnit, .missingColumn, .severalSheets, .hiddenContent,
        .formulaUncomputed, .wrongTotal, .personalData, .resubmission, .notANumber, .approximation,
        .unitInValue, .unknownChoice, .damagedCode, .unknownEntry, .late,
    ]
    private static let foundHere: Set<Check> = [
        .missingValue, .outOfRange, .amountScale, .badDate, .codeCheckDigit, .sameAsLastMonth,
        .noVariance, .reportedByTwo, .mutualEvidence, .absentEntry, .duplicateEntry, .closedEntry,
        .twinSheets, .heaping, .shrinkingBase, .outlier,
    ]

    /// The code and the cells, `V11 D2`.
    private func briefs(_ findings: [Finding]) -> [String] {
        findings.map { ([$0.code] + $0.place.cells.map(\.description)).joined(separator: " ") }
    }

    @Test func `规则表里的内置检查不是这里查就是别处查`() throws {
        let county = try ShippedCounty()
        let named = county.campaign.rules.compactMap { rule -> Check? in
            guard case .builtIn(let check) = rule.test else { return nil }
            return check
        }
        #expect(Set(named) == Self.foundHere.union(Self.foundElsewhere))
    }

    @Test(arguments: ["rural", "community", "enterprise", "social_org", "organ", "ledger"])
    func `每个必填栏空着都报 V11，每个界限越过都报 V16`(id: String) throws {
        let county = try ShippedCounty()
        let form = try county.form(id)
        let engine = RuleEngine(campaign: county.campaign)
        for field in form.fields {
            let cells = county.cells([field.id], in: try county.plainReturn(of: id))
            if field.required == .always {
                let blank = try county.shown(
                    try county.plainReturn(of: id, [field.id: .null]), by: engine)
                let own = blank.filter { $0.code == "V11" }
                #expect(own.map(\.place.cells) == [cells], "\(field.id)")
                #expect(own.allSatisfy { $0.severity == .error })
            }
            guard field.type.isNumber, field.maximum != nil || field.minimum != nil else {
                continue
            }
            for number in [-1, 1_000_000] {
                let wrong = try county.plainReturn(of: id, [field.id: .integer(number)])
                let errors = try county.shown(wrong, by: engine).filter {
                    $0.severity == .error && Set(cells).isSubset(of: $0.place.cells)
                }
                // One finding, of the range or of a rule that says the same in better words.
                #expect(errors.count == 1, "\(field.id) \(number) \(briefs(errors))")
            }
        }
        let plain = try county.shown(try county.plainReturn(of: id))
        #expect(plain.filter { $0.severity == .error } == [], "\(id)")
    }

    @Test func `满足条件才必填的栏`() throws {
        let county = try ShippedCounty()
        let missing = try county.shown(
            try county.plainReturn(of: "rural", ["fs_assigned": .text("是"), "fs_days": .null]))
        #expect(briefs(missing) == ["V11 P2"])
        let none = try county.shown(
            try county.plainReturn(of: "rural", ["fs_assigned": .text("否"), "fs_days": .null]))
        #expect(none.filter { $0.code == "V11" } == [])
    }

    @Test func `党组织成立日期还没有到是 V18，说到哪天为止`() throws {
        let county = try ShippedCounty()
        let late = try county.plainReturn(
            of: "enterprise", ["org_date": .text("2020-07-07"), "formal": .integer(3)])
        #expect(briefs(try county.shown(late)) == ["V18 J2"])
        #expect(
            try county.shown(late).map(\.message.chinese)
                == ["“党组织成立日期”填了2020-07-07，最晚只能是2020-07-06"])
        let due = try county.plainReturn(
            of: "enterprise", ["org_date": .text("2020-06-30"), "formal": .integer(3)])
        #expect(try county.shown(due) == [])
    }

    @Test func `金额是上月中位数的一百倍`() throws {
        let county = try ShippedCounty()
        let form = try county.form("rural")
        let past = county.view(of: form, ["pay_due": .real(0.5)])
        let high = try county.plainReturn(of: "rural", ["pay_due": .integer(50)])
        #expect(briefs(try county.shown(high, previous: past)) == ["V17 H2"])
        let right = try county.plainReturn(of: "rural", ["pay_due": .real(49.9)])
        #expect(try county.shown(right, previous: past) == [])
    }

    @Test func `信用代码校验位不符只问一句，与花名册相同的不问`() throws {
        let county = try ShippedCounty()
        let wrong = try county.plainReturn(
            of: "enterprise",
            ["unit_code": .text("91350100M000100Y44"), "formal": .integer(3)])
        #expect(briefs(try county.shown(wrong)) == ["V20 B2"])
        #expect(try county.shown(wrong).map(\.severity) == [.query])
        let right = try county.plainReturn(
            of: "enterprise",
            ["unit_code": .text("91350100M000100Y43"), "formal": .integer(3)])
        #expect(try county.shown(right) == [])
    }

    @Test func `整表照抄上月`() throws {
        let county = try ShippedCounty()
        let form = try county.form("organ")
        let past = county.view(of: form, county.plainValues(of: form))
        let copied = try county.plainReturn(of: "organ").rows.map { ($0.subject, $0.values) }
        let same = try county.shown(county.submission(of: form, rows: copied), previous: past)
        #expect(same.filter { $0.code == "V49" }.map(\.severity) == [.suspicion])
        let changed = try county.shown(
            try county.plainReturn(of: "organ", ["congress": .integer(0)]), previous: past)
        #expect(changed.filter { $0.code == "V49" } == [])
    }

    @Test func `八行以上各行月度数字完全一样`() throws {
        var county = try ShippedCounty()
        let form = try county.form("rural")
        let first = try #require(county.entry(of: form))
        let further = (1...7).map { number in
            var entry = first
            entry.code = "R1\(number)"
            entry.name = "第\(number)村"
            return entry
        }
        county.campaign = Campaign(
            settings: county.campaign.settings, units: county.campaign.units,
            roster: county.campaign.roster + further, forms: county.campaign.forms,
            choices: county.campaign.choices, rules: county.campaign.rules)
        var rows = county.campaign.entries(of: form, in: county.june).filter { $0.unit == "T1" }
            .map { entry in (Optional(entry.code), FieldValues(county.plainValues(of: form))) }
        let alike = try county.shown(county.submission(of: form, rows: rows))
        #expect(briefs(alike) == ["V50"])
        #expect(alike.map(\.severity) == [.suspicion])
        rows[7].1["duty_days"] = .integer(2)
        #expect(try county.shown(county.submission(of: form, rows: rows)) == [])
    }

    @Test func `花名册：漏一个、填两行、已并入、别家的`() throws {
        let county = try ShippedCounty()
        let form = try county.form("rural")
        let values = FieldValues(county.plainValues(of: form))
        func shown(_ subjects: [String]) throws -> [String] {
            let rows = subjects.map { (Optional($0), values) }
            return briefs(try county.shown(county.submission(of: form, rows: rows)))
        }
        #expect(try shown(["R1"]) == [])
        #expect(try shown([]) == ["V53"])
        #expect(try shown(["R1", "R1"]) == ["V54 C2 C3"])
        #expect(try shown(["R1", "R2"]) == ["V56 C3"])
        #expect(try shown(["R1", "R3"]) == ["V51 C3"])
    }

    @Test func `社区与机关互证`() throws {
        let county = try ShippedCounty()
        let (community, organ) = (try county.form("community"), try county.form("organ"))
        let busy = county.view(of: community, ["inservice_act": .integer(3)])
        func shown(_ count: Int) -> [Finding] {
            let views = [
                "community": busy, "organ": county.view(of: organ, ["vol_cnt": .integer(count)]),
            ]
            let found = RuleEngine(campaign: county.campaign).countyFindings(views: views)
            return RuleBook(county.campaign)
                .dressed(found, form: nil, period: county.june).shown
        }
        #expect(briefs(shown(0)) == ["V52"])
        #expect(shown(0).map(\.severity) == [.suspicion])
        #expect(shown(1) == [])
    }

    @Test func `缺一列只报一条，读那一列的规则都不报`() throws {
        let county = try ShippedCounty()
        var submission = try county.plainReturn(of: "rural", ["file_done": .integer(3)])
        submission.places.columns["cadres"] = nil
        submission.rows[0].values["cadres"] = nil
        #expect(briefs(try county.shown(submission)) == ["V04"])
        let told = Finding(
            .missingColumn(column: "村干部人数", proposals: [], isIssued: false),
            at: Place(file: "报表.xlsx", sheet: "表"))
        #expect(briefs(try county.shown(submission, known: [told])) == ["V04"])
    }
}
