import Findings
import Workbooks

/// A grid as a sheet to be sent back where there is no workbook to mark (a CSV) or it cannot be
/// patched: every value where it stood, bad cells filled and noted.
///
/// Contact cells are left blank (`ContactCells`). A sheet so sparse that its rebuilding would cost
/// more than its values are worth is not rebuilt: the list of errors stands alone then.
struct AnnotatedSheet {
    let grid: Grid
    let marks: [CellMark]
    /// The rows of heads and data; nil where the sheet was not read.
    let table: Set<Int>?

    private static let slotLimit = 2_000_000
    private static let mergeLimit = 2000

    /// Nil where the sheet is too large to be rebuilt, or empty.
    var sheet: SheetDraft? {
        guard let last = grid.rows.last?.number else { return nil }
        let width = max(
            grid.rows.reduce(1) { max($0, $1.cells.last?.column ?? 0) },
            marks.reduce(1) { max($0, $1.cell.column) })
        guard last * width <= Self.slotLimit else { return nil }
        var sheet = SheetDraft(name: grid.name)
        sheet.isHidden = grid.isHidden
        sheet.merges = Self.disjoint(grid.merges)
        let contacts = ContactCells.replacements(in: grid, besides: table)
        sheet.rows = Array(repeating: RowDraft(), count: last)
        for row in grid.rows {
            var cells: [CellDraft?] = []
            for cell in row.cells {
                let left = contacts[CellReference(row: row.number, column: cell.column)]
                let content = left.map { $0.isEmpty ? .blank : .string($0) } ?? cell.content
                Self.put(CellDraft(content, style: cell.style), at: cell.column, into: &cells)
            }
            sheet.rows[row.number - 1] = RowDraft(cells)
            sheet.rows[row.number - 1].isHidden = row.isHidden
        }
        for mark in marks where mark.cell.row <= last {
            Self.fill(mark.cell, with: Palette.severity(mark.severity), in: &sheet)
            sheet.notes[mark.cell] = WorkbookPatch.markNote(mark.text)
        }
        return sheet
    }

    /// Fills a cell, making a blank one where there is none: a missing value is to be seen.
    private static func fill(
        _ reference: CellReference, with color: String?, in sheet: inout SheetDraft
    ) {
        var cells = sheet.rows[reference.row - 1].cells
        if !cells.indices.contains(reference.column - 1) || cells[reference.column - 1] == nil {
            put(CellDraft(.blank, style: Cell.plain), at: reference.column, into: &cells)
        }
        cells[reference.column - 1]?.style.fill = color
        sheet.rows[reference.row - 1].cells = cells
    }

    private static func put(_ cell: CellDraft, at column: Int, into cells: inout [CellDraft?]) {
        while cells.count < column { cells.append(nil) }
        cells[column - 1] = cell
    }

    /// Merges as they are, but for those that overlap an earlier one: no program takes such a file.
    private static func disjoint(_ merges: [CellRange]) -> [CellRange] {
        var kept: [CellRange] = []
        for merge in merges.prefix(mergeLimit) {
            let overlaps = kept.contains {
                $0.first.row <= merge.last.row && merge.first.row <= $0.last.row
                    && $0.first.column <= merge.last.column && merge.first.column <= $0.last.column
            }
            if !overlaps { kept.append(merge) }
        }
        return kept
    }
}

extension Cell {
    fileprivate static let plain = Styles.make("宋体", 11, wraps: false, border: true)

    /// The value as it was read; dates stay dates, a formula is its result.
    fileprivate var content: CellDraft.Content {
        switch value {
        case .string(let text): .string(text)
        case .number(let number, _):
            number == number.rounded() && abs(number) < 1e15
                ? .integer(Int(number)) : .decimal(number)
        case .bool(let bool): .bool(bool)
        case .error(let error): .string(error)
        case .date(.date(let date), _): .date(date)
        case .date(let date, _): .string(date.iso)
        case .uncomputed: .string("（公式没有结果）")
        }
    }

    fileprivate var style: CellStyle {
        var style = Self.plain
        switch value {
        case .number: if isPercent { style.numberFormat = "0.##%" }
        case .date(.date, _): style.numberFormat = "yyyy-mm-dd"
        case .string(let text): style.wraps = text.contains("\n")
        case .bool, .error, .date, .uncomputed: break
        }
        return style
    }
}
