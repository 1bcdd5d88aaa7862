package import Findings
package import Workbooks

/// One table of a campaign as text, with the place of each cell (活动表格).
package struct CampaignTable: Sendable {
    /// The table's name: `rules`.
    package var name: String
    /// Where it stands, for findings: `rules.csv`, or the workbook's name.
    package var file: String
    /// The sheet of a workbook; nil for a CSV.
    package var sheet: String?
    /// The heads of the columns, from the left; a column without one has none here.
    package var header: [Header]
    /// The rows below the header from the top, blank ones left out.
    package var rows: [Row]
    /// The number of the header's row on the sheet.
    package var headerRow: Int
    private var headerLine: Int?
    private let columns: [String: Int]

    /// The head of a column.
    package struct Header: Hashable, Sendable {
        /// As written, white space at its ends aside.
        package var name: String
        /// Counted from 1.
        package var column: Int
    }

    /// One row below the header that is not blank.
    package struct Row: Hashable, Sendable {
        /// The number on the sheet, counted from 1.
        package var number: Int
        /// The line of a CSV on which it starts.
        package var line: Int?
        /// The texts by column counted from 1, blank ones left out.
        package var texts: [Int: String]
    }

    /// Takes the first row of a grid that holds anything as the header.
    package init(_ grid: Grid, name: String, file: String, isText: Bool) {
        self.name = name
        self.file = file
        sheet = isText ? nil : grid.name
        var rows = grid.rows.map { row in
            let texts = row.cells.map { ($0.column, $0.tableText) }.filter { !$0.1.trimmed.isEmpty }
            return Row(
                number: row.number, line: row.line,
                texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
        }
        rows.removeAll { $0.texts.isEmpty }
        let first = rows.isEmpty ? nil : rows.removeFirst()
        header = (first?.texts ?? [:]).sorted { $0.key < $1.key }
            .map { Header(name: $0.value.trimmed, column: $0.key) }
        headerRow = first?.number ?? 1
        headerLine = first?.line
        self.rows = rows
        columns = Dictionary(
            header.map { (Folding.key($0.name), $0.column) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The number of a column by its name, folded; nil where the table lacks it.
    package func column(_ name: String) -> Int? {
        // What the program asks by is folded already.
        columns[name] ?? columns[Folding.key(name)]
    }

    /// The text of a cell, trimmed; empty where the cell is blank or the table lacks the column.
    package func text(_ row: Row, _ column: String) -> String {
        self.column(column).flatMap { row.texts[$0] }?.trimmed ?? ""
    }

    /// The place of a cell; of the row's first cell where the table lacks the column.
    package func place(_ row: Row, _ column: String) -> Place {
        place(row: row.number, column: self.column(column) ?? 1, line: row.line)
    }

    /// The place of the head of a column.
    package func place(_ header: Header) -> Place {
        place(row: headerRow, column: header.column, line: headerLine)
    }

    /// The place of the table itself.
    package var place: Place { Place(file: file, sheet: sheet) }

    func place(row: Int, column: Int, line: Int?) -> Place {
        Place(
            file: file, sheet: sheet, cells: [CellReference(row: row, column: column)], line: line)
    }
}

extension CampaignTable {
    /// The header and the rows as a rectangle of text, for packing and for comparing.
    package var texts: [[String]] {
        let width = max(
            header.last?.column ?? 0, rows.lazy.compactMap { $0.texts.keys.max() }.max() ?? 0)
        guard width > 0 else { return [] }
        let heads = Dictionary(uniqueKeysWithValues: header.map { ($0.column, $0.name) })
        return ([heads] + rows.map(\.texts)).map { texts in (1...width).map { texts[$0] ?? "" } }
    }
}

extension Cell {
    /// What a cell of a table says, however the spreadsheet program took it: `0.9`, `1%`, `2020-06-30`.
    fileprivate var tableText: String {
        guard case .number(let number, let digits) = value else { return value.text }
        let exact = ExactDecimal(digits) ?? ExactDecimal(number.description)
        guard let exact else { return digits }
        guard isPercent else { return exact.description }
        return exact.shifted(by: 2).description + "%"
    }
}
