import Campaigns
import Findings
import Formulas

/// One row of a return with everything that formulas may ask about it.
final class CheckedRow {
    let row: ReturnRow
    let standing: Standing
    /// Nil where the form has no sector or the row's name is not on the roster.
    let entry: RosterEntry?
    /// What stands in the row, in the order of the form's fields; nil for blank.
    let submitted: [FieldValue?]
    /// The subject's line of the previous period; nil where months cannot be compared.
    let past: PastView.Row?
    /// A line of `cur`: the submitted value, else the carried one.
    let current: [SQLValue]
    /// A line of `prev`, NULL throughout where there is no past.
    let previous: [SQLValue]
    /// A line of `roster`.
    let roster: [SQLValue]

    init(
        row: ReturnRow, standing: Standing, entry: RosterEntry?, submitted: [FieldValue?],
        past: PastView.Row?, current: [SQLValue], previous: [SQLValue], roster: [SQLValue]
    ) {
        self.row = row
        self.standing = standing
        self.entry = entry
        self.submitted = submitted
        self.past = past
        self.current = current
        self.previous = previous
        self.roster = roster
    }

    var subject: Finding.Subject? {
        entry.map { Finding.Subject(code: $0.code, name: $0.name) }
    }

    /// What is in the cell of a field; NULL for blank and 不适用.
    func value(_ compiled: CompiledField) -> SQLValue { submitted[compiled.ordinal]?.sql ?? .null }

    func isBlank(_ compiled: CompiledField) -> Bool {
        switch submitted[compiled.ordinal] {
        case nil, .notApplicable: true
        case .integer, .real, .text: false
        }
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

        /// The cells of a row that is to be dropped are nobody's worry.
        var countsCells: Bool {
            switch self {
            case .own, .unknown: true
            case .closed, .future, .foreign: false
            }
        }
    }
}
