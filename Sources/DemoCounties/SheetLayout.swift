import Campaigns
import Findings
import Workbooks

/// In which layout the returns of a county come; what they hold is the same in each.
package enum SheetLayout: String, CaseIterable, Sendable {
    /// Everybody as they like, with planned faults: the county as it is.
    case mixed
    /// As the office issues it: one row of heads, its own names and order. Like all that follow, without
    /// a fault.
    case issued
    /// The columns of figures in any order.
    case shuffled
    /// Heads by other names, with units in brackets.
    case aliased
    /// Two rows of heads, groups over the columns.
    case grouped
    /// Three rows of heads.
    case deep
    /// Blank columns and rows in between, the table away from the corner.
    case spaced
    /// Heads, title and label once more after some rows, as on a second page.
    case paged
    /// Stored without styles, strings in the cells: another program.
    case plain
    case utf8, utf16, gb18030

    var isText: Bool { self == .utf8 || self == .utf16 || self == .gb18030 }

    /// The habits of an author who fills the sheet in this layout; words and dates stay theirs.
    func habits(_ own: SheetHabits) -> SheetHabits {
        guard self != .mixed else { return own }
        var habits = own
        habits.format = isText ? .csv : .workbook
        habits.isShuffled = self == .shuffled
        habits.aliasShare = self == .aliased ? 1 : 0
        habits.hasUnitBrackets = self == .aliased
        habits.headerRows = self == .grouped || self == .deep ? 2 : 1
        return habits
    }

    /// A drawn sheet in this layout: its heads stand below two rows of title and labels.
    func rearranged(_ sheet: SheetDraft, heads: Int) -> SheetDraft {
        switch self {
        case .deep: sheet.typed().headed("填报内容", before: 3)
        case .spaced: sheet.typed().spread()
        case .paged: sheet.typed().paged(heads: 3..<(3 + heads))
        default: sheet
        }
    }

    /// The sheet as the bytes of a file; nil for a workbook with styles.
    func bytes(_ sheet: SheetDraft) -> [UInt8]? {
        switch self {
        case .plain: PlainWorkbook.bytes(sheet)
        case .utf8: SheetFiles.text(sheet).utf8
        case .utf16: SheetFiles.text(sheet).utf16
        case .gb18030: SheetFiles.text(sheet).gb18030
        default: nil
        }
    }
}

extension SheetDraft {
    /// With results for formulas, which would speak of other cells once these have moved.
    fileprivate func typed() -> SheetDraft {
        var sheet = self
        for row in sheet.rows.indices {
            for column in sheet.rows[row].cells.indices {
                guard case .formula(_, let result)? = sheet.rows[row].cells[column]?.content
                else { continue }
                sheet.rows[row].cells[column]?.content = result
            }
        }
        return sheet
    }

    /// With a row more, one text over the whole width.
    fileprivate func headed(_ text: String, before row: Int) -> SheetDraft {
        var sheet = self
        let width = rows.map(\.cells.count).max() ?? 1
        sheet.rows.insert(RowDraft([CellDraft(text)]), at: row - 1)
        sheet.merges = merges.map { range in
            range.first.row < row ? range : range.moved(down: 1)
        }
        sheet.merges.append(
            CellRange(CellReference(row: row, column: 1), CellReference(row: row, column: width)))
        return sheet
    }

    /// Two rows and a column before the table, a blank column behind every third.
    fileprivate func spread() -> SheetDraft {
        func place(_ column: Int) -> Int { column + 1 + (column - 1) / 3 }
        var sheet = self
        sheet.columnWidths = [:]
        sheet.rows = [RowDraft([]), RowDraft([])]
        for row in rows {
            let width = row.cells.isEmpty ? 0 : place(row.cells.count)
            var cells = [CellDraft?](repeating: nil, count: width)
            for (index, cell) in row.cells.enumerated() {
                cells[place(index + 1) - 1] = cell
            }
            var spread = row
            spread.cells = cells
            sheet.rows.append(spread)
        }
        sheet.merges = merges.map { range in
            CellRange(
                CellReference(row: range.first.row + 2, column: place(range.first.column)),
                CellReference(row: range.last.row + 2, column: place(range.last.column)))
        }
        return sheet
    }

    /// Title, label and heads once more behind the third row of figures, without merges.
    fileprivate func paged(heads: Range<Int>) -> SheetDraft {
        var sheet = self
        let first = heads.upperBound
        let isNumbered = rows.count > first && rows[first - 1].cells.first??.content == .string("甲")
        let cut = first + (isNumbered ? 1 : 0) + 3
        // The total and the foot stay at the end.
        guard rows.count > cut + 2 else { return self }
        let top = rows[0..<(heads.upperBound - 1)]
        sheet.merges = merges.filter { $0.last.row < cut }
        sheet.rows = Array(rows[..<(cut - 1)]) + top + rows[(cut - 1)...]
        return sheet
    }
}

extension CellRange {
    fileprivate func moved(down rows: Int) -> CellRange {
        CellRange(
            CellReference(row: first.row + rows, column: first.column),
            CellReference(row: last.row + rows, column: last.column))
    }
}
