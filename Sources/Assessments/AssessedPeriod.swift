import Campaigns
package import Ledgers

/// A period's facts with the exact figures and the printed assessment that were made of them.
package struct AssessedPeriod: Sendable {
    package let facts: PeriodFacts
    /// In the order of the table.
    package let figures: [IndicatorFigures]
    package let assessment: Assessment
}

extension Assessor {
    /// The assessment together with the exact figures behind it, measured once.
    package func assessed(_ facts: PeriodFacts) throws(AssessmentError) -> AssessedPeriod {
        let figures = try figures(of: facts)
        return AssessedPeriod(
            facts: facts, figures: figures, assessment: assessment(of: facts, by: figures))
    }

    /// The exact scores of the scored units of a period that has closed, by code.
    func scorecards(
        of facts: PeriodFacts, by figures: [IndicatorFigures]
    ) -> [String: Scorecard] {
        let cards = scorecards(
            figures, facts: facts, misreports: misreportsByUnit(in: facts),
            isClosed: true)
        return Dictionary(cards.map { ($0.unit.code, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
