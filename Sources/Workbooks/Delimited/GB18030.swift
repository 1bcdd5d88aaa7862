/// GB 18030 as the C library's iconv maps it, strictly, from tables made once through it.
///
/// A character has one, two or four bytes: below 80; a lead 81–FE and a trail 40–7E or 80–FE; a
/// lead, a digit 30–39, a lead, a digit. The tables are about 250 KB.
struct GB18030: Sendable {
    /// By lead and trail: the character in UTF-8 with its first byte lowest; 0 where there is none.
    private let pairs: [UInt32]
    /// The same by the order of the four-byte codes, for those below U+10000.
    private let quads: [UInt32]

    /// Made at the first use.
    static let shared = GB18030()

    private init() {
        let converter = IconvConverter(to: "UTF-8", from: "GB18030")
        let pairCodes: [UInt8] = (UInt8(0x81)...0xFE).flatMap { lead in
            (UInt8(0x40)...0xFF).flatMap { [lead, $0] }
        }
        pairs = Self.characters(of: pairCodes, width: 2, converter)
        let quadCodes = (0..<Self.basicQuads).flatMap(Self.quad)
        quads = Self.characters(of: quadCodes, width: 4, converter)
    }

    /// Four-byte codes of the basic plane: 81 30 81 30 up to 84 31 A4 39.
    private static let basicQuads = 39_420
    /// The order of 90 30 81 30, which is U+10000; the rest of Unicode follows in order.
    private static let firstBeyond = 189_000

    /// The four-byte code at a place of their order.
    static func quad(_ order: Int) -> [UInt8] {
        [
            UInt8(0x81 + order / 12_600), UInt8(0x30 + order / 1260 % 10),
            UInt8(0x81 + order / 10 % 126), UInt8(0x30 + order % 10),
        ]
    }

    private static func characters(
        of codes: [UInt8], width: Int, _ converter: borrowing IconvConverter
    ) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(codes.count / width)
        var text = [UInt8](repeating: 0, count: 16 << 10)
        var start = 0
        while start < codes.count {
            let step = converter.step(codes.span.extracting(start...), into: &text)
            append(text[..<step.produced], to: &result)
            start += step.consumed
            // A code without a character; where the library knows no GB18030, all of them.
            if !step.isFine {
                result.append(0)
                start += width
            }
        }
        return result
    }

    private static func append(_ text: ArraySlice<UInt8>, to result: inout [UInt32]) {
        var current: UInt32 = 0
        var shift: UInt32 = 0
        for byte in text {
            if byte & 0xC0 != 0x80, shift > 0 {
                result.append(current)
                (current, shift) = (0, 0)
            }
            current |= UInt32(byte) << shift
            shift += 8
        }
        if shift > 0 { result.append(current) }
    }
}

extension GB18030 {
    /// Decodes characters that are whole, until one is not or is none.
    ///
    /// - Parameters:
    ///   - source: What is decoded.
    ///   - target: Takes the UTF-8; must have room for twice the source and four bytes more.
    /// - Returns: How far it came and why it stopped.
    func decode(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
    ) -> DecodingStep {
        pairs.withUnsafeBufferPointer { pairs in
            var read = 0
            var written = 0
            while read < source.count {
                let lead = source[read]
                guard lead >= 0x80 else {
                    target[written] = lead
                    read &+= 1
                    written &+= 1
                    continue
                }
                guard lead != 0x80, lead != 0xFF else {
                    return DecodingStep(read, written, isFaulty: true)
                }
                guard read + 1 < source.count else { break }
                let trail = source[read &+ 1]
                var character: UInt32
                var length = 2
                if trail >= 0x40 {
                    character = pairs[Int(lead &- 0x81) &* 192 &+ Int(trail &- 0x40)]
                } else {
                    guard read + 3 < source.count else {
                        let isFaulty = !Self.mayBegin(
                            UnsafeBufferPointer(rebasing: source[read...]))
                        return DecodingStep(read, written, isFaulty: isFaulty)
                    }
                    character = quad(lead, trail, source[read &+ 2], source[read &+ 3])
                    length = 4
                }
                guard character != 0 else { return DecodingStep(read, written, isFaulty: true) }
                UnsafeMutableRawPointer(target + written)
                    .storeBytes(of: character.littleEndian, as: UInt32.self)
                read &+= length
                written &+= character < 0x1_0000 ? 2 : character < 0x100_0000 ? 3 : 4
            }
            return DecodingStep(read, written, isFaulty: false)
        }
    }

    /// Whether fewer than four bytes can be the beginning of a four-byte code.
    private static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count > 1, (0x30...0x39).contains(bytes[1]) else { return bytes.count <= 1 }
        return bytes.count == 2 || (0x81...0xFE).contains(bytes[2])
    }

    /// 0 where there is no such character.
    private func quad(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32 {
        guard (0x30...0x39).contains(second), (0x81...0xFE).contains(third),
            (0x30...0x39).contains(fourth)
        else { return 0 }
        let high = Int(first - 0x81) * 12_600 + Int(second - 0x30) * 1260
        let order = high + Int(third - 0x81) * 10 + Int(fourth - 0x30)
        if order < quads.count { return quads[order] }
        guard order >= Self.firstBeyond, order - Self.firstBeyond <= 0xF_FFFF else { return 0 }
        return Self.packed(UInt32(0x1_0000 + order - Self.firstBeyond))
    }

    /// The UTF-8 of a character beyond the basic plane, its first byte lowest.
    private static func packed(_ value: UInt32) -> UInt32 {
        (0xF0 | value >> 18) | (0x80 | value >> 12 & 0x3F) << 8 | (0x80 | value >> 6 & 0x3F) << 16
            | (0x80 | value & 0x3F) << 24
    }
}

/// How far a decoder came.
struct DecodingStep {
    var consumed: Int
    var produced: Int
    /// What stands behind the consumed bytes is no character; else it is none yet.
    var isFaulty: Bool

    init(_ consumed: Int, _ produced: Int, isFaulty: Bool) {
        self.consumed = consumed
        self.produced = produced
        self.isFaulty = isFaulty
    }
}
