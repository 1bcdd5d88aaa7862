import Campaigns

/// How a number with one unit becomes a number in another: 元 and 万元, 字 and 万字, 个 and 人.
///
/// Different names of one unit convert; units that count different things (人 and 人次, 天 and 日) do
/// not, even where the number would stay the same.
package enum UnitConversion {
    /// A unit taken apart: 万元 is 10^4 of 元.
    private struct Measure {
        var exponent: Int
        var base: String
    }

    private static let multipliers: [Character: Int] = ["百": 2, "千": 3, "万": 4, "亿": 8]

    /// Names of one unit, under the first of them.
    private static let names: [String: String] = {
        let groups = [
            ["元", "块", "圆", "元整", "块钱"], ["平方米", "平米", "㎡", "m2", "m²", "平方"], ["小时", "个小时"],
            ["星", "星级", "颗星", "颗"], ["个", "名", "人", "位"],
        ]
        var names: [String: String] = [:]
        for group in groups {
            for name in group { names[name] = group[0] }
        }
        return names
    }()

    /// Units that 个 is said for.
    private static let counted: Set = ["项", "件", "份", "家", "处", "条"]

    /// The power of ten to multiply with to get from a unit on the sheet to the field's; nil where the
    /// one does not become the other.
    package static func exponent(from unit: String, to field: String?) -> Int? {
        let unit = Folding.key(unit)
        let field = Folding.key(field ?? "")
        guard !unit.isEmpty else { return nil }
        if unit == field { return 0 }
        let wanted = measure(field, knowing: "")
        let given = measure(unit, knowing: wanted.base)
        if given.base.isEmpty {
            // 3.5万 stands for 35,000, and for 3.5 in a column of 万元; 3千 there may be either.
            return given.exponent >= wanted.exponent ? given.exponent - wanted.exponent : nil
        }
        if given.base == wanted.base { return given.exponent - wanted.exponent }
        let isCounted = given.base == "个" && counted.contains(wanted.base)
        return isCounted && wanted.exponent == 0 ? given.exponent : nil
    }

    /// `known` is a base that is a unit although no table names it: the field's own.
    private static func measure(_ unit: String, knowing known: String) -> Measure {
        if let name = names[unit] { return Measure(exponent: 0, base: name) }
        if unit == known { return Measure(exponent: 0, base: unit) }
        guard let first = unit.first, let exponent = multipliers[first] else {
            return Measure(exponent: 0, base: unit)
        }
        let rest = String(unit.dropFirst())
        if rest.isEmpty { return Measure(exponent: exponent, base: "") }
        return Measure(exponent: exponent, base: names[rest] ?? rest)
    }

    /// The number times a power of ten, exactly; nil where it grows beyond what is read at all.
    static func convert(_ number: ExactDecimal, exponent: Int) -> ExactDecimal? {
        if exponent <= 0 {
            return ExactDecimal(unscaled: number.unscaled, scale: number.scale - exponent)
        }
        var (unscaled, scale) = (number.unscaled, number.scale)
        for _ in 0..<exponent {
            if scale > 0 {
                scale -= 1
            } else {
                let (product, overflow) = unscaled.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                unscaled = product
            }
        }
        return ExactDecimal(unscaled: unscaled, scale: scale)
    }
}
