package import Assessments
package import Campaigns

/// What the office has in its hand when it talks with a unit (约谈材料): facts on the unit, nothing of any
/// other, and of inspections only what is closed and was told to the unit.
package struct TalkSlipFacts: Sendable {
    package var unit: String
    package var period: Period
    package var asOf: Moment
    package var group: String
    /// Nil where the unit is not scored.
    package var standing: Standing?
    /// `2020年5月：第3名，91.20分`, earlier months, latest first.
    package var earlier: [String] = []
    package var reasons: [String] = []
    /// Due and receipt of the returns that were late, are missing or went back.
    package var returns: [String] = []
    package var items: [Item] = []
    /// How many red indicators more there are.
    package var furtherItems = 0
    /// What the unit explained of the rows shown, and when.
    package var explanations: [String] = []
    /// Closed cases of unannounced inspections.
    package var inspections: [String] = []

    /// A red indicator: how it is counted, what was reached, and the cells behind it.
    package struct Item: Sendable, Hashable {
        package var title: String
        /// Lines on the rule and the figures.
        package var lines: [String]
        /// The rows that lower it, with their cells, the worst first.
        package var rows: [String]
        package var furtherRows: Int

        package init(title: String, lines: [String], rows: [String], furtherRows: Int) {
            self.title = title
            self.lines = lines
            self.rows = rows
            self.furtherRows = furtherRows
        }
    }

    package init(unit: String, period: Period, asOf: Moment, group: String, standing: Standing?) {
        self.unit = unit
        self.period = period
        self.asOf = asOf
        self.group = group
        self.standing = standing
    }
}
