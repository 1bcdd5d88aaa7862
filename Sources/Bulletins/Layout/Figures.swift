import Campaigns

/// Printed figures: percentages, differences in percentage points, ordinal numbers.
enum Figures {
    /// A fraction as a percentage with one decimal, half away from zero: `86.5%`.
    static func percent(_ fraction: String) -> String? {
        tenths(fraction).map { "\(decimal(ofTenths: $0))%" }
    }

    /// A fraction with no more digits than it needs, for a cell.
    static func short(_ fraction: String) -> String? {
        ExactDecimal(fraction)?.description
    }

    /// `升1.2`, `降0.5`, `持平`: the difference of two fractions in percentage points.
    static func difference(_ fraction: String, before: String) -> String? {
        guard let now = ExactDecimal(fraction), let then = ExactDecimal(before) else { return nil }
        let scale = max(now.scale, then.scale)
        let change = scaled(now, to: scale) - scaled(then, to: scale)
        let points = rounded(ExactDecimal(unscaled: change, scale: scale))
        if points == 0 { return "持平" }
        return (points > 0 ? "升" : "降") + decimal(ofTenths: abs(points))
    }

    /// The size of the same difference in tenths of a percentage point, with its sign.
    static func tenthsOfChange(_ fraction: String, before: String) -> Int? {
        guard let now = tenths(fraction), let then = tenths(before) else { return nil }
        return now - then
    }

    /// A fraction in tenths of a per cent, half away from zero.
    static func tenths(_ fraction: String) -> Int? {
        ExactDecimal(fraction).map { rounded($0) }
    }

    /// Numbers as official papers count their sections: 一, 十一, 二十.
    static func chinese(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return String(number) }
        let tens = number / 10 == 0 ? "" : (number / 10 == 1 ? "" : digits[number / 10]) + "十"
        return tens + digits[number % 10]
    }

    private static func decimal(ofTenths tenths: Int) -> String {
        "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    private static func scaled(_ number: ExactDecimal, to scale: Int) -> Int {
        (number.scale..<scale).reduce(number.unscaled) { value, _ in value * 10 }
    }

    /// 1000 times the number, rounded half away from zero.
    private static func rounded(_ number: ExactDecimal) -> Int {
        guard number.scale > 3 else { return scaled(number, to: 3) }
        let divisor = scaled(ExactDecimal(1), to: number.scale - 3)
        let (quotient, rest) = number.unscaled.quotientAndRemainder(dividingBy: divisor)
        return abs(rest) * 2 >= divisor ? quotient + number.unscaled.signum() : quotient
    }
}
