import Campaigns
import Findings
import Testing

@testable import Returns

/// Workbooks of several sheets, sheets that are none of ours, issued forms.
struct WorkbookCases {
    private static let table = "\(TitleCases.heads)\n\(TitleCases.rows)"
    private static let may = table.replacing("南关村 | 6 |", with: "南关村 | 5 |")
    private static let community = """
        社区月报表（2020年6月）
        填报单位：城关镇
        社区名称 | 社区干部人数 | 网格数
        河滨社区 | 9 | 12
        新街社区 | 8 | 10
        """
    private static let communityRead = ["community T1 2020-06", "河滨社区 9 12", "新街社区 8 10"]

    @Test(arguments: [
        SheetCase(
            "two forms in one workbook",
            """
            === 农村
            农村月报表（2020年6月）
            \(table)
            === 社区
            \(community)
            """, path: "2020-06/城关镇.xlsx", reads: SheetCase.plain + communityRead),
        SheetCase(
            "an instruction sheet, empty sheets and a hidden one",
            """
            === 填表说明
            一、本表由乡镇填报。
            二、村干部人数：填月末实有人数。
            === Sheet2
            === 农村
            农村月报表（2020年6月）
            \(table)
            === 选项 hidden
            达标 | 新建中
            """),
        SheetCase(
            "last month's sheet left in beside this month's",
            """
            === 5月
            农村月报表（2020年5月）
            \(may)
            === 6月
            农村月报表（2020年6月）
            \(table)
            """, path: "2020-06/农村/城关镇2020年6月农村月报.xlsx", finds: ["several_sheets"]),
        SheetCase(
            "sheets told apart by their names alone",
            """
            === 2020年5月
            \(may)
            === 2020年6月
            \(table)
            """, path: "城关镇农村月报2020年6月.xlsx", finds: ["several_sheets"]),
        SheetCase(
            "a copy of the sheet, cell for cell",
            """
            === 农村
            农村月报表（2020年6月）
            \(table)
            === 农村 (2)
            农村月报表（2020年6月）
            \(table)
            """),
        SheetCase(
            "a copy of the sheet that was never filled in",
            """
            === 农村
            农村月报表（2020年6月）
            \(TitleCases.heads)
            === 农村 (2)
            农村月报表（2020年6月）
            \(table)
            """),
        SheetCase(
            "the sheets of two units",
            """
            === 城关镇
            \(table)
            === 河口镇
            \(TitleCases.heads)
            东关村 | 4 | 2 | 4.8 | 4.8 | 达标
            """, path: "2020-06/城关镇、河口镇农村月报.xlsx",
            reads: SheetCase.plain + ["rural T2 2020-06", "东关村 4 2 4.8 4.8 达标"]),
        SheetCase(
            "a summary of some columns beside the return",
            """
            === 农村
            农村月报表（2020年6月）
            \(table)
            === 汇总
            村名称 | 村干部人数 | 累计应发报酬
            东关村 | 7 | 8.4
            西关村 | 5 | 6
            """),
        SheetCase(
            "another office's sheet beside the return",
            """
            === 农村
            农村月报表（2020年6月）
            \(table)
            === 饮水
            农村饮水安全排查表
            村名 | 水源 | 水质
            东关村 | 井水 | 合格
            """),
    ])
    func `gives what is certain`(_ sheet: SheetCase) { sheet.check() }

    @Test(arguments: [
        SheetCase(
            "two drafts that differ: neither is taken",
            """
            === 农村
            农村月报表（2020年6月）
            \(table)
            === 农村 (2)
            农村月报表（2020年6月）
            \(may)
            """, reads: [], finds: ["several_sheets!"]),
        SheetCase(
            "two months, and nothing says which is meant",
            """
            === 5月
            农村月报表（2020年5月）
            \(may)
            === 6月
            农村月报表（2020年6月）
            \(table)
            """, path: "农村/城关镇.xlsx", reads: [], finds: ["several_sheets!"]),
        SheetCase(
            "a sheet for each village",
            """
            === 东关村
            \(TitleCases.heads)
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            === 西关村
            \(TitleCases.heads)
            西关村 | 5 | 1 | 6   | 5.5 | 新建中
            """, path: "2020-06/农村/城关镇.xlsx", reads: [], finds: ["several_sheets!"]),
        SheetCase(
            "one bad sheet costs the good one nothing",
            """
            === 农村
            农村月报表（2020年6月）
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            === 社区
            \(community)
            """, path: "2020-06/城关镇.xlsx", reads: communityRead, finds: ["unknown_form"]),
        SheetCase(
            "two drafts of one form cost the other nothing",
            """
            === 农村
            农村月报表（2020年6月）
            \(table)
            === 农村 (2)
            农村月报表（2020年6月）
            \(may)
            === 社区
            \(community)
            """, path: "2020-06/城关镇.xlsx", reads: communityRead, finds: ["several_sheets!"]),
        SheetCase(
            "villages across, columns down",
            """
            农村月报表（2020年6月）
            村名称           | 东关村 | 西关村 | 南关村
            村干部人数       | 7      | 5      | 6
            本月集中学习次数 | 2      | 1      | 3
            累计应发报酬     | 8.4    | 6      | 7.2
            累计实发报酬     | 8.4    | 5.5    | 7.2
            活动场所状态     | 达标   | 新建中 | 达标
            """, reads: [], finds: ["wrong_layout"]),
        SheetCase(
            "the heads deleted, the title left",
            """
            农村月报表（2020年6月）
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            西关村 | 5 | 1 | 6   | 5.5 | 新建中
            """, reads: [], finds: ["unknown_form"]),
        SheetCase(
            "a pivot of the return",
            """
            行标签 | 求和项:村干部人数 | 求和项:累计应发报酬
            城关镇 | 18 | 21.6
            总计   | 18 | 21.6
            """, reads: [], finds: ["unknown_form"]),
        SheetCase(
            "another office's table is nobody's return",
            """
            农村饮水安全排查表
            填报单位：城关镇
            村名 | 水源 | 水质 | 投资
            东关村 | 井水 | 合格 | 3
            """, path: "2020-06/其他/城关镇饮水.xlsx", reads: [], finds: ["foreign_file"]),
        SheetCase(
            "another office's table in the folder of a form",
            """
            农村饮水安全排查表
            村名 | 水源 | 水质 | 投资
            东关村 | 井水 | 合格 | 3
            """, reads: [], finds: ["unknown_form"]),
        SheetCase(
            "a workbook without a filled sheet", "\n", reads: [], finds: ["unreadable_file"]),
        SheetCase(
            "an identity number on a hidden sheet sends the file to quarantine",
            """
            === 农村
            农村月报表（2020年6月）
            \(table)
            === 名单 hidden
            ①610999199001010012
            """, finds: ["personal_data ①"]),
        SheetCase(
            "inspections outside their folder",
            """
            暗访编号 | 暗访日期 | 被查单位代码 | 检查项目编码 | 现场核实值 | 比对结论 | 反馈意见 | 组织部认定
            AF202006-001 | 2020-06-18 | 610999100201 | I01 | 达标 | 相符 | | 待认定
            """, path: "2020-06/农村/暗访.xlsx", reads: ["inspection ? 2020-06", "I01"],
            finds: ["misplaced_record"]),
        SheetCase(
            "the register of bonuses outside its folder",
            """
            受表彰单位 | 加分 | 依据文号
            城关镇 | 1 | 青发〔2020〕8号
            """, path: "2020-06/加分.xlsx", reads: ["bonus ? 2020-06", "1"],
            finds: ["misplaced_record"]),
        SheetCase(
            "the register in its folder",
            """
            受表彰单位 | 加分 | 依据文号
            城关镇 | 1 | 青发〔2020〕8号
            """, path: "2020-06/加分登记/加分.xlsx", reads: ["bonus ? 2020-06", "1"]),
    ])
    func `says what is not`(_ sheet: SheetCase) { sheet.check() }

    private static func marker(
        unit: String = "T1", month: Int = 6, sheet: String = "农村"
    ) -> FormMarker {
        FormMarker(
            form: "rural", unit: unit, period: Period(year: 2020, month: month), sheet: sheet)
    }

    @Test(arguments: [
        SheetCase(
            "an issued form under any name", "=== 农村\n\(table)", path: "新建表格.xlsx",
            markers: [marker()]),
        SheetCase(
            "an issued form whose sheet was renamed", "=== Sheet1\n\(table)", path: "新建表格.xlsx",
            markers: [marker()]),
        SheetCase(
            "last month's issued form, filled in and titled for this month",
            "=== 农村\n农村月报表（2020年6月）\n\(table)", markers: [marker(month: 5)]),
        SheetCase(
            "a neighbour's issued form, filled in under the right name",
            "=== 农村\n农村月报表（2020年6月）\n填报单位：城关镇\n\(table)", markers: [marker(unit: "T2")]),
        SheetCase(
            "an issued form under a title that contradicts it", "=== 农村\n①农村月报表（2020年5月）\n\(table)",
            path: "农村/表.xlsx", finds: ["wrong_period ①"], markers: [marker()]),
        SheetCase(
            "an issued form in a folder that contradicts it", "=== 农村\n\(table)",
            path: "2020-05/表.xlsx", finds: ["wrong_period"], markers: [marker()]),
    ])
    func `an issued form says itself what it is`(_ sheet: SheetCase) { sheet.check() }

    @Test func `what was relied on is kept, and no more of the sheet than that`() throws {
        let reading = CatalogueCounty().read(
            DrawnWorkbook(
                """
                城关镇农村月报表（2020年6月）某某填
                填报单位：城关镇人民政府 | 填报人：某某
                \(Self.table)
                """
            ).workbook([]), path: SheetCase.usual)
        let evidence = try #require(reading.returns.first?.evidence)
        #expect(
            evidence.map { "\($0.about.rawValue) \($0.source.rawValue) \($0.text)" } == [
                "form header 10栏中认出6栏", "unit label 城关镇人民政府", "unit title 城关镇",
                "unit fileName 城关镇", "period title 2020年6月", "period folder 2020年6月",
            ])
    }
}
