import Campaigns
import Findings
import Workbooks

/// The block of column heads of a sheet: one to three rows, merges and all, read as one form's.
struct HeaderBlock {
    let formIndex: Int
    /// The rows of the block on the sheet.
    let rows: ClosedRange<Int>
    /// Column by field.
    var columns: [String: Int]
    /// The head of every column that has one, by column.
    var heads: [Int: HeaderText]
    /// Fields that two columns resemble: field and the second column.
    var doubled: [(field: String, column: Int)]
    /// 2·matches / (fields + columns): 1 where form and sheet have the same columns.
    let likeness: Double

    /// Looks for the heads in the first rows of a sheet.
    ///
    /// - Returns: the best block of every form that has a column on the sheet, best first.
    static func candidates(in grid: Grid, book: HeaderBook) -> [HeaderBlock] {
        let lookout = HeadRows(grid)
        var best: [Int: HeaderBlock] = [:]
        for depth in 1...3 {
            for last in lookout.numbers {
                let heads = lookout.heads(endingAt: last, depth: depth)
                guard heads.count >= 2 else { continue }
                for form in book.forms.indices {
                    guard
                        let block = HeaderBlock(
                            heads, rows: max(1, last - depth + 1)...last, form: form, book: book)
                    else { continue }
                    if block.likeness > best[form]?.likeness ?? 0 { best[form] = block }
                }
            }
        }
        return best.values.sorted {
            ($1.likeness, $0.formIndex) < ($0.likeness, $1.formIndex)
        }
    }

    /// Nil where no head is one of the form's.
    private init?(
        _ heads: [Int: [HeaderText]], rows: ClosedRange<Int>, form: Int, book: HeaderBook
    ) {
        var columns: [String: Int] = [:]
        var texts: [Int: HeaderText] = [:]
        var doubled: [(field: String, column: Int)] = []
        for column in heads.keys.sorted() {
            let spellings = heads[column] ?? []
            texts[column] = spellings.first
            guard
                let match = spellings.lazy
                    .compactMap({ text in book.field(text, inForm: form).map { ($0, text) } })
                    .first
            else { continue }
            texts[column] = match.1
            if columns[match.0] == nil {
                columns[match.0] = column
            } else {
                doubled.append((match.0, column))
            }
        }
        guard !columns.isEmpty else { return nil }
        formIndex = form
        self.rows = rows
        self.columns = columns
        self.heads = texts
        self.doubled = doubled
        let serials = texts.values.count { HeadRows.isSerial($0) }
        likeness =
            2 * Double(columns.count)
            / Double(book.forms[form].fields.count + texts.count - serials)
    }
}

/// The rows at the head of a sheet in which column heads may stand.
private struct HeadRows {
    let numbers: [Int]
    private let grid: Grid
    /// The value of a merged region by each of its cells, for regions in the head.
    private var merged: [CellReference: String] = [:]

    /// How far down the heads are looked for.
    private static let depth = 25

    init(_ grid: Grid) {
        self.grid = grid
        numbers = grid.rows.prefix(while: { $0.number <= Self.depth }).map(\.number)
        for range in grid.merges where range.first.row <= Self.depth {
            guard let cell = grid[range.first], case .string(let text) = cell.value else {
                continue
            }
            for row in range.first.row...min(range.last.row, Self.depth) {
                for column in range.first.column...min(range.last.column, range.first.column + 200)
                {
                    merged[CellReference(row: row, column: column)] = text
                }
            }
        }
    }

    static func isSerial(_ head: HeaderText) -> Bool {
        ["序号", "编号", "no", "no."].contains(head.key) || IssuedForm.isOwnHead(head.key)
    }

    /// For every column that has a head in the last of some rows, its spellings: the lowest head
    /// alone, then with the heads above it in front.
    func heads(endingAt last: Int, depth: Int) -> [Int: [HeaderText]] {
        var heads: [Int: [HeaderText]] = [:]
        let columns = Set(
            (grid.row(last)?.cells.map(\.column) ?? [])
                + merged.keys.filter { $0.row == last }.map(\.column))
        for column in columns {
            var levels: [String] = []
            for row in stride(from: last, to: max(0, last - depth), by: -1) {
                guard let text = text(CellReference(row: row, column: column)), !text.isEmpty,
                    levels.last != text
                else { continue }
                levels.append(text)
            }
            guard !levels.isEmpty else { continue }
            heads[column] = (1...levels.count).map { count in
                HeaderText(levels.prefix(count).reversed().joined())
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
