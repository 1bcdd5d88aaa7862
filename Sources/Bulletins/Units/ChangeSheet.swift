import Campaigns
import Findings
import Workbooks

/// What was read as something else than it was written: raw text, value, reason, and in which cells
/// (换算).
struct ChangeSheet {
    private let lines: [Line]
    private let count: Int
    private let title: String

    /// Cells of one column that were written and read alike.
    private struct Line {
        var receipt: Receipt
        var change: Receipt.Change
        var cells: [String]
    }

    private struct Key: Hashable {
        var file: Int
        var column: String
        var raw: String
        var value: String
        var reason: ValueChange.Reason
    }

    init(receipts: [Receipt], title: String) {
        self.title = title
        var lines: [Line] = []
        var indices: [Key: Int] = [:]
        for (file, receipt) in receipts.enumerated() {
            for change in receipt.changes {
                let key = Key(
                    file: file, column: change.column, raw: change.raw, value: change.value,
                    reason: change.reason)
                if let index = indices[key] {
                    lines[index].cells.append(change.cell)
                } else {
                    indices[key] = lines.count
                    lines.append(Line(receipt: receipt, change: change, cells: [change.cell]))
                }
            }
        }
        self.lines = lines
        count = receipts.reduce(0) { $0 + $1.changes.count }
    }

    /// Nil where nothing was changed.
    var sheet: SheetDraft? {
        guard !lines.isEmpty else { return nil }
        var table = TableBuilder(
            name: "换算", title: title,
            remarks: ["共\(count)处。左边是表上写的，右边是系统读作的；有不对的，请在原表上改正后重新报送。"],
            columns: [
                TableColumn("序号", 6), TableColumn("文件", 28, .left), TableColumn("工作表", 10, .left),
                TableColumn("栏目", 20, .left), TableColumn("表上写的", 20, .left),
                TableColumn("读作", 20, .left), TableColumn("为什么", 16, .left),
                TableColumn("处数", 6), TableColumn("单元格", 30, .left),
            ])
        for (index, line) in lines.enumerated() {
            let change = line.change
            table.row([
                .count(index + 1), .text(OutboxNames.baseName(of: line.receipt.file)),
                .text(line.receipt.sheet ?? ""), .text(change.column),
                .text(change.raw.trimmed.isEmpty ? "（空）" : change.raw), .text(change.value),
                .text(Self.words[change.reason] ?? change.reason.rawValue),
                .count(line.cells.count), .text(Self.list(line.cells)),
            ])
        }
        return table.sheet
    }

    private static func list(_ cells: [String]) -> String {
        cells.prefix(6).joined(separator: "、") + (cells.count > 6 ? "等" : "")
    }

    /// Reasons as a clerk would give them.
    static let words: [ValueChange.Reason: String] = [
        .fullWidth: "全角字符", .separators: "千分位逗号", .unitSuffix: "去掉单位", .unitConversion: "换算单位",
        .chineseNumeral: "中文数字", .percentSign: "百分号", .dateStyle: "日期写法", .spelling: "统一写法",
        .name: "花名册上的名称", .blankWord: "表示没有的写法", .ditto: "“同上”", .mergedDown: "合并单元格",
        .whitespace: "多余的空格", .textNumber: "文本格式的数字",
    ]
}
