import Findings

/// Puts the cells of one sheet into a `Grid`; sorts only if they came out of order, and then the
/// last value of a cell wins.
final class GridBuilder: CellConsumer {
    private let strings: SharedStrings
    private let limits: WorkbookLimits
    private var rows: [Grid.Row] = []
    private var hidden: Set<Int> = []
    private var isOrdered = true
    private(set) var cellCount = 0
    /// Cells that were written twice, at most a few; known once the rows are.
    private(set) var doubled: [CellReference] = []

    init(strings: SharedStrings, limits: WorkbookLimits) {
        self.strings = strings
        self.limits = limits
    }

    func hide(row: Int) { hidden.insert(row) }

    func take(_ cell: borrowing StreamedCell) throws(WorkbookError) {
        cellCount += 1
        guard cellCount <= limits.cellsPerSheet else { throw .limit("单元格太多", "too many cells") }
        let stored = Cell(
            column: cell.column, value: value(of: cell), isFormula: cell.isFormula,
            isPercent: cell.isPercent, isStruck: cell.isStruck)
        if let last = rows.last, last.number == cell.row {
            if let before = last.cells.last, before.column >= cell.column { isOrdered = false }
            rows[rows.count - 1].cells.append(stored)
        } else {
            if let last = rows.last, last.number > cell.row { isOrdered = false }
            rows.append(Grid.Row(number: cell.row, cells: [stored]))
        }
    }

    /// All rows with values, in order.
    func finished() -> [Grid.Row] {
        if !isOrdered { order() }
        if !hidden.isEmpty {
            for index in rows.indices where hidden.contains(rows[index].number) {
                rows[index].isHidden = true
            }
        }
        return rows
    }

    private func value(of cell: borrowing StreamedCell) -> CellValue {
        switch cell.value {
        case .text(let bytes): .string(String(decoding: bytes, as: UTF8.self))
        case .shared(let index): .string(strings.text(at: index))
        case .number(let number):
            .number(number, digits: String(decoding: cell.digits, as: UTF8.self))
        case .bool(let bool): .bool(bool)
        case .error(let bytes): .error(String(decoding: bytes, as: UTF8.self))
        case .date(let date, let serial): .date(date, serial: serial)
        case .uncomputed: .uncomputed
        }
    }

    private func order() {
        var merged: [Int: [Cell]] = [:]
        for row in rows { merged[row.number, default: []] += row.cells }
        rows = merged.keys.sorted().map { number in
            var latest: [Int: Cell] = [:]
            for cell in merged[number] ?? [] {
                if latest.updateValue(cell, forKey: cell.column) != nil, doubled.count < 20 {
                    doubled.append(CellReference(row: number, column: cell.column))
                }
            }
            return Grid.Row(number: number, cells: latest.values.sorted { $0.column < $1.column })
        }
        isOrdered = true
    }
}
