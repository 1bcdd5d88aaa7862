import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing

/// Rates, the county's row, credit, what is not applicable.
struct IndicatorTests {
    private func county(
        _ indicator: Indicator = TestCounty.indicator(), _ period: String = "2020-06"
    ) throws -> TestCounty {
        var county = try TestCounty(period)
        county.indicators = [indicator]
        return county
    }

    @Test func `a rate is the ratio of the sums over the unit's rows`() throws {
        var county = try county()
        county.add("A", done: 10, due: 30)
        county.rows.append(.init(code: "A2", unit: "A", done: .real(30), due: .real(30)))
        let row = try county.row("A")
        #expect(row.numerator == "40" && row.denominator == "60")
        #expect(row.rate == "0.666666666667" && row.k == "0.666666666667")
        #expect(row.weight == "10" && row.light == .red && !row.isSilent)
    }

    @Test func `the county's rate is the ratio of the sums and not the mean of the rates`() throws {
        var county = try county()
        county.add("A", done: 10, due: 10)
        county.add("B", done: 0, due: 30)
        let row = try county.row("county")
        #expect(row.numerator == "10" && row.denominator == "40" && row.rate == "0.250000000000")
        #expect(row.k == "0.250000000000" && row.weight.isEmpty && row.light == .red)
    }

    @Test func `numerator and denominator are rounded to 6 places and exact from there`() throws {
        var county = try county()
        county.add("A", done: 0.1, due: 0.3)
        county.rows.append(.init(code: "A2", unit: "A", done: .real(0.2), due: .real(0)))
        #expect(try county.row("A").k == "1.000000000000")
        #expect(try county.row("A").numerator == "0.3")
        county.rows[0].done = .real(1.23456789)
        county.rows.removeLast()
        #expect(try county.row("A").numerator == "1.234568")
    }

    @Test func `a denominator of 0 is not applicable`() throws {
        var county = try county()
        county.add("A", done: 5, due: 0)
        let row = try county.row("A")
        #expect(row.numerator == "5" && row.denominator == "0")
        #expect(row.rate.isEmpty && row.k.isEmpty && row.light == nil)
        #expect(try county.standing("A").applicableWeight == "0")
    }

    @Test func `a NULL denominator is not applicable`() throws {
        var county = try county()
        county.add("A", done: 5)
        county.rows[0].due = .null
        let row = try county.row("A")
        #expect(row.denominator.isEmpty && row.rate.isEmpty && row.k.isEmpty)
    }

    @Test func `a NULL numerator with a denominator counts 0`() throws {
        var county = try county()
        county.add("A", done: 5)
        county.rows[0].done = .null
        let row = try county.row("A")
        #expect(row.numerator == "0" && row.rate == "0.000000000000")
        #expect(row.k == "0.000000000000" && row.light == .red)
    }

    @Test func `both counts a row for its unit and its co-unit, and once for the county`() throws {
        var county = try county(TestCounty.indicator(credit: .both, department: "4"))
        county.add("A", done: 1, due: 4)
        county.rows[0].coUnit = "D"
        county.add("B", done: 3, due: 4)
        county.rows[1].coUnit = "B"
        county.units.append(TestCounty.township("D", group: "部门组", kind: "department"))
        #expect(try county.row("A").denominator == "4")
        #expect(try county.row("B").denominator == "4")
        #expect(try county.row("D").rate == "0.250000000000")
        #expect(try county.row("D").weight == "4")
        #expect(try county.row("county").denominator == "8")
    }

    @Test func `co_unit counts rows for the co-unit alone, in the county those with one`() throws {
        var county = try county(TestCounty.indicator(credit: .coUnit))
        county.add("A", done: 1, due: 4)
        county.rows[0].coUnit = "D"
        county.add("B", done: 3, due: 4)
        county.units.append(TestCounty.township("D", group: "部门组", kind: "department"))
        #expect(try county.row("D").rate == "0.250000000000")
        #expect(try county.row("county").denominator == "4")
        let codes = try county.assess().indicators[0].rows.map(\.code)
        #expect(codes == ["D", "county"])
    }

    @Test func `only units with a weight and rows stand under an indicator`() throws {
        var county = try county(TestCounty.indicator(department: "0"))
        county.add("B", done: 1)
        county.add("A", done: 1)
        county.add("C", done: 1, group: nil)
        county.units.append(TestCounty.township("D", group: "部门组", kind: "department"))
        county.units.append(TestCounty.township("E"))
        let codes = try county.assess().indicators[0].rows.map(\.code)
        #expect(codes == ["B", "A", "county"])
        #expect(try county.row("county").denominator == "300")
    }

    @Test func `a NULL parameter suspends the indicator for all, and is named`() throws {
        var county = try county(
            TestCounty.indicator(numerator: "COUNT(*) FILTER (WHERE done >= :least * :month)"))
        county.open = ["least"]
        county.indicators.append(TestCounty.indicator("R02"))
        county.add("A", done: 50)
        let result = try county.assess().indicators[0]
        #expect(result.suspendedBy == ["least"])
        #expect(result.rows.map(\.code) == ["A", "county"])
        #expect(result.rows.allSatisfy { $0.k.isEmpty && $0.rate.isEmpty && $0.light == nil })
        #expect(try county.standing("A").applicableWeight == "10")
        county.settings["least"] = "5"
        county.open = []
        #expect(try county.row("A").numerator == "1")
        #expect(try county.assess().indicators[0].suspendedBy.isEmpty)
    }

    @Test func `a parameter that no table has is NULL`() throws {
        var county = try county(TestCounty.indicator(denominator: "SUM(due) + :nowhere + :absent"))
        county.add("A", done: 50)
        #expect(try county.assess().indicators[0].suspendedBy == ["absent", "nowhere"])
    }

    @Test func `lower replaces the rate by 1 − rate`() throws {
        var county = try county(TestCounty.indicator(lower: true))
        county.add("A", done: 25)
        let row = try county.row("A")
        #expect(row.numerator == "25" && row.rate == "0.750000000000" && row.light == .yellow)
        county.rows[0].done = .real(150)
        #expect(try county.row("A").rate == "-0.500000000000")
        #expect(try county.row("A").k == "0.000000000000")
    }

    @Test func `a missed deadline is red and a deadline before its day goes by k`() throws {
        var county = try county(
            TestCounty.indicator(phase: .deadline, due: "2020-06-30"))
        county.settings["deadline_missed_factor"] = "1"
        county.add("A", done: 95)
        county.add("B", done: 100)
        #expect(try county.row("A").k == "0.950000000000")
        #expect(try county.row("A").light == .red)
        #expect(try county.row("B").light == .green)
        county.indicators = [TestCounty.indicator(phase: .deadline, due: "2020-07-01")]
        #expect(try county.row("A").light == .green)
    }

    @Test func `an inspection counts to its duty unit; without one it is not applicable`() throws {
        let matched = TestCounty.indicator(
            "X03", numerator: "COUNT(*) FILTER (WHERE result = '相符')",
            denominator: "COUNT(*) FILTER (WHERE result IN ('相符', '不符'))", form: "inspection")
        var county = try county(matched)
        county.add("A", done: 1)
        county.add("B", done: 1)
        county.add("C", done: 1)
        county.inspections = [
            TestCounty.record("AF1", unit: "A"), TestCounty.record("AF2", unit: "A", result: "不符"),
            TestCounty.record("AF3", unit: "A", result: "无法核实"),
            TestCounty.record("AF4", unit: "C", result: "未上报"),
        ]
        #expect(try county.row("A", of: "X03").rate == "0.500000000000")
        #expect(try county.row("C", of: "X03").k.isEmpty)
        #expect(try county.assess().indicators[0].rows.map(\.code) == ["A", "C", "county"])
        #expect(try county.row("county", of: "X03").denominator == "2")
        #expect(try county.standing("B").applicableWeight == "0")
    }

    @Test func `on-time and first-pass rates come from the expected returns`() throws {
        var county = try county(
            TestCounty.indicator(
                "X01", numerator: "SUM(on_time)", denominator: "COUNT(*)", form: "submission"))
        county.add("A", done: 1)
        county.expected.append(TestCounty.accepted("A", form: "ledger", lateDays: 0))
        county.expected.append(TestCounty.missing("A", form: "other"))
        // Late by 0 working days is late all the same; what is missing is not silence of `submission`.
        #expect(try county.row("A", of: "X01").rate == "0.333333333333")
        #expect(try !county.row("A", of: "X01").isSilent)
    }

    @Test func `a form that is not asked for this month is out of season`() throws {
        var county = try county()
        county.forms[0].cycle = .quarter
        county.add("A", done: 50)
        #expect(try !county.row("A").k.isEmpty)
        county.period = county.period.next
        #expect(try county.row("A").k.isEmpty)
        #expect(try county.row("A").rate == "0.500000000000")
    }

    @Test func `a formula that does not run names its indicator`() throws {
        var county = try county(TestCounty.indicator("R09", numerator: "SUM(nothing)"))
        county.add("A", done: 1)
        let assessor = Assessor(campaign: county.campaign)
        let facts = try county.facts
        #expect {
            try assessor.assess(facts)
        } throws: { error in
            guard case .formula("R09", .syntax)? = error as? AssessmentError else { return false }
            return true
        }
        let text = TestCounty.indicator("R08", numerator: "MAX(code)")
        #expect(throws: AssessmentError.notANumber(indicator: "R08", unit: "A")) {
            county.indicators = [text]
            _ = try county.assess()
        }
        #expect(throws: AssessmentError.missingView(indicator: "R07", form: "moon")) {
            county.indicators = [TestCounty.indicator("R07", form: "moon")]
            _ = try county.assess()
        }
    }
}
