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
        let lookout = HeadRows(grid, book: book)
        var best: [Int: HeaderBlock] = [:]
        for depth in 1...3 {
            for last in lookout.numbers where lookout.maySay(more: depth, endingAt: last) {
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
        _ heads: [(column: Int, spellings: [KnownHead])], rows: ClosedRange<Int>, form: Int,
        book: HeaderBook
    ) {
        guard heads.contains(where: { $0.spellings.contains { $0.fields[form] != nil } }) else {
            return nil
        }
        var columns: [String: Int] = [:]
        var texts: [Int: HeaderText] = [:]
        var doubled: [(field: String, column: Int)] = []
        for (column, spellings) in heads {
            let match = spellings.first { $0.fields[form] != nil }
            texts[column] = (match ?? spellings.first)?.text
            guard let field = match?.fields[form] else { continue }
            if columns[field] == nil {
                columns[field] = column
            } else {
                doubled.append((field, column))
            }
        }
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
    private let book: HeaderBook
    /// The texts of each row by column, a merged region's in each of its cells.
    private var texts: [Int: [Int: KnownHead]] = [:]

    /// How far down the heads are looked for.
    private static let depth = 25

    init(_ grid: Grid, book: HeaderBook) {
        self.book = book
        let rows = grid.rows.prefix { $0.number <= Self.depth }
        numbers = rows.map(\.number)
        for row in rows {
            for cell in row.cells {
                guard case .string(let text) = cell.value, !text.isEmpty else { continue }
                texts[row.number, default: [:]][cell.column] = book.head(text)
            }
        }
        for range in grid.merges where range.first.row <= Self.depth {
            guard let cell = grid[range.first], case .string(let text) = cell.value,
                !text.isEmpty
            else { continue }
            let head = book.head(text)
            for row in range.first.row...min(range.last.row, Self.depth) {
                for column in range.first.column...min(range.last.column, range.first.column + 200)
                {
                    texts[row, default: [:]][column] = head
                }
            }
        }
    }

    static func isSerial(_ head: HeaderText) -> Bool {
        ["序号", "编号", "no", "no."].contains(head.key)
    }

    /// Whether so many rows can say more than one fewer: some text of the uppermost names a field, or
    /// does so with what stands below it.
    func maySay(more depth: Int, endingAt last: Int) -> Bool {
        let upper = last - depth + 1
        return texts[upper]?.contains { column, head in
            depth == 1 ? head.isKnown : mayGoOn(head, in: column, below: upper)
        } ?? false
    }

    /// A name goes on in the row below, or has its unit there.
    private func mayGoOn(_ head: KnownHead, in column: Int, below row: Int) -> Bool {
        head.mayBegin
            || head.isKnown && texts[row + 1]?[column]?.text.wholeKey.hasPrefix("(") ?? false
    }

    /// For every column that has a head in the last of some rows, its spellings: the lowest head
    /// alone, then with the heads above it in front.
    func heads(endingAt last: Int, depth: Int) -> [(column: Int, spellings: [KnownHead])] {
        (texts[last] ?? [:]).keys.sorted().map { column in
            var levels: [(row: Int, head: KnownHead)] = []
            for row in stride(from: last, to: max(0, last - depth), by: -1) {
                guard let head = texts[row]?[column], levels.last?.head.raw != head.raw else {
                    continue
                }
                levels.append((row, head))
            }
            let longer = levels.indices.dropFirst().filter { index in
                mayGoOn(levels[index].head, in: column, below: levels[index].row)
            }.map { index in
                book.head(levels[...index].reversed().map(\.head.raw).joined())
            }
            return (column, levels.prefix(1).map(\.head) + longer)
        }
    }
}
