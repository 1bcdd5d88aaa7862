import Findings
import Testing
import Workbooks
import ZipArchives

/// A workbook with everything that a draft can say.
enum FullWorkbook {
    static func ranges(_ text: String...) -> [CellRange] { text.compactMap { CellRange($0) } }

    static func draft() throws -> WorkbookDraft {
        var draft = WorkbookDraft(
            sheets: [try table(), chartSheet(), SheetDraft(name: "空")],
            definedNames: ["行_乡镇": "'农村'!$2:$2", "比例": "0.85"])
        draft.properties.title = "通报 & 附件"
        draft.properties.created = CivilDate(year: 2020, month: 7, day: 5)
        return draft
    }

    private static func table() throws -> SheetDraft {
        var sheet = SheetDraft(name: "农村")
        var head = CellStyle()
        head.isBold = true
        head.hasBorder = true
        head.fill = "D9E1F2"
        head.horizontal = .center
        head.wraps = true
        var percent = CellStyle()
        percent.numberFormat = "0.0%"
        percent.isLocked = false
        var day = CellStyle()
        day.numberFormat = "yyyy\"年\"m\"月\"d\"日\""
        var title = CellStyle()
        title.fontName = "黑体"
        title.fontSize = 16
        sheet.rows = [
            RowDraft([CellDraft("农村党建工作情况", style: title)], height: 30),
            RowDraft(["村名", "党员数", "达标率", "整改完成日期", "合计"].map { CellDraft($0, style: head) }),
        ]
        let date = try #require(CivilDate(year: 2020, month: 6, day: 30))
        for (index, name) in ["东坪村", "西河村", "=南山村", "北湖村"].enumerated() {
            sheet.rows.append(
                RowDraft([
                    CellDraft(name), CellDraft(.integer(12 * (index + 1))),
                    CellDraft(.decimal(0.85 - 0.15 * Double(index)), style: percent),
                    CellDraft(.date(date.adding(days: index)), style: day),
                    CellDraft(.formula("B\(index + 3)*2", result: .integer(24 * (index + 1)))),
                ]))
        }
        sheet.rows.append(RowDraft([nil, CellDraft(.bool(true)), CellDraft(.date(date))]))
        sheet.rows[5].isHidden = true
        sheet.merges = ranges("A1:E1")
        sheet.frozenRows = 2
        sheet.frozenColumns = 1
        sheet.filter = CellRange("A2:E6")
        sheet.tabColor = "C00000"
        sheet.print.titleRows = 1...2
        sheet.print.titleColumns = 1...1
        sheet.print.area = CellRange("A1:E6")
        sheet.print.header = "内部资料"
        sheet.isProtected = true
        sheet.allowances = [.selectUnlockedCells, .sort, .filter]
        sheet.hyperlinks = [
            CellReference(row: 3, column: 1): .external("https://example.org/?a=1&b=2"),
            CellReference(row: 4, column: 1): .location("'图表'!A1"),
        ]
        sheet.notes = [
            CellReference(row: 3, column: 2): "应填数字 <整数>\n请改正",
            CellReference(row: 4, column: 2): "与上月相差太多",
        ]
        sheet.conditionalFormats = formats
        sheet.validations = try validations(date)
        return sheet
    }

    private static var formats: [ConditionalFormatDraft] {
        let red = FormatChange(fontColor: "9C0006", fill: "FFC7CE")
        return [
            ConditionalFormatDraft(
                ranges: ranges("C3:C6"), rule: .comparison(.lessThan, .number(0.6)), change: red),
            ConditionalFormatDraft(
                ranges: ranges("A3:A6", "E3:E6"), rule: .expression("$B3>=36"),
                change: FormatChange(isBold: true)),
            ConditionalFormatDraft(
                ranges: ranges("B3:B6"), rule: .between(.number(20), .formula("$B$5")), change: red),
            ConditionalFormatDraft(
                ranges: ranges("A3:A6"), rule: .comparison(.equal, .text("东坪\"村\"")), change: red),
            ConditionalFormatDraft(
                ranges: ranges("E3:E6"),
                rule: .colorScale(
                    low: .init(.minimum, color: "F8696B"),
                    middle: .init(.percentile(50), color: "FFEB84"),
                    high: .init(.maximum, color: "63BE7B"))),
            ConditionalFormatDraft(ranges: ranges("B3:B6"), rule: .dataBar(color: "638EC6")),
        ]
    }

    private static func validations(_ date: CivilDate) throws -> [ValidationDraft] {
        var text = ValidationDraft(
            ranges: ranges("A3:A9"), rule: .textLength(minimum: 2, maximum: 20), errorText: "村名太长")
        text.promptTitle = "村名"
        text.prompt = "写全称"
        return [
            text,
            ValidationDraft(
                ranges: ranges("B3:B9"), rule: .integer(minimum: 0, maximum: 500),
                errorText: "0至500"),
            ValidationDraft(ranges: ranges("C3:C9"), rule: .decimal(minimum: 0, maximum: 1)),
            ValidationDraft(
                ranges: ranges("D3:D9"), rule: .date(first: date, last: date.adding(days: 31))),
            ValidationDraft(ranges: ranges("G3:G9"), rule: .list(["是", "否"])),
            ValidationDraft(
                ranges: ranges("H3:H9"), rule: .list((1...60).map { "第\($0)个村" })),
            ValidationDraft(ranges: ranges("I3:I9"), rule: .formula("LEN(I3)=18")),
        ]
    }

    private static func chartSheet() -> SheetDraft {
        var sheet = SheetDraft(name: "图表")
        sheet.print.isLandscape = false
        let names = CellRange("A3:A6")
        func series(_ name: String, _ cells: String, color: String? = nil) -> ChartDraft.Series? {
            guard let names, let cells = CellRange(cells) else { return nil }
            return ChartDraft.Series(
                name: name, categories: .init(names, sheet: "农村"),
                values: .init(cells, sheet: "农村"), color: color)
        }
        let both = [series("党员数", "B3:B6"), series("合计", "E3:E6", color: "C00000")].compactMap(
            \.self)
        let places = ["A1:F16", "G1:L16", "A18:F34", "G18:L34"]
        let kinds: [ChartDraft.Kind] = [.columns, .lines, .bars, .stackedColumns]
        for (place, kind) in zip(places, kinds) {
            guard let place = CellRange(place) else { continue }
            var chart = ChartDraft(kind, over: place, series: both)
            chart.title = kind == .stackedColumns ? "" : "各村党员数"
            chart.showsValues = kind == .columns
            chart.legend = kind == .bars ? .right : .bottom
            if kind == .lines {
                chart.categoryTitle = "村"
                chart.valueTitle = "人"
            }
            sheet.charts.append(chart)
        }
        return sheet
    }
}

extension [UInt8] {
    /// The text of a part of the package that these bytes are.
    func part(_ name: String) throws -> String {
        var archive = try ZipArchive(self)
        let entry = try #require(archive[name], "\(name) is there")
        return String(decoding: try archive.bytes(of: entry), as: UTF8.self)
    }

    /// The package with its parts changed one by one; nil drops a part.
    func changingParts(_ change: (String, String) -> String?) throws -> [UInt8] {
        var archive = try ZipArchive(self)
        var writer = ZipWriter()
        for entry in archive.entries {
            let text = String(decoding: try archive.bytes(of: entry), as: UTF8.self)
            if let changed = change(entry.name, text) {
                writer.add(entry.name, Array(changed.utf8))
            }
        }
        return try writer.finished()
    }

    /// The package with the first occurrence of a text in a part changed.
    func replacing(_ old: String, with new: String, in part: String) throws -> [UInt8] {
        var isFound = false
        let result = try changingParts { name, text in
            guard name == part, let changed = text.replacingFirst(old, with: new) else {
                return text
            }
            isFound = true
            return changed
        }
        try #require(isFound, "\(old) is in \(part)")
        return result
    }
}

extension String {
    fileprivate func replacingFirst(_ old: String, with new: String) -> String? {
        let pieces = split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        return pieces.count == 2 ? pieces.joined(separator: new) : nil
    }
}
