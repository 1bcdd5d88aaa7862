import Assessments
import Campaigns
import Findings
import Formulas
import Ledgers
import Testing
import Workbooks

/// S = 100·Σwk/Σw − deductions + bonus, computed by hand.
struct ScoreTests {
    private func county() throws -> TestCounty {
        var county = try TestCounty()
        county.indicators = [TestCounty.indicator()]
        county.add("A", done: 80)
        return county
    }

    private func returned(_ unit: String?, form: String? = "rural") throws -> Delivery {
        Delivery(
            form: form, unit: unit, period: Period("2020-06"), file: "a.xlsx", sheet: nil,
            received: Moment(try #require(CivilDate("2020-07-01")), secondOfDay: 0),
            status: .returned, isLate: false, lateDays: 0, revision: 0, rows: 0, findings: [])
    }

    @Test func `the base is the weighted mean of k over applicable indicators`() throws {
        var county = try county()
        county.indicators = [
            TestCounty.indicator("R01", weight: "2"),  // k = 0.8
            TestCounty.indicator("R02", target: "0.5", weight: "1.5"),  // k = 1
            TestCounty.indicator("R03", phase: .annual, weight: "50"),  // not applicable
        ]
        let standing = try county.standing("A")
        // 100 · (2·0.8 + 1.5) / 3.5 = 88.571…
        #expect(standing.score == "88.57" && standing.baseScore == "88.57")
        #expect(standing.applicableWeight == "3.5" && standing.light == .yellow)
        #expect(standing.deductions == "0.00" && standing.items.isEmpty)
    }

    @Test func `a department takes its own weights`() throws {
        var county = try county()
        county.indicators = [
            TestCounty.indicator("R01", weight: "1", department: "3"),
            TestCounty.indicator("R02", target: "0.8", weight: "1", department: "0"),
        ]
        #expect(try county.standing("A").score == "90.00")
        county.units[0].kind = "department"
        #expect(try county.standing("A").score == "80.00")
    }

    @Test func `late costs half a point a working day`() throws {
        var county = try county()
        county.expected = [TestCounty.accepted("A", lateDays: 3)]
        let standing = try county.standing("A")
        #expect(standing.score == "78.50" && standing.deductions == "1.50")
        #expect(standing.items == [DeductionItem(kind: .late, points: "1.50", count: 3)])
    }

    @Test func `late by 0 working days is late and costs nothing`() throws {
        var county = try county()
        county.expected = [TestCounty.accepted("A", lateDays: 0)]
        let standing = try county.standing("A")
        #expect(standing.score == "80.00")
        #expect(standing.items == [DeductionItem(kind: .late, points: "0.00", count: 0)])
    }

    @Test func `one late return never costs more than if it were missing`() throws {
        var county = try county()
        county.expected = [TestCounty.accepted("A", lateDays: 9)]
        #expect(try county.standing("A").deductions == "2.00")
    }

    @Test func `lateness costs at most 3 a unit and month`() throws {
        var county = try county()
        county.expected = [
            TestCounty.accepted("A", lateDays: 9),
            TestCounty.accepted("A", form: "ledger", lateDays: 3),
        ]
        // min(4.5, 2) + 1.5 = 3.5, at most 3.
        #expect(try county.standing("A").deductions == "3.00")
        #expect(try county.standing("A").items.map(\.count) == [12])
    }

    @Test func `a missing return costs 2`() throws {
        var county = try county()
        county.expected += [TestCounty.missing("A", form: "ledger"), TestCounty.missing("B")]
        #expect(
            try county.standing("A").items
                == [DeductionItem(kind: .missing, points: "2.00", count: 1)])
    }

    @Test func `a table of somebody else's goes back and costs nothing`() throws {
        var county = try county()
        var stray = try returned("A", form: nil)
        stray.findings = [Finding(.foreignFile, at: Place(file: "a.xlsx"))]
        county.deliveries = [stray]
        #expect(try county.standing("A").deductions == "0.00")
    }

    @Test func `each returned submission costs 0·2, at most 1, unreadable ones too`() throws {
        var county = try county()
        county.deliveries = [
            try returned("A"), try returned("A", form: nil), try returned("B"), try returned(nil),
        ]
        #expect(try county.standing("A").deductions == "0.40")
        for _ in 0..<5 { county.deliveries.append(try returned("A")) }
        #expect(try county.standing("A").deductions == "1.00")
        #expect(try county.standing("A").items[0].count == 7)
        for index in county.deliveries.indices { county.deliveries[index].status = .quarantined }
        #expect(try county.standing("A").deductions == "0.00")
    }

    @Test func `a confirmed misreport costs 5 each`() throws {
        var county = try county()
        county.misreports = [
            TestCounty.record(unit: "A", verdict: "虚报"),
            TestCounty.record(unit: "A", verdict: "瞒报"),
        ]
        let standing = try county.standing("A")
        #expect(standing.score == "70.00" && standing.baseScore == "80.00")
        #expect(standing.items == [DeductionItem(kind: .misreport, points: "10.00", count: 2)])
    }

    @Test func `deductions of every kind add up in their order`() throws {
        var county = try county()
        county.expected = [
            TestCounty.accepted("A", lateDays: 1), TestCounty.missing("A", form: "ledger"),
        ]
        county.deliveries = [try returned("A")]
        county.misreports = [TestCounty.record(unit: "A", verdict: "虚报")]
        let standing = try county.standing("A")
        #expect(standing.items.map(\.kind) == [.late, .missing, .returned, .misreport])
        #expect(standing.deductions == "7.70" && standing.score == "72.30")
    }

    @Test func `the bonus is capped at 3`() throws {
        var county = try county()
        county.awards = [Award(unit: "A", points: ExactDecimal(2), basis: "〔2020〕1号")]
        #expect(try county.standing("A").bonus == "2.00")
        county.awards.append(Award(unit: "A", points: ExactDecimal(2), basis: "〔2020〕2号"))
        #expect(try county.standing("A").bonus == "3.00")
        #expect(try county.standing("A").score == "83.00")
    }

    @Test func `a score may leave the hundred`() throws {
        var county = try county()
        county.rows[0].done = .real(100)
        county.awards = [Award(unit: "A", points: ExactDecimal(3), basis: "")]
        #expect(try county.standing("A").score == "103.00")
        county.rows[0].done = .real(1)
        county.misreports = [TestCounty.record(unit: "A", verdict: "虚报")]
        #expect(try county.standing("A").score == "-1.00")
    }

    @Test func `applicable weight under 30 is unranked`() throws {
        var county = try county()
        county.settings["unranked_below"] = "30"
        county.indicators[0].weightTownship = ExactDecimal(unscaled: 299, scale: 1)
        var standing = try county.standing("A")
        #expect(standing.isUnranked && standing.rank == nil && standing.score == nil)
        #expect(standing.baseScore == nil && standing.light == nil)
        #expect(standing.applicableWeight == "29.9" && standing.change == .hidden)
        county.indicators[0].weightTownship = ExactDecimal(30)
        standing = try county.standing("A")
        #expect(!standing.isUnranked && standing.rank == 1)
    }

    @Test func `units without a group, or closed by the period's end, are not scored`() throws {
        var county = try county()
        county.add("B", done: 1, group: nil)
        county.units.append(TestCounty.township("C", validTo: "2020-06-29"))
        county.units.append(TestCounty.township("D", validTo: "2020-06-30"))
        #expect(try county.assess().groups.flatMap(\.standings).map(\.unit) == ["A", "D"])
    }

    @Test(arguments: [
        // k, base_score: half away from zero on the third decimal.
        ("0.875450", "87.55"), ("0.875449", "87.54"), ("0.899950", "90.00"),
        ("0.000050", "0.01"), ("0.000049", "0.00"), ("0.666666", "66.67"),
    ]) func `scores round half away from zero, once`(k: String, score: String) throws {
        var county = try county()
        county.rows[0].done = .real(try #require(Double(k)))
        county.rows[0].due = .real(1)
        #expect(try county.standing("A").score == score)
    }

    @Test func `the score rounds after the deductions, not before`() throws {
        var county = try county()
        // 80.004 − 0.5 · 1 = 79.504; the base alone is 80.00.
        county.settings["late_points"] = "0.009"
        county.rows[0].done = .real(80.004)
        county.expected = [TestCounty.accepted("A", lateDays: 1)]
        // 80.004 − 0.009 = 79.995, half away from zero.
        #expect(try county.standing("A").score == "80.00")
        county.settings["late_points"] = "0.0091"
        #expect(try county.standing("A").score == "79.99")
    }

    @Test func `a unit's light goes by the printed base score`() throws {
        var county = try county()
        county.rows[0].done = .real(89.996)
        #expect(try county.standing("A").baseScore == "90.00")
        #expect(try county.standing("A").light == .green)
        county.misreports = [TestCounty.record(unit: "A", verdict: "虚报")]
        #expect(try county.standing("A").light == .green)
    }
}
