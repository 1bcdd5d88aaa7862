import Campaigns
import Findings
import Workbooks

/// The rows at the top of a sheet in which column heads may stand.
struct HeadRows {
    /// In ascending order of their numbers.
    private var lines: [Line] = []

    /// So many filled rows are looked at, wherever on the sheet they begin.
    private static let depth = 40
    private static let width = 400

    /// What heads may stand in a row.
    private struct Line {
        let number: Int
        /// The sheet has values in the row; else a merged region reaches into it.
        let isFilled: Bool
        /// The texts from left to right; a merged region's stands in each of its cells.
        var cells: [HeadCell] = []
        /// The first row of the regions that reach down to the row.
        var top: Int?
        /// Some text names a column of a form.
        private(set) var holdsKnown = false
        /// Some text does, or may begin a name that does.
        private(set) var holdsBeginning = false
        /// Some text may end a name that stands above it.
        private(set) var holdsEnding = false

        init(number: Int, isFilled: Bool) {
            self.number = number
            self.isFilled = isFilled
        }

        /// Takes what regions put into the row; of those that claim a cell the last one has it.
        mutating func take(_ spreads: ArraySlice<Spread>) {
            let last = spreads.reduce(cells.last?.column ?? 0) { max($0, $1.columns.upperBound) }
            var heads: [KnownHead?] = Array(repeating: nil, count: last + 1)
            for cell in cells { heads[cell.column] = cell.head }
            for spread in spreads {
                top = min(top ?? spread.top, spread.top)
                for column in spread.columns { heads[column] = spread.head }
            }
            cells.removeAll(keepingCapacity: true)
            for (column, head) in heads.enumerated() {
                if let head { cells.append(HeadCell(column: column, head: head)) }
            }
        }

        mutating func describe() {
            for cell in cells {
                holdsKnown = holdsKnown || cell.head.isKnown
                holdsBeginning = holdsBeginning || cell.head.isBeginning
                holdsEnding = holdsEnding || cell.head.mayGoOn
            }
        }
    }

    /// What a merged region puts into a row.
    private struct Spread {
        let row: Int
        /// The first row of the region.
        let top: Int
        let columns: ClosedRange<Int>
        /// Nil for a region without a text.
        let head: KnownHead?
        /// The region's among all, in the order of the sheet.
        let place: Int
    }

    init(_ grid: Grid, book: HeaderBook) {
        let rows = grid.rows.prefix(Self.depth)
        lines.reserveCapacity(rows.count)
        for row in rows {
            var line = Line(number: row.number, isFilled: true)
            line.cells.reserveCapacity(min(row.cells.count, Self.width))
            for cell in row.cells.prefix(Self.width) {
                guard case .string(let text) = cell.value, !text.isEmpty else { continue }
                line.cells.append(HeadCell(column: cell.column, head: book.head(text)))
            }
            lines.append(line)
        }
        spreadMerges(of: grid, book: book)
        for index in lines.indices { lines[index].describe() }
    }

    /// Puts the text of each merged region into all its cells.
    private mutating func spreadMerges(of grid: Grid, book: HeaderBook) {
        var spreads: [Spread] = []
        for range in grid.merges where range.first.row <= lines.last?.number ?? 0 {
            guard let cell = grid[range.first], case .string(let text) = cell.value else {
                continue
            }
            let head = text.isEmpty ? nil : book.head(text)
            let right = min(range.last.column, range.first.column + Self.width)
            for row in range.first.row...min(range.last.row, range.first.row + 3)
            where mayCount(row) {
                spreads.append(
                    Spread(
                        row: row, top: range.first.row, columns: range.first.column...right,
                        head: head, place: spreads.count))
            }
        }
        guard !spreads.isEmpty else { return }
        spreads.sort { ($0.row, $0.place) < ($1.row, $1.place) }
        var rest = spreads[...]
        while let row = rest.first?.row {
            let own = rest.prefix { $0.row == row }
            rest = rest.dropFirst(own.count)
            let place = lines.firstIndex { $0.number >= row } ?? lines.endIndex
            if place == lines.endIndex || lines[place].number != row {
                lines.insert(Line(number: row, isFilled: false), at: place)
            }
            lines[place].take(own)
        }
    }

    /// A row without values counts as the upper part of heads that end at most two rows below it.
    private func mayCount(_ row: Int) -> Bool {
        lines.contains { $0.isFilled && (row...row + HeadWindow.mostRows - 1).contains($0.number) }
    }
}

extension HeadRows {
    /// Rows right below one another that may be a block of heads.
    ///
    /// - Parameter depth: How many, those without any text among them.
    /// - Returns: From the top; of all rows that end such a block, those where so many rows can say more than
    ///   one fewer: some text of the uppermost names a field, or does so with what stands below it, and some
    ///   of the lowest names one or goes on a name above it.
    func windows(ofDepth depth: Int) -> [HeadWindow] {
        lines.indices.compactMap { last in
            guard lines[last].isFilled else { return nil }
            guard depth > 1 else { return lines[last].holdsKnown ? window(last...last, 1) : nil }
            let top = lines[last].number - depth + 1
            var first = last
            while first > 0, lines[first - 1].number >= top { first -= 1 }
            guard lines[first].number == top, lines[first].holdsBeginning,
                goesOn(last, below: first..<last)
            else { return nil }
            return window(first...last, depth)
        }
    }

    /// The texts that stand above the heads whose lowest row is given.
    func groups(above last: Int) -> HeadGroups {
        HeadGroups(
            (0..<HeadWindow.mostRows).map { last - $0 }
                .map { number in lines.first { $0.number == number }?.cells ?? [] })
    }

    private func goesOn(_ last: Int, below rows: Range<Int>) -> Bool {
        let lowest = lines[last]
        if lowest.holdsKnown { return true }
        guard lowest.holdsEnding else { return false }
        return lowest.cells.contains { cell in
            cell.head.mayGoOn
                && lines[rows].contains { row in
                    row.cells.contains { $0.column == cell.column && $0.head.isBeginning }
                }
        }
    }

    private func window(_ rows: ClosedRange<Int>, _ depth: Int) -> HeadWindow {
        let last = lines[rows.upperBound].number
        let first = max(1, last - depth + 1)
        return HeadWindow(
            lines[rows].reversed().lazy.map(\.cells),
            numbers: lines[rows].compactMap(\.top).reduce(first, min)...last)
    }

    private static let serials: Set = ["序号", "编号", "no", "行次", "序"]

    /// Whether a head is that of a column which merely numbers the rows.
    static func isSerial(_ head: HeaderText) -> Bool {
        serials.contains(head.key) || IssuedForm.isOwnHead(head.key)
    }
}
