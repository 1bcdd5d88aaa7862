import Campaigns
import Formulas
import Testing

@testable import Assessments

struct FractionTests {
    @Test func `fractions are in lowest terms with a positive denominator`() {
        let half = Fraction(-3, -6)
        #expect("\(half.numerator)/\(half.denominator)" == "1/2")
        let minus = Fraction(4, -6)
        #expect("\(minus.numerator)/\(minus.denominator)" == "-2/3")
        #expect("\(Fraction(0, -5).denominator)" == "1")
        #expect(Set([Fraction(1, 2), Fraction(2, 4), Fraction(50, 100)]).count == 1)
    }

    @Test func `numbers of any length are reduced, and written to the last digit`() {
        let large = Fraction(Int.max) * Fraction(Int.max) * Fraction(Int.max)
        #expect(large * 6 / (large * 4) == Fraction(3, 2))
        #expect(large * 7 / large == 7)
        #expect(Fraction(3) / large * large / 3 == 1)
        #expect((large - large).isZero)
        let third = large / 3 + large / 5
        #expect(third - large / 5 == large / 3)
        let cube = "784637716923335095224261902710254454442933591094742482943"
        #expect(large.text(places: 2) == cube + ".00" && large.shortText(places: 2) == cube)
        #expect((-large).text(places: 0) == "-" + cube)
        #expect((large / 2).shortText(places: 12).hasSuffix("471.5"))
    }

    @Test func `the four operations are exact`() {
        #expect(Fraction(1, 3) + Fraction(1, 6) == Fraction(1, 2))
        #expect(Fraction(1, 3) - Fraction(1, 2) == Fraction(-1, 6))
        #expect(Fraction(2, 3) * Fraction(9, 4) == Fraction(3, 2))
        #expect(Fraction(2, 3) / Fraction(-4, 9) == Fraction(-3, 2))
        let tenth = Fraction(1, 10)
        #expect(Array(repeating: tenth, count: 10).sum == 1)
        #expect([Fraction]().sum == 0)
    }

    @Test func `comparison is exact where doubles are equal`() {
        let third = Fraction(333_333_333_333_333_333, 1_000_000_000_000_000_000)
        #expect(third < Fraction(1, 3))
        #expect(Fraction(-1, 2) < Fraction(-1, 3))
        #expect(Fraction(7, 7) == 1)
    }

    @Test(arguments: [
        (Fraction(5, 1000), "0.01"), (Fraction(-5, 1000), "-0.01"), (Fraction(4, 1000), "0.00"),
        (Fraction(-4, 1000), "0.00"), (Fraction(1005, 1000), "1.01"),
        (Fraction(1_004_999, 1_000_000), "1.00"), (Fraction(2675, 1000), "2.68"),
        (Fraction(99_995, 1000), "100.00"), (Fraction(-99_995, 1000), "-100.00"),
        (Fraction(200, 3), "66.67"), (Fraction(100, 3), "33.33"), (Fraction(87), "87.00"),
        (Fraction(69_995, 1000), "70.00"), (Fraction(69_994, 1000), "69.99"),
    ]) func `two decimals round half away from zero`(value: Fraction, text: String) {
        #expect(value.text(places: 2) == text)
        #expect(value.rounded(toPlaces: 2).text(places: 2) == text)
        #expect(value.rounded(toPlaces: 2).text(places: 5).hasPrefix(text))
    }

    @Test func `rates have twelve decimals`() {
        #expect(Fraction(2, 3).text(places: 12) == "0.666666666667")
        #expect(Fraction(1).text(places: 12) == "1.000000000000")
        #expect(Fraction(1, 2_000_000_000_000).text(places: 12) == "0.000000000001")
        #expect(Fraction(5, 2).text(places: 0) == "3")
        #expect(Fraction(-5, 2).text(places: 0) == "-3")
    }

    @Test func `short texts end without zeros`() {
        #expect(Fraction(197, 2).shortText(places: 12) == "98.5")
        #expect(Fraction(30).shortText(places: 6) == "30")
        #expect(Fraction(1, 3).shortText(places: 6) == "0.333333")
        #expect(Fraction(-1, 10_000_000).shortText(places: 6) == "0")
        #expect(Fraction(100).shortText(places: 0) == "100")
    }

    @Test func `a decimal is what was written`() throws {
        #expect(Fraction(try #require(ExactDecimal("0.1"))) == Fraction(1, 10))
        #expect(Fraction(try #require(ExactDecimal("-12.50"))) == Fraction(-25, 2))
        #expect(Fraction(ExactDecimal(7)) == 7)
    }

    @Test func `a double is the binary fraction that it stores`() throws {
        #expect(Fraction(exactly: 0.75) == Fraction(3, 4))
        #expect(Fraction(exactly: -2.5) == Fraction(-5, 2))
        #expect(Fraction(exactly: 0.1) == Fraction(3_602_879_701_896_397, 36_028_797_018_963_968))
        #expect(Fraction(exactly: 1e15) == Fraction(1_000_000_000_000_000))
        #expect(Fraction(exactly: -0.0) == 0)
        let least = try #require(Fraction(exactly: .leastNonzeroMagnitude))
        #expect(least > 0 && "\(least.numerator)" == "1")
        let greatest = try #require(Fraction(exactly: .greatestFiniteMagnitude))
        #expect("\(greatest.denominator)" == "1")
        #expect(Fraction(exactly: .infinity) == nil)
        #expect(Fraction(exactly: .nan) == nil)
    }

    @Test func `what formulas give is rounded to six places, half away from zero`() {
        #expect(Fraction(formulaResult: .integer(-3)) == -3)
        #expect(Fraction(formulaResult: .real(0.1 + 0.2)) == Fraction(3, 10))
        // Stored as 12.34567849999999985: below the half, whatever is printed of it.
        #expect(Fraction(formulaResult: .real(12.3456785)) == Fraction(12_345_678, 1_000_000))
        // 2^-7 = 0.0078125 is a half exactly, to six places.
        #expect(Fraction(formulaResult: .real(0.0078125)) == Fraction(7813, 1_000_000))
        #expect(Fraction(formulaResult: .real(-0.0078125)) == Fraction(-7813, 1_000_000))
        // Stored as 4.99999999999999977e-7: below the half.
        #expect(Fraction(formulaResult: .real(0.0000005)) == 0)
        #expect(Fraction(formulaResult: .null) == nil)
        #expect(Fraction(formulaResult: .text("3")) == nil)
    }

    @Test func `settings with a percent sign are fractions`() {
        let settings = Settings(texts: ["light_green": "85%", "late_points": "0.5"])
        #expect(settings.fraction(.lightGreen) == Fraction(17, 20))
        #expect(settings.fraction(.latePoints) == Fraction(1, 2))
        #expect(settings.fraction(.lightYellow) == Fraction(7, 10))
    }
}
