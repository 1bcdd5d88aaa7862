/// The text of a cell as XML, from UTF-8 bytes (ECMA-376 Part 1, 22.9.2.19, ST_Xstring).
///
/// What XML cannot hold becomes `_xHHHH_`, what looks like that already is protected, and bytes that
/// are no UTF-8 become U+FFFD. Runs of plain text are copied whole.
enum CellText {
    /// Excel's bound for the text of one cell, in UTF-16 units.
    static let longest = 32_767

    static func write(
        _ text: Span<UInt8>, to target: inout some ByteTarget & ~Copyable
    ) {
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if !isSpecial(byte) || byte == UInt8(ascii: "_") && !isEscape(text, at: index) {
                    index &+= 1
                    continue
                }
                target.append(text.extracting(start..<index))
                writeSpecial(byte, to: &target)
                index &+= 1
            } else {
                let length = sequenceLength(text, at: index)
                if length > 0, byte != 0xEF || !isNoncharacter(text, at: index) {
                    index &+= length
                    continue
                }
                target.append(text.extracting(start..<index))
                if length == 0 {
                    target.append("\u{FFFD}")
                    index &+= 1
                } else {
                    target.append(text[index + 2] == 0xBE ? "_xFFFE_" : "_xFFFF_")
                    index &+= 3
                }
            }
            start = index
        }
        target.append(text.extracting(start..<text.count))
    }

    /// Programs drop white space at the ends, and line ends anywhere, unless told.
    static func needsPreserving(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0 else { return false }
        if text[0] <= 32 || text[text.count - 1] <= 32 { return true }
        for index in text.indices where text[index] == 10 { return true }
        return false
    }

    /// How many of the bytes a cell can hold, so that no character is split.
    static func fitting(_ text: Span<UInt8>) -> Int {
        guard text.count > longest else { return text.count }
        var units = 0
        for index in text.indices where text[index] & 0xC0 != 0x80 {
            units += text[index] >= 0xF0 ? 2 : 1
            if units > longest { return index }
        }
        return text.count
    }

    /// Controls but tab and line feed, `&`, `<`, `>`, `"` and `_`: bits by ASCII code.
    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        let mask: UInt64 = byte < 64 ? 0x5000_0044_FFFF_F9FF : 0x0000_0000_8000_0000
        return mask &>> UInt64(byte & 63) & 1 != 0
    }

    private static func writeSpecial(
        _ byte: UInt8, to target: inout some ByteTarget & ~Copyable
    ) {
        switch byte {
        case UInt8(ascii: "&"): target.append("&amp;")
        case UInt8(ascii: "<"): target.append("&lt;")
        case UInt8(ascii: ">"): target.append("&gt;")
        case UInt8(ascii: "\""): target.append("&quot;")
        case UInt8(ascii: "_"): target.append("_x005F_")
        default:
            target.append("_x00")
            target.append(UInt8(ascii: "0") + byte >> 4)
            target.append(byte & 15 < 10 ? UInt8(ascii: "0") + byte & 15 : 55 + byte & 15)
            target.append("_")
        }
    }

    /// A complete `_xHHHH_` begins here.
    private static func isEscape(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard index + 7 <= text.count, text[index + 1] == UInt8(ascii: "x"),
            text[index + 6] == UInt8(ascii: "_")
        else { return false }
        for place in index + 2..<index + 6 {
            switch text[place] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                UInt8(ascii: "a")...UInt8(ascii: "f"):
                continue
            default: return false
            }
        }
        return true
    }

    /// The bytes of the character beyond ASCII that begins here; 0 where there is none (RFC 3629).
    @inline(__always)
    private static func sequenceLength(_ text: Span<UInt8>, at index: Int) -> Int {
        let lead = text[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard index &+ length <= text.count, lead >= 0xC2, lead <= 0xF4 else { return 0 }
        let second = text[index &+ 1]
        guard second & 0xC0 == 0x80 else { return 0 }
        if length == 2 { return 2 }
        guard text[index &+ 2] & 0xC0 == 0x80 else { return 0 }
        switch lead {
        case 0xE0: return second >= 0xA0 ? 3 : 0
        case 0xED: return second < 0xA0 ? 3 : 0
        case 0xF0: guard second >= 0x90 else { return 0 }
        case 0xF4: guard second < 0x90 else { return 0 }
        default: break
        }
        if length == 3 { return 3 }
        return text[index &+ 3] & 0xC0 == 0x80 ? 4 : 0
    }

    /// U+FFFE or U+FFFF, whole.
    private static func isNoncharacter(_ text: Span<UInt8>, at index: Int) -> Bool {
        text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    }
}
