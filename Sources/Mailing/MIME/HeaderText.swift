/// Text in headers: encoded words (RFC 2047) and parameters (RFC 2231), no line ever split by a value.
enum HeaderText {
    /// A header's text: ASCII as it is, else encoded words, each on a line of its own.
    static func unstructured(_ text: String, in header: String) throws(MailError) -> String {
        try check(text, in: header)
        return isPlain(text) ? text : encodedWords(text).joined(separator: "\r\n ")
    }

    /// A parameter of the old form, which QQ and many others read: `name="=?UTF-8?B?…?="`.
    static func quoted(
        _ name: String, _ value: String, in header: String
    ) throws(MailError) -> String {
        try check(value, in: header)
        let text =
            isPlain(value) ? escaped(value) : encodedWords(value).joined(separator: "\r\n ")
        return "\(name)=\"\(text)\""
    }

    /// A parameter of the standard's form: `filename*=UTF-8''%E9%80%9A…`.
    static func extended(
        _ name: String, _ value: String, in header: String
    ) throws(MailError) -> String {
        try check(value, in: header)
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return "\(name)*=UTF-8''\(String(decoding: bytes, as: UTF8.self))"
    }

    /// Words of at most 60 characters, none of which splits a character; with `filename="` before it
    /// each stays on a line of 76.
    static func encodedWords(_ text: String) -> [String] {
        // `=?UTF-8?B?` and `?=` take 12 of 60; 48 characters of base64 hold 36 bytes.
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if (words.last?.count ?? 0) + bytes.count > 36 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(String(decoding: Base64.encoded($0), as: UTF8.self))?=" }
    }

    /// CR, LF and NUL are refused: whoever can write one could write a header of his own.
    static func check(_ value: String, in header: String) throws(MailError) {
        let isLegal = value.utf8.allSatisfy { $0 != 13 && $0 != 10 && $0 != 0 }
        guard isLegal else { throw .illegalHeader(header) }
    }

    /// Printable ASCII short enough for one line, and nothing that reads as an encoded word.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= 60 && text.utf8.allSatisfy { (32...126).contains($0) }
            && !text.contains("=?")
    }

    private static func escaped(_ text: String) -> String {
        String(text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] })
    }
}
