import Campaigns
import Checks
import Findings
import Testing

struct RuleBookTests {
    private let found = Finding(
        .notANumber(column: "户数", found: "约三百"), at: Place(file: "报表.xlsx"),
        subject: .init(code: "V1", name: "东沟村"))

    private func rule(
        _ id: String, form: String = "*", severity: Severity = .query, words: String = "",
        state: Rule.State = .active, from: String? = nil
    ) throws -> Rule {
        Rule(
            id: id, form: form, kind: .cell, severity: severity, test: .builtIn(.notANumber),
            message: Bilingual(words, ""), from: try from.map(SmallCounty.period)?.firstDay,
            state: state)
    }

    private func dressed(_ rules: [Rule]) throws -> (shown: [Finding], trial: [Finding]) {
        let county = try SmallCounty(rules: rules)
        return RuleBook(county.campaign).dressed([found], form: "rural", period: county.june)
    }

    @Test func `规则表定代码和轻重，词留空就用原话`() throws {
        let result = try dressed([try rule("V12")])
        #expect(result.shown.map(\.code) == ["V12"])
        #expect(result.shown.map(\.severity) == [.query])
        #expect(result.shown.map(\.message) == [found.message])
        #expect(result.shown.map(\.advice) == [found.advice])
    }

    @Test func `本表的行先于通用的行`() throws {
        let result = try dressed([
            try rule("V12"), try rule("V12r", form: "rural"), try rule("V12c", form: "community"),
        ])
        #expect(result.shown.map(\.code) == ["V12r"])
    }

    @Test func `自己的话里可以引原话、栏名、填的字和单位名`() throws {
        let result = try dressed([try rule("V12", words: "{name}的{column}填成{found}：{message}{其他}")])
        let words = result.shown.map(\.message.chinese)
        #expect(words == ["东沟村的户数填成约三百：“户数”应填数字，这里是“约三百”{其他}"])
        #expect(result.shown.map(\.message.english) == [found.message.english])
    }

    @Test func `停用的不出现，试行的只记录`() throws {
        let retired = try dressed([try rule("V12", state: .retired)])
        #expect(retired.shown.isEmpty && retired.trial.isEmpty)
        let trial = try dressed([try rule("V12", state: .trial)])
        #expect(trial.shown.isEmpty)
        #expect(trial.trial.map(\.code) == ["V12"])
    }

    @Test func `不在期限内的行不算，没有行就用目录里的`() throws {
        let result = try dressed([try rule("V12", from: "2020-07")])
        #expect(result.shown == [found])
    }

    @Test func `试行的公式规则也分出来`() throws {
        let trial = Rule(
            id: "V66", form: "rural", kind: .row, severity: .query, test: .sql("cur.cadres > 5"),
            state: .trial)
        let county = try SmallCounty(rules: [trial])
        let drawn = try county.drawn(
            """
            unit_name | cadres
            东沟村    | 7
            西沟村    | 3
            """)
        let found = try RuleEngine(campaign: county.campaign)
            .findings(for: drawn.submission, asOf: county.asOf)
        let result = RuleBook(county.campaign).dressed(found, form: "rural", period: county.june)
        #expect(result.shown.isEmpty)
        #expect(result.trial.map(\.code) == ["V66"])
    }
}
