/// Writes rows of text as CSV by RFC 4180, the way Excel and WPS open it at a double click: UTF-8
/// with a byte order mark, CRLF at the end of each record.
///
/// ```swift
/// var writer = CSVWriter()
/// writer.add(["unit", "score"])
/// let bytes = writer.bytes
/// ```
package struct CSVWriter: Sendable {
    /// What was written so far; a whole file after any record.
    package private(set) var bytes: [UInt8]
    /// Puts an apostrophe before text that a spreadsheet would take for a formula.
    private let guardsFormulas: Bool

    /// - Parameters:
    ///   - byteOrderMark: Without one Excel takes Chinese text for GBK; other programs may stumble.
    ///   - guardsFormulas: False only for readers that are programs: the apostrophe is part of the
    ///     data to them.
    package init(byteOrderMark: Bool = true, guardsFormulas: Bool = true) {
        bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
        self.guardsFormulas = guardsFormulas
    }

    /// A whole file at once.
    package static func file(_ rows: some Sequence<[String]>) -> [UInt8] {
        var writer = CSVWriter()
        for row in rows { writer.add(row) }
        return writer.bytes
    }

    /// Adds one record.
    package mutating func add(_ fields: [String]) {
        var isFirst = true
        for field in fields {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            // A native string lies in one piece; any other is copied into one.
            var text = field
            text.withUTF8 { add($0, isAlone: fields.count == 1) }
        }
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
    }

    /// Empties what was written, for a caller that passes it on piece by piece.
    mutating func flush() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func add(_ field: UnsafeBufferPointer<UInt8>, isAlone: Bool) {
        // A record of one empty field would be an empty line, which readers skip. RFC 4180, 2.6:
        // line ends, quotes and commas stand in quotes.
        var isQuoted = isAlone && field.isEmpty
        var hasQuote = false
        for byte in field where byte <= UInt8(ascii: ",") {
            switch byte {
            case .quote: (isQuoted, hasQuote) = (true, true)
            case UInt8(ascii: ","), .lineFeed, .carriageReturn: isQuoted = true
            default: break
            }
        }
        if isQuoted { bytes.append(.quote) }
        if guardsFormulas, Self.looksLikeFormula(field) { bytes.append(UInt8(ascii: "'")) }
        if hasQuote {
            for byte in field {
                if byte == .quote { bytes.append(byte) }
                bytes.append(byte)
            }
        } else {
            bytes.append(contentsOf: field)
        }
        if isQuoted { bytes.append(.quote) }
    }

    /// Whether a spreadsheet might compute this text (CWE-1236).
    ///
    /// It begins with `=`, `+`, `-`, `@`, a tabulator, a line end or a NUL, or with one of the signs
    /// in full width, which Excel takes for a plain one in Chinese. A number is left alone: `-5`
    /// must stay one.
    private static func looksLikeFormula(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = field.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0, 9, .lineFeed, .carriageReturn: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            return plainNumber(String(decoding: field, as: UTF8.self)) == nil
        // ＋ － ＝ ＠ are EF BC 8B, 8D, 9D and A0.
        case 0xEF:
            guard field.count >= 3, field[1] == 0xBC else { return false }
            return [0x8B, 0x8D, 0x9D, 0xA0].contains(field[2])
        default: return false
        }
    }
}
