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
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            add(field, isAlone: fields.count == 1)
        }
        bytes.append(contentsOf: [13, 10])
    }

    /// Empties what was written, for a caller that passes it on piece by piece.
    mutating func flush() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func add(_ field: String, isAlone: Bool) {
        let isGuarded = guardsFormulas && Self.looksLikeFormula(field)
        // A record of one empty field would be an empty line, which readers skip.
        let isQuoted =
            (isAlone && field.isEmpty) || field.utf8.contains { Self.special.contains($0) }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
        if isGuarded { bytes.append(UInt8(ascii: "'")) }
        for byte in field.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    }

    /// A number is left alone: `-5` must stay one.
    private static func looksLikeFormula(_ field: String) -> Bool {
        guard let first = field.utf8.first, signs.contains(first) else { return false }
        return plainNumber(field) == nil
    }

    private static let special: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: ","), 10, 13]
    private static let signs: Set<UInt8> = [
        UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13,
    ]
}
