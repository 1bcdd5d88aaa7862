import Assessments
import Campaigns
import Findings
import Formulas
import Ledgers
import Testing

/// What the office granted, a return that is not owed or is later; silence alone never gains by it.
struct ReliefTests {
    private static let waived = ExpectedReturn.Relief.waived(reason: "洪灾")

    private static func extended(isRunning: Bool) throws -> ExpectedReturn.Relief {
        let until = try #require(Moment(iso: "2020-07-10T17:00", offset: 0))
        return .extended(until: until, isRunning: isRunning, reason: "停电")
    }

    /// A and B sent nothing, C sent all; A has what is granted.
    private func county(_ relief: ExpectedReturn.Relief?) throws -> TestCounty {
        var county = try TestCounty()
        county.indicators = [
            TestCounty.indicator(),
            TestCounty.indicator("X01", form: "submission"),
        ]
        county.indicators[1].numerator = "SUM(on_time)"
        county.indicators[1].denominator = "COUNT(*)"
        for unit in ["A", "B", "C"] {
            county.add(unit, done: 80)
            // A second form, which everybody sent.
            county.expected.append(TestCounty.accepted(unit, form: "ledger"))
        }
        county.expected[0] = TestCounty.missing("A")
        county.expected[0].relief = relief
        county.expected[2] = TestCounty.missing("B")
        return county
    }

    @Test func `a waived return has no k, no light, no deduction`() throws {
        let county = try county(Self.waived)
        let row = try county.row("A")
        #expect(row.k.isEmpty && row.light == nil && row.isExcused && !row.isSilent)
        let standing = try county.standing("A")
        #expect(standing.deductions == "0.00" && standing.items.isEmpty)
        #expect(standing.applicableWeight == "10")
        #expect(standing.baseScore == "100.00")
    }

    @Test func `without the office's act the same silence costs k and points`() throws {
        let county = try county(Self.waived)
        #expect(try county.row("B").k == "0.000000000000")
        let standing = try county.standing("B")
        #expect(standing.deductions == "2.00" && standing.applicableWeight == "20")
        let (other, granted) = (try county.standing("B").score, try county.standing("A").score)
        #expect(other == "23.00" && granted == "100.00")
    }

    @Test func `a waived return that came counts like any other`() throws {
        var county = try county(nil)
        county.expected[0] = TestCounty.accepted("A")
        county.expected[0].relief = Self.waived
        #expect(try county.row("A").k == "0.800000000000")
        #expect(try !county.row("A").isExcused)
    }

    @Test func `a return put off is like a waived one until the later time, then missing`() throws {
        let running = try county(Self.extended(isRunning: true))
        #expect(try running.row("A").k.isEmpty)
        #expect(try running.standing("A").deductions == "0.00")
        let over = try county(Self.extended(isRunning: false))
        #expect(try over.row("A").k == "0.000000000000" && over.row("A").isSilent)
        #expect(try over.standing("A").deductions == "2.00")
    }

    @Test func `the county's rate keeps the roster's denominator`() throws {
        let (without, with) = (try county(nil), try county(Self.waived))
        #expect(try with.row("county") == without.row("county"))
        #expect(try with.row("county").denominator == "300")
    }

    @Test func `a unit of which everything is waived is not ranked`() throws {
        var county = try county(Self.waived)
        county.settings["unranked_below"] = "30"
        county.expected[1] = TestCounty.missing("A", form: "ledger")
        county.expected[1].relief = Self.waived
        #expect(try county.standing("A").isUnranked)
    }

    @Test func `credit to the co-unit is not waived with the unit's return`() throws {
        var county = try county(Self.waived)
        county.indicators = [TestCounty.indicator(credit: .coUnit)]
        county.rows[0].coUnit = "C"
        #expect(try county.row("C").k == "0.800000000000")
    }

    @Test func `the tables say what is waived and why, and call it missing nowhere`() throws {
        let county = try county(Self.waived)
        let tables = ContractTables(
            try county.assess(), facts: try county.facts, campaign: county.campaign)
        let missing = tables.receipts.rows.filter { $0[5] == "missing" }
        #expect(missing.map { $0[1] } == ["B"])
        let lists = tables.lists.rows.filter { $0[0] == "missing" }
        #expect(lists.map { $0[6] } == ["open", "waived"])
        #expect(lists[1][3] == "2020年6月《农村月报》免报" && lists[1][7] == "洪灾")
    }

    @Test func `the list of what was put off bears the later day`() throws {
        let county = try county(Self.extended(isRunning: true))
        let tables = ContractTables(
            try county.assess(), facts: try county.facts, campaign: county.campaign)
        let row = try #require(tables.lists.rows.first { $0[6] == "extended" })
        #expect(row[5] == "2020-07-10" && row[7] == "停电")
    }

    @Test func `an explanation says why an indicator does not count`() throws {
        let county = try county(Self.waived)
        let explainer = try Explainer(campaign: county.campaign, facts: county.facts)
        let tree = try explainer.explain(unit: "A", indicator: "R01")
        #expect(tree.line.chinese.contains("不适用，免报：洪灾"))
        #expect(tree.line.english.contains("waived: 洪灾"))
    }

    @Test func `a veto stands on the office's list and changes no points`() throws {
        var county = try county(nil)
        let before = try county.standing("C")
        county.vetoes = [Veto(unit: "C", basis: "岚组通〔2020〕27号")]
        #expect(try county.standing("C") == before)
        let tables = ContractTables(
            try county.assess(), facts: try county.facts, campaign: county.campaign)
        let row = try #require(tables.officeLists.rows.first { $0[0] == "veto" })
        #expect(row[1] == "C C镇" && row[4] == "岚组通〔2020〕27号")
        #expect(tables.outbox.allSatisfy { table in !table.rows.contains { $0[0] == "veto" } })
    }
}
