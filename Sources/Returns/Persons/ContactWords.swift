import Campaigns
import Workbooks

/// Who filled a sheet in and how to reach them: the one place where a telephone number may stand.
///
/// In the foot every cell; above the heads a cell with such a word in it, and what stands right of one.
struct ContactWords {
    private static let words = [
        "填表人", "填报人", "制表人", "经办人", "审核人", "负责人", "主要领导", "分管领导", "联系人", "联系电话", "电话", "手机",
        "联系方式",
    ]

    /// Whether a cell of a row above the heads says how to reach somebody.
    static func speaks(of column: Int, in row: Grid.Row) -> Bool {
        row.cells.contains { cell in
            guard cell.column <= column else { return false }
            let key = Folding.key(cell.value.text)
            return words.contains { key.holds($0) }
        }
    }
}
