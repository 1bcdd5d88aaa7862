import Testing

/// Column heads: one to three rows, merges, units, marks, other orders and names.
struct HeadCases {
    private static let top = """
        农村月报表（2020年6月）
        填报单位：城关镇
        """
    private static let heads = TitleCases.heads
    private static let rows = TitleCases.rows

    @Test(arguments: [
        SheetCase(
            "two rows with merges",
            """
            \(top)
            序号 | 村名称 | 村干部人数 | 本月集中学习次数 | 报酬     | <        | 活动场所状态
            ^    | ^      | ^          | ^                | 应发报酬 | 实发报酬 | ^
            1 | 东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            2 | 西关村 | 5 | 1 | 6   | 5.5 | 新建中
            3 | 南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """),
        SheetCase(
            "three rows with merges",
            """
            \(top)
            村名称 | 队伍建设   | <                | 经费     | <        | 活动场所状态
            ^      | 村干部人数 | 本月集中学习次数 | 村干部报酬 | <      | ^
            ^      | ^          | ^                | 应发报酬 | 实发报酬 | ^
            \(rows)
            """),
        SheetCase(
            "two rows without merges, blank below",
            """
            \(top)
            村名称 | 村干部人数 | 本月集中学习次数 | 报酬 | | 活动场所状态
             | | | 应发报酬 | 实发报酬 |
            \(rows)
            """),
        SheetCase(
            "a name only whole with the group over it",
            """
            \(top)
            村名称 | 村干部人数 | 集中学习 | 报酬 | <    | 活动场所状态
            ^      | ^          | ^        | 应发 | 实发 | ^
            \(rows)
            """),
        SheetCase(
            "a group that says the unit for its parts",
            """
            \(top)
            村名称 | 村干部人数 | 集中学习 | 报酬（万元） | <    | 活动场所状态
            ^      | ^          | ^        | 应发         | 实发 | ^
            \(rows)
            """),
        SheetCase(
            "a head that goes on in the row below",
            """
            \(top)
            村名称 | 村干部 | 本月集中 | 累计应  | 累计实 | 活动场
                   | 人数   | 学习次数 | 发报酬  | 发报酬 | 所状态
            \(rows)
            """),
        SheetCase(
            "blanks inside heads",
            """
            \(top)
            村 名 称 | 村干部 人数 | 本月集中　学习次数 | 累计应发 报酬 | 累计实发 报酬 | 活动场所 状态
            \(rows)
            """),
        SheetCase(
            "other names and another order",
            """
            \(top)
            场所现状 | 实发报酬 | 应发报酬 | 集中学习 | 两委干部人数 | 行政村
            达标   | 8.4 | 8.4 | 2 | 7 | 东关村
            新建中 | 5.5 | 6   | 1 | 5 | 西关村
            达标   | 7.2 | 7.2 | 3 | 6 | 南关村
            """),
        SheetCase(
            "the units of the form in brackets",
            """
            \(top)
            村名称 | 村干部人数（人） | 本月集中学习次数（次） | 累计应发报酬（万元） | 累计实发报酬(单位：万元) | 活动场所状态
            \(rows)
            """),
        SheetCase(
            "counters that count the same",
            """
            \(top)
            村名称 | 村干部人数（名） | 本月集中学习次数（场） | 累计应发报酬/万元 | 累计实发报酬万元 | 活动场所状态
            \(rows)
            """),
        SheetCase(
            "yuan and thousands of yuan in brackets are converted",
            """
            \(top)
            村名称 | 村干部人数 | 本月集中学习次数 | 累计应发报酬（元） | 累计实发报酬（千元） | 活动场所状态
            东关村 | 7 | 2 | 84000  | 84 | 达标
            西关村 | 5 | 1 | 60,000 | 55 | 新建中
            南关村 | 6 | 3 | 72000  | 72 | 达标
            """),
        SheetCase(
            "units in a row of their own",
            """
            \(top)
            \(heads)
                 | 人 | 次 | 元 | 万元 | -
            东关村 | 7 | 2 | 84000 | 8.4 | 达标
            西关村 | 5 | 1 | 60000 | 5.5 | 新建中
            南关村 | 6 | 3 | 72000 | 7.2 | 达标
            """),
        SheetCase(
            "a bracket in the row below one head",
            """
            \(top)
            \(heads)
             | | | （元） | |
            东关村 | 7 | 2 | 84000 | 8.4 | 达标
            西关村 | 5 | 1 | 60000 | 5.5 | 新建中
            南关村 | 6 | 3 | 72000 | 7.2 | 达标
            """),
        SheetCase(
            "marks of footnotes and of required columns",
            """
            \(top)
            *村名称 | 村干部人数* | 本月集中学习次数※ | 累计应发报酬^1 | 累计实发报酬：| 活动场所状态（必填）
            \(rows)
            """.replacing("^1", with: "¹")),
        SheetCase(
            "numbered heads",
            """
            \(top)
            1.村名称 | 2.村干部人数 | （三）本月集中学习次数 | 4、累计应发报酬 | 五、累计实发报酬 | 6）活动场所状态
            \(rows)
            """),
        SheetCase(
            "how to fill it in, in brackets",
            """
            \(top)
            村名称（全称） | 村干部人数（填月末实有） | 本月集中学习次数（没有填0） | 累计应发报酬（累计） | 累计实发报酬（保留两位小数） | 活动场所状态（达标/新建中）
            \(rows)
            """),
        SheetCase(
            "an optional column of the form is not there, and one is",
            """
            \(top)
            村代码 | \(heads) | 备注
            610999100201 | 东关村 | 7 | 2 | 8.4 | 8.4 | 达标 |
            610999100202 | 西关村 | 5 | 1 | 6   | 5.5 | 新建中 | 九月完工
            610999100203 | 南关村 | 6 | 3 | 7.2 | 7.2 | 达标 |
            """),
        SheetCase(
            "codes without names",
            """
            \(top)
            村代码 | 村干部人数 | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | 活动场所状态
            610999100201 | 7 | 2 | 8.4 | 8.4 | 达标
            610999100202 | 5 | 1 | 6   | 5.5 | 新建中
            610999100203 | 6 | 3 | 7.2 | 7.2 | 达标
            """),
        SheetCase(
            "the second of two columns alike is empty",
            """
            \(top)
            \(heads) | 村干部数
            \(rows)
            """),
        SheetCase(
            "the first of two columns alike is empty",
            """
            \(top)
            村名称 | 两委干部人数 | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | 活动场所状态 | 村干部人数
            东关村 | | 2 | 8.4 | 8.4 | 达标   | 7
            西关村 | | 1 | 6   | 5.5 | 新建中 | 5
            南关村 | | 3 | 7.2 | 7.2 | 达标   | 6
            """),
        SheetCase(
            "two columns with the same name and the same figures",
            """
            \(top)
            \(heads) | 村干部数
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标   | 7
            西关村 | 5 | 1 | 6   | 5.5 | 新建中 | 5
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标   | 6
            """),
        SheetCase(
            "a head over nothing",
            """
            \(top)
            \(heads) | 核实情况
            \(rows)
            """),
        SheetCase(
            "a head that is kept to itself by a blank column",
            """
            \(top)
            村名称 | | 村干部人数 | | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | 活动场所状态
            东关村 | | 7 | | 2 | 8.4 | 8.4 | 达标
            西关村 | | 5 | | 1 | 6   | 5.5 | 新建中
            南关村 | | 6 | | 3 | 7.2 | 7.2 | 达标
            """),
    ])
    func `is read as the same return`(_ sheet: SheetCase) { sheet.check() }

    @Test(arguments: columnNumbers)
    func `a row that numbers the columns is no data`(name: String, line: String) {
        SheetCase(name, "\(Self.top)\n\(Self.heads)\n\(line)\n\(Self.rows)").check()
    }

    private static let columnNumbers = [
        ("甲 1 2 3", "甲 | 1 | 2 | 3 | 4 | 5"), ("(甲)(1)(2)", "（甲） | (1) | (2) | (3) | (4) | (5)"),
        ("A 1 2", "A | 1 | 2 | 3 | 4 | 5"), ("circles", "甲 | （①） | （②） | （③） | （④） | （⑤）"),
        ("formulas", "栏次 | 1=2+3 | 2 | 3 | 4≥5 | 5"),
        ("甲 乙 from the left", "甲 | 乙 | 丙 | 1 | 2 | 3"),
    ]

    @Test(arguments: [
        SheetCase(
            "a column is missing: one finding, not one a row",
            """
            \(top)
            村名称 | 村干部人数 | 本月集中学习次数 | 累计应发报酬 | 活动场所状态
            东关村 | 7 | 2 | 8.4 | 达标
            西关村 | 5 | 1 | 6   | 新建中
            南关村 | 6 | 3 | 7.2 | 达标
            """,
            reads: [
                "rural T1 2020-06", "东关村 7 2 8.4 · 达标", "西关村 5 1 6 · 新建中", "南关村 6 3 7.2 · 达标",
            ], finds: ["missing_column"]),
        SheetCase(
            "a column of somebody's own is told and left",
            """
            \(top)
            \(heads) | ①贫困户数
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标   | 12
            西关村 | 5 | 1 | 6   | 5.5 | 新建中 | 9
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标   | 3
            """, finds: ["unknown_column ①"]),
        SheetCase(
            "two columns alike with different figures",
            """
            \(top)
            \(heads) | ①村干部数
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标   | 8
            西关村 | 5 | 1 | 6   | 5.5 | 新建中 | 5
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标   | 6
            """, finds: ["doubled_column ①"]),
        SheetCase(
            "a unit that does not convert",
            """
            \(top)
            村名称 | 村干部人数 | 本月集中学习次数 | ①累计应发报酬（美元） | 累计实发报酬 | 活动场所状态
            \(rows)
            """,
            reads: [
                "rural T1 2020-06", "东关村 7 2 · 8.4 达标", "西关村 5 1 · 5.5 新建中", "南关村 6 3 · 7.2 达标",
            ], finds: ["unclear_header ①"]),
        SheetCase(
            "ten thousands of people",
            """
            \(top)
            村名称 | ①村干部人数（万人） | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | 活动场所状态
            \(rows)
            """,
            reads: [
                "rural T1 2020-06", "东关村 · 2 8.4 8.4 达标", "西关村 · 1 6 5.5 新建中", "南关村 · 3 7.2 7.2 达标",
            ], finds: ["unclear_header ①"]),
        SheetCase(
            "times that people came under a head for people",
            """
            \(top)
            村名称 | ①村干部人数（人次） | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | 活动场所状态
            \(rows)
            """,
            reads: [
                "rural T1 2020-06", "东关村 · 2 8.4 8.4 达标", "西关村 · 1 6 5.5 新建中", "南关村 · 3 7.2 7.2 达标",
            ], finds: ["unclear_header ①"]),
        SheetCase(
            "the year's figure under the month's name",
            """
            \(top)
            村名称 | 村干部人数 | ①集中学习次数（本年累计） | 累计应发报酬 | 累计实发报酬 | 活动场所状态
            \(rows)
            """,
            reads: [
                "rural T1 2020-06", "东关村 7 · 8.4 8.4 达标", "西关村 5 · 6 5.5 新建中", "南关村 6 · 7.2 7.2 达标",
            ], finds: ["unclear_header ①"]),
        SheetCase(
            "the state at another time under the state's name",
            """
            \(top)
            村名称 | 村干部人数 | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | ①活动场所状态（上年末）
            \(rows)
            """,
            reads: [
                "rural T1 2020-06", "东关村 7 2 8.4 8.4 ·", "西关村 5 1 6 5.5 ·", "南关村 6 3 7.2 7.2 ·",
            ], finds: ["unclear_header ①"]),
        SheetCase(
            "a column of telephones sends the file to quarantine",
            """
            \(top)
            \(heads) | ①备注（联系电话）
            \(rows)
            """, reads: ["rural T1 2020-06"], finds: ["personal_data ①"]),
    ])
    func `is said once, at the head`(_ sheet: SheetCase) { sheet.check() }

    // MARK: What stands above heads

    /// Two rows of heads, with a text over 应发报酬 and 实发报酬.
    private static func pay(under group: String, _ due: String = "应发报酬") -> String {
        """
        \(top)
        村名称 | 村干部人数 | 本月集中学习次数 | \(group)    | <        | 活动场所状态
        ^      | ^          | ^                | ①\(due) | ②实发报酬 | ^
        \(rows)
        """
    }

    /// Two rows of heads, with a text over 集中学习次数 alone.
    private static func study(under group: String) -> String {
        """
        \(top)
        村名称 | 村干部人数 | \(group) | 累计应发报酬 | 累计实发报酬 | 活动场所状态
        ^      | ^          | ①集中学习次数 | ^ | ^ | ^
        \(rows)
        """
    }

    @Test(arguments: [
        "村干部报酬", "其中", "经费", "2020年", "2020年6月", "6月", "2020年1—6月", "本年累计", "1月至本月", "年初至今",
        "（一）报酬情况", "村干部报酬（万元）", "目标责任考核", "截至6月底",
        "白格要填；浅黄格是上月的，不对就改", "以上各栏从1月累计到本月，与上月的报表核对以后再填报",
    ])
    func `a group over the year's columns is silent`(group: String) {
        SheetCase(group, Self.pay(under: group)).check()
    }

    @Test(arguments: ["本月", "本月情况", "6月份", "学习", "党员教育（次）", "2020年"])
    func `a group over the month's column is silent`(group: String) {
        SheetCase(group, Self.study(under: group)).check()
    }

    @Test(arguments: [
        "上年", "去年", "2019年", "二〇一九年", "2020年5月", "5月", "上年同期", "计划", "全年计划", "2020年度目标", "上年完成情况",
        "本月", "当月发放情况", "报酬（本月）", "本季度", "报酬（美元）", "新增",
    ])
    func `another time above the year's columns is a doubt`(group: String) {
        SheetCase(
            group, Self.pay(under: group),
            reads: ["rural T1 2020-06", "东关村 7 2 · · 达标", "西关村 5 1 · · 新建中", "南关村 6 3 · · 达标"],
            finds: ["unclear_header ①", "unclear_header ②"]
        ).check()
    }

    @Test(arguments: ["本年累计", "全年", "上月", "2020年5月"])
    func `another time above the month's column is a doubt`(group: String) {
        SheetCase(
            group, Self.study(under: group),
            reads: [
                "rural T1 2020-06", "东关村 7 · 8.4 8.4 达标", "西关村 5 · 6 5.5 新建中", "南关村 6 · 7.2 7.2 达标",
            ], finds: ["unclear_header ①"]
        ).check()
    }

    @Test(arguments: [
        SheetCase(
            "yuan over names that are whole",
            """
            \(top)
            村名称 | 村干部人数 | 本月集中学习次数 | 村干部报酬（元） | <        | 活动场所状态
            ^      | ^          | ^                | 应发报酬         | 实发报酬（万元） | ^
            东关村 | 7 | 2 | 84000 | 8.4 | 达标
            西关村 | 5 | 1 | 60000 | 5.5 | 新建中
            南关村 | 6 | 3 | 72000 | 7.2 | 达标
            """),
        SheetCase(
            "this month's work over columns that say the year themselves",
            """
            \(top)
            村名称 | 本月情况   | <                | <            | <            | <
            ^      | 村干部人数 | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | 活动场所状态
            \(rows)
            """),
        SheetCase(
            "labels right above the heads",
            """
            农村月报表（2020年6月）
            填报单位：城关镇 | | | 填报时间：2019年7月2日 | | 上年表号：12
            \(heads)
            \(rows)
            """),
        SheetCase(
            "a title over all heads",
            """
            填报单位：城关镇
            农村月报表（2020年6月，与上年同期同口径） | < | < | < | < | <
            \(heads)
            \(rows)
            """),
    ])
    func `what stands above is understood`(_ sheet: SheetCase) { sheet.check() }

    @Test func `a group without a merge reaches over the blanks beside it`() {
        SheetCase(
            "上年",
            """
            \(Self.top)
            村名称 | 村干部人数 | 本月集中学习次数 | 上年 | | 活动场所状态
             | | | ①应发报酬 | ②实发报酬 |
            \(Self.rows)
            """,
            reads: ["rural T1 2020-06", "东关村 7 2 · · 达标", "西关村 5 1 · · 新建中", "南关村 6 3 · · 达标"],
            finds: ["unclear_header ①", "unclear_header ②"]
        ).check()
    }

    @Test func `the state of last year stands under last year`() {
        SheetCase(
            "上年末",
            """
            \(Self.top)
            村名称 | 村干部人数 | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬 | 上年末
            ^      | ^          | ^                | ^            | ^            | ①活动场所状态
            \(Self.rows)
            """,
            reads: [
                "rural T1 2020-06", "东关村 7 2 8.4 8.4 ·", "西关村 5 1 6 5.5 ·", "南关村 6 3 7.2 7.2 ·",
            ], finds: ["unclear_header ①"]
        ).check()
    }
}
