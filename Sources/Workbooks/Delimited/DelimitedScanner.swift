import Findings
package import ZipArchives

/// Walks through delimited text of any size, record by record and field by field, in little memory.
///
/// Quoting is RFC 4180's; lines may end in LF, CRLF or CR; some parse is always found. A quote that
/// does not fit is kept as text and noted; so is an opening quote without an end, for else it would
/// swallow every record behind it. Records may have any number of fields; one that fills more of
/// them than most records have is noted, a shorter one is not, for exports drop blanks at the end.
/// No field is made a `String`, and of none more is held than `WorkbookLimits.textLength`.
///
/// ```swift
/// var scanner = try DelimitedScanner(source)
/// var filled = 0
/// while let record = try scanner.next({ field, bytes in filled += bytes.isEmpty ? 0 : 1 }) { … }
/// ```
package struct DelimitedScanner: ~Copyable {
    /// What the text turned out to be, known before the first field is handed out.
    package let format: Workbook.Format
    /// What was odd in the records up to now, in their order, with line, row and column; no more
    /// than the limits let.
    package private(set) var notices: [Notice] = []

    let delimiter: Delimiter
    let limits: WorkbookLimits
    private let budget: TimeBudget
    /// A record that fills more fields is noted.
    private let usualFields: Int
    /// The text is the beginning of one: its last record may go on and counts for none.
    let isBeginning: Bool

    var stream: DecodedStream
    let window: ByteWindow
    /// The window holds what is still to be walked through, from here to `end`.
    ///
    /// At `end` stands a quote that is not the text's, so that searches need no bound.
    var position = 0
    var end = 0
    /// Nothing comes behind `end`.
    var isDrained = false
    /// The line of `position`, counted from 1.
    var line = 1
    private var row = 0
    /// What is still to be passed of a field whose beginning was handed out.
    var rest = FieldRest.none

    /// Decides about the encoding, for which the text is read to its end, and about the delimiter.
    ///
    /// - Parameters:
    ///   - source: The file, byte order mark and all.
    ///   - limits: `textSize`, `textLength`, `processorSeconds` and `notices` are heeded here; how many cells may be
    ///     kept is up to who keeps them.
    ///   - piece: How many bytes are read at a time; what is read is the same with any number.
    /// - Throws: The reason why this is no delimited text or too much of it.
    package init(
        _ source: ByteSource, limits: WorkbookLimits = .default, piece: Int = 128 << 10
    ) throws(WorkbookError) {
        guard source.count <= limits.textSize else {
            throw .limit("文件太大", "the file is too large")
        }
        // Before its encoding is looked at, which pages get wrong as well.
        if FileKind.isMarkup(source.bytes(at: 0, count: min(1 << 10, max(0, source.count)))) {
            throw WorkbookError(.markup)
        }
        let decision = try EncodingDecision(source, piece: piece)
        let beginning = try TextBeginning(source, decision)
        guard !beginning.bytes.isEmpty else { throw WorkbookError(.empty) }
        if FileKind.isMarkup(beginning.bytes) { throw WorkbookError(.markup) }
        let guess = try DelimiterGuess(beginning)
        self.init(
            DecodedStream(source, decision.encoding, from: decision.start, piece: piece),
            guess.delimiter, usualFields: guess.usualFields, limits: limits)
    }

    init(_ beginning: TextBeginning, _ delimiter: Delimiter) {
        let source = ByteSource(beginning.bytes)
        self.init(
            DecodedStream(source, .utf8, from: 0, piece: source.count), delimiter,
            isBeginning: !beginning.isWhole)
    }

    init(
        _ stream: consuming DecodedStream, _ delimiter: Delimiter, usualFields: Int = .max,
        limits: WorkbookLimits = .default, isBeginning: Bool = false
    ) {
        format = .csv(encoding: stream.encoding.rawValue, delimiter: delimiter.name)
        self.delimiter = delimiter
        self.limits = limits
        budget = TimeBudget(seconds: limits.processorSeconds)
        self.usualFields = usualFields
        self.isBeginning = isBeginning
        window = ByteWindow(
            capacity: Self.heldLength(limits, stream.source.count) + stream.room)
        self.stream = stream
        plantQuote()
    }
}

// MARK: - Records

extension DelimitedScanner {
    /// Where a field stands.
    package struct Field: Hashable, Sendable {
        /// The record's ordinal counted from 1, blank ones and all: its row in a spreadsheet.
        package var row: Int
        /// The field's ordinal in the record, counted from 1.
        package var column = 0
        /// The line on which the field begins, counted from 1.
        package var line: Int
        /// It stood in quotes, as text does and a number need not.
        package var isQuoted = false
    }

    /// A record that was walked through.
    package struct Record: Hashable, Sendable {
        /// Its ordinal counted from 1.
        package var row: Int
        /// The line on which it begins, counted from 1.
        package var line: Int
        /// How many fields it has; an empty line has one.
        package var fields = 0
        /// The last column that is not blank; 0 where all are.
        package var lastFilled = 0
    }

    /// Walks through the next record.
    ///
    /// - Parameter body: Takes each field in order and its text as UTF-8 without the quotes around
    ///   it, valid during the call; no bytes where the field is blank.
    /// - Returns: Nil behind the last record.
    /// - Throws: What `body` throws, and `.limit` beyond the rows and columns of a spreadsheet; the
    ///   scanner is of no use after that.
    package mutating func next(
        _ body: (Field, Span<UInt8>) throws(WorkbookError) -> Void
    ) throws(WorkbookError) -> Record? {
        if position == end, try !refill() { return nil }
        row += 1
        var record = Record(row: row, line: line)
        var field = Field(row: row, line: line)
        repeat {
            field.column += 1
            guard row <= 1_048_576, field.column <= 16_384 else {
                throw .limit("行或列太多", "too many rows or columns")
            }
            field.line = line
            var content = quickContent()
            if content == nil { content = try carefulContent(of: field) }
            guard let content else { return nil }
            if content.count > 0 { record.lastFilled = field.column }
            field.isQuoted = content.isQuoted
            let bytes = UnsafeBufferPointer(
                start: UnsafePointer(window.base + content.start), count: content.count)
            try body(field, bytes.span)
            position = content.end
        } while try passFieldEnd()
        record.fields = field.column
        if record.lastFilled > usualFields {
            note(Self.surplus, row: row, column: usualFields + 1, line: record.line)
        }
        // Nothing says that a record goes on behind a beginning, or that it does not.
        return isBeginning && isDrained ? nil : record
    }

    /// Passes what stands at the end of a field; whether that was a delimiter.
    private mutating func passFieldEnd() throws(WorkbookError) -> Bool {
        if rest != .none { try passRest() }
        guard position < end else { return false }
        let byte = window.base[position]
        if byte == .carriageReturn, position + 1 == end { _ = try refill() }
        if byte == .carriageReturn || byte == .lineFeed {
            // At the end stands a quote, which is no line feed.
            let isPair = byte == .carriageReturn && window.base[position + 1] == .lineFeed
            position += isPair ? 2 : 1
            line += 1
            return false
        }
        position += delimiter.count
        if position == end { _ = try refill() }
        return true
    }

    /// Keeps a notice, while there is room for one.
    mutating func note(_ reason: Bilingual, row: Int, column: Int, line: Int) {
        guard notices.count < limits.notices else { return }
        let cell = CellReference(row: row, column: column)
        notices.append(Notice(cell: cell, line: line, reason: reason))
    }

    private static var surplus: Bilingual {
        Bilingual("这一行的列比别的行多", "the record has more fields than the others")
    }
}

// MARK: - The window

extension DelimitedScanner {
    /// How many bytes of one field are held: a field that is longer, be all of it doubled quotes,
    /// is longer than its limit.
    private static func heldLength(_ limits: WorkbookLimits, _ count: Int) -> Int {
        2 * min(max(0, limits.textLength), 8 << 20, max(0, count)) + 8
    }

    /// A longer text is cut.
    var textLength: Int { min(max(0, limits.textLength), 8 << 20) }

    /// Whether another piece may be put behind what the window holds.
    var hasRoom: Bool { end - position <= window.capacity - stream.room }

    /// Puts the next piece of the text into the window; false where there is none.
    ///
    /// What is still to be walked through moves to the beginning; the caller has made sure of the
    /// room.
    mutating func refill() throws(WorkbookError) -> Bool {
        guard !isDrained else { return false }
        try budget.check()
        window.base.update(from: window.base + position, count: end - position)
        end -= position
        position = 0
        let count = try stream.fill(window, at: end)
        end += count
        isDrained = count == 0
        plantQuote()
        return count > 0
    }

    func plantQuote() { window.base[end] = .quote }
}

extension UInt8 {
    static var quote: UInt8 { UInt8(ascii: "\"") }
    static var lineFeed: UInt8 { UInt8(ascii: "\n") }
    static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
}
