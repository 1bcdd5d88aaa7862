import Campaigns
import Findings
import Workbooks

/// The hidden sheet on which a form's checks are computed.
struct CheckSheet {
    let layout: FormLayout
    let check: SelfCheck
    let name: String

    /// The name by which conditional formats reach the sheet: older programs let them look at no other
    /// sheet by its own.
    var definedName: String {
        "_tongbao_check_"
            + layout.form.id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    }

    /// All of it, so that row and column are those of the form.
    var definedRange: String {
        let last = CellReference(row: layout.lastRow, column: max(1, width))
        return SheetNames.location(name, "$A$1:" + Self.absolute(last))
    }

    private var width: Int { layout.fields.count + check.columns.count }

    var sheet: SheetDraft {
        var sheet = SheetDraft(name: name)
        sheet.isHidden = true
        sheet.isProtected = true
        sheet.rows = Array(repeating: RowDraft(), count: FormLayout.headRow)
        for row in layout.rows {
            var cells: [CellDraft?] = layout.fields.map { field in
                check.cells[layout.cell(of: field, in: row)].map { Self.cell($0) }
            }
            cells += check.columns.map { $0.formulas[row.number].map { Self.cell($0) } }
            sheet.rows.append(RowDraft(cells))
        }
        return sheet
    }

    private static func cell(_ formula: String) -> CellDraft {
        CellDraft(.formula(formula, result: .blank))
    }

    private static func absolute(_ cell: CellReference) -> String {
        "$\(CellReference.letters(ofColumn: cell.column))$\(cell.row)"
    }

    // MARK: What the form asks

    /// Cells of single values; nil where the form has none.
    func ownRange(_ rows: ClosedRange<Int>) -> String? {
        range(1...max(1, layout.fields.count), rows)
    }

    func errorRange(_ rows: ClosedRange<Int>) -> String? {
        let errors = check.columns.count { !$0.isQuery }
        return errors == 0
            ? nil : range(layout.fields.count + 1...layout.fields.count + errors, rows)
    }

    func queryRange(_ rows: ClosedRange<Int>) -> String? {
        let errors = check.columns.count { !$0.isQuery }
        return errors == check.columns.count
            ? nil : range(layout.fields.count + errors + 1...width, rows)
    }

    private func range(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> String {
        let first = CellReference(row: rows.lowerBound, column: columns.lowerBound)
        let last = CellReference(row: rows.upperBound, column: columns.upperBound)
        return SheetNames.location(name, Self.absolute(first) + ":" + Self.absolute(last))
    }

    /// Every sentence about a row, one behind the other.
    func sentences(in row: FormLayout.Row) -> (cells: [String], columns: [String]) {
        let cells = layout.fields.map { layout.cell(of: $0, in: row) }
            .filter { check.cells[$0] != nil }
            .map { SheetNames.location(name, $0.description) }
        let columns = check.columns.indices
            .filter { check.columns[$0].formulas[row.number] != nil }
            .map { SheetNames.location(name, SelfCheck.place($0, row, layout)) }
        return (cells, columns)
    }
}
