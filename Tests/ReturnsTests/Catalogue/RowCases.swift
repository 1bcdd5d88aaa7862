import Testing

/// What stands below the heads: totals, blocks, pages, feet.
struct RowCases {
    private static let top = """
        农村月报表（2020年6月）
        填报单位：城关镇
        \(TitleCases.heads)
        """
    private static let rows = TitleCases.rows

    @Test(arguments: [
        SheetCase(
            "a total below", "\(top)\n\(rows)\n合计 | 18 | 6 | 21.6 | 21.1"),
        SheetCase(
            "a total on top", "\(top)\n合  计 | 18 | 6 | 21.6 | 21.1\n\(rows)"),
        SheetCase(
            "a total by formulas", "\(top)\n\(rows)\n合　计： | =18 | =6 | =21.6 | =21.1"),
        SheetCase(
            "a total whose formulas have no result", "\(top)\n\(rows)\n总计 | = | = | = | ="),
        SheetCase(
            "a total that is only partly filled in", "\(top)\n\(rows)\n城关镇合计 | 18"),
        SheetCase(
            "a total of so many villages", "\(top)\n\(rows)\n合计（3个村） | 18 | 6"),
        SheetCase(
            "a mean and a part of which", "\(top)\n\(rows)\n平均 | 6 | 2\n其中：贫困村 | 5 | 1"),
        SheetCase(
            "sums that nobody has called a total", "\(top)\n\(rows)\n | =18 | =6 | =21.6 | =21.1"),
        SheetCase(
            "the total behind the number of the row",
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            序号 | 乡镇 | \(TitleCases.heads)
            1 | 城关镇 | 东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            2 |        | 西关村 | 5 | 1 | 6   | 5.5 | 新建中
            3 |        | 南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            4 | 合计   |        | 18 | 6 | 21.6 | 21.1 |
            """),
        SheetCase(
            "sums of blocks and of all",
            """
            \(top)
            东关村 | 7  | 2 | 8.4  | 8.4 | 达标
            西关村 | 5  | 1 | 6    | 5.5 | 新建中
            小计   | 12 | 3 | 14.4 | 13.9
            南关村 | 6  | 3 | 7.2  | 7.2 | 达标
            小计   | 6  | 3 | 7.2  | 7.2
            合计   | 18 | 6 | 21.6 | 21.1
            """),
        SheetCase(
            "blocks that begin with their sum",
            """
            \(top)
            总计   | 18 | 6 | 21.6 | 21.1
            小计   | 12 | 3 | 14.4 | 13.9
            东关村 | 7  | 2 | 8.4  | 8.4 | 达标
            西关村 | 5  | 1 | 6    | 5.5 | 新建中
            小计   | 6  | 3 | 7.2  | 7.2
            南关村 | 6  | 3 | 7.2  | 7.2 | 达标
            """),
        SheetCase(
            "headings of blocks",
            """
            \(top)
            一、城区片 | < | < | < | < | <
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            西关村 | 5 | 1 | 6   | 5.5 | 新建中
            二、河东片
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """),
        SheetCase(
            "title, label and heads once more on the second page",
            """
            \(top)
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            西关村 | 5 | 1 | 6   | 5.5 | 新建中
            农村月报表（2020年6月）
            填报单位：城关镇
            \(TitleCases.heads)
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            合计   | 18 | 6 | 21.6 | 21.1
            """),
        SheetCase(
            "two rows of heads once more on the second page",
            """
            农村月报表（2020年6月）
            村名称 | 村干部人数 | 本月集中学习次数 | 报酬     | <        | 活动场所状态
            ^      | ^          | ^                | 应发报酬 | 实发报酬 | ^
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            西关村 | 5 | 1 | 6   | 5.5 | 新建中
            村名称 | 村干部人数 | 本月集中学习次数 | 报酬     | <        | 活动场所状态
            ^      | ^          | ^                | 应发报酬 | 实发报酬 | ^
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """),
        SheetCase(
            "an example below the heads",
            "\(top)\n例 | 5 | 2 | 6.0 | 6.0 | 达标\n\(rows)"),
        SheetCase(
            "what to fill in below the heads",
            "\(top)\n填村名全称 | 填月末人数 | 填本月次数 | 以万元计的数 | 以万元计的数 | 选填\n\(rows)"),
        SheetCase(
            "a blank row between and rows with numbers alone below",
            """
            农村月报表（2020年6月）
            序号 | \(TitleCases.heads)
            1 | 东关村 | 7 | 2 | 8.4 | 8.4 | 达标

            2 | 西关村 | 5 | 1 | 6   | 5.5 | 新建中
            3 | 南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            4
            5
            """),
        SheetCase(
            "a town's name merged down the rows",
            """
            农村月报表（2020年6月）
            乡镇   | \(TitleCases.heads)
            城关镇 | 东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            ^      | 西关村 | 5 | 1 | 6   | 5.5 | 新建中
            ^      | 南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """),
    ])
    func `is read as the same three villages`(_ sheet: SheetCase) { sheet.check() }

    @Test(arguments: feet)
    func `the foot is left unread`(name: String, foot: String) {
        SheetCase(name, "\(Self.top)\n\(Self.rows)\n\(foot)").check()
    }

    private static let feet = [
        ("three names in one cell", "填表人：（略）    审核人：（略）   联系电话：13812345678 | < | < | < | < | <"),
        ("three names in three cells", "制表人： | 某某 | 审核： | 某某 | 电话： | 13812345678"),
        ("names over two rows", "单位负责人： | | 填表人：\n联系电话： | 13812345678"),
        ("a remark", "注：1.本表一式三份。\n    2.于每月5日前上报。"),
        ("a remark of several lines in one cell", "说明：本月新增一个村。\n以上数据截至2020年6月30日"),
        ("a date", " | | | | 2020年7月2日"),
        ("a date alone", "2020年7月2日"),
        ("the office and its seal", "城关镇党委（盖章） | | | 2020年7月2日"),
        ("rules of the form", "审核关系：累计应发报酬≥累计实发报酬"),
        ("footnotes by stars", "*注：村干部人数含后备干部\n※备注：学习含支部学习"),
        ("备注 with its text beside it", "备注 | 本月西关村新任一人，其余没有变化"),
        ("an unnamed line with a telephone", "城关镇党建办 13812345678"),
    ]

    @Test(arguments: [
        SheetCase(
            "a wrong total, at its cell",
            "\(top)\n\(rows)\n合计 | ①19 | 6 | 21.6 | 21.1", finds: ["wrong_total ①"]),
        SheetCase(
            "a wrong formula is a wrong total",
            "\(top)\n\(rows)\n合计 | =18 | ①=5 | =21.6 | =21.1", finds: ["wrong_total ①"]),
        SheetCase(
            "a wrong sum of one block, the sum of all being right",
            """
            \(top)
            东关村 | 7  | 2 | 8.4  | 8.4 | 达标
            西关村 | 5  | 1 | 6    | 5.5 | 新建中
            小计   | ①13 | 3 | 14.4 | 13.9
            南关村 | 6  | 3 | 7.2  | 7.2 | 达标
            小计   | 6  | 3 | 7.2  | 7.2
            总计   | 18 | 6 | 21.6 | 21.1
            """, finds: ["wrong_total ①"]),
        SheetCase(
            "a sum of all that is one of the blocks'",
            """
            \(top)
            东关村 | 7  | 2 | 8.4  | 8.4 | 达标
            西关村 | 5  | 1 | 6    | 5.5 | 新建中
            小计   | 12 | 3 | 14.4 | 13.9
            南关村 | 6  | 3 | 7.2  | 7.2 | 达标
            合计   | ①6 | ②3 | 21.6 | 21.1
            """, finds: ["wrong_total ①", "wrong_total ②"]),
        SheetCase(
            "a column that cannot be summed says nothing of its total",
            """
            \(top)
            东关村 | ①约7 | 2 | 8.4 | 8.4 | 达标
            西关村 | 5 | 1 | 6   | 5.5 | 新建中
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            合计   | 18 | 6 | 21.6 | 21.1
            """,
            reads: [
                "rural T1 2020-06", "东关村 · 2 8.4 8.4 达标", "西关村 5 1 6 5.5 新建中",
                "南关村 6 3 7.2 7.2 达标",
            ], finds: ["approximation ①"]),
        SheetCase(
            "rows behind the foot are rows",
            """
            \(top)
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            西关村 | 5 | 1 | 6   | 5.5 | 新建中
            填表人：（略） | | 联系电话：13812345678
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """),
        SheetCase(
            "one number merged over two villages is neither's",
            """
            \(top)
            东关村 | ①12 | 2 | 8.4 | 8.4 | 达标
            西关村 | ②^  | 1 | 6   | 5.5 | 新建中
            南关村 | 6   | 3 | 7.2 | 7.2 | 达标
            """,
            reads: [
                "rural T1 2020-06", "东关村 · 2 8.4 8.4 达标", "西关村 · 1 6 5.5 新建中",
                "南关村 6 3 7.2 7.2 达标",
            ], finds: ["merged_value ①", "merged_value ②"]),
        SheetCase(
            "cells shifted to the right: one reason, not fifteen",
            """
            \(top)
            东关村 | 干部 | 达标   | 有 | 8.4 | 8.4
            西关村 | 干部 | 新建中 | 有 | 6   | 5.5
            南关村 | 干部 | 达标   | 有 | 7.2 | 7.2
            """,
            reads: ["rural T1 2020-06"], finds: ["head_misfit"]),
        SheetCase(
            "the last columns shifted: words under figures, figures under words",
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 累计应发报酬 | 累计实发报酬 | 本月集中学习次数 | 活动场所状态 | 村干部人数 | 建成日期
            东关村 | 8.4 | 8.4 | 2 | 3 | 达标   | 7
            西关村 | 6   | 5.5 | 1 | 3 | 新建中 | 5
            南关村 | 7.2 | 7.2 | 3 | 3 | 达标   | 6
            """,
            reads: ["rural T1 2020-06"], finds: ["head_misfit"]),
        SheetCase(
            "towns where villages belong: one reason, not three",
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            \(TitleCases.heads)
            城关镇 | 7 | 2 | 8.4 | 8.4 | 达标
            河口镇 | 5 | 1 | 6   | 5.5 | 新建中
            东山乡 | 6 | 3 | 7.2 | 7.2 | 达标
            """, reads: ["rural T1 2020-06"], finds: ["head_misfit"]),
        SheetCase(
            "figures one row below their names: one reason, not each row's",
            """
            \(top)
            ①东关村
            西关村 | 7 | 2 | 8.4 | 8.4 | 达标
            南关村 | 5 | 1 | 6   | 5.5 | 新建中
            ②      | 6 | 3 | 7.2 | 7.2 | 达标
            """, reads: ["rural T1 2020-06"], finds: ["head_misfit ① ②"]),
        SheetCase(
            "the same in a form of figures alone",
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 本月集中学习次数 | 累计应发报酬 | 累计实发报酬
            ①东关村
            西关村 | 7 | 2 | 8.4 | 8.4
            南关村 | 5 | 1 | 6   | 5.5
            ②      | 6 | 3 | 7.2 | 7.2
            """,
            reads: ["rural T1 2020-06"],
            finds: ["head_misfit ① ②", "missing_column"]),
        SheetCase(
            "a village left blank above a total that is added up wrongly and nameless",
            """
            \(top)
            东关村
            西关村 | 7  | 2 | 8.4  | 8.4  | 达标
            南关村 | 5  | 1 | 6    | 5.5  | 新建中
            ①      | 13 | 3 | 14.4 | 13.9
            """,
            reads: [
                "rural T1 2020-06", "东关村 · · · · ·", "西关村 7 2 8.4 8.4 达标", "南关村 5 1 6 5.5 新建中",
                "? 13 3 14.4 13.9 ·",
            ], finds: ["unknown_entry ①"]),
        SheetCase(
            "a row of nobody's further below is only that",
            """
            \(top)
            东关村
            西关村 | 7 | 2 | 8.4 | 8.4 | 达标
            南关村 | 5 | 1 | 6   | 5.5 | 新建中

            ①      | 6 | 3 | 7.2 | 7.2 | 达标
            """,
            reads: [
                "rural T1 2020-06", "东关村 · · · · ·", "西关村 7 2 8.4 8.4 达标", "南关村 5 1 6 5.5 新建中",
                "? 6 3 7.2 7.2 达标",
            ], finds: ["unknown_entry ①"]),
        SheetCase(
            "another table below",
            """
            \(top)
            \(rows)
            社区月报表（2020年6月）
            ①社区名称 | 社区干部人数 | 网格数
            河滨社区 | 9 | 12
            新街社区 | 8 | 10
            """, finds: ["wrong_layout ①"]),
        SheetCase(
            "heads alone", "\(top)", reads: ["rural T1 2020-06"], finds: ["no_rows"]),
        SheetCase(
            "the empty form with the villages in it",
            "\(top)\n东关村\n西关村\n南关村\n合计\n填表人：", reads: ["rural T1 2020-06"],
            finds: ["no_rows"]),
        SheetCase(
            "a list that has no roster keeps its rows and drops its foot",
            """
            任务清单（2020年6月）
            填报单位：城关镇
            清单编号 | 任务内容 | 完成时限 | 备注
            R-01 | 建成西关村活动场所 | 2020-09-30 |
            R-02 | 培训村干部 | 2020-12-20 | 分两批
            注：每月更新
            填表人：（略）
            """, path: "2020-06/三清单/城关镇.xlsx",
            reads: ["tasks T1 2020-06", "R-01 建成西关村活动场所", "R-02 培训村干部"]),
        SheetCase(
            "a list of villages that is appended",
            "\(top)\n\(rows)\n附：后进村名单\n东关村 | 整顿中\n西关村 | 整顿中",
            finds: ["unread_rows"]),
        SheetCase(
            "a list that is appended in columns of its own, heads and all",
            "\(top)\n\(rows)\n填表人：（略）\n附件1 后进村\n序号 | 村名\n1 | 东关村\n2 | 西关村",
            finds: ["unread_rows"]),
        SheetCase(
            "villages that are spoken of behind the foot",
            "\(top)\n\(rows)\n填表人：（略）\n东关村 | 后进村\n南关村",
            finds: ["unread_rows"]),
        SheetCase(
            "a telephone in what is appended is one all the same",
            "\(top)\n\(rows)\n附：联系人\n东关村 | ①13812345678",
            reads: ["rural T1 2020-06"], finds: ["personal_data ①", "unread_rows"]),
        SheetCase(
            "figures that are nobody's: whose row it is, and nothing else",
            "\(top)\n\(rows)\n① | 3 | 见附件",
            reads: SheetCase.plain + ["? 3 · · · ·"], finds: ["unknown_entry ①"]),
        SheetCase(
            "a village's row that has lost its name",
            """
            \(top)
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            ①      | 5 | 1 | 6   | 5.5 | 新建中
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """,
            reads: [
                "rural T1 2020-06", "东关村 7 2 8.4 8.4 达标", "? 5 1 6 5.5 新建中", "南关村 6 3 7.2 7.2 达标",
            ], finds: ["unknown_entry ①"]),
    ])
    func `is told for what it is`(_ sheet: SheetCase) { sheet.check() }

    @Test func `hidden rows and columns are read and told`() {
        SheetCase(
            "a hidden row",
            """
            农村月报表（2020年6月）
            \(TitleCases.heads)
            东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            ~西关村 | 5 | 1 | 6   | 5.5 | 新建中
            南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """, finds: ["hidden_content"]
        ).check()
    }
}
