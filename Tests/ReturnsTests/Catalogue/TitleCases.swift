import Testing

/// What stands above the column heads: titles, labels, dates.
struct TitleCases {
    /// Parts that are not at issue.
    static let heads = "村名称 | 村干部人数 | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | 活动场所状态"
    static let rows = """
        东关村 | 7 | 2 | 8.4 | 8.4 | 达标
        西关村 | 5 | 1 | 6   | 5.5 | 新建中
        南关村 | 6 | 3 | 7.2 | 7.2 | 达标
        """

    @Test(arguments: [
        SheetCase(
            "as the county issues it",
            """
            青石县农村月报表（2020年6月） | < | < | < | < | <
            填报单位（盖章）：城关镇 | < | < | 填报日期：2020年7月2日 | < | <
            \(heads)
            \(rows)
            """),
        SheetCase(
            "no title and no label: folder and name say it all",
            """
            \(heads)
            \(rows)
            """),
        SheetCase(
            "a title of another county, left in the template",
            """
            青山县农村月报表（2020年6月）
            填报单位：城关镇
            \(heads)
            \(rows)
            """),
        SheetCase(
            "the unit in the next cell",
            """
            农村月报表（2020年6月）
            填报单位（盖章）： | 城关镇 | | 填报日期： | 2020年7月2日
            \(heads)
            \(rows)
            """),
        SheetCase(
            "the unit in the next cell, no colon",
            """
            农村月报表（2020年6月）
            填报单位 | 城关镇人民政府
            \(heads)
            \(rows)
            """),
        SheetCase(
            "unit, person and date in one cell",
            """
            农村月报表（2020年6月）
            填报单位（盖章）：城关镇    填报人：（略）   填报日期：2020年7月2日
            \(heads)
            \(rows)
            """),
        SheetCase(
            "unit and date in one cell without a space",
            """
            农村月报表（2020年6月）
            填报单位:城关镇填报时间:2020年7月2日
            \(heads)
            \(rows)
            """),
        SheetCase(
            "spaces inside the label and lines to write on",
            """
            农村月报表（2020年6月）
            填 报 单 位（公章）：__城关镇__
            \(heads)
            \(rows)
            """),
        SheetCase(
            "the seal behind the colon",
            """
            农村月报表（2020年6月）
            填报单位：（盖章）城关镇
            \(heads)
            \(rows)
            """),
        SheetCase(
            "a label that was left empty says nothing",
            """
            农村月报表（2020年6月）
            填报单位： | | 填报日期：2020年7月2日
            \(heads)
            \(rows)
            """),
        SheetCase(
            "an empty label before a date is not answered by it",
            """
            农村月报表（2020年6月）
            填报单位： | 2020年7月2日
            \(heads)
            \(rows)
            """),
        SheetCase(
            "the unit below the heads",
            """
            农村月报表（2020年6月）
            \(heads)
            填报单位：城关镇 | | | 填报日期：2020年7月2日
            \(rows)
            """, path: "2020-06/报表.xlsx"),
        SheetCase(
            "the unit in the foot",
            """
            农村月报表（2020年6月）
            \(heads)
            \(rows)
            填报单位：城关镇 | | 填表人：（略）
            """, path: "2020-06/报表.xlsx"),
        SheetCase(
            "the month in a label",
            """
            农村月报表
            填报单位：城关镇 | | 所属期：2020年6月
            \(heads)
            \(rows)
            """, path: "农村/报表.xlsx"),
        SheetCase(
            "the last day of the month in a label",
            """
            农村月报表
            填报单位：城关镇 | | 统计截止时间：2020年6月30日
            \(heads)
            \(rows)
            """, path: "农村/报表.xlsx"),
        SheetCase(
            "the month in Chinese numerals",
            """
            二〇二〇年六月农村月报表
            填报单位：城关镇
            \(heads)
            \(rows)
            """, path: "农村/报表.xlsx"),
        SheetCase(
            "the month behind a colon",
            """
            农村月报表：2020年6月
            填报单位：城关镇
            \(heads)
            \(rows)
            """, path: "农村/报表.xlsx"),
        SheetCase(
            "a year in two digits is that year",
            """
            19年6月农村月报表
            填报单位：城关镇
            \(heads)
            \(rows)
            """, path: "农村/报表.xlsx", reads: ["rural T1 2019-06"] + SheetCase.plain.dropFirst()),
        SheetCase(
            "the office that made the form is not who reports",
            """
            农村月报表（2020年6月）
            中共青石县委组织部制
            填报单位：城关镇
            \(heads)
            \(rows)
            """),
        SheetCase(
            "numbers of the form are passed over",
            """
            表  号：青组统1表
            制定机关：青石县委组织部
            有效期至：2021年12月
            农村月报表（2020年6月）
            填报单位：城关镇
            \(heads)
            \(rows)
            """),
        SheetCase(
            "单位：万元 is no reporting unit",
            """
            农村月报表（2020年6月）
            填报单位：城关镇 | | | | | 单位：人、次、万元
            \(heads)
            \(rows)
            """),
        SheetCase(
            "amounts in yuan by the line above the table",
            """
            农村月报表（2020年6月）
            填报单位：城关镇 | | | | 单位：元
            \(heads)
            东关村 | 7 | 2 | 84000 | 84000 | 达标
            西关村 | 5 | 1 | 60000 | 55000 | 新建中
            南关村 | 6 | 3 | 72000 | 72000 | 达标
            """),
        SheetCase(
            "blank rows and columns around the table",
            """

             | | 农村月报表（2020年6月）

             | | 填报单位：城关镇

             | | 村名称 | 村干部人数 | | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | | 活动场所状态

             | | 东关村 | 7 | | 2 | 8.4 | 8.4 | | 达标

             | | 西关村 | 5 | | 1 | 6   | 5.5 | | 新建中
             | | 南关村 | 6 | | 3 | 7.2 | 7.2 | | 达标
            """),
        SheetCase(
            "a table that begins in row 40",
            String(repeating: "\n", count: 39) + """
                \(heads)
                \(rows)
                """),
        SheetCase(
            "instructions above the table, as long as they are",
            """
            农村月报表（2020年6月）
            填表说明：一、本表由乡镇填报，每村一行。
            二、村干部人数填月末实有人数。
            三、于7月5日前上报，逾期不予受理。
            填报单位：城关镇
            \(heads)
            \(rows)
            """),
    ])
    func `is read with its unit and month`(_ sheet: SheetCase) { sheet.check() }

    @Test(arguments: [
        SheetCase(
            "last month's title",
            """
            ①农村月报表（2020年5月）
            填报单位：城关镇
            \(heads)
            \(rows)
            """, reads: ["rural T1 2020-06"] + SheetCase.plain.dropFirst(),
            finds: ["wrong_period ①"]),
        SheetCase(
            "last month's label under this month's title",
            """
            农村月报表（2020年6月）
            填报单位：城关镇 | | ①填报月份：2020年5月
            \(heads)
            \(rows)
            """, finds: ["wrong_period ①"]),
        SheetCase(
            "a month in the name that is not the folder's",
            """
            填报单位：城关镇
            \(heads)
            \(rows)
            """, path: "2020-06/农村/城关镇5月农村月报.xlsx", finds: ["wrong_period"]),
        SheetCase(
            "no year and no month anywhere",
            """
            农村月报表
            \(heads)
            \(rows)
            """, path: "农村/城关镇.xlsx", reads: ["rural T1 ?"] + SheetCase.plain.dropFirst(),
            finds: ["unknown_period"]),
        SheetCase(
            "two months in the name say nothing",
            """
            农村月报表
            \(heads)
            \(rows)
            """, path: "农村/城关镇5月6月.xlsx", reads: ["rural T1 ?"] + SheetCase.plain.dropFirst(),
            finds: ["unknown_period"]),
        SheetCase(
            "a month that has not begun",
            """
            农村月报表（2020年8月）
            \(heads)
            \(rows)
            """, path: "农村/城关镇.xlsx", reads: ["rural T1 2020-08"] + SheetCase.plain.dropFirst(),
            finds: ["future_period"]),
        SheetCase(
            "a unit that is not on the list",
            """
            农村月报表（2020年6月）
            填报单位： | ①城观镇
            \(heads)
            \(rows)
            """, path: "2020-06/报表.xlsx",
            reads: [
                "rural ? 2020-06", "? 7 2 8.4 8.4 达标", "西关村 5 1 6 5.5 新建中", "南关村 6 3 7.2 7.2 达标",
            ], finds: ["unknown_unit ①", "unknown_entry A4"]),
        SheetCase(
            "the neighbour's name in the label",
            """
            农村月报表（2020年6月）
            ①填报单位：河口镇
            \(heads)
            西关村 | 5 | 1 | 6   | 5.5 | 新建中
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """, reads: ["rural T2 2020-06", "西关村 5 1 6 5.5 新建中", "南关村 6 3 7.2 7.2 达标"],
            finds: ["unit_conflict ①"]),
        SheetCase(
            "the neighbour's name in the title",
            """
            ①河口镇农村月报表（2020年6月）
            填报单位：城关镇
            \(heads)
            \(rows)
            """, finds: ["unit_conflict ①"]),
        SheetCase(
            "one unit's folder, another's name",
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            \(heads)
            \(rows)
            """, path: "2020-06/河口镇/城关镇农村月报.xlsx", finds: ["unit_conflict A2"]),
        SheetCase(
            "the neighbour's name in the label alone: the rows say whose it is",
            """
            农村月报表（2020年6月）
            ①填报单位：河口镇
            村代码 | \(heads)
            610999100201 | 东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            610999100202 | 西关村 | 5 | 1 | 6   | 5.5 | 新建中
            610999100203 | 南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """, path: "2020-06/报表0803.xlsx", reads: ["rural T1 2020-06"],
            finds: ["unit_conflict ①"]),
        SheetCase(
            "a neighbour's rows under a name that is said twice",
            """
            河口镇农村月报表（2020年6月）
            ①填报单位：河口镇
            村代码 | \(heads)
            610999100201 | 东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            610999100202 | 西关村 | 5 | 1 | 6   | 5.5 | 新建中
            610999100203 | 南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """, path: "2020-06/报表0803.xlsx", reads: ["rural T2 2020-06"],
            finds: ["unit_conflict ①"]),
        SheetCase(
            "last month's title left in, and a tab that says otherwise",
            """
            === 6月
            ①农村月报表（2020年5月）
            填报单位：城关镇
            \(heads)
            \(rows)
            """, path: "农村/城关镇.xlsx", finds: ["wrong_period ①"]),
        SheetCase(
            "last month's tab under a title that the folder bears out",
            """
            === 5月
            农村月报表（2020年6月）
            填报单位：城关镇
            \(heads)
            \(rows)
            """),
        SheetCase(
            "two units in the name: the label says whose it is",
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            \(heads)
            \(rows)
            """, path: "2020-06/城关镇、河口镇.xlsx"),
        SheetCase(
            "a department that owes no such form",
            """
            农村月报表（2020年6月）
            填报单位：财政局
            \(heads)
            西关村 | 5 | 1 | 6   | 5.5 | 新建中
            """, path: "2020-06/财政局.xlsx", reads: ["rural D1 2020-06", "西关村 5 1 6 5.5 新建中"],
            finds: ["unexpected_form"]),
    ])
    func `is said where statements disagree or are missing`(_ sheet: SheetCase) { sheet.check() }
}
