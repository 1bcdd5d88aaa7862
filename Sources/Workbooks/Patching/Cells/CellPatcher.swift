import Findings

/// Makes changes of single cells in one worksheet part.
struct CellPatcher {
    let sheet: String
    let map: SheetMap
    let groups: FormulaGroups
    let edits: [CellReference: CellEdit]
    let is1904: Bool
    let headers: [CellRange]
    var editor: MarkupEditor
    var covering: [CellReference: CellReference] = [:]
    var area: CellRange?
    var remarks: [PatchRemark] = []
    var formerStyles: [PatchedWorkbook.FormerStyle] = []
    /// The styles that marked cells had.
    var marked: [(cell: CellReference, style: Int)] = []
    /// Numbers of shared strings that were redacted.
    var redacted: Set<Int> = []
    /// A formula came, went or changed.
    var changesFormulas = false
    /// A cell holds something else now, on which formulas may depend.
    var changesContent = false

    /// - Parameters:
    ///   - sheet: Its name, for remarks.
    ///   - map: The part.
    ///   - edits: By cell.
    ///   - headers: The heads of the sheet's tables.
    ///   - is1904: Days are counted from 1904.
    init(
        sheet: String, map: SheetMap, edits: [CellReference: CellEdit], headers: [CellRange],
        is1904: Bool
    ) {
        self.sheet = sheet
        self.map = map
        self.edits = edits
        self.headers = headers
        self.is1904 = is1904
        groups = FormulaGroups(of: map)
        editor = MarkupEditor(map.markup)
        findCovered()
    }

    /// The part with all changes that can be made.
    mutating func patched(
        styles: inout StyleAppender, strings: inout StringAppender, atMost limit: Int
    ) throws(WorkbookError) -> [UInt8] {
        var accepted: [(cell: CellReference, edit: CellEdit)] = []
        for (cell, edit) in edits.sorted(by: { $0.key < $1.key }) {
            if let reason = refusal(of: edit, at: cell) {
                remarks.append(PatchRemark(sheet: sheet, cell: cell, reason: reason))
            } else {
                accepted.append((cell, edit))
            }
        }
        freeMembers(of: Set(accepted.filter { $0.edit.content != nil }.map(\.cell)))
        var start = 0
        while start < accepted.count {
            let number = accepted[start].cell.row
            let end = accepted[start...].firstIndex { $0.cell.row != number } ?? accepted.count
            try patch(Array(accepted[start..<end]), row: number, &styles, &strings)
            start = end
        }
        widenDimension()
        return try editor.finished(atMost: limit)
    }

    private func refusal(of edit: CellEdit, at cell: CellReference) -> PatchRemark.Reason? {
        guard (1...RowShift.lastRow).contains(cell.row), (1...16_384).contains(cell.column) else {
            return .beyondSheet
        }
        guard let content = edit.content else { return nil }
        if let array = groups.array(at: cell) { return .arrayFormula(array) }
        if let shown = covering[cell], content != .blank { return .coveredByMerge(shown) }
        return headers.contains { $0.contains(cell) } ? .tableHeader : nil
    }

    /// Cells that follow a formula which goes get their own.
    private mutating func freeMembers(of cells: Set<CellReference>) {
        for (_, group) in groups.shared.sorted(by: { $0.key < $1.key }) {
            guard let master = group.master, cells.contains(master.cell) else { continue }
            group.expand(in: &editor) { cells.contains($0) }
        }
    }

    private mutating func findCovered() {
        let cells = edits.keys.sorted()
        for merge in map.merges {
            var low = 0
            var high = cells.count
            while low < high {
                let middle = (low + high) / 2
                if cells[middle].row < merge.first.row { low = middle + 1 } else { high = middle }
            }
            while low < cells.count, cells[low].row <= merge.last.row {
                if merge.contains(cells[low]), cells[low] != merge.first {
                    covering[cells[low]] = merge.first
                }
                low += 1
            }
        }
    }
}
