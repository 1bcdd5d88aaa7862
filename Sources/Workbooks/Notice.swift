package import Findings

/// Something odd that was read all the same: where it stands and what was made of it.
package struct Notice: Hashable, Sendable {
    /// Nil for a CSV or where the whole workbook is meant.
    package var sheet: String?
    /// Nil where no single cell is meant.
    ///
    /// For a CSV the row is the record's ordinal and the column
    /// the field's, as a spreadsheet shows them.
    package var cell: CellReference?
    /// For a CSV: the line counted from 1.
    package var line: Int?
    /// What was odd and what was made of it; never the cell's content.
    package var reason: Bilingual

    /// A notice about a cell, a line, or the whole file.
    package init(
        sheet: String? = nil, cell: CellReference? = nil, line: Int? = nil, reason: Bilingual
    ) {
        self.sheet = sheet
        self.cell = cell
        self.line = line
        self.reason = reason
    }
}
