package import Campaigns
package import Ledgers

/// Turns what is known of a year into its scores (年度考核).
///
/// The monthly scores are those that were published; December's attainment is computed from the facts as
/// they are known now, by the same yardsticks as the bulletin. Pure, like `Assessor`.
package struct YearAssessor: Sendable {
    private let campaign: Campaign

    package init(campaign: Campaign) {
        self.campaign = campaign
    }

    /// The scores of a year; `december` is looked at only where December was published.
    package func assess(
        _ record: YearRecord, december: PeriodFacts?
    ) throws(AssessmentError) -> YearAssessment {
        let isPublished = record.months.contains { $0.period.month == 12 }
        let facts = isPublished ? december : nil
        let shares = YearShares(campaign.settings)
        var yearEnd: [String: Fraction] = [:]
        var figures: Assessment?
        if let facts {
            yearEnd = try attainment(facts)
            figures = try Assessor(campaign: campaign).assess(facts)
        }
        let last = record.months.last?.period ?? Period(containing: record.asOf.date)
        let cards = campaign.scoredUnits(in: last).map { unit in
            let parts = YearParts(
                unit: unit.code, record: record, yearEnd: facts == nil ? nil : yearEnd,
                weights: WeightIdentity.text(of: campaign),
                values: campaign.settings.steps(.reviewValues))
            return card(of: unit, parts, shares, record)
        }
        return YearAssessment(
            year: record.year, asOf: record.asOf, months: record.months.map(\.period),
            shares: shares.printed, groups: groups(of: cards), december: figures)
    }

    /// 100·Σwk/Σw of each unit, exactly; units that are not ranked are left out.
    private func attainment(
        _ facts: PeriodFacts
    ) throws(AssessmentError) -> [String: Fraction] {
        let assessor = Assessor(campaign: campaign)
        let cards = assessor.scorecards(
            try assessor.figures(of: facts), facts: facts, misreports: [:], isClosed: true)
        return cards.reduce(into: [:]) { $0[$1.unit.code] = $1.base }
    }

    private func card(
        of unit: Unit, _ parts: YearParts, _ shares: YearShares, _ record: YearRecord
    ) -> YearScorecard {
        let values = shares.parts.map { ($0.part, parts.figure(of: $0.part)) }
        let total = shares.total(of: values.map { ($0, $1.value) })?.rounded(toPlaces: 2)
        let vetoes = record.vetoes.filter { $0.veto.unit == unit.code }
        return YearScorecard(
            unit: unit.code, name: unit.name,
            months: (1...12).compactMap { Period(year: record.year, month: $0) }.map { period in
                record.months.first { $0.period == period }?.figure(of: unit.code)
                    ?? MonthlyFigure(period: period)
            },
            parts: values.map { part, figure in
                .init(
                    part: part, value: figure.value?.text(places: 2), open: figure.open,
                    count: figure.count)
            },
            total: total?.text(places: 2), rank: nil,
            grade: total.flatMap { grade(of: $0, isVetoed: !vetoes.isEmpty) },
            vetoes: vetoes.map { .init(period: $0.period, basis: $0.veto.basis) })
    }

    /// The highest step that the total reaches; a veto takes it down to `year_veto_grade`, and leaves it
    /// to people where that is not set.
    private func grade(of total: Fraction, isVetoed: Bool) -> String? {
        let steps = campaign.settings.steps(.yearGrades).sorted {
            Fraction($0.value) > Fraction($1.value)
        }
        let reached = steps.firstIndex { Fraction($0.value) <= total }
        guard isVetoed else { return reached.map { steps[$0].name } }
        let veto = campaign.settings.text(.yearVetoGrade)
        guard let ceiling = steps.firstIndex(where: { $0.name == veto }) else { return nil }
        return reached.map { steps[max($0, ceiling)].name }
    }

    private func groups(of cards: [YearScorecard]) -> [YearGroup] {
        var names: [String] = []
        for name in campaign.units.compactMap(\.rankGroup) where !names.contains(name) {
            names.append(name)
        }
        return names.compactMap { name in
            let cards = cards.filter { campaign.unit($0.unit)?.rankGroup == name }
            return cards.isEmpty ? nil : YearGroup(name: name, scorecards: ranked(cards))
        }
    }

    private func ranked(_ cards: [YearScorecard]) -> [YearScorecard] {
        let isWhole = cards.allSatisfy { $0.total != nil || $0.isOutside }
        guard isWhole else { return cards }
        let places = SharedPlaces.of(cards.map { Fraction(printed: $0.total) })
        var cards = cards
        for index in cards.indices { cards[index].rank = places[index] }
        // Equal ranks stay in the order of the table.
        return cards.enumerated().sorted {
            ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset)
        }.map(\.element)
    }
}
