/// Rows and cells of the sheet that was begun.
extension WorkbookStream {
    /// Adds a row below the last one.
    package mutating func add(_ row: RowDraft) throws(WorkbookError) {
        try beginRow(height: row.height, isHidden: row.isHidden)
        for cell in row.cells {
            try cells.add(cell)
            try cells.buffer.drainIfFull(into: &package)
        }
        cells.endRow()
    }

    /// Begins a row below the last one; the height is in points, nil leaves it to the program.
    package mutating func beginRow(
        height: Double? = nil, isHidden: Bool = false
    ) throws(WorkbookError) {
        precondition(open != nil, "rows belong to a sheet")
        try cells.beginRow(.init(height: height, isHidden: isHidden))
    }

    /// Ends the row.
    package mutating func endRow() throws(WorkbookError) {
        cells.endRow()
        try cells.buffer.drainIfFull(into: &package)
    }

    /// Leaves so many cells out.
    package mutating func skip(_ columns: Int = 1) throws(WorkbookError) {
        try cells.skip(columns)
    }

    /// Adds a cell with a text from UTF-8 bytes; what is none becomes U+FFFD, what is beyond 32,767
    /// UTF-16 units is cut off.
    package mutating func add(
        text: Span<UInt8>, style: StyleNumber = .none
    ) throws(WorkbookError) {
        try cells.add(text: text, style: style)
        try cells.buffer.drainIfFull(into: &package)
    }

    /// Adds a cell with a number in decimal digits, which stay as they are; what is no number
    /// becomes a text.
    package mutating func add(
        digits: Span<UInt8>, style: StyleNumber = .none
    ) throws(WorkbookError) {
        try cells.add(digits: digits, style: style)
        try cells.buffer.drainIfFull(into: &package)
    }

    /// Adds a cell with a whole number.
    package mutating func add(
        integer: Int, style: StyleNumber = .none
    ) throws(WorkbookError) {
        try cells.add(integer: integer, style: style)
        try cells.buffer.drainIfFull(into: &package)
    }

    /// Adds a cell with a number in the shortest digits that read back as the same.
    package mutating func add(
        decimal: Double, style: StyleNumber = .none
    ) throws(WorkbookError) {
        try cells.add(decimal: decimal, style: style)
        try cells.buffer.drainIfFull(into: &package)
    }

    /// Adds a cell as a draft describes it; nil leaves it out.
    package mutating func add(_ cell: CellDraft?) throws(WorkbookError) {
        try cells.add(cell)
        try cells.buffer.drainIfFull(into: &package)
    }
}
