import Findings

extension SheetDraft {
    /// Gives every row that has none the height that its wrapped texts need, by the widths of their
    /// columns: programs do not grow rows themselves when a file says how high one is, nor ever for
    /// merged cells.
    ///
    /// Rows of one line stay without a height, and cells merged over several rows count for none.
    package mutating func fitRowHeights() {
        let widths = ColumnWidths(of: self)
        let spans = mergedCells()
        for index in rows.indices where rows[index].height == nil {
            var height = 0.0
            for (column, cell) in rows[index].cells.enumerated() {
                guard let cell, cell.style.wraps else { continue }
                let place = CellReference(row: index + 1, column: column + 1)
                let span = spans[place] ?? CellRange(place, place)
                guard span.first.row == span.last.row else { continue }
                let width = (span.first.column...span.last.column).reduce(0) {
                    $0 + (widths.characters[$1] ?? ColumnWidths.standard)
                }
                height = max(height, Self.height(of: cell, width: width))
            }
            if height > 0 { rows[index].height = min(409, height) }
        }
    }

    /// In points; 0 where one line is enough.
    private static func height(of cell: CellDraft, width: Double) -> Double {
        let text = cell.content.shownText(format: cell.style.numberFormat)
        let size = min(409, max(1, cell.style.fontSize))
        let room = Int(width * 11 / size / (cell.style.isBold ? 1.05 : 1))
        let lines = TextWidth.lines(of: text, wrappedTo: room)
        // A line of Chinese text with what stands between lines, in whole pixels.
        return lines < 2 ? 0 : Double(lines) * (size * 1.75).rounded(.up) * 0.75 + 3
    }

    private func mergedCells() -> [CellReference: CellRange] {
        var spans: [CellReference: CellRange] = [:]
        for merge in merges { spans[merge.first] = merge }
        return spans
    }
}
