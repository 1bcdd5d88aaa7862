/// A decimal number with exactly the digits that were written: a weight, a target, a deduction.
package struct ExactDecimal: Hashable, Sendable {
    /// The value is `unscaled` / 10^`scale`; no trailing zeros, so equal values are equal.
    package let unscaled: Int
    package let scale: Int

    package static let zero = ExactDecimal(0)

    package init(_ integer: Int) {
        self.init(unscaled: integer, scale: 0)
    }

    package init(unscaled: Int, scale: Int) {
        var (unscaled, scale) = (unscaled, scale)
        while scale > 0 && unscaled % 10 == 0 { (unscaled, scale) = (unscaled / 10, scale - 1) }
        self.unscaled = unscaled
        self.scale = scale
    }

    /// Reads `12`, `-0.5`, `1.25`; nil for anything else and beyond 15 digits.
    package init?(_ text: some StringProtocol) {
        var (magnitude, digits, isNegative) = (0, 0, false)
        var point: Int?
        for (position, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where position == 0: isNegative = true
            case UInt8(ascii: "+") where position == 0: break
            case UInt8(ascii: ".") where point == nil && digits > 0: point = digits
            case 48...57 where digits < 15:
                magnitude = magnitude * 10 + Int(byte - 48)
                digits += 1
            default: return nil
            }
        }
        // A digit before the point and one behind it.
        guard digits > point ?? 0 else { return nil }
        self.init(
            unscaled: isNegative ? -magnitude : magnitude, scale: point.map { digits - $0 } ?? 0)
    }

    /// The number times ten to a power; exact.
    package func shifted(by places: Int) -> ExactDecimal {
        let scale = scale - places
        guard scale < 0 else { return ExactDecimal(unscaled: unscaled, scale: scale) }
        return ExactDecimal(
            unscaled: (0..<(-scale)).reduce(unscaled) { value, _ in value * 10 }, scale: 0)
    }

    /// The nearest binary number, for SQL and for charts; never for scores.
    package var double: Double {
        // Both are exact, so their quotient is the nearest one.
        guard unscaled.magnitude < 1 << 53, (0...22).contains(scale) else {
            return Double(description) ?? .nan
        }
        return Double(unscaled) / Self.powers[scale]
    }

    /// The powers of ten that binary numbers hold exactly.
    private static let powers: [Double] = (0...22).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}

extension ExactDecimal: CustomStringConvertible {
    package var description: String {
        let digits = String(unscaled.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -scale)
        return (unscaled < 0 ? "-" : "") + padded[..<point]
            + (scale > 0 ? "." + padded[point...] : "")
    }
}
