extension CellCatalogue {
    /// Days.
    static let dates = [
        Group(
            "日期", "Days",
            why: "年月日清楚；只写月日的，取报告期的年",
            "Year, month and day are clear; without a year it is the period's",
            """
            日期 | 2020-06-30 | 2020-06-30 | —
            日期 | [日期]2020-06-30 | 2020-06-30 | —
            日期 | [日期]1949-10-01 | 1949-10-01 | —
            日期 | [数]44012 | 2020-06-30 | date_style
            日期 | 44012 | 2020-06-30 | date_style
            日期 | [数]20200630 | 2020-06-30 | date_style
            日期 | 20200630 | 2020-06-30 | date_style
            日期 | 2020-6-30 | 2020-06-30 | date_style
            日期 | 2020/6/30 | 2020-06-30 | date_style
            日期 | 2020/06/30 | 2020-06-30 | date_style
            日期 | 2020.6.30 | 2020-06-30 | date_style
            日期 | 2020.06.30 | 2020-06-30 | date_style
            日期 | 2020。6。30 | 2020-06-30 | date_style
            日期 | 2020年6月30日 | 2020-06-30 | date_style
            日期 | 2020年06月30日 | 2020-06-30 | date_style
            日期 | 2020年6月30号 | 2020-06-30 | date_style
            日期 | 2020年6月30 | 2020-06-30 | date_style
            日期 | 2020 年 6 月 30 日 | 2020-06-30 | date_style
            日期 | 二〇二〇年六月三十日 | 2020-06-30 | date_style
            日期 | 二○二○年六月三十日 | 2020-06-30 | date_style
            日期 | 六月三十日 | 2020-06-30 | date_style
            日期 | 2020 06 30 | 2020-06-30 | date_style
            日期 | ２０２０－０６－３０ | 2020-06-30 | date_style
            日期 | ２０２０．６．３０ | 2020-06-30 | date_style
            日期 | 2020—06—30 | 2020-06-30 | date_style
            日期 | 2020-06-30 00:00:00 | 2020-06-30 | date_style
            日期 | 2020/6/30 0:00 | 2020-06-30 | date_style
            日期 | 2020-06-30T09:30:00 | 2020-06-30 | date_style
            日期 | 6.30 | 2020-06-30 | date_style
            日期 | 6.18 | 2020-06-18 | date_style
            日期 | 6月30日 | 2020-06-30 | date_style
            日期 | 6月3日 | 2020-06-03 | date_style
            日期 | 6月30 | 2020-06-30 | date_style
            日期 | 6/30 | 2020-06-30 | date_style
            日期 | 6-30 | 2020-06-30 | date_style
            日期 | 6.5 | 2020-06-05 | date_style
            日期 | {A0}2020-06-30 | 2020-06-30 | date_style
            """),
        Group(
            "不是某一天的日期", "Dates that are no day",
            why: "缺日、缺年、次序不明，或者不是日期", "No day, no year, an unclear order, or no date at all",
            """
            日期 | 6/30/2020 | F208 | —
            日期 | 30.6.2020 | F208 | —
            日期 | 30-06-2020 | F208 | —
            日期 | 20.6.30 | F208 | —
            日期 | 20-06-30 | F208 | —
            日期 | 20年6月30日 | F208 | —
            日期 | 2020年6月 | F208 | —
            日期 | 二〇二〇年六月 | F208 | —
            日期 | 2020.6 | F208 | —
            日期 | 2020/6 | F208 | —
            日期 | 2020-06 | F208 | —
            日期 | 202006 | F208 | —
            日期 | 2020 | F208 | —
            日期 | 2020年 | F208 | —
            日期 | 6月 | F208 | —
            日期 | 6月底 | F208 | —
            日期 | 六月下旬 | F208 | —
            日期 | 上半年 | F208 | —
            日期 | 年底前 | F208 | —
            日期 | 长期坚持 | F208 | —
            日期 | 2020年6月30日前 | F208 | —
            日期 | 2020-06-30至2020-07-01 | F208 | —
            日期 | 2020-6/30 | F208 | —
            日期 | 2020年6-30 | F208 | —
            日期 | 2020-06-3 0 | F208 | —
            日期 | 2020-006-30 | F208 | —
            日期 | 0020-06-30 | F208 | —
            日期 | 630 | F208 | —
            日期 | 0630 | F208 | —
            日期 | 200630 | F208 | —
            日期 | [数]6.3 | F208 | —
            日期 | [数]630 | F208 | —
            日期 | [数]44012.5 | F208 | —
            日期 | [日期]1900-01-06 | F208 | —
            日期 | [时刻]9 | F208 | —
            日期 | [逻辑]TRUE | F208 | —
            日期 | Jun 30, 2020 | F208 | —
            """),
        Group(
            "可能丢了0的日期", "Days that may have lost a zero",
            why: "6.3可能是6月3日，也可能是6.30被表格软件去掉了末尾的0",
            "6.3 may be 3 June, or 6.30 whose last zero a program dropped",
            """
            日期 | 6.3 | F208 | —
            日期 | 6.1 | F208 | —
            日期 | ６．２ | F208 | —
            """),
        Group(
            "不存在的日期", "Days that there are not",
            why: "历上没有这一天", "No such day is in the calendar",
            """
            日期 | 2020-02-30 | F208 | —
            日期 | 2020-13-01 | F208 | —
            日期 | 2020年13月1日 | F208 | —
            日期 | 20200631 | F208 | —
            日期 | 6.31 | F208 | —
            日期 | 2019-02-29 | F208 | —
            日期 | [数]20200631 | F208 | —
            """),
    ]

    /// Choices: what stands beside the lists of choices.csv, which `ChoiceSpellingTests` reads whole.
    static let choices = [
        Group(
            "选项", "Choices",
            why: "可选项本身，或登记在册的写法", "The choice itself, or a spelling that is on the list",
            """
            是否 | 是 | 是 | —
            是否 | 否 | 否 | —
            是否 | 有 | 是 | spelling
            是否 | 无 | 否 | spelling
            是否 | 没有 | 否 | spelling
            是否 | 已 | 是 | spelling
            是否 | 未 | 否 | spelling
            是否 | √ | 是 | spelling
            是否 | ✓ | 是 | spelling
            是否 | ✔ | 是 | spelling
            是否 | ☑ | 是 | spelling
            是否 | × | 否 | spelling
            是否 | ✗ | 否 | spelling
            是否 | X | 否 | spelling
            是否 | ☐ | 否 | spelling
            是否 | Y | 是 | spelling
            是否 | yes | 是 | spelling
            是否 | ＹＥＳ | 是 | spelling
            是否 | n | 否 | spelling
            是否 | 1 | 是 | spelling
            是否 | [数]1 | 是 | spelling
            是否 | ０ | 否 | spelling
            是否 | [数]0 | 否 | spelling
            是否 | [逻辑]TRUE | 是 | spelling
            是否 | [逻辑]FALSE | 否 | spelling
            是否 | {20}是{20} | 是 | spelling
            是否 | {3000}是 | 是 | spelling
            是否 | 已{A0}选派 | 是 | spelling
            场所 | 已建成 | 达标 | spelling
            场所 | 已 达 标 | 达标 | spelling
            场所 | 无 | 无场所 | spelling
            场所 | 借用 | 无场所 | spelling
            撤并 | — | 不涉及 | spelling
            撤并 | —— | 不涉及 | spelling
            撤并 | / | 不涉及 | spelling
            撤并 | 不适用 | 不涉及 | spelling
            组建 | 单建 | 单独组建 | spelling
            组建 | 独立党支部 | 单独组建 | spelling
            组建 | × | 未组建 | spelling
            是否 | — | 不适用 | blank_word
            场所 | / | 不适用 | blank_word
            """),
        Group(
            "打勾的方框", "Boxes with a tick",
            why: "每个选项都有框，只勾了一个", "Every choice has its box and one is ticked",
            """
            是否 | ☑是 ☐否 | 是 | spelling
            是否 | ☐是 ☑否 | 否 | spelling
            是否 | 是☑否□ | 是 | spelling
            是否 | 是□否☑ | 否 | spelling
            是否 | 是□ 否√ | 否 | spelling
            是否 | 是（√）否（ ） | 是 | spelling
            是否 | 是（　）　否（√） | 否 | spelling
            是否 | ■是 □否 | 是 | spelling
            是否 | √是 □否 | 是 | spelling
            场所 | ☑达标 □新建中 □改建中 □未开工 □无场所 | 达标 | spelling
            """),
        Group(
            "选不定的选项", "Choices that are not made",
            why: "没有勾、勾了不止一个、不在可选项里，或者符号有两种意思",
            "Nothing ticked, more than one, not on the list, or a mark with two meanings",
            """
            是否 | 是□否□ | F205 | —
            是否 | ☑是 ☑否 | F205 | —
            是否 | 是√否 | F205 | —
            是否 | □ | F205 | —
            是否 | ■ | F205 | —
            是否 | ☑是 ☐有 | F205 | —
            是否 | ☑是 否 | F205 | —
            是否 | ☑是 ☐其他 | F205 | —
            是否 | 是/否 | F205 | —
            是否 | 是或否 | F205 | —
            是否 | 是？ | F205 | —
            是否 | ○ | F205 | —
            是否 | 〇 | F205 | —
            是否 | ● | F205 | —
            是否 | V | F205 | —
            是否 | 2 | F205 | —
            是否 | [数]0.5 | F205 | —
            是否 | 基本是 | F205 | —
            是否 | 部分 | F205 | —
            是否 | 正在落实 | F205 | —
            是否 | 不详 | F205 | —
            是否 | 同上 | F205 | —
            是否 | [日期]2020-06-30 | F205 | —
            场所 | 在建 | F205 | —
            场所 | 达标、新建中 | F205 | —
            场所 | 基本达标 | F205 | —
            场所 | 是 | F205 | —
            撤并 | 无 | F205 | —
            组建 | 已建 | F205 | —
            """),
    ]
}
