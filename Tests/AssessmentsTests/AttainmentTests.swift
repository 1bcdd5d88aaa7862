import Campaigns
import Testing

@testable import Assessments

/// k by phase, each example computed by hand.
struct AttainmentTests {
    private func k(_ rate: Fraction, _ indicator: Indicator, _ period: String) throws -> Fraction? {
        let period = try #require(Period(period))
        return Yardstick(indicator, in: period, missedFactor: Fraction(3, 5))?
            .attainment(of: rate)
    }

    @Test func `monthly is rate over target, at most 1`() throws {
        let indicator = TestCounty.indicator(target: "0.8")
        #expect(try k(Fraction(1, 2), indicator, "2020-06") == Fraction(5, 8))
        #expect(try k(Fraction(4, 5), indicator, "2020-06") == 1)
        #expect(try k(1, indicator, "2020-06") == 1)
        #expect(try k(0, indicator, "2020-06") == 0)
    }

    @Test func `linear is held against base plus its share of the way by the month`() throws {
        // Expected in June: 0.2 + (1 − 0.2)·6/12 = 0.6.
        let indicator = TestCounty.indicator(base: "0.2", phase: .linear)
        #expect(try k(Fraction(3, 10), indicator, "2020-06") == Fraction(1, 2))
        #expect(try k(Fraction(3, 5), indicator, "2020-06") == 1)
        // January: 0.2 + 0.8/12 = 4/15.
        #expect(try k(Fraction(1, 5), indicator, "2020-01") == Fraction(3, 4))
        // December: the target itself.
        #expect(try k(Fraction(9, 10), indicator, "2020-12") == Fraction(9, 10))
    }

    @Test func `an empty base is 0`() throws {
        let indicator = TestCounty.indicator(phase: .linear)
        #expect(try k(Fraction(1, 4), indicator, "2020-03") == 1)
        #expect(try k(Fraction(1, 5), indicator, "2020-03") == Fraction(4, 5))
    }

    @Test(arguments: 1...11) func `annual is not applicable before December`(month: Int) throws {
        let period = try #require(Period(year: 2020, month: month))
        let indicator = TestCounty.indicator(phase: .annual)
        #expect(try k(1, indicator, period.description) == nil)
    }

    @Test func `annual counts in December as monthly`() throws {
        let indicator = TestCounty.indicator(target: "0.5", phase: .annual)
        #expect(try k(Fraction(1, 4), indicator, "2020-12") == Fraction(1, 2))
    }

    @Test func `a deadline is linear before its due date`() throws {
        let indicator = TestCounty.indicator(phase: .deadline, due: "2020-07-01")
        #expect(try k(Fraction(1, 4), indicator, "2020-06") == Fraction(1, 2))
        let open = TestCounty.indicator(phase: .deadline)
        #expect(try k(Fraction(1, 4), open, "2020-06") == Fraction(1, 2))
    }

    @Test(arguments: ["2020-06-30", "2020-06-01", "2019-12-31"])
    func `a deadline is reached in the period whose end is not before it`(due: String) throws {
        let indicator = TestCounty.indicator(target: "0.9", phase: .deadline, due: due)
        #expect(try k(Fraction(9, 10), indicator, "2020-06") == 1)
        // 0.6 · 0.45/0.9
        #expect(try k(Fraction(9, 20), indicator, "2020-06") == Fraction(3, 10))
        // Just below the target: 0.6 · 0.89/0.9
        #expect(try k(Fraction(89, 100), indicator, "2020-06") == Fraction(89, 150))
    }

    @Test func `an empty target is not applicable`() throws {
        #expect(try k(1, TestCounty.indicator(target: nil), "2020-06") == nil)
        let phases = Indicator.Phase.allCases
        for phase in phases {
            #expect(try k(1, TestCounty.indicator(target: nil, phase: phase), "2020-12") == nil)
        }
    }

    @Test func `a target of 0 is met by everyone`() throws {
        #expect(try k(0, TestCounty.indicator(target: "0"), "2020-06") == 1)
        #expect(try k(0, TestCounty.indicator(target: "0", phase: .linear), "2020-06") == 1)
    }

    @Test func `k is never below 0`() throws {
        #expect(try k(Fraction(-1, 2), TestCounty.indicator(), "2020-06") == 0)
        let deadline = TestCounty.indicator(phase: .deadline, due: "2020-06-30")
        #expect(try k(Fraction(-1, 2), deadline, "2020-06") == 0)
    }

    @Test func `lights change at 0·90 and 0·70`() {
        let scale = LightScale(Settings())
        #expect(scale.light(Fraction(9, 10)) == .green)
        #expect(scale.light(Fraction(8_999_999, 10_000_000)) == .yellow)
        #expect(scale.light(Fraction(7, 10)) == .yellow)
        #expect(scale.light(Fraction(6_999_999, 10_000_000)) == .red)
    }
}
