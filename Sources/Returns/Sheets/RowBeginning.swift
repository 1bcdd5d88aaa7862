import Campaigns
import Synchronization

/// What the first text of a row says about the row, whatever stands behind it.
struct RowBeginning {
    /// 填报单位 and the like.
    let isUnitLabel: Bool
    /// The foot begins so.
    let isFoot: Bool
    /// 附, 附件1.
    let isAppendix: Bool
    /// 例, 示例.
    let isExample: Bool
    /// What kind of sum the row is; nil for none.
    let total: SheetRows.TotalRow.Kind?
    /// Heads of a table begin so: a form has a column of that name, or it is 序号.
    let mayBeHead: Bool

    init(_ text: String, book: HeaderBook) {
        let key = Folding.key(text)
        isUnitLabel = HeadLabel.isUnit(key)
        isFoot = SheetWords.isFoot(key)
        isAppendix = key.begins(with: "附")
        isExample = SheetWords.isExample(key)
        total = SheetWords.total(text)
        mayBeHead = key == "序号" || book.knows(key: key)
    }
}

/// What texts said as the first ones of rows: serial numbers and the names of villages, month after month.
final class RowBeginningMemory: Sendable {
    private let book: HeaderBook
    private let known = Mutex(TextTable<RowBeginning>())
    /// A county has some thousands of names; a hostile file may hold any number of texts, and long ones.
    private static let capacity = 20_000
    private static let longest = 200

    init(_ book: HeaderBook) { self.book = book }

    func beginning(_ text: String) -> RowBeginning {
        guard text.utf8.count <= Self.longest else { return RowBeginning(text, book: book) }
        if let beginning = known.withLock({ $0[text] }) { return beginning }
        let beginning = RowBeginning(text, book: book)
        known.withLock { known in
            if known.count < Self.capacity { known.add(text, beginning) }
        }
        return beginning
    }
}
