package import Campaigns

/// What a correction tells (更正通报): figures that were told and are others now, with the reasons.
package struct CorrectionFacts: Sendable {
    package var period: Period
    /// Counted by period.
    package var number: Int
    package var asOf: Moment
    /// The moment that what is corrected states.
    package var told: Moment
    /// Units in the order of the bulletin, the county last; of a unit its rank and score first.
    package var changes: [Change]

    /// The reason of a rank that others have moved; it is no ground for the correction itself.
    package static let movedByOthers = "其他单位得分变动"

    /// One figure.
    package struct Change: Sendable, Hashable {
        /// A unit's code, or `county`.
        package var unit: String
        package var item: Item
        /// As printed: one text; of an indicator numerator, denominator, rate, k.
        ///
        /// Empty where there was none.
        package var before: [String]
        package var after: [String]
        package var reasons: [String]

        package init(
            unit: String, item: Item, before: [String], after: [String], reasons: [String]
        ) {
            self.unit = unit
            self.item = item
            self.before = before
            self.after = after
            self.reasons = reasons
        }
    }

    package enum Item: Sendable, Hashable {
        case rank, score, baseScore, deductions, bonus
        case indicator(String)
    }

    package init(
        period: Period, number: Int, asOf: Moment, told: Moment, changes: [Change]
    ) {
        self.period = period
        self.number = number
        self.asOf = asOf
        self.told = told
        self.changes = changes
    }
}
