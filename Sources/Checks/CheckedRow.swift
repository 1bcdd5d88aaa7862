import Campaigns
import Findings
import Formulas
import Ledgers

/// One row of a return with everything that formulas may ask about it.
struct CheckedRow {
    var row: ReturnRow
    var standing: Standing
    /// Nil where the form has no sector or the row's name is not on the roster.
    var entry: RosterEntry?
    /// A line of `cur`: the submitted value, else the carried one.
    var current: [SQLValue]
    /// A line of `prev`, NULL throughout where the subject was never reported.
    var previous: [SQLValue]
    /// A line of `roster`.
    var roster: [SQLValue]
    /// The subject was reported before, so that months can be compared.
    var hasPast: Bool

    var subject: Finding.Subject? {
        entry.map { Finding.Subject(code: $0.code, name: $0.name) }
    }

    /// What a row is to the unit that sent it.
    enum Standing {
        /// Its own to report, or of a form without a roster.
        case own
        /// Not recognised: another finding says so, and rules have nothing to hold on to.
        case unknown
        /// Merged away or closed, and reported all the same: only that is asked.
        case closed
        /// Known to the roster of a later day.
        case future
        /// Another unit's to report.
        case foreign
    }
}
