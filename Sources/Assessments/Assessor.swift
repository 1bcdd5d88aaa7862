package import Campaigns
package import Ledgers

/// Turns the facts of a period into its figures: rates, k, scores, ranks, changes, lights, talks.
///
/// Pure: the same campaign and facts give the same figures; no clock, no file, no order of arrival.
/// Everything is exact until it is printed.
///
///     let assessment = try Assessor(campaign: campaign).assess(facts)
package struct Assessor: Sendable {
    /// The tables by which it judges.
    package let campaign: Campaign

    /// An assessor for the periods of one version of a campaign.
    package init(campaign: Campaign) {
        self.campaign = campaign
    }

    /// The figures of a period; of one that has not closed a draft, without ranks, changes and talks.
    package func assess(_ facts: PeriodFacts) throws(AssessmentError) -> Assessment {
        assessment(of: facts, by: try figures(of: facts))
    }

    /// The same, where the exact figures are at hand.
    func assessment(of facts: PeriodFacts, by figures: [IndicatorFigures]) -> Assessment {
        let isClosed = campaign.isClosed(facts.period, asOf: facts.asOf)
        let misreports = misreportsByUnit(in: facts)
        let cards = scorecards(figures, facts: facts, misreports: misreports, isClosed: isClosed)
        let rankings = groups(of: cards).map { ($0.name, Ranking($0.cards)) }

        var bottom: [String: Fraction] = [:]
        if isClosed {
            for card in rankings.flatMap({ $0.1.bottom(campaign.settings) }) {
                bottom[card.unit.code] = card.score
            }
        }
        let talks = Talks(
            settings: campaign.settings, facts: facts, figures: figures, bottom: bottom,
            misreports: misreports)
        let printer = FigurePrinter(campaign: campaign, facts: facts, isDraft: !isClosed)
        var assessment = Assessment(
            period: facts.period, asOf: facts.asOf, isDraft: !isClosed,
            groups: rankings.map { printer.group(named: $0.0, $0.1) },
            indicators: figures.map(printer.indicator), weights: printer.weights,
            talks: isClosed ? talks.suggestions(for: campaign.units) : [])
        assessment.bottom = campaign.units.map(\.code).filter { bottom[$0] != nil }
        return assessment
    }

    /// The exact figures of every indicator, in the order of the table.
    package func figures(of facts: PeriodFacts) throws(AssessmentError) -> [IndicatorFigures] {
        let formulas = try IndicatorFormulas(facts, of: campaign)
        var figures: [IndicatorFigures] = []
        for indicator in campaign.indicators {
            figures.append(
                IndicatorFigures(
                    try formulas.measure(indicator), facts: facts, campaign: campaign))
        }
        return figures
    }

    /// The exact scores of the scored units, in the order of the table.
    func scorecards(
        _ figures: [IndicatorFigures], facts: PeriodFacts, misreports: [String: Int],
        isClosed: Bool
    ) -> [Scorecard] {
        let awards = facts.awards.reduce(into: [String: Fraction]()) { sums, award in
            sums[award.unit, default: .zero] += Fraction(award.points)
        }
        return campaign.scoredUnits(in: facts.period).map { unit in
            Scorecard(
                unit, figures: figures,
                deductions: Deductions(
                    of: unit.code, in: facts, misreports: misreports[unit.code] ?? 0,
                    isClosed: isClosed, settings: campaign.settings),
                awards: awards[unit.code] ?? .zero, settings: campaign.settings)
        }
    }

    /// How many confirmed misreports are charged to each unit in this period.
    func misreportsByUnit(in facts: PeriodFacts) -> [String: Int] {
        facts.misreports.reduce(into: [:]) { counts, record in
            counts[record.dutyUnit, default: 0] += 1
        }
    }

    /// Groups in the order in which `units` first names them; those without a scored unit are left out.
    private func groups(of cards: [Scorecard]) -> [(name: String, cards: [Scorecard])] {
        var names: [String] = []
        for name in campaign.units.compactMap(\.rankGroup) where !names.contains(name) {
            names.append(name)
        }
        return names.map { name in (name, cards.filter { $0.unit.rankGroup == name }) }
            .filter { !$0.1.isEmpty }
    }
}
