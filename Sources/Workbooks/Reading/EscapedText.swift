/// The `_xHHHH_` of workbook texts, which stands for a UTF-16 unit that XML cannot hold
/// (ECMA-376 Part 1, 22.9.2.19, ST_Xstring).
enum EscapedText {
    /// False where there is certainly nothing to decode.
    static func mayHoldEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count >= 7 && bytes.contains(UInt8(ascii: "_"))
    }

    /// Decodes every complete escape; `_x005F_` keeps a literal underscore from being one.
    static func decoded(_ bytes: some Collection<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "_")) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        let source = Array(bytes)
        var text = ""
        var units: [UInt16] = []
        var plainStart = 0
        var index = 0
        while index < source.count {
            guard let unit = escape(in: source, at: index) else {
                index += 1
                continue
            }
            if plainStart < index {
                text += String(decoding: units, as: UTF16.self)
                units.removeAll()
                text += String(decoding: source[plainStart..<index], as: UTF8.self)
            }
            units.append(unit)
            index += 7
            plainStart = index
        }
        text += String(decoding: units, as: UTF16.self)
        return text + String(decoding: source[plainStart...], as: UTF8.self)
    }

    /// The unit of a complete escape that begins at an index.
    static func escape(in bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
            bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
            let unit = hexNumber(bytes[index + 2..<index + 6], digits: 4)
        else { return nil }
        return UInt16(truncatingIfNeeded: unit)
    }
}
