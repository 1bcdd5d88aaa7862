import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing

/// A unit that owes a return and has none accepted takes k = 0; silence never pays.
struct SilenceTests {
    private func county(_ indicator: Indicator = TestCounty.indicator()) throws -> TestCounty {
        var county = try TestCounty()
        county.indicators = [indicator]
        county.add("A", done: 100)
        county.expected = [TestCounty.missing("A")]
        return county
    }

    @Test func `k is 0 and the rate is printed as the view gives it`() throws {
        let row = try county().row("A")
        #expect(row.rate == "1.000000000000" && row.k == "0.000000000000")
        #expect(row.isSilent && row.light == .red)
    }

    @Test func `k is 0 where nothing ever came and the denominator is NULL`() throws {
        var county = try county()
        county.rows[0].due = .null
        county.rows[0].done = .null
        let row = try county.row("A")
        #expect(row.rate.isEmpty && row.k == "0.000000000000" && row.isSilent)
        #expect(try county.standing("A").baseScore == "0.00")
    }

    @Test func `k is 0 where the form has no rows at all`() throws {
        var county = try county(TestCounty.indicator("X04", form: "ledger"))
        county.indicators[0].numerator = "COUNT(*)"
        county.indicators[0].denominator = "COUNT(*)"
        county.expected = [TestCounty.missing("A", form: "ledger")]
        let row = try county.row("A", of: "X04")
        #expect(row.denominator.isEmpty && row.k == "0.000000000000" && row.isSilent)
        county.expected = [TestCounty.accepted("A", form: "ledger")]
        #expect(try county.row("A", of: "X04").k.isEmpty)
    }

    @Test func `the reporting unit of a both indicator is silent, its co-unit is not`() throws {
        var county = try county(TestCounty.indicator(credit: .both))
        county.rows[0].coUnit = "D"
        county.units.append(TestCounty.township("D", group: "部门组", kind: "department"))
        #expect(try county.row("A").isSilent)
        #expect(try county.row("D").k == "1.000000000000")
    }

    @Test func `credit to the co-unit owes nothing`() throws {
        var county = try county(TestCounty.indicator(credit: .coUnit))
        county.rows[0].coUnit = "A"
        #expect(try county.row("A").k == "1.000000000000")
    }

    @Test func `suspended and out-of-season indicators stay aside`() throws {
        var county = try county(TestCounty.indicator(phase: .annual))
        #expect(try county.row("A").k.isEmpty)
        #expect(try !county.row("A").isSilent)
        county.indicators = [TestCounty.indicator(denominator: "SUM(due) * :open")]
        #expect(try county.row("A").k.isEmpty)
        county.indicators = [TestCounty.indicator(target: nil)]
        #expect(try county.row("A").k.isEmpty)
    }

    @Test func `the county's row is never silent`() throws {
        let row = try county().row("county")
        #expect(!row.isSilent && row.k == "1.000000000000")
    }

    @Test func `silence about another form changes nothing`() throws {
        var county = try county()
        county.expected = [TestCounty.accepted("A"), TestCounty.missing("A", form: "ledger")]
        #expect(try county.row("A").k == "1.000000000000")
    }

    @Test func `lower is better does not make silence pay`() throws {
        var county = try county(TestCounty.indicator(lower: true))
        county.rows[0].done = .real(0)
        #expect(try county.row("A").rate == "1.000000000000")
        #expect(try county.row("A").k == "0.000000000000")
    }
}
