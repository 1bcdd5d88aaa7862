import Campaigns
import Findings
import Workbooks

/// The rows at the top of a sheet in which column heads may stand.
struct HeadRows {
    /// Numbers of rows that hold something, from the top.
    let numbers: [Int]
    private let grid: Grid
    /// The text of a merged region by each of its cells, for regions in the head.
    private var merged: [CellReference: String] = [:]
    /// The first row of the regions that reach down to a row.
    private var tops: [Int: Int] = [:]

    /// So many filled rows are looked at, wherever on the sheet they begin.
    private static let depth = 40
    private static let width = 400

    init(_ grid: Grid) {
        self.grid = grid
        numbers = grid.rows.prefix(Self.depth).map(\.number)
        let last = numbers.last ?? 0
        for range in grid.merges where range.first.row <= last {
            guard let cell = grid[range.first], case .string(let text) = cell.value else {
                continue
            }
            for row in range.first.row...min(range.last.row, range.first.row + 3) {
                tops[row] = min(tops[row] ?? row, range.first.row)
                let right = min(range.last.column, range.first.column + Self.width)
                for column in range.first.column...right {
                    merged[CellReference(row: row, column: column)] = text
                }
            }
        }
    }

    /// The rows of a block, with those above from which heads are merged down into it.
    func rows(endingAt last: Int, depth: Int) -> ClosedRange<Int> {
        let first = max(1, last - depth + 1)
        return (first...last).compactMap { tops[$0] }.reduce(first, min)...last
    }

    static func isSerial(_ head: HeaderText) -> Bool {
        ["序号", "编号", "no", "行次", "序"].contains(head.key) || IssuedForm.isOwnHead(head.key)
    }

    /// For every column that has a head in some rows, its spellings: the lowest head with all that
    /// stand above it in front, then with ever fewer, the lowest alone last.
    ///
    /// What is merged over two rows, and what is written on in the row below (村干部, then 人数), is one
    /// head.
    func heads(endingAt last: Int, depth: Int) -> [Int: [String]] {
        var heads: [Int: [String]] = [:]
        let rows = max(1, last - depth + 1)...last
        var columns: Set<Int> = []
        for row in rows {
            columns.formUnion((grid.row(row)?.cells.map(\.column) ?? []).prefix(Self.width))
        }
        for (cell, _) in merged where rows.contains(cell.row) { columns.insert(cell.column) }
        for column in columns {
            var levels: [String] = []
            for row in rows.reversed() {
                guard let text = text(CellReference(row: row, column: column)), !text.isEmpty,
                    levels.last != text
                else { continue }
                levels.append(text)
            }
            guard !levels.isEmpty else { continue }
            heads[column] = (1...levels.count).reversed().map { count in
                levels.prefix(count).reversed().joined()
            }
        }
        return heads
    }

    private func text(_ cell: CellReference) -> String? {
        if let text = merged[cell] { return text }
        guard case .string(let text)? = grid[cell]?.value else { return nil }
        return text
    }
}
