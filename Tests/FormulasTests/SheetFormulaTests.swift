import Formulas
import Testing

/// Formulas in SQL as the spreadsheet's own.
struct SheetFormulaTests {
    /// `cur.a` is a whole number in A1, `cur.z` one whose blank is 0, `cur.t` one of two texts, `cur.d` a
    /// day, `cur.s` any text; `prev.a` was 7, `prev.n` is NULL.
    private var context: SheetContext {
        SheetContext(
            parameters: ["min": .integer(3), "ratio": .real(0.3), "open": .null],
            serial: { $0 == "2020-07-01" ? 44_013 : nil }
        ) { table, column in
            switch (table ?? "cur", column) {
            case ("cur", "a"): .cell("A1", .integer)
            case ("cur", "b"): .cell("B1", .integer)
            case ("cur", "r"): .cell("R1", .real)
            case ("cur", "z"): .cell("Z1", .integer, otherwise: .integer(0))
            case ("cur", "c"): .cell("C1", .integer, otherwise: .integer(5))
            case ("cur", "t"): .cell("T1", .choice(["甲", "乙"]))
            case ("cur", "d"): .cell("D1", .date)
            case ("cur", "s"): .cell("S1", .text)
            case ("prev", "a"): .constant(.integer(7))
            case ("prev", "t"): .constant(.text("甲"))
            case ("prev", "n"): .constant(.null)
            default: nil
            }
        }
    }

    private func condition(_ sql: String) throws -> SheetCondition {
        try SheetFormula(sql).condition(in: context)
    }

    @Test func `a comparison asks first whether both cells are filled in`() throws {
        #expect(
            try condition("cur.a > cur.b")
                == .formula("AND(ISNUMBER(A1),ISNUMBER(B1),N(A1)>N(B1))"))
    }

    @Test func `NOT of an unknown is unknown, not true`() throws {
        #expect(
            try condition("NOT cur.a > cur.b")
                == .formula("AND(ISNUMBER(A1),ISNUMBER(B1),N(A1)<=N(B1))"))
    }

    @Test func `a column whose blank is 0 counts a blank as 0`() throws {
        #expect(
            try condition("cur.z < :min")
                == .formula("AND(OR(ISNUMBER(Z1),LEN(TRIM(Z1))=0),N(Z1)<3)"))
    }

    @Test func `a carried value stands in for a blank`() throws {
        #expect(
            try condition("cur.c < :min")
                == .formula(
                    "AND(OR(ISNUMBER(C1),LEN(TRIM(C1))=0),IF(ISNUMBER(C1),N(C1),5)<3)"))
    }

    @Test func `texts are told apart by letter case`() throws {
        let words = ["无", "/", "—", "-"].map { "NOT(EXACT(TRIM(S1),\"\($0)\"))" }
        let known = "AND(LEN(TRIM(S1))>0,\(words.joined(separator: ",")))"
        #expect(try condition("cur.s = 'x'") == .formula("AND(\(known),EXACT(TRIM(S1),\"x\"))"))
    }

    @Test func `a day is compared by its number`() throws {
        #expect(
            try condition("cur.d > '2020-07-01'")
                == .formula("AND(ISNUMBER(D1),INT(N(D1))>44013)"))
    }

    @Test(arguments: [
        ("prev.a > 6", SheetCondition.always), ("prev.a < :min", .never), ("prev.n > 1", .never),
        ("NOT prev.n > 1", .never), ("prev.n IS NULL", .always), ("prev.a IS NOT NULL", .always),
        ("prev.t IN ('乙', '丙')", .never), ("prev.t NOT IN ('乙', '丙')", .always),
        (":open > 1", .never), ("prev.a BETWEEN 1 AND 7", .always), ("prev.a - 7 = 0", .always),
        ("prev.a / 2.0 > 3.4", .always), ("1.0 / (prev.a - 7) IS NULL", .always),
        ("COALESCE(prev.n, prev.a) = 7", .always), ("NULLIF(prev.a, 7) IS NULL", .always),
        ("prev.n IS NULL OR cur.a > 1", .always), ("prev.a < 1 AND cur.a > 1", .never),
        ("CASE WHEN prev.a > 6 THEN TRUE ELSE FALSE END", .always), ("(TRUE)", .always),
    ])
    func `what is known beforehand is folded away`(sql: String, expected: SheetCondition) throws {
        #expect(try condition(sql) == expected)
    }

    @Test(arguments: [
        "COUNT(*) > 1", "cur.s LIKE 'x%'", "cur.s < 'x'", "cur.a = 'x'", "cur.a / cur.b > 1",
        "SUM(cur.a) FILTER (WHERE cur.b > 1) > 3", "cur.q > 1", "cur.a > :nothing",
        "CASE WHEN cur.a > 1 THEN 'x' ELSE 2 END = 2", "cur.d > 'yesterday'", "cur.a % 2 = 1",
        "cur.a IS 1", "cur.a >", "UPPER(cur.s) = 'X'",
    ])
    func `what a sheet cannot say as SQL does is refused`(sql: String) {
        #expect(throws: SheetFormulaError.self) { try condition(sql) }
    }

    @Test func `a formula grows to no end`() throws {
        var sql = "cur.r"
        for _ in 0..<40 { sql = "COALESCE(\(sql), \(sql.count < 200 ? sql : "cur.a"), cur.r)" }
        #expect(throws: SheetFormulaError.tooLarge) { try condition("\(sql) > 1") }
        let deep =
            String(repeating: "ABS(", count: 90) + "cur.r" + String(repeating: ")", count: 90)
        #expect(throws: SheetFormulaError.tooLarge) { try condition("\(deep) > 1") }
    }

    @Test func `a text is written as formulas write texts`() {
        #expect(SheetFormula.literal("说“好”\"x\"") == "\"说“好”\"\"x\"\"\"")
        let long = SheetFormula.literal(String(repeating: "长", count: 300))
        #expect(long.hasPrefix("(\"长") && long.contains("\"&\""))
        #expect(SheetFormula.literal(-1.5) == "(-1.5)")
    }
}
