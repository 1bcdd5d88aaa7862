import Assessments
import Campaigns
import Findings
import Formulas
import Ledgers
import Testing

/// `explain`: the chain from the score to the rows and the fields that were read.
struct ExplainerTests {
    private func county() throws -> TestCounty {
        var county = try TestCounty()
        county.indicators = [
            TestCounty.indicator(
                target: "0.8",
                numerator: "COALESCE(SUM(LEAST(done, due)) FILTER (WHERE reported = 1), 0)",
                denominator: "SUM(due) * :least"),
            TestCounty.indicator("R02", phase: .annual),
        ]
        county.settings["least"] = "1"
        county.add("A", done: 30)
        county.rows.append(
            .init(code: "A2", unit: "B", coUnit: "A", done: .real(9), due: .real(9)))
        county.rows.append(
            .init(code: "A3", unit: "A", done: .real(10), due: .null, isReported: false))
        county.expected = [TestCounty.accepted("A", lateDays: 1)]
        county.awards = [Award(unit: "A", points: ExactDecimal(1), basis: "〔2020〕1号")]
        return county
    }

    private func explainer(_ county: TestCounty) throws -> Explainer {
        try Explainer(campaign: county.campaign, facts: county.facts)
    }

    @Test func `a score comes apart into base, deductions, bonus and what does not apply`() throws {
        let lines = try explainer(county()).explain(unit: "A").lines(in: .chinese)
        #expect(
            lines == [
                "A镇 2020年6月：38.00分，乡镇组第1名",
                "  基础分 37.50 = 100 × Σ权重×k ÷ Σ权重，适用权重 10",
                "    R01 指标R01：k 0.375，权重 10",
                "      k = 率 ÷ 目标 0.8，至多1",
                "      率 = 30 ÷ 100 = 0.3",
                "  扣分 0.50",
                "    迟报1个工作日：0.50",
                "      《农村月报》应于2020-07-05 17:00前报，迟报1个工作日",
                "  加分 1.00",
                "    〔2020〕1号：1",
                "  不适用",
                "    R02 指标R02：年度指标，12月计分",
            ])
    }

    @Test func `an indicator comes apart into formulas, parameters and rows`() throws {
        let node = try explainer(county()).explain(unit: "A", indicator: "R01")
        let lines = node.lines(in: .english)
        #expect(lines[0] == "A镇 2020-06 R01 指标R01: k 0.375, weight 10")
        #expect(lines[1] == "  k = rate ÷ target 0.8, at most 1")
        #expect(lines[2] == "  rate = 30 ÷ 100 = 0.3")
        #expect(lines[5] == "  parameters: least = 1")
        #expect(lines[6] == "  2 rows")
        #expect(lines[7] == "    A1 A1村, 30 / 100, done=30, due=100, reported=1")
        #expect(lines[8] == "    A3 A3村, 0 / —, done=10, due=—, reported=0")
        let rows = try #require(node.children.last).children
        #expect(
            rows[0].source
                == .init(form: "rural", subject: "A1", unit: "A", fields: ["done", "due"]))
    }

    @Test func `both lists the rows of the co-unit, and quarter sums lead to their field`() throws {
        var county = try county()
        county.indicators = [
            TestCounty.indicator(credit: .both, numerator: "SUM(done_quarter)")
        ]
        let rows = try #require(
            explainer(county).explain(unit: "A", indicator: "R01").children.last
        ).children
        #expect(rows.map(\.source?.subject) == ["A1", "A2", "A3"])
        #expect(rows[1].source?.unit == "B")
        #expect(rows[1].source?.fields == ["done", "due"])
    }

    @Test func `silence, suspension and empty denominators are said`() throws {
        var county = try county()
        county.expected = [TestCounty.missing("A")]
        let silent = try explainer(county).explain(unit: "A", indicator: "R01")
        #expect(silent.children[0].line.chinese == "应报未报：没有合格的报表，k计0")
        county.settings["least"] = nil
        county.open = ["least"]
        let suspended = try explainer(county).explain(unit: "A", indicator: "R01")
        #expect(suspended.line.chinese == "A镇 2020年6月 R01 指标R01：不适用，停评，未定：least")
    }

    @Test func `what is not in the assessment is an error`() throws {
        let explainer = try explainer(county())
        #expect(throws: AssessmentError.unknown("Z")) { try explainer.explain(unit: "Z") }
        #expect(throws: AssessmentError.unknown("R99")) {
            try explainer.explain(unit: "A", indicator: "R99")
        }
    }
}
