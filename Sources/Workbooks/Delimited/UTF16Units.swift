/// UTF-16 into UTF-8, strictly.
enum UTF16Units {
    /// Decodes characters that are whole, until one is not or is none.
    ///
    /// - Parameters:
    ///   - source: What is decoded.
    ///   - isLittleEndian: The lower byte of a unit comes first.
    ///   - target: Takes the UTF-8; must have room for one and a half times the source.
    /// - Returns: How far it came and why it stopped.
    static func decode(
        _ source: UnsafeBufferPointer<UInt8>, isLittleEndian: Bool,
        into target: UnsafeMutablePointer<UInt8>
    ) -> DecodingStep {
        let low = isLittleEndian ? 0 : 1
        func unit(at index: Int) -> UInt32 {
            UInt32(source[index + low]) | UInt32(source[index + 1 - low]) << 8
        }
        var read = 0
        var written = 0
        while read + 1 < source.count {
            var value = unit(at: read)
            var length = 2
            if value & 0xF800 == 0xD800 {
                guard value & 0xFC00 == 0xD800 else {
                    return DecodingStep(read, written, isFaulty: true)
                }
                guard read + 3 < source.count else { break }
                let second = unit(at: read + 2)
                guard second & 0xFC00 == 0xDC00 else {
                    return DecodingStep(read, written, isFaulty: true)
                }
                value = 0x1_0000 + (value & 0x3FF) << 10 + second & 0x3FF
                length = 4
            }
            read += length
            written += encode(value, at: target + written)
        }
        return DecodingStep(read, written, isFaulty: false)
    }

    /// Writes one character; says how many bytes it took.
    private static func encode(_ value: UInt32, at target: UnsafeMutablePointer<UInt8>) -> Int {
        func tail(_ shift: UInt32) -> UInt8 {
            UInt8(truncatingIfNeeded: 0x80 | value >> shift & 0x3F)
        }
        switch value {
        case ..<0x80:
            target[0] = UInt8(truncatingIfNeeded: value)
            return 1
        case ..<0x800:
            target[0] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
            target[1] = tail(0)
            return 2
        case ..<0x1_0000:
            target[0] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
            target[1] = tail(6)
            target[2] = tail(0)
            return 3
        default:
            target[0] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
            target[1] = tail(12)
            target[2] = tail(6)
            target[3] = tail(0)
            return 4
        }
    }
}
