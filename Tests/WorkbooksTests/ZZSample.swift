import Findings
import Glibc
import Testing
import Workbooks

struct ZZSample {
    @Test func `writes a sample`() throws {
        var sheet = SheetDraft(name: "排名")
        var title = CellStyle(); title.fontName = "方正小标宋简体"; title.fontSize = 18; title.isBold = true; title.horizontal = .center
        var head = CellStyle(); head.isBold = true; head.hasBorder = true; head.fill = "D9E1F2"; head.horizontal = .center; head.wraps = true
        var cell = CellStyle(); cell.hasBorder = true
        var num = cell; num.numberFormat = "0.00"
        var pct = cell; pct.numberFormat = "0.0%"
        var red = cell; red.fill = "FFC7CE"; red.fontColor = "9C0006"; red.wraps = true; red.isLocked = false
        let names = ["城关镇", "东坪乡", "西河镇", "新村街道办事处"]
        sheet.rows.append(RowDraft([CellDraft("城关县“五位一体”工作通报（2020年第6期）", style: title)], height: 36))
        sheet.rows.append(RowDraft(["名次", "单位", "得分", "完成率", "换届日期", "说明"].map { CellDraft($0, style: head) }, height: 24))
        for (i, n) in names.enumerated() {
            sheet.rows.append(RowDraft([
                CellDraft(.integer(i + 1), style: cell), CellDraft(n, style: cell),
                CellDraft(.decimal(95.5 - Double(i)), style: num), CellDraft(.decimal(0.912), style: pct),
                CellDraft(.date(CivilDate(year: 2020, month: 6, day: 30)!), style: cell),
                CellDraft("=“约三百”应填数字，请改为准数并重新报送，谢谢配合，联系电话见附件", style: red)], height: 32))
        }
        sheet.rows.append(RowDraft([CellDraft("合计", style: head), nil, CellDraft(.formula("SUM(C3:C6)", result: .decimal(376)), style: num), CellDraft(.formula("IF(C3>90,\"优\",\"良\")", result: .string("优")), style: cell), CellDraft(.bool(true), style: cell), CellDraft("a\u{1B}b_x0041_", style: cell)]))
        sheet.merges = [CellRange("A1:F1")!]
        sheet.frozenRows = 2; sheet.frozenColumns = 2
        sheet.print.titleRows = 1...2
        sheet.print.area = CellRange("A1:F7")
        sheet.columnWidths = [6: 30]
        sheet.validations = [ValidationDraft(ranges: [CellRange("B3:B6")!], rule: .list((1...60).map { "第\($0)村" }), errorText: "请选"), ValidationDraft(ranges: [CellRange("F3:F6")!], rule: .list(["是", "否"])), ValidationDraft(ranges: [CellRange("C3:C6")!], rule: .integer(minimum: 0, maximum: 100), errorText: "0到100")]
        sheet.hyperlinks = [CellReference("B3")!: .location("'清单'!A1"), CellReference("B4")!: .external("https://example.org/?a=1&b=2")]
        sheet.notes = [CellReference("F3")!: "R104：应填数字，这里是“约三百”。\n请改为准数。", CellReference("C4")!: "第二条"]
        sheet.isProtected = true
        var list = SheetDraft(name: "清单")
        list.print.isLandscape = false
        for row in 1...120 { list.rows.append(RowDraft([CellDraft(.integer(row)), CellDraft("村\(row)"), CellDraft("一二三四五六七八九十")])) }
        list.print.titleRows = 1...1
        list.notes = [CellReference("A1")!: "另一张表的批注"]
        var draft = WorkbookDraft(sheets: [sheet, list], definedNames: ["tongbao_form": "\"form=rural;unit=A&B\"", "行_乡镇": "'排名'!$3:$6"])
        draft.properties = .init(title: "通报", creator: "县统计汇总", created: CivilDate(year: 2020, month: 7, day: 5))
        let bytes = try draft.encoded()
        let file = fopen("/tmp/fx/sample.xlsx", "wb")!
        fwrite(bytes, 1, bytes.count, file); fclose(file)
    }
}
