import Findings
import Returns
import Workbooks

/// What stands in the cells of a finding, for the terminal of who asked; it goes into no log and no file.
struct CellTexts {
    private let workbook: Workbook?
    private let mask: PersonalMask

    /// Longer texts are cut: the place says where the rest is.
    private static let longest = 40

    init(_ workbook: Workbook?, mask: PersonalMask) {
        self.workbook = workbook
        self.mask = mask
    }

    /// A text a cell, empty for a blank one; nil where there is nothing to show.
    ///
    /// Personal data is never repeated.
    func texts(of finding: Finding) -> [String]? {
        guard finding.check != .personalData, !finding.place.cells.isEmpty,
            let sheets = workbook?.sheets,
            let grid = finding.place.sheet.map({ name in sheets.first { $0.name == name } })
                ?? (sheets.count == 1 ? sheets.first : nil)
        else { return nil }
        return finding.place.cells.map { cell in
            let text = mask.masked(grid[cell]?.value.text ?? "")
            return text.count > Self.longest ? text.prefix(Self.longest) + "…" : text
        }
    }
}
