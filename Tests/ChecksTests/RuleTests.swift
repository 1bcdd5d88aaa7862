import Campaigns
import Checks
import Findings
import Formulas
import Testing

struct RuleTests {
    private func rule(
        _ id: String, _ kind: Rule.Kind, _ sql: String, severity: Severity = .error,
        message: String = "", state: Rule.State = .active
    ) -> Rule {
        Rule(
            id: id, form: "rural", kind: kind, severity: severity, test: .sql(sql),
            message: Bilingual(message, message), state: state)
    }

    @Test func `规则读到哪些格就标哪些格，话里填实际的值`() throws {
        let county = try SmallCounty(rules: [
            rule(
                "V21", .row, "cur.files > cur.cadres",
                message: "档案{cur.files}份，干部{cur.cadres}人，累计{cur.paid}，{cur.name}")
        ])
        let drawn = try county.drawn(
            """
            unit_name | note | cadres | files
            东沟村    |      | ①7     | ②8
            西沟村    |      | 7      | 7
            """)
        #expect(try county.found(drawn) == ["V21 ①②"])
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: drawn.submission, asOf: county.asOf)
        #expect(found.map(\.message.chinese) == ["档案8份，干部7人，累计空，东沟村"])
        #expect(found.map(\.message.english) == ["档案8份，干部7人，累计blank，东沟村"])
    }

    @Test func `跨月规则看上月，首次填报的不看，一月累计数重新起算`() throws {
        let county = try SmallCounty(rules: [
            rule("V41", .month, "cur.paid < prev.paid", message: "{cur.paid}小于{prev.paid}"),
            rule("V42", .month, "COALESCE(prev.files, 0) < cur.files", severity: .query),
        ])
        let past = try county.view(
            """
            unit_name | cadres | files | paid
            东沟村    | 7      | 3     | 4.2
            """)
        let drawing =
            """
            unit_name | cadres | files | paid
            东沟村    | 7      | 3     | ①4.19
            西沟村    | 7      | 7     | 0
            """
        let drawn = try county.drawn(drawing)
        #expect(try county.found(drawn, previous: past) == ["V41 ①"])
        #expect(try county.found(drawn) == [])
        let january = try county.drawn(drawing, period: "2020-01")
        #expect(try county.found(january, previous: past).filter { $0.hasPrefix("V41") } == [])
    }

    @Test func `沿用的数进规则，明说不适用就不沿用`() throws {
        let county = try SmallCounty(
            rules: [rule("V9", .row, "cur.cadres > 5", severity: .query)],
            fields: SmallCounty.fields.map { field in
                var field = field
                field.required = .never
                return field
            })
        let past = try county.view(
            """
            unit_name | cadres
            东沟村    | 7
            西沟村    | 7
            """)
        let drawn = try county.drawn(
            """
            unit_name | cadres | files
            东沟村    | ①      | 1
            西沟村    | —      | 1
            """)
        #expect(try county.found(drawn, previous: past) == ["V9 ①"])
    }

    @Test func `与花名册比，花名册不是格子`() throws {
        let county = try SmallCounty(rules: [
            rule(
                "V57", .roster, "cur.assigned <> roster.fs_village OR cur.roster_households > 300",
                severity: .query, message: "花名册为{roster.fs_village}")
        ])
        let drawn = try county.drawn(
            """
            unit_name | cadres | assigned | days
            东沟村    | 7      | ①否      |
            西沟村    | 7      | 否       |
            """)
        #expect(try county.found(drawn) == ["V57 ①"])
    }

    @Test func `整表规则在表头报一条，话里可以写合计`() throws {
        let county = try SmallCounty(rules: [
            rule("V70", .form, "SUM(cur.cadres) > 12", message: "合计{SUM(cur.cadres)}人")
        ])
        let drawn = try county.drawn(
            """
            unit_name | ①cadres
            东沟村    | 7
            西沟村    | 6
            """)
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: drawn.submission, asOf: county.asOf)
        #expect(found.map(drawn.brief) == ["V70 ①"])
        #expect(found.map(\.message.chinese) == ["合计13人"])
    }

    @Test func `期限之外和停用的规则不查，别的表的规则不查`() throws {
        var later = rule("V1", .row, "cur.cadres > 0")
        later.from = try SmallCounty.period("2020-07").firstDay
        var other = rule("V2", .row, "cur.nonesuch > 0")
        other.form = "community"
        let county = try SmallCounty(rules: [
            later, other, rule("V3", .row, "cur.cadres > 0", state: .retired),
        ])
        let drawn = try county.drawn(
            """
            unit_name | cadres
            东沟村    | 7
            西沟村    | 6
            """)
        #expect(try county.found(drawn) == [])
    }

    @Test func `公式有误时说出是哪一条`() throws {
        let county = try SmallCounty(rules: [rule("V8", .row, "cur.nonesuch > 0")])
        let drawn = try county.drawn("unit_name | cadres")
        let engine = RuleEngine(campaign: county.campaign)
        let error = try #require(throws: CheckError.self) {
            try engine.findings(for: drawn.submission, asOf: county.asOf)
        }
        #expect(error == .formula("V8", .syntax("no such column: cur.nonesuch")))
    }

    @Test func `运行时出错的规则也说出是哪一条`() throws {
        let county = try SmallCounty(rules: [
            rule("V8", .row, "cur.cadres > 100"), rule("V9", .row, "LEAST(cur.assigned, 1) > 0"),
        ])
        let drawn = try county.drawn(
            """
            unit_name | cadres | assigned | days
            东沟村    | 7      | 是       | 3
            """)
        let engine = RuleEngine(campaign: county.campaign)
        let error = try #require(throws: CheckError.self) {
            try engine.findings(for: drawn.submission, asOf: county.asOf)
        }
        #expect(error == .formula("V9", .failed("LEAST and GREATEST take numbers")))
    }
}
