import Testing

/// What a code and the name beside it say together of whose a row is.
struct CodeCases {
    private static let top = """
        农村月报表（2020年6月）
        填报单位：城关镇
        村代码 | \(TitleCases.heads)
        """

    @Test(arguments: [
        SheetCase(
            "the roster's names in other spellings",
            """
            \(top)
            610999100201 | 东关       | 7 | 2 | 8.4 | 8.4 | 达标
            610999100202 | 西关村委会 | 5 | 1 | 6   | 5.5 | 新建中
            610999100203 | 城关镇南关村村民委员会 | 6 | 3 | 7.2 | 7.2 | 达标
            """),
        SheetCase(
            "a row without a name",
            """
            \(top)
            610999100201 | 东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            610999100202 |        | 5 | 1 | 6   | 5.5 | 新建中
            610999100203 | 南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """),
        SheetCase(
            "a code that is nobody's beside a name that is right",
            """
            \(top)
            610999100201 | 东关村 | 7 | 2 | 8.4 | 8.4 | 达标
            610999100292 | 西关村 | 5 | 1 | 6   | 5.5 | 新建中
            610999100203 | 南关村 | 6 | 3 | 7.2 | 7.2 | 达标
            """),
    ])
    func `agree`(_ sheet: SheetCase) { sheet.check() }

    @Test(arguments: [
        SheetCase(
            "a name that is on no roster",
            """
            \(top)
            610999100201  | 东关村   | 7 | 2 | 8.4 | 8.4 | 达标
            ①610999100202 | ②西官村 | 5 | 1 | 6   | 5.5 | 新建中
            610999100203  | 南关村   | 6 | 3 | 7.2 | 7.2 | 达标
            """, finds: ["code_name_mismatch ① ②"]),
        SheetCase(
            "a name of another sector",
            """
            \(top)
            610999100201  | 东关村     | 7 | 2 | 8.4 | 8.4 | 达标
            ①610999100202 | ②河滨社区 | 5 | 1 | 6   | 5.5 | 新建中
            610999100203  | 南关村     | 6 | 3 | 7.2 | 7.2 | 达标
            """, finds: ["code_name_mismatch ① ②"]),
        SheetCase(
            "another village's name: an error, for it may be either",
            """
            \(top)
            610999100201  | 东关村   | 7 | 2 | 8.4 | 8.4 | 达标
            ①610999100202 | ②南关村 | 5 | 1 | 6   | 5.5 | 新建中
            610999100203  | 南关村   | 6 | 3 | 7.2 | 7.2 | 达标
            """,
            reads: [
                "rural T1 2020-06", "东关村 7 2 8.4 8.4 达标", "? 5 1 6 5.5 新建中", "南关村 6 3 7.2 7.2 达标",
            ], finds: ["unknown_entry ① ②"]),
        SheetCase(
            "a column of something else: one question, not three",
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村代码 | ①\(TitleCases.heads)
            610999100201 | 一村 | 7 | 2 | 8.4 | 8.4 | 达标
            610999100202 | 二村 | 5 | 1 | 6   | 5.5 | 新建中
            610999100203 | 三村 | 6 | 3 | 7.2 | 7.2 | 达标
            """, finds: ["code_name_mismatch ①"]),
        SheetCase(
            "one name that is right among others",
            """
            \(top)
            ①610999100201 | ②一村   | 7 | 2 | 8.4 | 8.4 | 达标
            ③610999100202 | ④二村   | 5 | 1 | 6   | 5.5 | 新建中
            610999100203  | 南关村   | 6 | 3 | 7.2 | 7.2 | 达标
            """, finds: ["code_name_mismatch ① ②", "code_name_mismatch ③ ④"]),
    ])
    func `disagree, and that is asked`(_ sheet: SheetCase) { sheet.check() }
}
