package import Campaigns

/// The same note given for the same query of the same entry, period after period (连续相同的说明): after
/// the third it explains nothing any more and becomes a task.
package struct RepeatedExplanation: Hashable, Sendable {
    package var form: String
    /// Whose return it last stood in.
    package var unit: String
    /// The roster entry.
    package var subject: String
    /// The code of the query.
    package var code: String
    /// The periods without a gap, the first one first.
    package var periods: [Period]
    /// As it was last written; the unit's own words, for nobody else.
    package var note: String

    package init(
        form: String, unit: String, subject: String, code: String, periods: [Period], note: String
    ) {
        self.form = form
        self.unit = unit
        self.subject = subject
        self.code = code
        self.periods = periods
        self.note = note
    }

    /// From this many on it is a task.
    package static let least = 3
}
