import Findings

/// Gives the cells of a sheet their places and values, whichever parser found them, and passes
/// them on.
///
/// References on rows and cells are optional: a cursor goes from cell to cell and from row to row,
/// and a reference that is there sets it anew. Rows may come back.
final class SheetCells {
    private let sheet: String
    private let reader: CellReader
    private let consumer: any CellConsumer
    private var row = 0
    private var column = 0
    private(set) var notices: [Notice] = []

    init(sheet: String, reader: CellReader, consumer: any CellConsumer) {
        self.sheet = sheet
        self.reader = reader
        self.consumer = consumer
    }

    /// A row begins; `number` is what its `r` holds.
    func startRow(_ number: UnsafeBufferPointer<UInt8>?, isHidden: Bool) throws(WorkbookError) {
        if let number {
            guard let number = wholeNumber(number) else { throw .damaged("\(sheet) › row") }
            row = number
        } else {
            row += 1
        }
        guard row >= 1, row <= 1_048_576 else { throw .damaged("\(sheet) › row") }
        column = 0
        if isHidden { consumer.hide(row: row) }
    }

    /// A cell begins; `reference` is what its `r` holds.
    @inline(__always)
    func startCell(_ reference: UnsafeBufferPointer<UInt8>?) throws(WorkbookError) {
        if let reference {
            guard let reference = CellReference(bytes: reference) else {
                throw .damaged("\(sheet) › c")
            }
            row = reference.row
            column = reference.column
        } else {
            column += 1
            guard column <= 16_384, row > 0 else { throw .damaged("\(sheet) › c") }
        }
    }

    /// The content of the cell that began last.
    @inline(__always)
    func endCell(_ raw: RawCell) throws(WorkbookError) {
        let reading = reader.reading(of: raw)
        if let oddity = reading.oddity { note(oddity) }
        guard let value = reading.value else { return }
        try consumer.take(
            StreamedCell(
                row: row, column: column, value: value, digits: reading.digits,
                isFormula: raw.hasFormula, isPercent: reading.isPercent,
                isStruck: reader.isStruck(raw, value)))
    }

    private func note(_ oddity: CellReader.Oddity) {
        guard notices.count < reader.limits.notices else { return }
        notices.append(
            Notice(
                sheet: sheet, cell: CellReference(row: row, column: column),
                reason: oddity.reason))
    }
}

extension CellReference {
    /// Reads `F9` without making a `String`.
    @inline(__always)
    init?(bytes: UnsafeBufferPointer<UInt8>) {
        var column = 0
        var row = 0
        var index = 0
        while index < bytes.count, case let letter = (bytes[index] & 0xDF) &- UInt8(ascii: "A"),
            letter < 26
        {
            column = column &* 26 &+ Int(letter) &+ 1
            index &+= 1
            guard index <= 3 else { return nil }
        }
        let digits = index
        while index < bytes.count, case let digit = bytes[index] &- UInt8(ascii: "0"), digit <= 9 {
            row = row &* 10 &+ Int(digit)
            index &+= 1
            guard row <= 1_048_576 else { return nil }
        }
        guard index == bytes.count, index > digits, column > 0, column <= 16_384, row > 0 else {
            return nil
        }
        self.init(row: row, column: column)
    }
}
