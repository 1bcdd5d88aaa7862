import Findings
import Workbooks

/// A column of a printed table: its head, its width in half-width characters, how it is set.
struct TableColumn {
    var title: String
    var width: Double
    var align: CellStyle.Horizontal

    init(_ title: String, _ width: Double, _ align: CellStyle.Horizontal = .center) {
        self.title = title
        self.width = width
        self.align = align
    }
}

/// A cell of a printed table; what it does not say, its column does.
struct TableCell {
    var content: CellDraft.Content
    var fill: String?
    var format: String?
    var isBold = false
    var link: HyperlinkDraft?

    init(_ content: CellDraft.Content, fill: String? = nil, format: String? = nil) {
        self.content = content
        self.fill = fill
        self.format = format
    }

    static func text(_ text: String, fill: String? = nil) -> TableCell {
        TableCell(text.isEmpty ? .blank : .string(text), fill: fill)
    }

    static func count(_ number: Int?) -> TableCell {
        TableCell(number.map { .integer($0) } ?? .blank)
    }

    /// A number as it was printed; nothing where there is none.
    static func digits(_ digits: String?, format: String) -> TableCell {
        guard let digits, !digits.isEmpty else { return TableCell(.blank) }
        return TableCell(.digits(digits), format: format)
    }

    var text: String {
        switch content {
        case .string(let text), .digits(let text): text
        case .integer(let integer): String(integer)
        default: ""
        }
    }
}

/// Puts a table on a sheet the way it is printed.
///
/// Title, remarks, head (repeated on every page and always in view), rows, notes. Heights are set,
/// because wrapped Chinese text is cut otherwise.
struct TableBuilder {
    private(set) var sheet: SheetDraft
    private let columns: [TableColumn]
    private let size: Double

    init(
        name: String, title: String, remarks: [String] = [], columns: [TableColumn],
        frozenColumns: Int = 0, size: Double = 10.5, isLandscape: Bool = true
    ) {
        sheet = SheetDraft(name: name)
        self.columns = columns
        self.size = size
        for (index, column) in columns.enumerated() {
            sheet.columnWidths[index + 1] = column.width
        }
        sheet.print.isLandscape = isLandscape
        sheet.frozenColumns = frozenColumns
        line(title, style: Styles.tableTitle, size: 18)
        for remark in remarks { line(remark, style: Styles.subtitle, size: 10.5) }
        let heads = columns.map { CellDraft($0.title, style: Styles.head) }
        let lines = columns.map { TextMeasure.lines(of: $0.title, in: $0.width - 1) }.max() ?? 1
        sheet.rows.append(RowDraft(heads, height: Self.height(lines: lines, size: 10.5) + 4))
        sheet.frozenRows = sheet.rows.count
        sheet.print.titleRows = sheet.rows.count...sheet.rows.count
    }

    /// All of it goes on one page.
    mutating func fitOnePage() { sheet.print.isOnePage = true }

    /// The number that the next row will have.
    var nextRow: Int { sheet.rows.count + 1 }

    mutating func row(_ cells: [TableCell], isBold: Bool = false) {
        precondition(cells.count == columns.count, "a cell for each column")
        var lines = 1
        var drafts: [CellDraft?] = []
        for (index, (cell, column)) in zip(cells, columns).enumerated() {
            let style = Styles.cell(
                align: column.align, fill: cell.fill, bold: isBold || cell.isBold,
                format: cell.format, size: size)
            drafts.append(CellDraft(cell.content, style: style))
            lines = max(lines, TextMeasure.lines(of: cell.text, in: column.width - 1))
            if let link = cell.link {
                sheet.hyperlinks[CellReference(row: nextRow, column: index + 1)] = link
            }
        }
        sheet.rows.append(RowDraft(drafts, height: Self.height(lines: lines, size: size) + 4))
    }

    /// A line across the table that names what follows.
    mutating func band(_ text: String) {
        line(text, style: Styles.band, size: 11)
    }

    /// A line below the table.
    mutating func note(_ text: String) {
        line(text, style: Styles.note, size: 10)
    }

    private mutating func line(_ text: String, style: CellStyle, size: Double) {
        let width = columns.reduce(0) { $0 + $1.width }
        let room = width * 10.5 / size - 2
        let lines = TextMeasure.lines(of: text, in: room)
        var cells: [CellDraft?] = [CellDraft(text, style: style)]
        if columns.count > 1 {
            cells += columns.dropFirst().map { _ in CellDraft(.blank, style: style) }
            let row = nextRow
            sheet.merges.append(
                CellRange(
                    CellReference(row: row, column: 1),
                    CellReference(row: row, column: columns.count)))
        }
        sheet.rows.append(RowDraft(cells, height: Self.height(lines: lines, size: size) + 4))
    }

    /// The height of some lines in points; a row of a sheet cannot be higher than 409.
    static func height(lines: Int, size: Double) -> Double {
        min(400, (Double(lines) * size * 1.35).rounded(.up))
    }
}
