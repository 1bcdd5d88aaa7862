import Campaigns
import Findings
import Workbooks

/// What was read as something else than it was written, cell by cell: raw text, value, reason (换算).
struct ChangeSheet {
    let receipts: [Receipt]
    let title: String

    /// A sheet that is read by a person; all of it is in `tongbao ledger export`.
    private static let limit = 2000

    /// Nil where nothing was changed.
    var sheet: SheetDraft? {
        let all = receipts.flatMap { receipt in receipt.changes.map { (receipt, $0) } }
        guard !all.isEmpty else { return nil }
        var table = TableBuilder(
            name: "换算", title: title,
            remarks: ["共\(all.count)处。左边是表上写的，右边是系统读作的；有不对的，请在原表上改正后重新报送。"],
            columns: [
                TableColumn("序号", 6), TableColumn("文件", 26, .left), TableColumn("工作表", 12, .left),
                TableColumn("单元格", 8), TableColumn("对象", 16, .left),
                TableColumn("栏目", 18, .left), TableColumn("表上写的", 20, .left),
                TableColumn("读作", 20, .left), TableColumn("为什么", 18, .left),
            ])
        for (index, (receipt, change)) in all.prefix(Self.limit).enumerated() {
            table.row([
                .count(index + 1), .text(OutboxNames.baseName(of: receipt.file)),
                .text(receipt.sheet ?? ""), .text(change.cell), .text(change.subject),
                .text(change.column), .text(change.raw), .text(change.value),
                .text(Self.words[change.reason] ?? change.reason.rawValue),
            ])
        }
        if all.count > Self.limit { table.note("还有\(all.count - Self.limit)处没有列出。") }
        return table.sheet
    }

    /// Reasons as a clerk would give them.
    static let words: [ValueChange.Reason: String] = [
        .fullWidth: "全角字符", .separators: "千分位逗号", .unitSuffix: "去掉单位", .unitConversion: "换算单位",
        .chineseNumeral: "中文数字", .percentSign: "百分号", .dateStyle: "日期写法", .spelling: "统一写法",
        .name: "花名册上的名称", .blankWord: "表示没有的写法", .ditto: "“同上”", .mergedDown: "合并单元格",
        .whitespace: "多余的空格", .textNumber: "文本格式的数字",
    ]
}
