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
        let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let digits = parts.joined()
        guard digits.utf8.count <= 15, digits.utf8.allSatisfy({ 48...57 ~= $0 }),
            let magnitude = Int(digits)
        else { return nil }
        self.init(
            unscaled: text.hasPrefix("-") ? -magnitude : magnitude,
            scale: parts.count == 2 ? parts[1].utf8.count : 0)
    }

    /// The number times ten to a power; exact.
    package func shifted(by places: Int) -> ExactDecimal {
        let scale = scale - places
        guard scale < 0 else { return ExactDecimal(unscaled: unscaled, scale: scale) }
        return ExactDecimal(
            unscaled: (0..<(-scale)).reduce(unscaled) { value, _ in value * 10 }, scale: 0)
    }

    /// The nearest binary number, for SQL and for charts; never for scores.
    package var double: Double { Double(description) ?? .nan }
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
