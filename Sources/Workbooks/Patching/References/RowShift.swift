import Findings

/// Rows that come in or go out, and where every other row is then.
///
/// ```swift
/// let shift = RowShift.insert(3, before: 5)
/// shift.row(7)  // 10
/// ```
struct RowShift: Equatable {
    /// The first row that is new, or that goes.
    let start: Int
    /// How many come in; negative, how many go.
    let count: Int
    /// The rows before `start` of which the new ones are copies, each of them equally often.
    let block: ClosedRange<Int>?

    static let lastRow = 1_048_576

    private init(start: Int, count: Int, block: ClosedRange<Int>? = nil) {
        self.start = start
        self.count = count
        self.block = block
    }

    /// New rows before one; what stands there moves down.
    static func insert(_ count: Int, before row: Int) -> RowShift {
        RowShift(start: row, count: count)
    }

    static func delete(_ rows: ClosedRange<Int>) -> RowShift {
        RowShift(start: rows.lowerBound, count: -rows.count)
    }

    /// So many copies of some rows, directly behind them.
    static func copy(_ rows: ClosedRange<Int>, times: Int) -> RowShift {
        RowShift(start: rows.upperBound + 1, count: rows.count * times, block: rows)
    }

    /// How many copies of the block are made.
    var copies: Int { block.map { max(0, count) / $0.count } ?? 0 }

    /// The rows that go.
    var deleted: Range<Int> { start..<start + max(0, -count) }

    /// Where a row is then; nil for one that is gone or pushed off the sheet.
    func row(_ row: Int) -> Int? {
        guard row >= start else { return row }
        guard !deleted.contains(row) else { return nil }
        return row + count <= Self.lastRow ? row + count : nil
    }

    /// Where some rows are then, those that came in between among them; nil where none is left.
    ///
    /// Rows that hold the whole block and end with it take its copies in where `isExtended`.
    func rows(_ rows: ClosedRange<Int>, isExtended: Bool) -> ClosedRange<Int>? {
        var (first, last) = (rows.lowerBound, rows.upperBound)
        if count >= 0 {
            if isExtended, let block, last == block.upperBound, first <= block.lowerBound {
                return first...min(Self.lastRow, last + count)
            }
            if first >= start { first += count }
            if last >= start { last += count }
            guard first <= Self.lastRow else { return nil }
            return first...min(Self.lastRow, last)
        }
        let gone = deleted
        if first >= gone.upperBound {
            first += count
        } else if gone.contains(first) {
            first = start
        }
        if last >= gone.upperBound {
            // The last row of the sheet stays the last one.
            if last < Self.lastRow || rows.lowerBound > 1 { last += count }
        } else if gone.contains(last) {
            last = start - 1
        }
        return first <= last && last >= 1 ? first...last : nil
    }

    /// Where a range of cells is then.
    func range(_ range: CellRange, isExtended: Bool) -> CellRange? {
        guard let rows = rows(range.first.row...range.last.row, isExtended: isExtended) else {
            return nil
        }
        return CellRange(
            CellReference(row: rows.lowerBound, column: range.first.column),
            CellReference(row: rows.upperBound, column: range.last.column))
    }
}
