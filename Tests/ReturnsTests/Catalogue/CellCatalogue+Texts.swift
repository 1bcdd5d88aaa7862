extension CellCatalogue {
    /// Codes, names and words.
    static let texts = [
        Group(
            "代码", "Codes",
            why: "统一全半角、大小写，去掉空格；在册代码里的连字符也去掉",
            "One width, one case, no spaces; in a code of the roster no hyphens either",
            """
            在册代码 | 610999100201 | 610999100201 | —
            在册代码 | [数]610999100201 | 610999100201 | —
            在册代码 | ６１０９９９１００２０１ | 610999100201 | full_width
            在册代码 | 610999 100201 | 610999100201 | full_width
            在册代码 | 610 999 100 201 | 610999100201 | full_width
            在册代码 | 610999-100201 | 610999100201 | full_width
            在册代码 | '610999100201 | 610999100201 | full_width
            在册代码 | {200B}610999100201 | 610999100201 | full_width
            在册代码 | 91610999MA6X00008P | 91610999MA6X00008P | —
            在册代码 | 91610999ma6x00008p | 91610999MA6X00008P | full_width
            在册代码 | 91610999-MA6X00008-P | 91610999MA6X00008P | full_width
            在册代码 | 516109991234567000 | 516109991234567000 | —
            编号 | AF202006-001 | AF202006-001 | —
            编号 | af202006-001 | AF202006-001 | full_width
            编号 | ＡＦ２０２００６－００１ | AF202006-001 | full_width
            编号 | 007 | 007 | —
            """),
        Group(
            "改坏的代码", "Damaged codes",
            why: "表格软件把长代码当成数，末尾的数字已经丢了",
            "A program took the long code for a number; its last digits are gone",
            """
            在册代码 | 6.10999E+11 | F209 | —
            在册代码 | 6.10999100201E+11 | F209 | —
            在册代码 | [数]6.1e17 | F209 | —
            在册代码 | [数]0.5 | F209 | —
            在册代码 | [日期]2020-06-30 | F209 | —
            在册代码 | [逻辑]TRUE | F209 | —
            在册代码 | 916109991234567000 | F209 | —
            编号 | 1.23457E+11 | F209 | —
            """),
        Group(
            "不改的代码", "Codes that are left as they are",
            why: "O与0、少了的0不替人改；花名册上没有，就按名称认，名称也没有就退回",
            "O for 0 and lost zeros are not mended; where the roster has no such code the name decides, and with neither the row goes back",
            """
            在册代码 | 6109991OO201 | 6109991OO201 | —
            在册代码 | 10999100201 | 10999100201 | —
            在册代码 | 610999100201 村 | 610999100201村 | full_width
            """),
        Group(
            "单位名称", "Names of units",
            why: "全称、简称、别名，前面的县名、后面的机关名可有可无",
            "Name, short name or alias, the county before it and the organ behind it at will",
            """
            单位 | 城关镇人民政府 | 城关镇人民政府 | —
            单位 | 城关镇 | 城关镇人民政府 | name
            单位 | 城关 | 城关镇人民政府 | name
            单位 | 中共青石县城关镇委员会 | 城关镇人民政府 | name
            单位 | 城　关　镇 | 城关镇人民政府 | name
            单位 | 城关镇党委（盖章） | 城关镇人民政府 | name
            单位 | 青石县财政局 | 青石县财政局 | —
            """),
        Group(
            "不在册的单位", "Units that are not on the list",
            why: "只认名册上的写法，像也不算；退回时给出最近的三个",
            "Only what is on the list counts, likeness does not; the nearest three are proposed",
            """
            单位 | 县财政局 | F216 | —
            单位 | 城观镇 | F216 | —
            单位 | 城關鎮 | F216 | —
            单位 | 城关镇、河口镇 | F216 | —
            单位 | 城?镇 | F216 | —
            单位 | 各乡镇 | F216 | —
            """),
        Group(
            "文字", "Text",
            why: "照原样，只去掉两头的空格；“无”和划掉的就是没有话说",
            "As it stands without spaces at the ends; 无 and a stroke say that there is nothing to say",
            """
            文本 | 已开展 | 已开展 | —
            文本 | {20}已开展{20} | 已开展 | whitespace
            文本 | {3000}已开展{A} | 已开展 | whitespace
            文本 | [数]12 | 12 | —
            文本 | [日期]2020-06-30 | 2020-06-30 | —
            文本 | 无 | 空 | —
            文本 | 没有 | 空 | —
            文本 | — | 空 | —
            文本 | / | 空 | —
            文本 | 无法落实 | 无法落实 | —
            必填文本 | 岚组发〔2020〕5号 | 岚组发〔2020〕5号 | —
            核实值 | 无 | 无 | —
            核实值 | 18 | 18 | —
            备注 | 无 | 空 | —
            备注 | ——— | 空 | —
            备注 | 约30人参加 | 约30人参加 | —
            """),
    ]
}
