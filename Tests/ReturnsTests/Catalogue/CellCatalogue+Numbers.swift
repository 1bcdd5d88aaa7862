extension CellCatalogue {
    /// How figures themselves are written.
    static let numbers = [
        Group(
            "照常写的数", "Numbers as they should be",
            why: "就是这个数", "It is that number",
            """
            人 | 12 | 12 | —
            人 | 0 | 0 | —
            人 | [数]12 | 12 | —
            人 | [数]0 | 0 | —
            人 | [数]12.0 | 12 | —
            人 | -3 | -3 | —
            人 | [数]-3 | -3 | —
            万元 | 8.4 | 8.4 | —
            万元 | [数]8.4 | 8.4 | —
            万元 | [数]0.30000000000000004 | 0.3 | —
            万元 | [数]12.299999999999999 | 12.3 | —
            人 | [数]11.999999999999999 | 12 | —
            """),
        Group(
            "全角、看不见的字符、空格", "Full width, invisible characters, spaces",
            why: "看到的就是这个数，只是字符不同", "What is seen is the number; only the characters differ",
            """
            人 | １２ | 12 | full_width
            人 | １２３４ | 1234 | full_width
            万元 | １２．５ | 12.5 | full_width
            万元 | １2．5 | 12.5 | full_width
            万元 | 12。5 | 12.5 | full_width
            人 | －３ | -3 | full_width
            人 | −3 | -3 | full_width
            人 | {3000}12 | 12 | whitespace
            人 | 12{3000} | 12 | whitespace
            人 | {A0}12{A0} | 12 | whitespace
            人 | {A}12{A} | 12 | whitespace
            人 | {9}12 | 12 | whitespace
            人 | 12{200B} | 12 | full_width
            人 | {FEFF}12 | 12 | full_width
            人 | 1{200B}2 | 12 | full_width
            人 | 1{AD}2 | 12 | full_width
            人 | {202D}12{202C} | 12 | full_width
            人 | {200E}12 | 12 | full_width
            人 | 12{200D} | 12 | full_width
            人 | {2060}12 | 12 | full_width
            人 | ⼗⼆ | 12 | chinese_numeral
            """),
        Group(
            "数字当中有空格、换行", "Spaces and breaks between digits",
            why: "是一个数还是两个数，说不清", "One number or two, nobody can tell",
            """
            人 | 1 2 | F202 | —
            人 | １　２ | F202 | —
            人 | 12 13 | F202 | —
            人 | 12{A}13 | F202 | —
            人 | 1{A}200 | F202 | —
            人 | 1 . 5 | F202 | —
            万元 | 8. 4 | F202 | —
            人 | 12{202E}34 | F202 | —
            """),
        Group(
            "千分位", "Thousands separators",
            why: "逗号或空格正好每三位一个", "Commas or spaces exactly every three digits",
            """
            人 | 1,200 | 1200 | separators
            人 | 1，200 | 1200 | separators
            人 | １，２００ | 1200 | separators
            人 | 1 200 | 1200 | separators
            人 | 1{A0}200 | 1200 | separators
            人 | 1{202F}200 | 1200 | separators
            人 | 12,345 | 12345 | separators
            人 | 1,234,567 | 1234567 | separators
            万元 | 1,234.5 | 1234.5 | separators
            万元 | 1，234．5 | 1234.5 | separators
            人 | -1,200 | -1200 | separators
            """),
        Group(
            "不成千分位的逗号、顿号", "Commas that part no thousands",
            why: "少了一位、多了一位，还是两个数，说不清",
            "A digit lost, a digit too many or two numbers, nobody can tell",
            """
            人 | 1,20 | F202 | —
            人 | 12,34 | F202 | —
            人 | 1,2 | F202 | —
            人 | 1,2000 | F202 | —
            人 | 1200,000 | F202 | —
            人 | 0,200 | F202 | —
            人 | ,200 | F202 | —
            人 | 1,200, | F202 | —
            人 | 1,,200 | F202 | —
            人 | 1、200 | F202 | —
            人 | 1'200 | F202 | —
            人 | 1,200 300 | F202 | —
            人 | 12；13 | F202 | —
            人 | 12、13 | F202 | —
            """),
        Group(
            "文本形式的数", "Numbers kept as text",
            why: "单元格是文本格式，数本身清楚", "The cell is text, the number is clear",
            """
            人 | '12 | 12 | text_number
            人 | ’12 | 12 | text_number
            人 | 08 | 8 | text_number
            人 | 007 | 7 | text_number
            人 | 12.0 | 12 | text_number
            人 | 12.00 | 12 | text_number
            万元 | 8.40 | 8.4 | text_number
            万元 | 0.50 | 0.5 | text_number
            """),
        Group(
            "正负号、括号、指数、残缺的小数", "Signs, brackets, exponents, broken decimals",
            why: "可能是增减、编号，或是被软件改短了的数",
            "It may be a growth, a numbering, or what a program cut short",
            """
            人 | +3 | F202 | —
            人 | (3) | F202 | —
            人 | （3） | F202 | —
            人 | —3 | F202 | —
            人 | ——12 | F202 | —
            人 | 3- | F202 | —
            人 | 1e3 | F202 | —
            人 | 1E3 | F202 | —
            万元 | 1.2E+2 | F202 | —
            万元 | 1.2E+02 | F202 | —
            人 | 1.2.3 | F202 | —
            万元 | .5 | F202 | —
            万元 | 5. | F202 | —
            万元 | 5。 | F202 | —
            万元 | 3·5 | F202 | —
            人 | ． | F202 | —
            人 | 0x1F | F202 | —
            人 | 1234567890123456 | F202 | —
            人 | [数]1e18 | F202 | —
            """),
        Group(
            "整数栏里的小数", "Decimals where an integer is wanted",
            why: "人、次、天没有半个", "There is no half of a person, a time or a day",
            """
            人 | 12.5 | F211 | —
            人 | [数]12.5 | F211 | —
            人 | [数]12.000001 | F211 | —
            天 | 21.5 | F211 | —
            人 | 0.35万 | 3500 | unit_conversion
            人 | 0.00035万 | F211 | —
            """),
        Group(
            "中文数字", "Chinese numerals",
            why: "写法完整，只有一个意思", "Properly written, with one meaning",
            """
            人 | 零 | 0 | chinese_numeral
            人 | 〇 | 0 | chinese_numeral
            人 | 三 | 3 | chinese_numeral
            人 | 两 | 2 | chinese_numeral
            人 | 十 | 10 | chinese_numeral
            人 | 十二 | 12 | chinese_numeral
            人 | 一十二 | 12 | chinese_numeral
            人 | 二十 | 20 | chinese_numeral
            人 | 二十一 | 21 | chinese_numeral
            人 | 廿 | 20 | chinese_numeral
            人 | 廿五 | 25 | chinese_numeral
            人 | 卅 | 30 | chinese_numeral
            人 | 一百 | 100 | chinese_numeral
            人 | 一百零三 | 103 | chinese_numeral
            人 | 一百〇三 | 103 | chinese_numeral
            人 | 一百一十 | 110 | chinese_numeral
            人 | 一百二十三 | 123 | chinese_numeral
            人 | 两百 | 200 | chinese_numeral
            人 | 两千零五 | 2005 | chinese_numeral
            人 | 一千零三十 | 1030 | chinese_numeral
            人 | 三万 | 30000 | chinese_numeral
            人 | 一万二千 | 12000 | chinese_numeral
            人 | 十万 | 100000 | chinese_numeral
            人 | 一千万 | 10000000 | chinese_numeral
            人 | 三万零五 | 30005 | chinese_numeral
            人 | 壹拾 | 10 | chinese_numeral
            人 | 壹拾贰 | 12 | chinese_numeral
            人 | 贰佰 | 200 | chinese_numeral
            人 | 叁仟伍佰 | 3500 | chinese_numeral
            人 | 二〇 | 20 | chinese_numeral
            人 | 一〇三 | 103 | chinese_numeral
            人 | 二〇二〇 | 2020 | chinese_numeral
            """),
        Group(
            "不完整或两可的中文数字", "Chinese numerals that are unclear",
            why: "一百二可能是120也可能是102；三五是几个，不是35", "一百二 may be 120 or 102; 三五 is a few and not 35",
            """
            人 | 一百二 | F202 | —
            人 | 两千五 | F202 | —
            人 | 三万五 | F202 | —
            人 | 一千三十 | F202 | —
            人 | 一百零二十 | F202 | —
            人 | 百 | F202 | —
            人 | 十百 | F202 | —
            人 | 十两 | F202 | —
            人 | 一百零两 | F202 | —
            人 | 零零 | F202 | —
            人 | ○ | F202 | —
            人 | 1百23 | F202 | —
            人 | 3万5 | F202 | —
            人 | 3万5千 | F202 | —
            人 | 1〇 | F202 | —
            人 | 一二五 | F203 | —
            人 | 三点五 | F202 | —
            人 | 第三 | F202 | —
            """),
        Group(
            "分数、带圈数字、比分", "Fractions, circled digits, pairs",
            why: "可能是编号、日期，或者两个数", "It may be a numbering, a date or two numbers",
            """
            万元 | ½ | F202 | —
            万元 | 1½ | F202 | —
            万元 | 1/2 | F202 | —
            万元 | 三分之一 | F202 | —
            人 | ② | F202 | —
            人 | ⒉ | F202 | —
            人 | Ⅲ | F202 | —
            人 | 12² | F202 | —
            人 | 12/15 | F202 | —
            人 | 12:30 | F202 | —
            人 | 12（含2名预备） | F202 | —
            人 | 12(其中女3) | F202 | —
            人 | 男5女7 | F202 | —
            人 | 5+7 | F202 | —
            人 | =5+7 | F202 | —
            人 | 12名村干部 | F202 | —
            """),
        Group(
            "被软件当成日期、时间、真假的数", "Numbers that a program took for something else",
            why: "原来填的数已经不在了", "The number that was typed is gone",
            """
            人 | [日期]2020-03-14 | F202 | —
            人 | [日期]1900-01-12 | F202 | —
            万元 | [日期]2020-01-02 | F202 | —
            人 | [时刻]12 | F202 | —
            人 | [逻辑]TRUE | F202 | —
            人 | 2020-03-14 | F202 | —
            人 | 3月14日 | F202 | —
            人 | TRUE | F202 | —
            人 | ##### | F202 | —
            """),
        Group(
            "出错的公式", "Formulas that failed",
            why: "公式没有算出数", "The formula gave no number",
            """
            人 | [错误]#REF! | F110 | —
            人 | [错误]#DIV/0! | F110 | —
            人 | [错误]#N/A | F110 | —
            人 | [无结果] | F110 | —
            人 | #REF! | F110 | —
            人 | #N/A | F110 | —
            人 | #VALUE! | F110 | —
            万元 | #DIV/0! | F110 | —
            文本 | [错误]#NAME? | F110 | —
            文本 | #NAME? | F110 | —
            是否 | #N/A | F110 | —
            日期 | [错误]#VALUE! | F110 | —
            """),
        Group(
            "比率", "Rates",
            why: "带百分号，或者是小于1的小数", "With a percent sign, or a fraction below 1",
            """
            率 | 85% | 0.85 | percent_sign
            率 | ８５％ | 0.85 | percent_sign
            率 | 85 % | 0.85 | percent_sign
            率 | 85.5% | 0.855 | percent_sign
            率 | 100% | 1 | percent_sign
            率 | 0% | 0 | percent_sign
            率 | 百分之八十五 | 0.85 | percent_sign
            率 | 百分之85 | 0.85 | percent_sign
            率 | 百分之百 | 1 | percent_sign
            率 | 0.85 | 0.85 | —
            率 | [数]0.85 | 0.85 | —
            率 | [百分]0.85 | 0.85 | —
            率 | [百分]1 | 1 | —
            率 | [百分]1.2 | 1.2 | —
            率 | 0 | 0 | —
            百分数 | 85% | 85 | percent_sign
            百分数 | 85 | 85 | —
            """),
        Group(
            "说不清的比率，填在人数里的比率", "Unclear rates, rates among counts",
            why: "85可能是85%也可能是85倍，1可能是1%也可能是全部；人数栏要的是数不是率",
            "85 may be 85% or 85 times, 1 may be 1% or all; a count is no rate",
            """
            率 | 85 | F212 | —
            率 | [数]85 | F212 | —
            率 | 1 | F212 | —
            率 | [数]1 | F212 | —
            率 | 1.2 | F212 | —
            率 | 85‰ | F202 | —
            率 | 八成五 | F202 | —
            率 | 85个 | F202 | —
            率 | 百分之 | F202 | —
            人 | 85% | F202 | —
            人 | [百分]0.85 | F202 | —
            万元 | 100% | F202 | —
            人 | 百分之八十五 | F202 | —
            """),
    ]
}
