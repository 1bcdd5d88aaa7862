import Campaigns
import Findings
import Workbooks

/// The cells of a sheet that say who filled it in and how to reach them: no copy of ours holds them.
///
/// 填表人, 审核人, 负责人, 联系电话: what follows the label in its own cell (`填表人：李某`), and what
/// stands right of it up to the next label; the labels stay for whoever fills them in again. A cell
/// that is nothing but such a word is a label only where another cell of its row is one with a colon,
/// or near the foot of the sheet; elsewhere it heads a column. The table itself is not touched: its
/// cells may hold such words (责任人职务：分管领导), and what stands there is the sender's work.
enum ContactCells {
    private static let words = [
        "填表人", "填报人", "制表人", "经办人", "审核人", "负责人", "单位负责人", "主要领导", "分管领导", "联系人",
        "联系电话", "电话", "手机", "办公电话",
    ]
    private static let footRows = 5

    /// What is left in each of the cells; mostly nothing.
    ///
    /// `table` has the numbers of the rows that were read as heads and data. Nil where the sheet was
    /// not read: then only a row that begins with a label can be one of contacts.
    static func replacements(in grid: Grid, besides table: Set<Int>?) -> [CellReference: String] {
        var replacements: [CellReference: String] = [:]
        let foot = grid.rows.suffix(footRows).first?.number ?? 0
        for row in grid.rows where !(table?.contains(row.number) ?? false) {
            let labels = row.cells.map { label(in: $0) }
            guard labels.contains(.complete) || (row.number >= foot && labels.contains(.bare)),
                table != nil || beginsWithLabel(row)
            else {
                continue
            }
            var isBehindLabel = false
            for (cell, label) in zip(row.cells, labels) {
                let reference = CellReference(row: row.number, column: cell.column)
                switch label {
                case .complete:
                    let text = cell.value.text
                    let left = withoutContacts(text)
                    if left != text { replacements[reference] = left }
                    isBehindLabel = true
                case .bare: isBehindLabel = true
                case .other: isBehindLabel = false
                case nil: if isBehindLabel { replacements[reference] = "" }
                }
            }
        }
        return replacements
    }

    private static func beginsWithLabel(_ row: Grid.Row) -> Bool {
        row.cells.first { !$0.value.text.trimmed.isEmpty }.flatMap { label(in: $0) } != nil
    }

    private enum Label { case complete, bare, other }

    private static func label(in cell: Cell) -> Label? {
        guard case .string(let text) = cell.value else { return nil }
        let folded = String(text.trimmed.filter { !$0.isWhitespace && $0 != "\u{3000}" })
        let colon = folded.firstIndex { $0 == "：" || $0 == ":" }
        let word = String(folded[..<(colon ?? folded.endIndex)])
        if words.contains(withoutBrackets(word)) { return colon == nil ? .bare : .complete }
        // One cell may hold the whole line: 填报单位：… 填表人：….
        if colon != nil,
            words.contains(where: { folded.contains("\($0)：") || folded.contains("\($0):") })
        {
            return .complete
        }
        return colon == nil ? nil : .other
    }

    /// A line of labels with what follows the contact labels taken out:
    /// `填报单位：城关镇  填表人：李某  日期：6月30日` keeps the unit and the date.
    ///
    /// The next label begins behind white space, or with a contact word; where neither is there, all
    /// that follows goes.
    private static func withoutContacts(_ text: String) -> String {
        var kept = ""
        var isContact = false
        var rest = Substring(text)
        while let colon = rest.firstIndex(where: { $0 == "：" || $0 == ":" }) {
            let before = rest[..<colon]
            let start = labelStart(in: before)
            let word = String(before[(start ?? before.startIndex)...])
            if !isContact {
                kept += before
            } else if let start {
                let gap = before[..<start].reversed().prefix { $0.isWhitespace }.count
                kept += String(repeating: " ", count: gap) + before[start...]
            } else {
                return kept
            }
            kept.append(rest[colon])
            isContact = isContactLabel(word)
            rest = rest[rest.index(after: colon)...]
        }
        return isContact ? kept : kept + rest
    }

    /// Where the label before a colon begins; nil where that cannot be told from what is before it.
    private static func labelStart(in text: Substring) -> Substring.Index? {
        let trimmed = text.trimmingSuffix { $0.isWhitespace }
        // A label spread out for looks, 填 表 人, is one word.
        for word in words.sorted(by: { $0.count > $1.count }) {
            var index = trimmed.endIndex
            var left = Substring(word)
            while let last = left.last, index > trimmed.startIndex {
                let previous = trimmed.index(before: index)
                if trimmed[previous] == last {
                    left = left.dropLast()
                } else if !trimmed[previous].isWhitespace {
                    break
                }
                index = previous
            }
            if left.isEmpty { return index }
        }
        return trimmed.lastIndex { $0.isWhitespace }.map { trimmed.index(after: $0) }
    }

    private static func isContactLabel(_ word: String) -> Bool {
        let bare = withoutBrackets(word.filter { !$0.isWhitespace })
        return words.contains { bare.hasSuffix($0) }
    }

    /// `负责人（签字）` is 负责人.
    private static func withoutBrackets(_ word: String) -> String {
        String(word.prefix { $0 != "（" && $0 != "(" })
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
