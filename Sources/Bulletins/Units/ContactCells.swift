import Campaigns
import Findings
import Workbooks

/// The cells of a sheet that say who filled it in and how to reach them: no copy of ours holds them.
///
/// 填表人, 审核人, 负责人, 联系电话: the cell with the label itself (`填表人：李某`), and what stands right of
/// it up to the next label. A cell that is nothing but such a word is a label only where another cell
/// of its row is one with a colon, or near the foot of the sheet; elsewhere it heads a column.
enum ContactCells {
    private static let words = [
        "填表人", "填报人", "制表人", "经办人", "审核人", "负责人", "单位负责人", "主要领导", "分管领导", "联系人",
        "联系电话", "电话", "手机", "办公电话",
    ]
    private static let footRows = 5

    static func references(in grid: Grid) -> Set<CellReference> {
        var references: Set<CellReference> = []
        let foot = grid.rows.suffix(footRows).first?.number ?? 0
        for row in grid.rows {
            let labels = row.cells.map { label(in: $0) }
            guard labels.contains(.complete) || (row.number >= foot && labels.contains(.bare))
            else {
                continue
            }
            var isBehindLabel = false
            for (cell, label) in zip(row.cells, labels) {
                switch label {
                case .complete, .bare: isBehindLabel = true
                case .other: isBehindLabel = false
                case nil: break
                }
                if isBehindLabel {
                    references.insert(CellReference(row: row.number, column: cell.column))
                }
            }
        }
        return references
    }

    private enum Label { case complete, bare, other }

    private static func label(in cell: Cell) -> Label? {
        guard case .string(let text) = cell.value else { return nil }
        let folded = String(text.trimmed.filter { !$0.isWhitespace && $0 != "\u{3000}" })
        let colon = folded.firstIndex { $0 == "：" || $0 == ":" }
        let word = String(folded[..<(colon ?? folded.endIndex)])
        let bare = word.split(separator: "（", omittingEmptySubsequences: false).first ?? ""
        if words.contains(String(bare)) { return colon == nil ? .bare : .complete }
        // One cell may hold the whole line: 填报单位：… 填表人：….
        if colon != nil,
            words.contains(where: { folded.contains("\($0)：") || folded.contains("\($0):") })
        {
            return .complete
        }
        return colon == nil ? nil : .other
    }
}
