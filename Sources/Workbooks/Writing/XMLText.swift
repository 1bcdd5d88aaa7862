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

    /// Text of a cell, as `CellText` escapes it.
    mutating func text(_ text: String) { CellText.write(text.utf8.span, to: &self) }

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
}

extension XMLText: ByteTarget {
    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ piece: Span<UInt8>) {
        piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
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
