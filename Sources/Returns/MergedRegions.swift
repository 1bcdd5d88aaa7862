import Findings

/// The merged regions below the heads of a sheet, by the columns that are read and by rows.
struct MergedRegions {
    /// One cell of a region.
    struct Part {
        let range: CellRange
        /// Several of the columns that are read lie in the region: one value stands for all of them.
        let isAcross: Bool
        /// The first of these columns, or the only one.
        let leads: Bool

        var isDown: Bool { range.first.row != range.last.row }
    }

    private var parts: [Int: [Int: Part]] = [:]

    /// Of `columns`, in the rows behind `heads` up to `last`.
    init(_ merges: [CellRange], columns: some Sequence<Int>, from heads: Int, to last: Int) {
        let columns = columns.sorted()
        // Regions that do not overlap have no more cells than the table; what goes on is no honest file.
        var left = columns.count * max(0, last - heads)
        for range in merges where range.first.row > heads && left > 0 {
            let covered = columns.filter { (range.first.column...range.last.column).contains($0) }
            guard let leader = covered.first, range.first.row <= last else { continue }
            for column in covered {
                let part = Part(
                    range: range, isAcross: covered.count > 1, leads: column == leader)
                for row in range.first.row...min(range.last.row, last) {
                    parts[column, default: [:]][row] = part
                    left -= 1
                }
            }
        }
    }

    /// The parts of a column by row; empty for most.
    subscript(column: Int) -> [Int: Part] { parts[column] ?? [:] }
}
