import Campaigns
import Findings
import Workbooks

/// The block of column heads of a sheet: one to three rows, merges and all, read as one form's.
struct HeaderBlock {
    let formIndex: Int
    /// The rows of the block on the sheet.
    private(set) var rows = 1...1
    /// Column by field.
    var columns: [String: Int] = [:]
    /// The head of every column that has one, by column.
    private(set) var heads: [Int: HeaderText] = [:]
    /// Fields that two columns resemble: field and the second column.
    var doubled: [(field: String, column: Int)] = []
    /// Columns that are a field's but for what stands in a bracket behind the head or above it.
    var unclear: [Doubt] = []
    /// What stands above columns that were taken, to be held against the sheet's month.
    var groups: [Doubt] = []
    /// 2·matches / (fields + columns): 1 where form and sheet have the same columns.
    let likeness: Double

    /// Looks for the heads in the first rows of a sheet.
    ///
    /// - Returns: the best block of every form that has a column on the sheet, best first.
    static func candidates(in grid: Grid, book: HeaderBook) -> [HeaderBlock] {
        let lookout = HeadRows(grid, book: book)
        var best: [HeaderBlock?] = Array(repeating: nil, count: book.forms.count)
        var found = Array(repeating: 0.0, count: book.forms.count)
        var isOneLikely = false
        for depth in 1...HeadWindow.mostRows {
            for window in lookout.windows(ofDepth: depth) {
                // Beside a likely form one that cannot come near it says nothing.
                let least = isOneLikely ? SheetLook.leastLikeness - SheetLook.leastDistance : 0
                guard window.mayBeat(found, atLeast: least, in: book) else { continue }
                for var block in book.blocks(of: window)
                where block.likeness > found[block.formIndex] {
                    block.rows = window.numbers
                    found[block.formIndex] = block.likeness
                    best[block.formIndex] = block
                    isOneLikely = isOneLikely || block.likeness >= SheetLook.leastLikeness
                }
            }
        }
        let blocks = best.compactMap(\.self)
        var units: [Int: [Int: String]] = [:]
        for row in Set(blocks.map(\.rowBelow)) {
            units[row] = grid.row(row).flatMap(MeasureUnit.row)
        }
        return
            blocks.map { block in
                let groups = lookout.groups(above: block.rows.upperBound)
                return block.with(units: units[block.rowBelow] ?? [:], book: book)
                    .with(groups, book: book)
            }
            .sorted { ($1.likeness, $0.formIndex) < ($0.likeness, $1.formIndex) }
    }

    /// The block wherever it stands; nil where no head is one of the form's.
    init?(_ spellings: [HeadWindow.Spellings], form: Int, book: HeaderBook) {
        guard spellings.contains(where: { $0.heads.contains { $0.isOf[form] } }) else {
            return nil
        }
        formIndex = form
        var doubts: [Doubt] = []
        var serials = 0
        for spelling in spellings {
            let column = spelling.column
            heads[column] = spelling.heads.last?.text
            let known = spelling.heads.first { $0.isOf[form] }
            if (known ?? spelling.heads.last)?.isSerial[form] ?? false { serials += 1 }
            switch known?.matches[form] {
            case nil: continue
            case .field(let field, let text):
                heads[column] = text
                if columns[field] == nil {
                    columns[field] = column
                } else {
                    doubled.append((field, column))
                }
            case .unclear(let field, let bracket):
                doubts.append(Doubt(field: field, column: column, words: bracket))
            }
        }
        guard !columns.isEmpty else { return nil }
        let found = columns
        unclear = doubts.filter { found[$0.field] == nil }
        likeness =
            2 * Double(found.count + unclear.count)
            / Double(book.forms[form].fields.count + heads.count - serials)
    }

    private var rowBelow: Int { rows.upperBound + 1 }

    /// With the units, by column, of a row of units right below the heads (万元 under 应发报酬), which then
    /// is part of the block.
    private func with(units: [Int: String], book: HeaderBook) -> HeaderBlock {
        guard !units.isEmpty else { return self }
        var block = self
        block.rows = rows.lowerBound...rowBelow
        for (column, unit) in units.sorted(by: { $0.key < $1.key }) {
            block.measure(column, in: unit, book: book)
        }
        return block
    }

    /// Takes the column as one in a unit that stands elsewhere than behind its head.
    mutating func measure(_ column: Int, in unit: String, book: HeaderBook, isAbove: Bool = false) {
        guard let head = heads[column], let field = field(of: column) else { return }
        switch book.match(head.measured(in: unit), inForm: formIndex) {
        case .field(_, let text): heads[column] = text
        case .unclear(let field, let words):
            columns[field] = nil
            unclear.append(Doubt(field: field, column: column, words: words, isAbove: isAbove))
        case nil: columns[field] = nil
        }
    }

    /// The field whose column it is; nil for none.
    func field(of column: Int) -> String? { columns.first { $0.value == column }?.key }

    /// The heads of money that say no unit are in the one that stands above the table.
    mutating func apply(unit: String, book: HeaderBook) {
        guard MeasureUnit.isMoney(unit) else { return }
        for (field, column) in columns {
            guard let head = heads[column], head.unit == nil,
                let wanted = book.forms[formIndex].field(field)?.unit, MeasureUnit.isMoney(wanted),
                case .field(_, let text)? = book.match(head.measured(in: unit), inForm: formIndex)
            else { continue }
            heads[column] = text
        }
    }
}

extension HeaderBlock {
    /// Words that leave open whether a column is the field's.
    struct Doubt {
        var field: String
        var column: Int
        var words: String
        /// They stand in a row above the head, not in a bracket behind it.
        var isAbove = false
    }

    /// Of two columns of one field, where only one is filled in or both hold the same, the first that
    /// is; others stay doubled.
    mutating func settleDoubles(in rows: [Grid.Row]) {
        func cells(_ column: Int) -> [CellValue?] {
            rows.map { row in
                row[column: column].flatMap { $0.value.text.trimmed.isEmpty ? nil : $0.value }
            }
        }
        doubled.removeAll { field, column in
            guard let first = columns[field] else { return false }
            let (one, other) = (cells(first), cells(column))
            if other.allSatisfy({ $0 == nil }) || one == other {
                heads[column] = nil
                return true
            }
            guard one.allSatisfy({ $0 == nil }) else { return false }
            columns[field] = column
            heads[first] = nil
            return true
        }
    }
}

extension MeasureUnit {
    /// Units by column where a row holds two or more and nothing else but a word that says so.
    static func row(_ row: Grid.Row) -> [Int: String]? {
        var units: [Int: String] = [:]
        for cell in row.cells {
            guard case .string(let text) = cell.value else { return nil }
            var key = Folding.key(text)
            if ["单位", "计量单位"].contains(key) || key == "-" || key == "/" { continue }
            if key.hasPrefix("("), key.hasSuffix(")") { key = String(key.dropFirst().dropLast()) }
            guard let unit = named(key) else { return nil }
            units[cell.column] = unit
        }
        // A single bracket below a head is its unit as well: most columns have none.
        return units.isEmpty ? nil : units
    }
}
