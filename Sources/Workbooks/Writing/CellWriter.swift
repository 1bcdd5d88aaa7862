import Findings

/// Writes rows and cells (ECMA-376 Part 1, 18.3.1.73 and 18.3.1.4) into a buffer; texts and styles
/// go to the tables that all sheets share.
struct CellWriter: ~Copyable {
    var buffer = ByteBuffer()
    var strings: SharedStringTable
    var styles = StyleTable()
    /// Some cell holds a formula, so programs are told to compute when they open the workbook.
    private(set) var hasFormulas = false

    private var row = 0
    private var column = 0
    private var attributes = RowAttributes()
    /// Between a row's beginning and its end.
    private var isInRow = false
    /// The row's element was begun; rows without cells may need none.
    private var isRowOpen = false
    private var rowDigits: (bytes: UInt64, count: Int) = (0, 0)
    private var letters = ColumnLetters()

    /// What a row says about itself.
    struct RowAttributes {
        /// In points.
        var height: Double?
        var isHidden = false

        var isEmpty: Bool { height == nil && !isHidden }
    }

    init(bounds: SharedStringTable.Bounds) { strings = SharedStringTable(bounds: bounds) }

    /// The next row is the first.
    mutating func beginSheet() { row = 0 }

    mutating func beginRow(_ attributes: RowAttributes = RowAttributes()) throws(WorkbookError) {
        guard row < 1_048_576 else { throw .limit("行太多", "too many rows") }
        row += 1
        column = 0
        isInRow = true
        isRowOpen = false
        self.attributes = attributes
        // The quote behind a reference is written with it.
        rowDigits = ByteBuffer.packed(UInt64(row))
        rowDigits.bytes |= UInt64(UInt8(ascii: "\"")) << UInt64(8 * rowDigits.count)
        rowDigits.count += 1
    }

    mutating func endRow() {
        if !isRowOpen, !attributes.isEmpty { openRow() }
        if isRowOpen { buffer.append("</row>") }
        isInRow = false
        isRowOpen = false
    }

    /// Leaves cells out.
    mutating func skip(_ columns: Int) throws(WorkbookError) {
        guard columns <= 16_384 - column else { throw .limit("列太多", "too many columns") }
        column += max(0, columns)
    }

    private mutating func openRow() {
        precondition(isInRow, "cells belong to a row")
        isRowOpen = true
        buffer.append("<row r=\"")
        buffer.append(packed: rowDigits.bytes, count: rowDigits.count)
        if let height = attributes.height {
            buffer.append(" ht=\"")
            buffer.append(shortest: min(409, max(0, height)))
            buffer.append("\" customHeight=\"1\"")
        }
        if attributes.isHidden { buffer.append(" hidden=\"1\"") }
        buffer.append(UInt8(ascii: ">"))
    }

    /// `<c r="B7" s="3"`: the caller goes on with the type or the end of the tag.
    @inline(__always)
    private mutating func openCell(_ format: Int) throws(WorkbookError) {
        guard column < 16_384 else { throw .limit("列太多", "too many columns") }
        if !isRowOpen { openRow() }
        buffer.append("<c r=\"")
        let name = letters[column]
        column &+= 1
        buffer.append(packed: UInt64(name & 0xFF_FFFF), count: Int(name >> 24))
        buffer.append(packed: rowDigits.bytes, count: rowDigits.count)
        if format != 0 {
            buffer.append(" s=\"")
            buffer.append(decimal: format)
            buffer.append(UInt8(ascii: "\""))
        }
    }
}

// MARK: - Kinds of cells

extension CellWriter {
    /// A cell without a value, for its style's sake.
    mutating func addBlank(style: StyleNumber) throws(WorkbookError) {
        try openCell(styles.format(of: style, .plain))
        buffer.append("/>")
    }

    /// A text from UTF-8 bytes, cut to what a cell can hold; an empty one is a blank cell.
    mutating func add(text: Span<UInt8>, style: StyleNumber) throws(WorkbookError) {
        guard text.count > 0 else { return try addBlank(style: style) }
        let text = text.extracting(0..<CellText.fitting(text))
        let isLikeFormula = Self.isSign(text[0])
        try openCell(styles.format(of: style, isLikeFormula ? .quoted : .plain))
        if let index = strings.index(of: text) {
            buffer.append(" t=\"s\"><v>")
            buffer.append(decimal: index)
            buffer.append("</v></c>")
        } else {
            buffer.append(
                CellText.needsPreserving(text)
                    ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>"
            )
            CellText.write(text, to: &buffer)
            buffer.append("</t></is></c>")
        }
    }

    mutating func add(integer: Int, style: StyleNumber) throws(WorkbookError) {
        try openCell(styles.format(of: style, .plain))
        buffer.append("><v>")
        buffer.append(decimal: integer)
        buffer.append("</v></c>")
    }

    /// What is no number shows as `#NUM!`.
    mutating func add(decimal: Double, style: StyleNumber) throws(WorkbookError) {
        guard decimal.isFinite else { return try add(error: "#NUM!".utf8.span, style: style) }
        try openCell(styles.format(of: style, .plain))
        buffer.append("><v>")
        buffer.append(shortest: decimal)
        buffer.append("</v></c>")
    }

    /// Digits that are no number become a text.
    mutating func add(digits: Span<UInt8>, style: StyleNumber) throws(WorkbookError) {
        guard NumberDigits.isNumber(digits) else { return try add(text: digits, style: style) }
        try openCell(styles.format(of: style, .plain))
        buffer.append("><v>")
        buffer.append(digits)
        buffer.append("</v></c>")
    }

    /// Before 1900 there are no numbers of days, only text.
    mutating func add(date: CivilDate, style: StyleNumber) throws(WorkbookError) {
        let serial = DateSerial.serial(of: date)
        if serial < 1 { return try add(text: date.description.utf8.span, style: style) }
        try openCell(styles.format(of: style, .dated))
        buffer.append("><v>")
        buffer.append(decimal: serial)
        buffer.append("</v></c>")
    }

    mutating func add(bool: Bool, style: StyleNumber) throws(WorkbookError) {
        try openCell(styles.format(of: style, .plain))
        buffer.append(bool ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>")
    }

    private mutating func add(error: Span<UInt8>, style: StyleNumber) throws(WorkbookError) {
        try openCell(styles.format(of: style, .plain))
        buffer.append(" t=\"e\"><v>")
        buffer.append(error)
        buffer.append("</v></c>")
    }

    /// Characters with which a typed text would become a formula.
    @inline(__always)
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
        default: false
        }
    }
}

// MARK: - Drafts

extension CellWriter {
    /// Writes the cell that a draft describes; nil leaves it out.
    mutating func add(_ cell: CellDraft?) throws(WorkbookError) {
        guard let cell else { return try skip(1) }
        let style = styles.number(of: cell.style)
        switch cell.content {
        case .blank: try addBlank(style: style)
        case .string(let text): try add(text: text.utf8.span, style: style)
        case .integer(let number): try add(integer: number, style: style)
        case .decimal(let number): try add(decimal: number, style: style)
        case .digits(let digits): try add(digits: digits.utf8.span, style: style)
        case .date(let date): try add(date: date, style: style)
        case .bool(let bool): try add(bool: bool, style: style)
        case .error(let error):
            if Self.errors.contains(error) {
                try add(error: error.utf8.span, style: style)
            } else {
                try add(text: error.utf8.span, style: style)
            }
        case .formula(let source, let result): try add(formula: source, result, style: style)
        }
    }

    /// ECMA-376 Part 1, 18.17.3.
    static let errors: Set<String> = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA",
    ]

    /// A formula with its result; of a formula as a result, that one's result counts.
    private mutating func add(
        formula: String, _ result: CellDraft.Content, style: StyleNumber
    ) throws(WorkbookError) {
        var result = result
        while case .formula(_, let inner) = result { result = inner }
        var variant = StyleTable.Variant.plain
        if case .date(let date) = result {
            if DateSerial.serial(of: date) < 1 {
                result = .string(date.description)
            } else {
                variant = .dated
            }
        }
        if case .digits(let digits) = result, !NumberDigits.isNumber(digits.utf8.span) {
            result = .string(digits)
        }
        if case .error(let error) = result, !Self.errors.contains(error) { result = .string(error) }
        hasFormulas = true
        try openCell(styles.format(of: style, variant))
        switch result {
        case .string: buffer.append(" t=\"str\"><f>")
        case .bool: buffer.append(" t=\"b\"><f>")
        case .error: buffer.append(" t=\"e\"><f>")
        case .decimal(let number) where !number.isFinite: buffer.append(" t=\"e\"><f>")
        default: buffer.append("><f>")
        }
        CellText.write(formula.utf8.span, to: &buffer)
        // Without a result programs compute it; an empty one would be taken for the result.
        if case .blank = result { return buffer.append("</f></c>") }
        buffer.append("</f><v>")
        switch result {
        case .blank, .formula: break
        case .string(let text):
            let span = text.utf8.span
            CellText.write(span.extracting(0..<CellText.fitting(span)), to: &buffer)
        case .integer(let number): buffer.append(decimal: number)
        case .decimal(let number):
            if number.isFinite { buffer.append(shortest: number) } else { buffer.append("#NUM!") }
        case .digits(let digits): buffer.append(digits.utf8.span)
        case .date(let date): buffer.append(decimal: DateSerial.serial(of: date))
        case .bool(let bool): buffer.append(bool ? "1" : "0")
        case .error(let error): buffer.append(error.utf8.span)
        }
        buffer.append("</v></c>")
    }
}
