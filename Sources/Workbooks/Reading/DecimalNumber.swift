/// Decimal digits to the nearest `Double`, without a `String` on the way.
///
/// Up to 19 digits are taken as an integer `w` times a power of ten. Where both are exact one
/// operation rounds right (Clinger 1990); else the product of `w` and a 128-bit power of five does
/// (Lemire 2021, "Number parsing at a gigabyte per second"). What is longer, or beyond the powers
/// kept here, goes to the standard library, which is exact as well.
enum DecimalNumber {
    /// A finite number in decimal digits with an optional exponent; nil for anything else, such as
    /// `inf` or `0x10`, which `Double` would take.
    static func value(of bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var index = 0
        let count = bytes.count
        let isNegative = count > 0 && bytes[0] == UInt8(ascii: "-")
        if isNegative { index = 1 }
        var digits: UInt64 = 0
        let first = index
        while index < count, case let digit = bytes[index] &- 48, digit <= 9 {
            digits = digits &* 10 &+ UInt64(digit)
            index += 1
        }
        var significant = index - first
        guard significant > 0 else { return slowValue(of: bytes) }
        var exponent = 0
        if index < count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            let point = index
            while index < count, case let digit = bytes[index] &- 48, digit <= 9 {
                digits = digits &* 10 &+ UInt64(digit)
                index += 1
            }
            exponent = point - index
            significant -= exponent
            guard exponent < 0 else { return slowValue(of: bytes) }
        }
        if index < count {
            guard let power = tenPower(bytes[index...]) else { return slowValue(of: bytes) }
            exponent += power
        }
        // 19 digits fit into 64 bits; leading zeros are rare enough not to be told apart.
        guard significant <= 19, let magnitude = product(of: digits, tenPower: exponent) else {
            return slowValue(of: bytes)
        }
        return isNegative ? -magnitude : magnitude
    }

    /// Reads `e-17`; nil for anything else and for powers that no cell needs.
    private static func tenPower(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard bytes.count > 1, bytes[bytes.startIndex] | 0x20 == UInt8(ascii: "e"),
            bytes.count <= 6
        else { return nil }
        return wholeNumber(bytes.dropFirst())
    }

    /// The nearest double; nil where this is not the place to find it.
    @inline(__always)
    static func product(of digits: UInt64, tenPower: Int) -> Double? {
        if digits == 0 { return 0 }
        if digits <= 1 << 53, -22...22 ~= tenPower {
            let power = exactTens[Int(tenPower.magnitude)]
            return tenPower < 0 ? Double(digits) / power : Double(digits) * power
        }
        guard FivePower.range ~= tenPower else { return nil }
        return rounded(digits, tenPower)
    }

    private static func rounded(_ digits: UInt64, _ tenPower: Int) -> Double? {
        let shift = digits.leadingZeroBitCount
        let scaled = digits << UInt64(shift)
        let five = FivePower.table[tenPower - FivePower.range.lowerBound]
        var product = scaled.multipliedFullWidth(by: five.high)
        if product.high & 0x1FF == 0x1FF {
            // The upper bits may still change: take the lower half of the power into account.
            let more = scaled.multipliedFullWidth(by: five.low).high
            let (low, carry) = product.low.addingReportingOverflow(more)
            product = (product.high + (carry ? 1 : 0), low)
        }
        let upper = Int(product.high >> 63)
        var mantissa = product.high >> UInt64(upper + 9)
        var binary = ((217_706 * tenPower) >> 16) + 63 + upper - shift + 1023
        guard binary > 0 else { return nil }
        // Exactly between two doubles: the even one.
        if product.low <= 1, -4...23 ~= tenPower, mantissa & 3 == 1,
            mantissa << UInt64(upper + 9) == product.high
        {
            mantissa &= ~1
        }
        mantissa = (mantissa + (mantissa & 1)) >> 1
        if mantissa >= 1 << 53 {
            mantissa = 1 << 52
            binary += 1
        }
        guard binary < 2047 else { return nil }
        return Double(bitPattern: UInt64(binary) << 52 | mantissa & ~(1 << 52))
    }

    private static func slowValue(of bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        let isPlain = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "+"), UInt8(ascii: "E"), UInt8(ascii: "e"):
                true
            default: false
            }
        }
        guard isPlain, let number = Double(String(decoding: bytes, as: UTF8.self)),
            number.isFinite
        else { return nil }
        return number
    }

    /// Powers of ten that a double holds exactly.
    private static let exactTens: [Double] = (0...22).map { power in
        (0..<power).reduce(1) { product, _ in product * 10 }
    }
}

/// The 128 leading bits of a power of five, the highest of them set.
struct FivePower {
    var high: UInt64
    var low: UInt64

    /// Powers whose 128 bits are exact, or whose reciprocal takes one division.
    static let range = -27...55
    static let table = range.map { FivePower($0) }

    private init(_ exponent: Int) {
        let power = (0..<exponent.magnitude).reduce(1 as UInt128) { power, _ in power * 5 }
        let bits =
            exponent < 0
            ? Self.reciprocal(of: UInt64(truncatingIfNeeded: power))
            : power << UInt128(power.leadingZeroBitCount)
        high = UInt64(truncatingIfNeeded: bits >> 64)
        low = UInt64(truncatingIfNeeded: bits)
    }

    /// Rounded up: 2 to the (bits of the power + 127), divided by the power, plus one.
    private static func reciprocal(of power: UInt64) -> UInt128 {
        // The power is odd and above 1, so its bits are those of the next power of two.
        let bits = UInt64.bitWidth - power.leadingZeroBitCount
        let upper = power.dividingFullWidth((1 << UInt64(bits - 1), 0))
        let lower = power.dividingFullWidth((upper.remainder, 0))
        return (UInt128(upper.quotient) << 64 | UInt128(lower.quotient)) + 1
    }
}

/// The same for text.
func plainNumber(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { DecimalNumber.value(of: $0) }
}
