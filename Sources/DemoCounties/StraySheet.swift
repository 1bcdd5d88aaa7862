import Campaigns
import Findings
import Workbooks

/// A sheet that another office asked for and that ended up in this Inbox.
enum StraySheet {
    static func draft(unit: Unit, period: Period, rows: [SheetRow]) -> SheetDraft {
        var sheet = SheetDraft(name: "饮水")
        let heads = ["序号", "地点", "供水工程处数", "水质检测次数", "整改问题数", "完成投资"]
        sheet.rows = [
            RowDraft([CellDraft("农村饮水安全排查统计表（\(period.chinese)）")]),
            RowDraft([CellDraft("填报单位：" + unit.name)]),
            RowDraft(heads.map { CellDraft($0) }),
        ]
        for (place, row) in rows.prefix(8).enumerated() {
            sheet.rows.append(
                RowDraft([
                    CellDraft(.integer(place + 1)), CellDraft(row.entry?.name ?? ""),
                    CellDraft(.integer(1 + place % 3)), CellDraft(.integer(place % 2 + 1)),
                    CellDraft(.integer(place % 4)), CellDraft(.integer(3 + place)),
                ]))
        }
        sheet.merges = [
            CellRange(CellReference(row: 1, column: 1), CellReference(row: 1, column: heads.count))
        ]
        return sheet
    }
}
