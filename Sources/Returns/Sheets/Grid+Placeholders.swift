import Workbooks

extension Grid {
    /// The sheet with the zeros that a program wrote for formulas which nobody has computed yet.
    ///
    /// Programs that write workbooks without a spreadsheet put 0 behind every formula and ask that it be
    /// computed when the workbook is opened. Where any formula of the sheet has another result, something did
    /// compute it, and a 0 is a 0.
    func withoutPlaceholders(of workbook: Workbook) -> Grid {
        guard workbook.wantsComputing else { return self }
        var isUncomputed = false
        for cell in rows.lazy.flatMap(\.cells) where cell.isFormula && cell.value != .uncomputed {
            guard case .number(0, _) = cell.value else { return self }
            isUncomputed = true
        }
        guard isUncomputed else { return self }
        var grid = self
        for row in grid.rows.indices {
            for cell in grid.rows[row].cells.indices where grid.rows[row].cells[cell].isFormula {
                grid.rows[row].cells[cell].value = .uncomputed
            }
        }
        return grid
    }
}
