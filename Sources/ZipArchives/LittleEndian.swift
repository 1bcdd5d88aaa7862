/// Numbers at an offset in untrusted bytes; nil beyond the end or, for eight bytes, beyond `Int`.
extension [UInt8] {
    func number16(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 2 else { return nil }
        return Int(self[offset]) | Int(self[offset + 1]) << 8
    }

    func number32(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 4 else { return nil }
        return Int(self[offset]) | Int(self[offset + 1]) << 8 | Int(self[offset + 2]) << 16
            | Int(self[offset + 3]) << 24
    }

    func number64(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 8,
            let low = number32(at: offset), let high = number32(at: offset + 4)
        else { return nil }
        return Int(exactly: UInt64(high) << 32 | UInt64(low))
    }

    mutating func append16(_ number: Int) {
        append(UInt8(truncatingIfNeeded: number))
        append(UInt8(truncatingIfNeeded: number >> 8))
    }

    mutating func append32(_ number: Int) {
        append16(number)
        append16(number >> 16)
    }
}
