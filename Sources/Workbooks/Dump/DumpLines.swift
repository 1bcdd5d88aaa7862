import Findings

/// Writes cells as lines, as they stream by or from a grid, and passes them on in large pieces.
final class DumpLines: CellConsumer {
    private let strings: SharedStrings
    private let sink: ([UInt8]) -> Void
    private let isTable: Bool
    private var text = DumpText()
    /// What stands before the reference in a line of this sheet.
    private var beginning: [UInt8] = []
    private var row = 0
    private var rowDigits: [UInt8] = []
    private var letters: [[UInt8]] = []

    /// About so many bytes go out at once.
    private static let piece = 64 << 10

    init(format: WorkbookDump.Format, strings: SharedStrings, sink: @escaping ([UInt8]) -> Void) {
        isTable = format == .csv
        self.strings = strings
        self.sink = sink
    }

    func begin() {
        if isTable { text.raw("sheet,ref,type,value\r\n") }
    }

    func begin(sheet: String) {
        var prefix = DumpText()
        if isTable {
            prefix.field(sheet)
            prefix.raw(",")
        } else {
            prefix.raw("{\"sheet\":")
            prefix.string(sheet)
            prefix.raw(",\"ref\":\"")
        }
        beginning = prefix.bytes
    }

    func hide(row: Int) {}

    func take(_ cell: borrowing StreamedCell) throws(WorkbookError) {
        begin(row: cell.row, column: cell.column)
        switch cell.value {
        case .text(let bytes): end("string", bytes)
        case .shared(let index): strings.withBytes(at: index) { end("string", $0) }
        case .number(let number): end(number, digits: cell.digits)
        case .bool(let bool): end("bool", plain: bool ? "true" : "false")
        case .error(let bytes): end("error", bytes)
        case .date(let date, _): end("date", date.iso)
        case .uncomputed: end("formula", plain: nil)
        }
    }

    func add(_ grid: Grid) {
        for row in grid.rows {
            for cell in row.cells {
                begin(row: row.number, column: cell.column)
                switch cell.value {
                case .string(let string): end("string", string)
                case .number(let number, _): end("number", plain: shortestDigits(number))
                case .bool(let bool): end("bool", plain: bool ? "true" : "false")
                case .error(let error): end("error", error)
                case .date(let date, _): end("date", date.iso)
                case .uncomputed: end("formula", plain: nil)
                }
            }
        }
    }

    func flush() {
        if !text.bytes.isEmpty { sink(text.flush()) }
    }

    private func begin(row: Int, column: Int) {
        if text.bytes.count >= Self.piece { flush() }
        if row != self.row {
            self.row = row
            rowDigits = Array(String(row).utf8)
        }
        while letters.count < column {
            letters.append(Array(CellReference.letters(ofColumn: letters.count + 1).utf8))
        }
        text.raw(beginning)
        text.raw(letters[column - 1])
        text.raw(rowDigits)
        text.raw(isTable ? "," : "\",\"type\":\"")
    }

    private func end(_ type: StaticString, _ value: String) {
        var value = value
        value.withUTF8 { end(type, $0) }
    }

    /// A value that is text.
    private func end(_ type: StaticString, _ value: UnsafeBufferPointer<UInt8>) {
        text.raw(type)
        if isTable {
            text.raw(",")
            text.field(value)
            text.raw("\r\n")
        } else {
            text.raw("\",\"value\":")
            text.string(value)
            text.raw("}\n")
        }
    }

    private func end(_ number: Double, digits: UnsafeBufferPointer<UInt8>) {
        guard digits.areShortest else { return end("number", plain: shortestDigits(number)) }
        text.raw(isTable ? "number," : "number\",\"value\":")
        text.raw(digits)
        text.raw(isTable ? "\r\n" : "}\n")
    }

    /// A value that JSON writes without quotes; nil for none.
    private func end(_ type: StaticString, plain value: String?) {
        text.raw(type)
        text.raw(isTable ? "," : "\"")
        if let value {
            if !isTable { text.raw(",\"value\":") }
            text.raw(value)
        }
        text.raw(isTable ? "\r\n" : "}\n")
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Digits that the shortest form of their number would have as well: at most 15 significant
    /// ones, so that no other decimal of that length is the same number, without superfluous zeros
    /// and small enough for a form without an exponent.
    fileprivate var areShortest: Bool {
        var index = first == UInt8(ascii: "-") ? 1 : 0
        let start = index
        var point: Int?
        while index < count {
            if self[index] == UInt8(ascii: "."), point == nil {
                point = index
            } else if self[index] &- UInt8(ascii: "0") > 9 {
                return false
            }
            index += 1
        }
        guard count > start, count - start <= 15, self[start] != UInt8(ascii: ".") else {
            return false
        }
        let isZero = self[start] == UInt8(ascii: "0")
        guard let point else { return !isZero || count == 1 }
        // 0.001 and more: below that the exponent is not far.
        guard self[count - 1] != UInt8(ascii: "0"), point < count - 1 else { return false }
        guard isZero else { return true }
        return point == start + 1 && self[(point + 1)...].prefix(3).contains { $0 != 48 }
    }
}
