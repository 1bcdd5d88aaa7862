import Campaigns
import Ledgers

/// The figures through which last month turns into this one, each stage changing one thing.
struct MoveStages {
    /// Last month's figures.
    let last: [IndicatorFigures]
    /// Last month's rates against this month's demand.
    private let atThisDemand: [IndicatorFigures]
    /// The same over the rows that both months have; over New Year against last month's demand.
    private let lastCommon: [IndicatorFigures]
    /// This month over the rows that both months have.
    private let thisCommon: [IndicatorFigures]
    let this: [IndicatorFigures]
    private let seasons: [Season]
    private let isNewYear: Bool

    /// Whether an indicator is asked for in both months.
    private enum Season { case both, begins, ends }

    init(
        from last: AssessedPeriod, to this: AssessedPeriod, campaign: Campaign
    ) throws(AssessmentError) {
        let (before, now) = (last.facts.period, this.facts.period)
        self.last = last.figures
        self.this = this.figures
        isNewYear = before.year != now.year
        var moved = last.facts
        moved.period = now
        atThisDemand = last.figures.map {
            IndicatorFigures($0.measurement, facts: moved, campaign: campaign)
        }
        seasons = last.figures.map {
            if !campaign.isInSeason($0.indicator, in: before) { return .begins }
            return campaign.isInSeason($0.indicator, in: now) ? .both : .ends
        }
        let rows = CommonRows(of: last.facts, and: this.facts, campaign: campaign)
        lastCommon = try Self.figures(
            isNewYear ? last.figures : atThisDemand, again: rows.changedForms, over: rows.last,
            as: isNewYear ? rows.last : moved, campaign)
        thisCommon = try Self.figures(
            this.figures, again: rows.changedForms, over: rows.this, as: rows.this, campaign)
    }

    /// Measures the indicators of some forms again; the formulas see the month of `rows`, demand and
    /// season are those of `facts`.
    private static func figures(
        _ figures: [IndicatorFigures], again forms: Set<String>, over rows: PeriodFacts,
        as facts: PeriodFacts, _ campaign: Campaign
    ) throws(AssessmentError) -> [IndicatorFigures] {
        guard !forms.isEmpty else { return figures }
        let formulas = try IndicatorFormulas(rows, of: campaign)
        var result = figures
        for (place, figures) in figures.enumerated() where forms.contains(figures.indicator.form) {
            result[place] = IndicatorFigures(
                try formulas.measure(figures.indicator), facts: facts, campaign: campaign)
        }
        return result
    }

    /// How one unit's figure of the indicator at a place changes, from `last` on.
    ///
    /// An indicator whose season begins has no last month to compare with: all of it comes with the
    /// calendar. Over New Year demand and cumulative columns start again together, and stay together.
    func steps(of unit: String, at place: Int) -> [(stage: Stage, figure: Figure?)] {
        let end = this[place].units[unit]
        switch seasons[place] {
        case .begins, .ends:
            return [(.demand, end)]
        case .both:
            let demand = (Stage.demand, atThisDemand[place].units[unit])
            return (isNewYear ? [] : [demand]) + [
                (.leavers, lastCommon[place].units[unit]),
                (.work, thisCommon[place].units[unit]), (.joiners, end),
            ]
        }
    }

    enum Stage: Int, CaseIterable { case demand, leavers, work, joiners }
}

extension IndicatorFigures {
    /// What the figures were made of.
    fileprivate var measurement: Measurement {
        Measurement(
            indicator: indicator, suspendedBy: suspendedBy, units: units.mapValues(\.measure),
            county: county.measure)
    }
}

extension Campaign {
    /// An annual indicator is asked for in December, one over a quarterly or yearly form in the months in
    /// which that is due.
    fileprivate func isInSeason(_ indicator: Indicator, in period: Period) -> Bool {
        (indicator.phase != .annual || period.month == 12)
            && form(indicator.form)?.isDue(in: period) ?? true
    }
}
