/// XML being written, byte by byte: the caller gives the order, this escapes.
struct XMLText {
    private(set) var bytes: [UInt8] = []

    /// With the declaration that office programs write, unless it is a piece of a part.
    init(isPiece: Bool = false) {
        if !isPiece { raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") }
    }

    mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// `<name a="1">`, or with `/` before the end; attributes that are nil are left out.
    mutating func open(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], isEmpty: Bool = false
    ) {
        raw("<")
        raw(name)
        for (key, value) in attributes {
            guard let value else { continue }
            raw(" ")
            raw(key)
            raw("=\"")
            self.attribute(value)
            raw("\"")
        }
        raw(isEmpty ? "/>" : ">")
    }

    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        open(name, attributes, isEmpty: true)
    }

    mutating func close(_ name: String) {
        raw("</")
        raw(name)
        raw(">")
    }

    /// An element with text alone.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String
    ) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// Text of a cell: what XML cannot hold becomes `_xHHHH_`, and what looks like that already is
    /// protected (ECMA-376 Part 1, 22.9.2.19).
    mutating func text(_ text: String) {
        let source = Array(text.utf8)
        for (index, byte) in source.enumerated() {
            switch byte {
            case 0..<0x20 where byte != 9 && byte != 10: raw(Self.escape(byte))
            case UInt8(ascii: "_") where EscapedText.escape(in: source, at: index) != nil:
                raw("_x005F_")
            case 0xEF where source[index...].starts(with: [0xEF, 0xBF, 0xBE]): raw("_xFFFE_")
            case 0xEF where source[index...].starts(with: [0xEF, 0xBF, 0xBF]): raw("_xFFFF_")
            case 0xBF where Self.endsNoncharacter(source, at: index),
                0xBE where Self.endsNoncharacter(source, at: index):
                continue
            default: escaped(byte)
            }
        }
    }

    /// Text of an attribute: line ends as references, other controls left out.
    private mutating func attribute(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 9, 10, 13: raw("&#\(scalar.value);")
            case 0..<0x20, 0xFFFE, 0xFFFF: continue
            default:
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    escaped(byte)
                }
            }
        }
    }

    private mutating func escaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): raw("&amp;")
        case UInt8(ascii: "<"): raw("&lt;")
        case UInt8(ascii: ">"): raw("&gt;")
        case UInt8(ascii: "\""): raw("&quot;")
        default: bytes.append(byte)
        }
    }

    /// Inside the three bytes of U+FFFE or U+FFFF, behind the first.
    private static func endsNoncharacter(_ source: [UInt8], at index: Int) -> Bool {
        func isStart(_ start: Int) -> Bool {
            start >= 0 && start + 2 < source.count && source[start] == 0xEF
                && source[start + 1] == 0xBF && source[start + 2] >= 0xBE
        }
        return isStart(index - 1) || isStart(index - 2)
    }

    private static func escape(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
    }
}

extension String {
    /// The longest beginning of so many UTF-16 units that splits no character of Unicode.
    func cut(toUnits limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var scalars = String.UnicodeScalarView()
        var units = 0
        for scalar in unicodeScalars {
            units += UTF16.width(scalar)
            guard units <= limit else { break }
            scalars.append(scalar)
        }
        return String(scalars)
    }
}

/// The shortest digits that read back as the same number, whole numbers without `.0`.
///
/// They are a JSON number and an `xsd:double`; the number must be finite.
func shortestDigits(_ number: Double) -> String {
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
    return number.description
}
