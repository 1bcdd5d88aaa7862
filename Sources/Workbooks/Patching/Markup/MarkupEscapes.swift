/// Text and values of attributes as XML writes them, and as they are meant.
enum MarkupEscapes {
    /// With references resolved, sections of character data opened, comments and tags left out.
    static func decoded(_ source: ArraySlice<UInt8>) -> [UInt8] {
        guard source.contains(UInt8(ascii: "&")) || source.contains(UInt8(ascii: "<")) else {
            return Array(source)
        }
        var text: [UInt8] = []
        var index = source.startIndex
        while index < source.endIndex {
            let byte = source[index]
            if byte == UInt8(ascii: "&"), let end = referenceEnd(in: source, from: index),
                let scalar = scalar(of: source[index + 1..<end])
            {
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index = end + 1
            } else if byte == UInt8(ascii: "<") {
                index = markup(in: source, at: index, into: &text)
            } else {
                text.append(byte)
                index += 1
            }
        }
        return text
    }

    /// As the text of an element.
    static func encoded(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
            case 13: result.append(contentsOf: "&#13;".utf8)
            default: result.append(byte)
            }
        }
        return result
    }

    /// As the value of an attribute in quotes of either kind.
    static func encodedValue(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for byte in encoded(Array(text.utf8)) {
            switch byte {
            case UInt8(ascii: "\""): result.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): result.append(contentsOf: "&apos;".utf8)
            case 9, 10: result.append(contentsOf: "&#\(byte);".utf8)
            default: result.append(byte)
            }
        }
        return result
    }

    /// Behind the next occurrence of a text.
    static func end(
        of text: StaticString, in bytes: ArraySlice<UInt8>, from start: Int
    ) -> Int? {
        text.withUTF8Buffer { text in
            guard let first = text.first else { return nil }
            var index = start
            while index + text.count <= bytes.endIndex {
                if bytes[index] == first, bytes[index..<index + text.count].elementsEqual(text) {
                    return index + text.count
                }
                index += 1
            }
            return nil
        }
    }

    private static func referenceEnd(in source: ArraySlice<UInt8>, from start: Int) -> Int? {
        source[start...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    }

    private static func markup(
        in source: ArraySlice<UInt8>, at start: Int, into text: inout [UInt8]
    ) -> Int {
        if source[start...].starts(with: "<![CDATA[".utf8),
            let end = end(of: "]]>", in: source, from: start + 9)
        {
            text.append(contentsOf: source[start + 9..<end - 3])
            return end
        }
        let isComment = source[start...].starts(with: "<!--".utf8)
        return end(of: isComment ? "-->" : ">", in: source, from: start + 1) ?? source.endIndex
    }

    private static func scalar(of reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard reference.first == UInt8(ascii: "#") else {
            switch String(decoding: reference, as: UTF8.self) {
            case "amp": return "&"
            case "lt": return "<"
            case "gt": return ">"
            case "quot": return "\""
            case "apos": return "'"
            default: return nil
            }
        }
        let digits = reference.dropFirst()
        if digits.first == UInt8(ascii: "x") {
            let digits = digits.dropFirst()
            guard digits.count <= 8, let value = hexNumber(digits, digits: digits.count) else {
                return nil
            }
            return UInt32(exactly: value).flatMap(Unicode.Scalar.init)
        }
        return wholeNumber(digits).flatMap(UInt32.init(exactly:)).flatMap(Unicode.Scalar.init)
    }
}
