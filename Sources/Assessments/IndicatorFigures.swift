package import Campaigns
import Ledgers

/// One unit's figures for an indicator, exactly; what is printed is made from them.
package struct Figure: Hashable, Sendable {
    /// What the formulas gave.
    package var measure: Measure
    /// Nil: denominator 0 or NULL.
    package var rate: Fraction?
    /// Nil: not applicable.
    package var k: Fraction?
    /// Nil where k is.
    package var light: Light?
    /// k is 0 because no accepted return stands behind it.
    package var isSilent: Bool
    /// Not applicable because the office allowed the silence behind it (免报、延期).
    package var isExcused = false
}

extension Figure {
    /// Takes k and light away: the return behind them is not owed, or not yet.
    fileprivate mutating func excuse() {
        isExcused = true
        k = nil
        light = nil
    }
}

/// An indicator's figures for every scored unit to which it is credited, and for the county.
package struct IndicatorFigures: Sendable {
    /// The row of the table.
    package var indicator: Indicator
    /// The open parameters that suspend it for all, sorted.
    package var suspendedBy: [String]
    /// By unit code; only units with rows in the view or with a return of the form to give, and with a
    /// weight above 0.
    package var units: [String: Figure]
    /// Ratio of the sums over the county's rows; it has no weight and is never silent.
    package var county: Figure

    /// Turns what was measured into k and lights.
    ///
    /// A unit that owes the form and has no accepted return takes k = 0, whatever its rows say, unless
    /// the indicator is suspended, out of season or without a target; `co_unit` credit owes nothing.
    /// Where the office allowed the silence, the indicator is not applicable to the unit.
    init(_ measurement: Measurement, facts: PeriodFacts, campaign: Campaign) {
        let indicator = measurement.indicator
        let settings = campaign.settings
        let scale = LightScale(settings)
        var yardstick = Yardstick(
            indicator, in: facts.period, missedFactor: settings.fraction(.deadlineMissedFactor))
        // Suspended; or over a form that is not asked for in this month: out of season.
        let isFormDue = campaign.form(indicator.form)?.isDue(in: facts.period) ?? true
        if !measurement.suspendedBy.isEmpty || !isFormDue { yardstick = nil }

        func figure(_ measure: Measure, isSilent: Bool) -> Figure {
            let rate = measure.rate(isLowerBetter: indicator.isLowerBetter)
            var figure = Figure(
                measure: measure, rate: rate, k: nil, light: nil, isSilent: false)
            guard let yardstick else { return figure }
            figure.isSilent = isSilent
            figure.k = isSilent ? .zero : rate.map(yardstick.attainment)
            figure.light = figure.k.map { yardstick.isMissed(by: rate) ? .red : scale.light($0) }
            return figure
        }

        var owed: [String: ExpectedReturn] = [:]
        if indicator.credit != .coUnit {
            for expected in facts.expected where expected.form == indicator.form {
                owed[expected.unit] = expected
            }
        }
        self.indicator = indicator
        suspendedBy = measurement.suspendedBy
        units = [:]
        for unit in campaign.scoredUnits(in: facts.period)
        where indicator.weight(forKind: unit.kind) != .zero {
            let measure = measurement.units[unit.code]
            guard measure != nil || owed[unit.code] != nil else { continue }
            let isExcused = owed[unit.code]?.isExcused ?? false
            let isSilent = owed[unit.code]?.isMissing ?? false
            var figure = figure(measure ?? .empty, isSilent: isSilent)
            if isExcused { figure.excuse() }
            units[unit.code] = figure
        }
        county = figure(measurement.county, isSilent: false)
    }
}

extension Campaign {
    /// The units that are scored in a period: with a ranking group and valid at its end, in the order
    /// of the table.
    package func scoredUnits(in period: Period) -> [Unit] {
        units.filter { $0.rankGroup != nil && $0.isValid(on: period.lastDay) }
    }
}
