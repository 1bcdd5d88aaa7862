import Findings

extension RowShift {
    /// A list of ranges as `sqref` holds it; nil where none is left.
    ///
    /// What is in the block is in its copies too. What is no range stays as it is.
    func list(_ text: String) -> String? {
        var ranges: [String] = []
        for item in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
            guard let range = CellRange(item) else {
                ranges.append(String(item))
                continue
            }
            guard let new = self.range(range, isExtended: true) else { continue }
            ranges.append(new.description)
            guard let block, new == range, isInBlock(range) else { continue }
            for copy in 1...max(1, copies) where copies > 0 {
                ranges.append(range.moved(down: copy * block.count).description)
            }
        }
        return ranges.isEmpty ? nil : ranges.joined(separator: " ")
    }

    /// All rows of a range are rows of the block.
    func isInBlock(_ range: CellRange) -> Bool {
        guard let block else { return false }
        return block.contains(range.first.row) && block.contains(range.last.row)
    }

    /// The copies of a range in the block, the first copy first.
    func copies(of range: CellRange) -> [CellRange] {
        guard let block, isInBlock(range), copies > 0 else { return [] }
        return (1...copies).map { range.moved(down: $0 * block.count) }
    }
}

extension CellRange {
    func moved(down rows: Int) -> CellRange {
        CellRange(
            CellReference(row: first.row + rows, column: first.column),
            CellReference(row: last.row + rows, column: last.column))
    }
}
