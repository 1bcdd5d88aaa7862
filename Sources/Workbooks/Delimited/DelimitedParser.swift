/// Splits UTF-8 text into records and fields by RFC 4180, and always finds some parse.
///
/// Lines may end in LF, CRLF or CR. Quotes that do not fit are kept as text and noted; an opening
/// quote without an end is text as well, for else it would swallow every record behind it.
struct DelimitedParser {
    struct Record {
        /// The line on which it starts, counted from 1.
        var line: Int
        var fields: [String] = []

        var isBlank: Bool { fields.count == 1 && fields[0].isEmpty }
    }

    private let bytes: [UInt8]
    private let delimiter: [UInt8]
    private var position = 0
    private var line = 1
    /// Each unpaired quote makes the rest be read again, so their number is bounded.
    private var rewindsLeft = 100
    /// Lines with quotes that do not fit.
    private(set) var oddLines: [Int] = []

    init(_ bytes: [UInt8], delimiter: [UInt8]) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    /// The next record; nil behind the last one.
    mutating func next() -> Record? {
        guard position < bytes.count else { return nil }
        var record = Record(line: line)
        repeat {
            record.fields.append(String(decoding: field(), as: UTF8.self))
        } while skipDelimiter()
        skipLineEnd()
        return record
    }

    private mutating func field() -> [UInt8] {
        guard position < bytes.count, bytes[position] == Self.quote, rewindsLeft > 0,
            var content = quoted()
        else { return plain(isAfterQuote: false) }
        if !isAtFieldEnd { content += plain(isAfterQuote: true) }
        return content
    }

    /// Nil, and back where it began, where the quote does not end.
    private mutating func quoted() -> [UInt8]? {
        let start = (position: position, line: line)
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard position < bytes.count, bytes[position] == Self.quote else { return content }
                position += 1
            } else if byte == Self.lineFeed
                || byte == Self.carriageReturn && !isAt(Self.lineFeed)
            {
                line += 1
            }
            content.append(byte)
        }
        (position, line) = start
        rewindsLeft -= 1
        return nil
    }

    private mutating func plain(isAfterQuote: Bool) -> [UInt8] {
        let start = position
        var isOdd = isAfterQuote
        while !isAtFieldEnd {
            if bytes[position] == Self.quote { isOdd = true }
            position += 1
        }
        if isOdd, oddLines.last != line { oddLines.append(line) }
        return Array(bytes[start..<position])
    }

    private var isAtFieldEnd: Bool {
        guard position < bytes.count else { return true }
        let byte = bytes[position]
        return byte == Self.lineFeed || byte == Self.carriageReturn || isAtDelimiter
    }

    private var isAtDelimiter: Bool {
        guard let first = delimiter.first, bytes[position] == first else { return false }
        return delimiter.count == 1 || bytes[position...].starts(with: delimiter)
    }

    private func isAt(_ byte: UInt8) -> Bool { position < bytes.count && bytes[position] == byte }

    private mutating func skipDelimiter() -> Bool {
        guard position < bytes.count, isAtDelimiter else { return false }
        position += delimiter.count
        return true
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        if bytes[position] == Self.carriageReturn { position += 1 }
        if isAt(Self.lineFeed) { position += 1 }
        line += 1
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
