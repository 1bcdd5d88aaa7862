import BigInt
package import Campaigns
package import Formulas

// The two borders of exact arithmetic: what comes in from SQLite and from the tables, and what is
// printed. Both round the same way, half away from zero; between them nothing is rounded.

extension Fraction {
    /// The decimal as it was written: `0.1` is one tenth.
    package init(_ decimal: ExactDecimal) {
        self.init(BigInt(decimal.unscaled), Self.power(of: 10, decimal.scale))
    }

    /// Exactly the number that the bits of a double stand for; nil for infinities and NaN.
    ///
    /// A finite double is a whole number times a power of two, so 0.1 becomes
    /// 3602879701896397 / 2^55 and not one tenth.
    package init?(exactly double: Double) {
        guard double.isFinite else { return nil }
        let isNormal = double.exponentBitPattern > 0
        let fraction = BigInt(double.significandBitPattern)
        let significand = isNormal ? fraction + Self.power(of: 2, 52) : fraction
        let exponent = Int(isNormal ? double.exponentBitPattern : 1) - 1075
        let signed = double.sign == .minus ? -significand : significand
        if exponent < 0 {
            self.init(signed, Self.power(of: 2, -exponent))
        } else {
            self.init(signed * Self.power(of: 2, exponent), 1)
        }
    }

    /// The places to which the results of formulas are rounded before they are exact.
    package static let formulaPlaces = 6

    /// What a formula gave: an integer as it is, a real rounded to 6 places.
    ///
    /// The rounding looks at the exact binary value of the double, never at a printed form of it:
    /// 0.0000005 is stored a little below the half and becomes 0. Nil for NULL, text and what is not
    /// finite.
    package init?(formulaResult value: SQLValue) {
        switch value {
        case .integer(let integer):
            self.init(integer)
        case .real(let real):
            guard let exact = Fraction(exactly: real) else { return nil }
            self = exact.rounded(toPlaces: Self.formulaPlaces)
        case .null, .text:
            return nil
        }
    }

    /// The nearest multiple of 10^−places, half away from zero.
    package func rounded(toPlaces places: Int) -> Fraction {
        Fraction(units(ofPlaces: places), Self.power(of: 10, places))
    }

    /// With exactly so many decimals, half away from zero: `87.50`; zero is never `-0.00`.
    package func text(places: Int) -> String {
        Self.text(digits(places: places), places: places)
    }

    /// As `text(places:)` without the zeros at the end: `98.5`, `3`.
    package func shortText(places: Int) -> String {
        var (digits, places) = (digits(places: places), places)
        while places > 0, digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            places -= 1
        }
        return Self.text(digits, places: places)
    }

    /// The digits of the value in units of 10^−places, at least one before the point, behind the sign.
    private func digits(places: Int) -> [UInt8] {
        let units = units(ofPlaces: places)
        let digits = units.magnitude.digits
        var text: [UInt8] = units.sign == .minus && !units.isZero ? [UInt8(ascii: "-")] : []
        text.reserveCapacity(max(digits.utf8.count, places) + 3)
        text.append(
            contentsOf: repeatElement(
                UInt8(ascii: "0"), count: max(0, places + 1 - digits.utf8.count)))
        text.append(contentsOf: digits.utf8)
        return text
    }

    private static func text(_ digits: [UInt8], places: Int) -> String {
        guard places > 0 else { return String(decoding: digits, as: UTF8.self) }
        var digits = digits
        digits.insert(UInt8(ascii: "."), at: digits.count - places)
        return String(decoding: digits, as: UTF8.self)
    }

    /// The value in units of 10^−places, half away from zero.
    private func units(ofPlaces places: Int) -> BigInt {
        let doubled = numerator.magnitude * Self.power(of: 10, places).magnitude << 1
        let half = denominator.magnitude
        let magnitude = BigInt((doubled + half) / (half << 1))
        return numerator.sign == .minus ? -magnitude : magnitude
    }

    private static func power(of base: Int, _ exponent: Int) -> BigInt {
        if base == 10, tens.indices.contains(exponent) { return tens[exponent] }
        return BigInt(base).power(exponent)
    }

    /// The powers of ten that figures are printed with.
    private static let tens: [BigInt] = (0...12).map { BigInt(10).power($0) }
}

extension BigUInt {
    /// In decimal; nearly all figures fit into one word.
    fileprivate var digits: String {
        bitWidth > Word.bitWidth ? String(self) : String(words.first ?? 0)
    }
}

extension Settings {
    /// A number that the engine reads, exactly; `90%` is nine tenths.
    func fraction(_ key: Key) -> Fraction {
        let text = text(key)
        if text.hasSuffix("%"), let number = ExactDecimal(text.dropLast()) {
            return Fraction(number) / 100
        }
        return Fraction(decimal(key))
    }
}
