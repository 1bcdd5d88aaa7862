extension CellCatalogue {
    /// Words and marks where a number is wanted.
    static let words = [
        Group(
            "空着", "Left blank",
            why: "空着就是没有填，从不当作0；表格规定空着就是没有、就是不适用的除外",
            "A blank is a blank and never a 0, except where the form says what a blank means",
            """
            人 | [空] | 空 | —
            人 | {3000} | 空 | —
            人 | {200B} | 空 | —
            人 | {A0} {A0} | 空 | —
            人 | {200E}{FEFF} | 空 | —
            人可空 | [空] | 不适用 | blank_word
            件空为零 | [空] | 0 | blank_word
            件空为零 | {3000} | 0 | blank_word
            文本 | [空] | 空 | —
            日期 | [空] | 空 | —
            是否 | [空] | 空 | —
            """),
        Group(
            "不适用", "Does not apply",
            why: "划掉的格子：不适用。必填的格子随后会退回",
            "A cell that is crossed out; where it must be filled in it goes back",
            """
            人 | — | 不适用 | blank_word
            人 | —— | 不适用 | blank_word
            人 | - | 不适用 | blank_word
            人 | -- | 不适用 | blank_word
            人 | － | 不适用 | blank_word
            人 | – | 不适用 | blank_word
            人 | ― | 不适用 | blank_word
            人 | / | 不适用 | blank_word
            人 | ／ | 不适用 | blank_word
            人 | {5C} | 不适用 | blank_word
            人 | ＼ | 不适用 | blank_word
            人 | 不适用 | 不适用 | blank_word
            人 | 不涉及 | 不适用 | blank_word
            人可空 | — | 不适用 | blank_word
            件空为零 | — | 不适用 | blank_word
            日期 | — | 不适用 | blank_word
            日期 | / | 不适用 | blank_word
            单位 | — | 不适用 | blank_word
            在册代码 | — | 不适用 | blank_word
            编号 | / | 不适用 | blank_word
            必填文本 | — | 不适用 | blank_word
            """),
        Group(
            "数字栏里的“无”", "无 in a number column, where the form says what it means",
            why: "表格规定了：没有就是0，或者就是不适用", "The form says so: 0, or does not apply",
            """
            件空为零 | 无 | 0 | blank_word
            件空为零 | 没有 | 0 | blank_word
            件空为零 | 暂无 | 0 | blank_word
            星 | 无 | 0 | blank_word
            人可空 | 无 | 不适用 | blank_word
            人可空 | 没有 | 不适用 | blank_word
            日期 | 无 | 不适用 | blank_word
            日期 | 没有 | 不适用 | blank_word
            必填文本 | 无 | 不适用 | blank_word
            在册代码 | 无 | 不适用 | blank_word
            """),
        Group(
            "数字栏里代替数的字和符号", "Words and marks instead of a number",
            why: "是0、是不知道还是不适用，说不清；没有就填0",
            "0, unknown or not applicable, nobody can tell; none is 0",
            """
            人 | 无 | F202 | —
            人 | 没有 | F202 | —
            人 | 暂无 | F202 | —
            万元 | 无 | F202 | —
            人 | 未统计 | F202 | —
            人 | 不详 | F202 | —
            人 | 待核 | F202 | —
            人 | 待定 | F202 | —
            人 | 空 | F202 | —
            人 | … | F202 | —
            人 | …… | F202 | —
            人 | # | F202 | —
            人 | #12 | F202 | —
            人 | N/A | F202 | —
            人 | NA | F202 | —
            人 | null | F202 | —
            人 | × | F202 | —
            人 | √ | F202 | —
            人 | 。 | F202 | —
            人 | ， | F202 | —
            人 | * | F202 | —
            人 | ? | F202 | —
            人 | 是 | F202 | —
            人 | 有 | F202 | —
            人 | 见附件 | F202 | —
            人 | 同左 | F202 | —
            人 | 人 | F202 | —
            星 | 未评 | F202 | —
            """),
        Group(
            "数字栏、代码栏、日期栏里的“同上”", "Ditto in columns of numbers, codes and dates",
            why: "每一行有每一行的数", "Every row has its own figure",
            """
            人 | 同上 | F215 | —
            人 | 〃 | F215 | —
            人 | ″ | F215 | —
            人 | " | F215 | —
            人 | ” | F215 | —
            人 | '' | F215 | —
            人 | ’’ | F215 | —
            万元 | 同 上 | F215 | —
            在册代码 | 同上 | F215 | —
            日期 | 同上 | F215 | —
            """),
        Group(
            "文字栏里的“同上”", "Ditto in columns of text",
            why: "照抄上一行", "The row above is copied",
            """
            单位 | 同上 | 城关镇人民政府 | ditto
            单位 | 〃 | 城关镇人民政府 | ditto
            文本 | 同上 | 上一行的话 | ditto
            文本 | " | 上一行的话 | ditto
            备注 | 同上 | 上一行的话 | ditto
            """),
    ]

    /// Numbers that nobody has counted.
    static let estimates = [
        Group(
            "约数、区间", "Estimates and ranges",
            why: "不是核实过的准数", "Not a number that was counted",
            """
            人 | 约30 | F203 | —
            人 | 约 30 | F203 | —
            人 | 约三十 | F203 | —
            人 | 近30 | F203 | —
            人 | 将近30 | F203 | —
            人 | 接近30 | F203 | —
            人 | 30余 | F203 | —
            人 | 30余人 | F203 | —
            人 | 30多 | F203 | —
            人 | 30多人 | F203 | —
            人 | 三十多 | F203 | —
            人 | 30左右 | F203 | —
            人 | 30人左右 | F203 | —
            人 | 30上下 | F203 | —
            人 | 30以上 | F203 | —
            人 | 30人以上 | F203 | —
            人 | 30以下 | F203 | —
            人 | 不到30 | F203 | —
            人 | 不足30 | F203 | —
            人 | 超过30 | F203 | —
            人 | 至少30 | F203 | —
            人 | 30出头 | F203 | —
            人 | 30来人 | F203 | —
            人 | 二十来个 | F203 | —
            人 | 大概30 | F203 | —
            人 | 大约30 | F203 | —
            人 | 估计30 | F203 | —
            人 | 差不多30 | F203 | —
            人 | 预计30 | F203 | —
            人 | 三十许 | F203 | —
            人 | 几 | F203 | —
            人 | 几个 | F203 | —
            人 | 十几 | F203 | —
            人 | 几十 | F203 | —
            人 | 十几个 | F203 | —
            人 | 好几十 | F203 | —
            人 | 数十 | F203 | —
            人 | 数十人 | F203 | —
            人 | 若干 | F203 | —
            人 | 许多 | F203 | —
            人 | 上百人 | F203 | —
            人 | 部分 | F203 | —
            人 | 少数 | F203 | —
            人 | 20-30 | F203 | —
            人 | 20－30 | F203 | —
            人 | 20—30 | F203 | —
            人 | 20–30 | F203 | —
            人 | 20～30 | F203 | —
            人 | 20~30 | F203 | —
            人 | 20至30 | F203 | —
            人 | 20到30 | F203 | —
            人 | 20 - 30 | F203 | —
            人 | 3-14 | F203 | —
            人 | 20-30人 | F203 | —
            人 | 二十至三十 | F203 | —
            人 | 三到五个 | F203 | —
            人 | 三五 | F203 | —
            人 | 三五个 | F203 | —
            人 | 七八十 | F203 | —
            人 | 十七八 | F203 | —
            人 | 两三个 | F203 | —
            人 | 30+ | F203 | —
            人 | 30+人 | F203 | —
            人 | ~30 | F203 | —
            人 | ≈30 | F203 | —
            人 | >30 | F203 | —
            人 | ＞30 | F203 | —
            人 | <30 | F203 | —
            人 | ≥30 | F203 | —
            人 | ≤30 | F203 | —
            人 | 30±2 | F203 | —
            万元 | 约3.5万 | F203 | —
            率 | 85%左右 | F203 | —
            率 | 80%-90% | F203 | —
            率 | 约85% | F203 | —
            """)
    ]

    /// Units behind numbers.
    static let units = [
        Group(
            "与栏目相同的单位", "The column's own unit",
            why: "单位与表头一致，去掉单位就是数", "The unit is the column's; without it stands the number",
            """
            人 | 12人 | 12 | unit_suffix
            人 | １２人 | 12 | unit_suffix
            人 | 12 人 | 12 | unit_suffix
            人 | 12（人） | 12 | unit_suffix
            人 | 12个 | 12 | unit_suffix
            人 | 12名 | 12 | unit_suffix
            人 | 12位 | 12 | unit_suffix
            人 | 十二人 | 12 | unit_suffix
            人 | 十二个 | 12 | unit_suffix
            人 | 两名 | 2 | unit_suffix
            次 | 3次 | 3 | unit_suffix
            次 | 三次 | 3 | unit_suffix
            次 | 0次 | 0 | unit_suffix
            天 | 20天 | 20 | unit_suffix
            天 | 二十天 | 20 | unit_suffix
            项 | 4项 | 4 | unit_suffix
            项 | 4个 | 4 | unit_suffix
            项 | 四项 | 4 | unit_suffix
            件空为零 | 3件 | 3 | unit_suffix
            星 | 3星 | 3 | unit_suffix
            星 | 三星 | 3 | unit_suffix
            星 | 三星级 | 3 | unit_suffix
            星 | 3颗星 | 3 | unit_suffix
            星 | ★★★ | 3 | unit_suffix
            星 | ★★★☆☆ | 3 | unit_suffix
            万元 | 3.5万元 | 3.5 | unit_suffix
            万元 | 3.5 万元 | 3.5 | unit_suffix
            万元 | 3.5（万元） | 3.5 | unit_suffix
            万元 | 3.5万 | 3.5 | unit_suffix
            元 | 35,000元 | 35000 | unit_suffix
            元 | ¥35,000 | 35000 | unit_suffix
            元 | 35000元整 | 35000 | unit_suffix
            元 | 35000块钱 | 35000 | unit_suffix
            面积 | 120平方米 | 120 | unit_suffix
            面积 | 120㎡ | 120 | unit_suffix
            面积 | 120m2 | 120 | unit_suffix
            面积 | 120m² | 120 | unit_suffix
            面积 | 120平米 | 120 | unit_suffix
            万字 | 3万字 | 3 | unit_suffix
            万字 | 3万 | 3 | unit_suffix
            小时 | 3小时 | 3 | unit_suffix
            小时 | 3.5个小时 | 3.5 | unit_suffix
            """),
        Group(
            "可以换算的单位", "Units that convert",
            why: "换成表头的单位，分毫不差", "Converted to the column's unit, exactly",
            """
            万元 | 35000元 | 3.5 | unit_conversion
            万元 | ３５０００元 | 3.5 | unit_conversion
            万元 | 35,000元 | 3.5 | unit_conversion
            万元 | ¥35000 | 3.5 | unit_conversion
            万元 | ￥35,000元 | 3.5 | unit_conversion
            万元 | 35千元 | 3.5 | unit_conversion
            万元 | 三万元 | 3 | unit_conversion
            万元 | 0元 | 0 | unit_conversion
            万元 | 1亿元 | 10000 | unit_conversion
            元 | 3.5万元 | 35000 | unit_conversion
            元 | 3.5万 | 35000 | unit_conversion
            元 | 2千元 | 2000 | unit_conversion
            人 | 3.5万 | 35000 | unit_conversion
            人 | 3.5万人 | 35000 | unit_conversion
            人 | 3千 | 3000 | unit_conversion
            人 | 3百 | 300 | unit_conversion
            万字 | 30000字 | 3 | unit_conversion
            万元按元 | [数]84000 | 8.4 | unit_conversion
            万元按元 | 84000 | 8.4 | unit_conversion
            万元按元 | 84000元 | 8.4 | unit_conversion
            万元按元 | 8.4万元 | 8.4 | unit_conversion
            万人 | [数]3.5 | 35000 | unit_conversion
            万人 | 3.5 | 35000 | unit_conversion
            """),
        Group(
            "与栏目不合的单位", "Units that are not the column's",
            why: "填的可能是另一栏的数", "It may be another column's figure",
            """
            人 | 12天 | F202 | —
            人 | 12次 | F202 | —
            人 | 12人次 | F202 | —
            人 | 12户 | F202 | —
            人 | 12项 | F202 | —
            人 | 12元 | F202 | —
            人 | 12岁 | F202 | —
            人 | ¥12 | F202 | —
            人 | ★★★ | F202 | —
            人 | 三星 | F202 | —
            人 | 12a | F202 | —
            次 | 3期 | F202 | —
            次 | 3人 | F202 | —
            次 | 3人次 | F202 | —
            天 | 20日 | F202 | —
            天 | 20号 | F202 | —
            天 | 3个月 | F202 | —
            天 | 20工作日 | F202 | —
            万元 | 3.5千 | F202 | —
            万元 | 3.5美元 | F202 | —
            万元 | 3.5万斤 | F202 | —
            万元 | 3万5千元 | F202 | —
            万元 | 35000元/年 | F202 | —
            面积 | 120平 | F202 | —
            面积 | 120亩 | F202 | —
            小时 | 3天 | F202 | —
            星 | ☆☆☆ | F202 | —
            星 | ★★★½ | F202 | —
            星 | ★★★★★★ | F202 | —
            """),
    ]
}
