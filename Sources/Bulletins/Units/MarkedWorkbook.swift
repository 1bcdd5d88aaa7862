import Campaigns
import Findings
import Workbooks

/// The sender's own workbook with its bad cells marked: patched in place, all else as it came.
struct MarkedWorkbook {
    let original: [UInt8]
    let limits: WorkbookLimits
    /// As it was read.
    let workbook: Workbook
    let marks: [CellMark]
    /// The rows of heads and data, by sheet.
    let tables: [String: Set<Int>]
    /// Goes in behind the sender's sheets, and is what one sees on opening.
    let list: SheetDraft

    /// Nil where it cannot be done without loss: what stood in the sheet would not stand there any
    /// more, or what must not go back would.
    var bytes: [UInt8]? {
        guard let patched = try? patched, let again = try? read(patched.bytes) else { return nil }
        let left = patched.remarks.contains { remark in
            remark.isRefusal && remark.sheet.map { isContact(remark.cell, on: $0) } ?? false
        }
        return !left && holdsTheSame(again) ? patched.bytes : nil
    }

    private var patched: PatchedWorkbook {
        get throws(WorkbookError) {
            var patch = try WorkbookPatch(original, limits: limits)
            patch.removeMarks(fills: Palette.marks)
            for grid in workbook.sheets {
                if ErrorListSheet.isOne(grid) {
                    patch.removeSheet(grid.name)
                    continue
                }
                for (cell, text) in contacts(of: grid).sorted(by: { $0.key < $1.key }) {
                    patch.redact(cell, on: grid.name, leaving: text)
                }
            }
            for mark in marks {
                guard let fill = Palette.severity(mark.severity) else { continue }
                patch.mark(mark.cell, on: mark.sheet, fill: fill, note: mark.text)
            }
            patch.add(list, isShown: true)
            return try patch.patched()
        }
    }

    private func read(_ bytes: [UInt8]) throws(WorkbookError) -> Workbook {
        try WorkbookReader.read(bytes, fileName: "", limits: limits)
    }

    private func contacts(of grid: Grid) -> [CellReference: String] {
        ContactCells.replacements(in: grid, besides: tables[grid.name])
    }

    private func isContact(_ cell: CellReference?, on sheet: String) -> Bool {
        workbook.sheets.contains { grid in
            grid.name == sheet && cell.map { contacts(of: grid)[$0] != nil } ?? false
        }
    }

    /// Every value and every merged region of the sender's sheets stands where it stood; a wrong
    /// splice must never reach a clerk.
    private func holdsTheSame(_ other: Workbook) -> Bool {
        let grids = workbook.sheets.filter { !ErrorListSheet.isOne($0) }
        return other.sheets.count == grids.count + 1
            && zip(grids, other.sheets).allSatisfy { old, new in
                old.name == new.name && old.isHidden == new.isHidden && old.merges == new.merges
                    && values(of: old, besides: contacts(of: old))
                        == values(of: new, besides: contacts(of: old))
            }
    }

    private func values(
        of grid: Grid, besides contacts: [CellReference: String]
    ) -> [[Cell]] {
        grid.rows.map { row in
            row.cells.filter {
                contacts[CellReference(row: row.number, column: $0.column)] == nil
            }
        }.filter { !$0.isEmpty }
    }
}
