import Campaigns

/// The texts that stand over the heads of columns in the rows above them (组头), alone or over several.
struct HeadGroups {
    /// By column, from the nearest up.
    private(set) var above: [Int: [KnownHead]] = [:]

    /// - Parameter rows: The texts of rows right above one another from left to right, the lowest row first;
    ///   what is merged stands in each of its cells.
    init(_ rows: [[HeadCell]]) {
        guard let lowest = rows.first else { return }
        var heads = Dictionary(lowest.map { ($0.column, $0.head) }) { first, _ in first }
        for row in rows.dropFirst() {
            let reach = Self.reach(of: row, over: heads)
            guard reach.allSatisfy({ Self.mayBeGroup($0.head) }) else { return }
            for cell in reach { above[cell.column, default: []].append(cell.head) }
            for cell in row where heads[cell.column] == nil { heads[cell.column] = cell.head }
        }
    }

    /// Neither a label (填报单位：城关镇), nor the day on which the table was made, nor a sentence on how to fill it
    /// in, as issued forms have one.
    private static func mayBeGroup(_ head: KnownHead) -> Bool {
        let key = head.text.wholeKey
        return key.unicodeScalars.count <= longest && !key.contains(";")
            && HeadLabel.parse(head.raw).labels.isEmpty && !SheetWords.isDate(key)
    }

    private static let longest = 24

    /// The texts of a row that stand over a head, each also over the columns to its right that have none in
    /// that row.
    private static func reach(of row: [HeadCell], over heads: [Int: KnownHead]) -> [HeadCell] {
        let isSingle = Set(row.map(\.head)).count < 2
        var reach: [HeadCell] = []
        for (place, cell) in row.enumerated() {
            guard let head = heads[cell.column], !head.raw.isSame(as: cell.head.raw) else {
                continue
            }
            reach.append(cell)
            let isMerged = place > 0 && row[place - 1].head == cell.head
            guard !isSingle, !isMerged else { continue }
            let next = place + 1 < row.count ? row[place + 1].column : (heads.keys.max() ?? 0) + 1
            for column in (cell.column + 1)..<max(next, cell.column + 1)
            where heads[column] != nil {
                reach.append(HeadCell(column: column, head: cell.head))
            }
        }
        return reach
    }
}
