import Findings

/// Puts cells into rows as they come; sorts only if they came out of order.
struct RowCollector {
    /// Cells that were written twice, at most a few.
    private(set) var doubled: [CellReference] = []
    private var rows: [Grid.Row] = []
    private var hidden: Set<Int> = []
    private var isOrdered = true

    mutating func hide(_ row: Int) { hidden.insert(row) }

    mutating func add(_ cell: Cell, row: Int) {
        if let last = rows.last, last.number == row {
            if let before = last.cells.last, before.column >= cell.column { isOrdered = false }
            rows[rows.count - 1].cells.append(cell)
        } else {
            if let last = rows.last, last.number > row { isOrdered = false }
            rows.append(Grid.Row(number: row, cells: [cell]))
        }
    }

    mutating func finished() -> [Grid.Row] {
        if !isOrdered { order() }
        if !hidden.isEmpty {
            for index in rows.indices where hidden.contains(rows[index].number) {
                rows[index].isHidden = true
            }
        }
        return rows
    }

    private mutating func order() {
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
    }
}
