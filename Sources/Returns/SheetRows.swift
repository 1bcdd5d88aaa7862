import Campaigns
import Findings
import Workbooks

/// The rows of a sheet below its column heads, told apart: data, totals, foot.
struct SheetRows {
    /// Title and label rows above the heads.
    var head: [Grid.Row] = []
    var data: [Grid.Row] = []
    var totals: [Grid.Row] = []
    /// From the first row of the foot on; its contact cells are read into nothing.
    var foot: [Grid.Row] = []

    init(_ grid: Grid, heads: HeaderBlock) {
        for row in grid.rows {
            if row.number < heads.rows.lowerBound {
                head.append(row)
            } else if row.number > heads.rows.upperBound {
                if !foot.isEmpty || Self.isFoot(row) {
                    foot.append(row)
                } else if Self.isColumnNumbers(row) {
                    continue
                } else if Self.isTotal(row) {
                    totals.append(row)
                } else {
                    data.append(row)
                }
            }
        }
    }

    /// Words with which the foot of a form begins.
    static let footWords = [
        "填表人", "填报人", "制表人", "经办人", "审核人", "负责人", "单位负责人", "主要领导", "分管领导", "联系电话",
        "联系人", "备注:", "说明:", "注:", "填表说明", "填报说明", "此表一式",
    ]

    private static let totalWords: Set = [
        "合计", "总计", "小计", "累计", "全镇合计", "全乡合计", "全县合计", "全办合计", "平均", "合计:", "总计:",
    ]

    static func isFoot(_ row: Grid.Row) -> Bool {
        guard let first = firstText(row) else { return false }
        return footWords.contains { first.hasPrefix($0) }
    }

    private static func isTotal(_ row: Grid.Row) -> Bool {
        firstText(row).map { totalWords.contains($0) } ?? false
    }

    /// 栏次: every cell is 甲, 乙, 丙, a number of at most two digits, perhaps in brackets, or a letter.
    private static func isColumnNumbers(_ row: Grid.Row) -> Bool {
        guard row.cells.count >= 2 else { return false }
        var numbers = 0
        for cell in row.cells {
            let key = Folding.key(cell.value.text)
            let bare =
                key.hasPrefix("(") && key.hasSuffix(")") ? String(key.dropFirst().dropLast()) : key
            switch bare {
            case "甲", "乙", "丙", "丁", "戊", "栏次": continue
            case let text where text.unicodeScalars.count == 1 && ("a"..."z").contains(text):
                continue
            case let text:
                guard text.utf8.count <= 2, let number = Int(text), number > 0 else { return false }
                numbers += 1
            }
        }
        // Numbers that count upwards, else it may be data.
        let values = row.cells.compactMap { Int(Folding.key($0.value.text).filter(\.isASCIIDigit)) }
        return numbers == 0 || zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    private static func firstText(_ row: Grid.Row) -> String? {
        row.cells.first.map { Folding.key($0.value.text) }
    }
}
