package import Workbooks

/// The sheet that a workbook gets when it goes back to its sender (错误清单): where, what, how to mend
/// it.
///
/// Senders mend what they got and send it again with the sheet in it, perhaps under another name; by
/// its heads it is known, so that it is neither taken for a form nor sent back a second time.
package enum ErrorListSheet {
    package static let name = "错误清单"

    package static let heads = ["序号", "程度", "工作表", "单元格", "对象", "问题", "怎么改", "编号"]

    /// Rows above the heads: title and remarks, and what somebody put before them.
    private static let headRows = 12
    /// So many of the heads make it ours, wherever they stand in their row.
    private static let telling = Array(heads.prefix(4))

    /// The sheet is such a list, ours from an earlier round.
    package static func isOne(_ grid: Grid) -> Bool {
        grid.rows.prefix(headRows).contains { row in
            let first = row.cells.firstIndex { cell in
                guard case .string(let text) = cell.value else { return false }
                return text.isSame(as: telling[0])
            }
            guard let start = first else { return false }
            return row.cells[start...].lazy.map(\.value.text).starts(with: telling)
        }
    }
}
