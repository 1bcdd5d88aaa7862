import Campaigns
import Findings
import Workbooks

/// The rows at the top of a sheet in which column heads may stand.
struct HeadRows {
    /// Numbers of rows that hold something, from the top.
    let numbers: [Int]
    /// The texts of each row from left to right; a merged region's stands in each of its cells.
    private var texts: [Int: [HeadCell]] = [:]
    /// The first row of the regions that reach down to a row.
    private var tops: [Int: Int] = [:]

    /// So many filled rows are looked at, wherever on the sheet they begin.
    private static let depth = 40
    private static let width = 400

    /// The ways to read the head of a column, the fullest first.
    struct Spellings {
        let column: Int
        let heads: [KnownHead]
    }

    init(_ grid: Grid, book: HeaderBook) {
        let rows = grid.rows.prefix(Self.depth)
        numbers = rows.map(\.number)
        for row in rows {
            texts[row.number] = row.cells.prefix(Self.width).compactMap { cell in
                guard case .string(let text) = cell.value, !text.isEmpty else { return nil }
                return HeadCell(column: cell.column, head: book.head(text))
            }
        }
        let last = numbers.last ?? 0
        var merged: [Int: [Int: KnownHead?]] = [:]
        for range in grid.merges where range.first.row <= last {
            guard let cell = grid[range.first], case .string(let text) = cell.value else {
                continue
            }
            let head = text.isEmpty ? nil : book.head(text)
            for row in range.first.row...min(range.last.row, range.first.row + 3) {
                tops[row] = min(tops[row] ?? row, range.first.row)
                let right = min(range.last.column, range.first.column + Self.width)
                for column in range.first.column...right {
                    merged[row, default: [:]].updateValue(head, forKey: column)
                }
            }
        }
        for (row, columns) in merged {
            let others = texts[row, default: []].filter { columns[$0.column] == nil }
            let spread = columns.compactMap { column, head in
                head.map { HeadCell(column: column, head: $0) }
            }
            texts[row] = (others + spread).sorted { $0.column < $1.column }
        }
    }

    /// The rows of a block, with those above from which heads are merged down into it.
    func rows(endingAt last: Int, depth: Int) -> ClosedRange<Int> {
        let first = max(1, last - depth + 1)
        return (first...last).compactMap { tops[$0] }.reduce(first, min)...last
    }

    private static let serials: Set = ["序号", "编号", "no", "行次", "序"]

    static func isSerial(_ head: HeaderText) -> Bool {
        serials.contains(head.key) || IssuedForm.isOwnHead(head.key)
    }

    /// Whether so many rows can say more than one fewer: some text of the uppermost names a field, or
    /// does so with what stands below it, and some of the lowest names one or goes on a name above it.
    func maySay(more depth: Int, endingAt last: Int) -> Bool {
        guard let upper = texts[last - depth + 1] else { return false }
        guard depth > 1 else { return upper.contains { $0.head.isKnown } }
        guard upper.contains(where: { $0.head.isKnown || $0.head.mayBegin }),
            let lowest = texts[last]
        else { return false }
        let begun = (last - depth + 1..<last).compactMap { texts[$0] }.joined()
            .filter { $0.head.isKnown || $0.head.mayBegin }
        let columns = Set(begun.map(\.column))
        return lowest.contains { cell in
            cell.head.isKnown || cell.head.mayGoOn && columns.contains(cell.column)
        }
    }

    /// No form can be more like rows than this: all columns would be its own that bear a head, or the
    /// beginning of one, of any form.
    func greatestLikeness(endingAt last: Int, depth: Int, to forms: [Form]) -> Double {
        let heads = cells(endingAt: last, depth: depth).joined()
            .filter { $0.head.isKnown || depth > 1 && $0.head.mayBegin }
        let columns = Set(heads.map(\.column)).count
        let fields = forms.reduce(Int.max) { min($0, $1.fields.count) }
        return 2 * Double(columns) / Double(max(1, fields))
    }

    /// The rows of a block, the lowest first.
    func cells(endingAt last: Int, depth: Int) -> [[HeadCell]] {
        (max(1, last - depth + 1)...last).reversed().compactMap { texts[$0] }
    }

    /// For every column that has a head in some rows, its spellings: the lowest head with all that
    /// stand above it in front, then with ever fewer, the lowest alone last; those are left out that no
    /// form can know.
    ///
    /// What is merged over two rows, and what is written on in the row below (村干部, then 人数), is one
    /// head.
    static func spellings(of rows: [[HeadCell]], book: HeaderBook) -> [Spellings] {
        var columns: [Int: [KnownHead]] = [:]
        for cell in rows.joined() where columns[cell.column]?.last?.raw != cell.head.raw {
            columns[cell.column, default: []].append(cell.head)
        }
        return columns.sorted { $0.key < $1.key }.map { column, levels in
            let longer = levels.indices.dropFirst().reversed().filter { index in
                levels[index].mayBegin && levels[0].mayGoOn
                    || levels[index].isKnown && levels[index - 1].mayEnd
            }.map { index in
                book.head(levels[...index].reversed().map(\.raw).joined())
            }
            return Spellings(column: column, heads: longer + levels.prefix(1))
        }
    }
}
