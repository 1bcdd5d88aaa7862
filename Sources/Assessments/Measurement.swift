package import Campaigns

/// What the two formulas of an indicator give over some rows, exactly.
package struct Measure: Hashable, Sendable {
    /// Nil: NULL without a denominator.
    package var numerator: Fraction?
    /// Nil: NULL.
    package var denominator: Fraction?

    /// What no rows give.
    package static let empty = Measure(numerator: nil, denominator: nil)

    /// A NULL numerator with a denominator counts 0.
    package init(numerator: Fraction?, denominator: Fraction?) {
        self.numerator = numerator ?? (denominator == nil ? nil : .zero)
        self.denominator = denominator
    }

    /// numerator / denominator, or 1 less that where lower is better; nil (not applicable) where the
    /// denominator is 0 or NULL.
    package func rate(isLowerBetter: Bool) -> Fraction? {
        guard let numerator, let denominator, !denominator.isZero else { return nil }
        let rate = numerator / denominator
        return isLowerBetter ? .one - rate : rate
    }
}

/// An indicator as measured over the county (指标实绩).
package struct Measurement: Sendable {
    /// What was measured.
    package var indicator: Indicator
    /// Parameters of its formulas that are NULL, sorted: the indicator is suspended (停评) for all.
    package var suspendedBy: [String]
    /// By the code of the unit to which rows are credited; units without rows are not there.
    package var units: [String: Measure]
    /// Over all rows, each once; for `co_unit` over those that have one.
    package var county: Measure

    /// A measurement to be filled unit by unit.
    package init(
        indicator: Indicator, suspendedBy: [String], units: [String: Measure] = [:],
        county: Measure = .empty
    ) {
        self.indicator = indicator
        self.suspendedBy = suspendedBy
        self.units = units
        self.county = county
    }
}
