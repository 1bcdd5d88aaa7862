/// A cell while it streams by; its bytes are good during the call only.
struct StreamedCell {
    var row: Int
    var column: Int
    var value: Value
    /// What stands in the file for a number, empty for all else.
    var digits: UnsafeBufferPointer<UInt8>
    var isFormula: Bool
    var isPercent: Bool
    var isStruck = false

    enum Value {
        /// Text as UTF-8 with nothing left to decode; never empty.
        case text(UnsafeBufferPointer<UInt8>)
        /// The index of a shared string that is not empty.
        case shared(Int)
        case number(Double)
        case bool(Bool)
        case error(UnsafeBufferPointer<UInt8>)
        case date(DateValue, serial: Double)
        /// A formula without a result.
        case uncomputed
    }
}

/// Where the cells of a sheet go, in the order in which its part holds them.
protocol CellConsumer: AnyObject {
    /// Takes a cell that has a value, or a formula without a result.
    ///
    /// - Throws: What ends the reading of the sheet.
    func take(_ cell: borrowing StreamedCell) throws(WorkbookError)

    /// A row that its sender hid, whether or not cells follow.
    func hide(row: Int)
}
