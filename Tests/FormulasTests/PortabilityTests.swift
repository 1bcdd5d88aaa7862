import Formulas
import Testing

struct PortabilityTests {
    let check = PortabilityCheck(
        tables: [
            "cur": [
                .init("cadres", type: "INTEGER", isNullable: true),
                .init("paid", type: "REAL", isNullable: true),
                .init("site", type: "TEXT", isNullable: true, values: ["达标", "无场所"]),
                .init("reported", type: "INTEGER", isNullable: false),
                .init("roster_size", type: "BLOB", isNullable: true),
            ]
        ],
        parameters: ["month": .integer(6), "ratio": .real(0.9), "open": .null, "asof": .text("")])

    private func constructs(_ sql: String, _ purpose: PortabilityCheck.Purpose) -> [String] {
        check.faults(in: sql, for: purpose).map { fault in
            switch fault {
            case .construct(let construct, let instead): "\(construct) → \(instead)"
            case .unknownValue(let found, _): "value \(found)"
            case .unknownColumn(let found, _): "column \(found)"
            case .unknownParameter(let found): "parameter \(found)"
            case .unreadable(let word): "unreadable \(word)"
            case .aggregateOfRow(let text): "aggregate \(text)"
            }
        }
    }

    @Test(arguments: [
        "COUNT(*) FILTER (WHERE reported = 1 AND cadres >= :ratio * :month)",
        "COALESCE(SUM(LEAST(COALESCE(cadres, 0), :month)) FILTER (WHERE site <> '无场所'), 0)",
        "SUM(cadres) * 1.0 / COUNT(*)", "SUM(paid) / COUNT(*)", "3 * COUNT(*) + 2 * COUNT(*)",
        "SUM(CASE WHEN site = '达标' THEN 1 ELSE 0 END)", "COUNT(DISTINCT site)",
        "SUM(cadres) FILTER (WHERE :month NOT IN (3, 6, 9, 12) OR (paid IS NOT NULL AND cadres BETWEEN 1 AND 5))",
        "SUM(CAST(roster_size AS INTEGER)) -- 注释",
        "MAX(cadres) - MIN(cadres)", "SUM(cadres) / :ratio", "AVG(cadres) / 12.0",
        "COUNT(*) FILTER (WHERE NOT (site LIKE '达%'))",
    ])
    func `the portable subset passes`(sql: String) {
        #expect(constructs(sql, .aggregate) == [])
    }

    @Test(arguments: [
        ("SUM(site = '达标')", "SUM(site = '达标') → COUNT(*) FILTER (WHERE site = '达标')"),
        ("SUM(cadres) / COUNT(*)", "SUM(cadres) / COUNT(*) → 1.0 * SUM(cadres) / COUNT(*)"),
        ("COUNT(*) / :open", "COUNT(*) / :open → 1.0 * COUNT(*) / :open"),
        ("SUM(MIN(cadres, 5))", "MIN(…, …) → LEAST(cadres, 5)"),
        ("SUM(LEAST(cadres, 5))", "cadres → COALESCE(cadres, 0)"),
        ("SUM(cadres) % 3", "% → IN (…)"), ("TOTAL(cadres)", "TOTAL(…) → COALESCE(SUM(…), 0)"),
        ("cadres + COUNT(*)", "cadres → SUM(cadres)"),
        ("COUNT(*) FILTER (WHERE cadres)", "cadres → cadres = 1"),
        ("COUNT(*) FILTER (WHERE site == '达标')", "== → ="),
        ("COUNT(*) FILTER (WHERE site IS '达标')", "IS → COALESCE(…) ="),
        ("COUNT(*) FILTER (WHERE site ISNULL)", "ISNULL → IS NULL"),
        ("COUNT(*) FILTER (WHERE site = \"达标\")", "\"达标\" → '达标'"),
        ("COUNT(*) FILTER (WHERE site > 1)", "site > 1 → CAST"),
        ("SUM(site)", "site → CASE WHEN … THEN 1 ELSE 0 END"),
        ("COUNT(*) > 3", "COUNT(*) > 3 → CASE WHEN COUNT(*) > 3 THEN 1 ELSE 0 END"),
        ("SUM(IIF(cadres > 1, 1, 0))", "IIF(…) → CASE WHEN … THEN … ELSE … END"),
        ("SUM(cadres & 1)", "& → CASE"), ("SUM(cadres) OVER ()", "OVER → SUM(…) FILTER (WHERE …)"),
        ("COUNT(*) FILTER (WHERE site IN ('达标', '未建'))", "value 未建"),
        ("COUNT(*) FILTER (WHERE COALESCE(site, '无场所') = '没有')", "value 没有"),
        ("SUM(cur.cadre)", "column cur.cadre"), ("SUM(old.cadres)", "column old.cadres"),
        ("SUM(cadres) * :moth", "parameter :moth"), ("COUNT(*) + ?", "? → :name"),
        ("COUNT(*", "unreadable COUNT(*"), ("COUNT(*) COUNT(*)", "unreadable COUNT"),
    ])
    func `what other engines refuse or compute otherwise is named`(sql: String, expected: String) {
        let constructs = constructs(sql, .aggregate)
        #expect(constructs.contains(expected), "\(constructs)")
    }

    @Test func `a row's formula is a condition without aggregates`() {
        #expect(constructs("cur.cadres > 3 OR cur.site IS NULL", .condition) == [])
        #expect(constructs("cur.cadres", .condition) == ["cur.cadres → cur.cadres = 1"])
        #expect(constructs("SUM(cur.cadres) > 3", .condition) == ["aggregate SUM(cur.cadres)"])
        #expect(constructs("31 * :month", .value) == [])
        #expect(constructs("cadres", .value) == [])
    }

    @Test func `a formula of a thousand brackets is refused in peace`() {
        let sql =
            String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)
        #expect(constructs(sql, .value) == ["unreadable ("])
    }
}
