import Campaigns
import Findings
import Ledgers

/// The cells whose trouble is already told, so that what follows from it is not told again.
///
/// A value that could not be read, or that is wrong by itself, makes no rule finding; a column that is
/// not there is one finding and not one a row.
struct BlockedCells {
    private let places: ReturnPlaces
    private var cells: Set<Cell> = []
    private var rows: Set<Int> = []
    private var columns: Set<String> = []

    private struct Cell: Hashable {
        var row: Int
        var field: String
    }

    /// `known` is what was found while the return was read.
    init(_ known: [Finding], of form: Form, in submission: Submission, by book: RuleBook) {
        places = submission.places
        guard !known.isEmpty else { return }
        let fieldByColumn = Dictionary(
            submission.places.columns.map { ($0.value, $0.key) },
            uniquingKeysWith: { min($0, $1) })
        let rowByLine = Dictionary(
            submission.rows.compactMap { row in row.line.map { ($0, row.number) } },
            uniquingKeysWith: { first, _ in first })
        for finding in known where finding.place.file == places.file {
            guard finding.place.sheet == nil || finding.place.sheet == places.sheet else {
                continue
            }
            if [.missingColumn, .doubledColumn, .unclearHeader].contains(finding.check) {
                for field in form.fields where places.columns[field.id] == nil {
                    let words = finding.message.chinese
                    if words.contains("“\(field.header)”") || words.contains("“\(field.id)”") {
                        columns.insert(field.id)
                    }
                }
            }
            guard Self.blocks(finding, of: form, submission, by: book) else { continue }
            for cell in finding.place.cells {
                guard let field = fieldByColumn[cell.column] else { continue }
                if cell.row <= places.headerRow {
                    columns.insert(field)
                } else {
                    cells.insert(Cell(row: cell.row, field: field))
                }
            }
            if finding.place.cells.isEmpty, let line = finding.place.line, let row = rowByLine[line]
            {
                rows.insert(row)
            }
        }
    }

    /// An error, and whatever left a cell unread even if the campaign takes it lightly.
    private static func blocks(
        _ finding: Finding, of form: Form, _ submission: Submission, by book: RuleBook
    ) -> Bool {
        guard let check = finding.check else { return finding.severity == .error }
        if check.scope == .cell, check.severity == .error { return true }
        return book.severity(of: check, form: form.id, period: submission.period) == .error
    }

    mutating func block(_ field: String, in row: ReturnRow) {
        cells.insert(Cell(row: row.number, field: field))
    }

    /// The column is told to be missing.
    mutating func block(column field: String) {
        columns.insert(field)
    }

    func contains(_ field: String, in row: ReturnRow) -> Bool {
        columns.contains(field) || rows.contains(row.number)
            || cells.contains(Cell(row: row.number, field: field))
    }

    func containsAny(of fields: [String], in row: ReturnRow) -> Bool {
        fields.contains { contains($0, in: row) }
    }

    /// The column is missing, or nothing in it could be read, and a finding says so.
    func isColumnKnown(_ field: String) -> Bool { columns.contains(field) }

    /// The sheet has the field's column.
    func hasColumn(_ field: String) -> Bool { places.columns[field] != nil }
}
