extension ByteBuffer {
    /// Appends a whole number in decimal.
    mutating func append(decimal number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        if rest < 10_000_000 {
            let (packed, count) = Self.packed(UInt64(rest))
            append(packed: packed, count: count)
            return
        }
        var pieces: [UInt64] = []
        while rest > 0 {
            pieces.append(UInt64(rest % 1_000_000))
            rest /= 1_000_000
        }
        for (position, piece) in pieces.reversed().enumerated() {
            let (packed, count) = Self.packed(piece)
            if position > 0 {
                for _ in count..<6 { append(UInt8(ascii: "0")) }
            }
            append(packed: packed, count: count)
        }
    }

    /// Appends the shortest digits that read back as the same number, which must be finite.
    ///
    /// Where so many decimals and no fewer give the number back by one exact division, and there are
    /// at most fifteen digits, nothing shorter does: that needs no text in between.
    mutating func append(shortest number: Double) {
        var power = 1.0
        for decimals in 0...6 {
            let scaled = number * power
            guard abs(scaled) < 1e15 else { break }
            let whole = scaled.rounded()
            if whole / power == number, whole != 0 || number.sign == .plus {
                append(Int(whole), decimals: decimals)
                return
            }
            power *= 10
        }
        let digits = shortestDigits(number)
        append(digits.utf8.span)
    }

    /// `-12.05` for -1205 and two decimals.
    private mutating func append(_ scaled: Int, decimals: Int) {
        guard decimals > 0 else { return append(decimal: scaled) }
        if scaled < 0 { append(UInt8(ascii: "-")) }
        var power: UInt = 1
        for _ in 0..<decimals { power *= 10 }
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: power)
        append(decimal: Int(whole))
        append(UInt8(ascii: "."))
        let (packed, count) = Self.packed(UInt64(fraction))
        for _ in count..<decimals { append(UInt8(ascii: "0")) }
        append(packed: packed, count: count)
    }

    /// Up to seven digits, the first in the lowest byte.
    static func packed(_ number: UInt64) -> (bytes: UInt64, count: Int) {
        var packed: UInt64 = 0
        var rest = number
        var count = 0
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            packed = packed << 8 | (0x30 + digit)
            rest = quotient
            count += 1
        } while rest > 0
        return (packed, count)
    }
}

/// Digits handed over as text.
enum NumberDigits {
    /// They are a finite number in decimal, so that they may stand in a number cell.
    static func isNumber(_ digits: Span<UInt8>) -> Bool {
        var index = 0
        if digits.count > 0, digits[0] == UInt8(ascii: "-") { index = 1 }
        var whole = 0
        while index < digits.count, 48...57 ~= digits[index] {
            index &+= 1
            whole &+= 1
        }
        if index < digits.count, digits[index] == UInt8(ascii: "."), whole > 0 {
            index &+= 1
            whole = 0
            while index < digits.count, 48...57 ~= digits[index] {
                index &+= 1
                whole &+= 1
            }
        }
        if index == digits.count, whole > 0, digits.count < 300 { return true }
        // Exponents, signs and numbers of hundreds of digits are rare.
        guard digits.count < 1000 else { return false }
        return digits.withUnsafeBufferPointer {
            plainNumber(String(decoding: $0, as: UTF8.self)) != nil
        }
    }
}
