package import Campaigns
package import Findings

/// What a file of the Inbox turned out to hold: the returns in it, and what is wrong with the file.
package struct FileReading: Sendable {
    package var returns: [SheetReturn]
    /// Sheets that go back unread, each for itself: what stands beside them is not touched by it.
    package var unread: [UnreadSheet] = []
    /// Findings about the file as a whole; one without a return or an unread sheet has at least one.
    package var findings: [Finding]
    /// The form whose folder the file lies in, for a file in which no return was recognised.
    package var formHint: String?
    /// The unit that folder and name speak of, for a file in which no return was recognised.
    package var unitHint: String?
    /// The period that folder and name speak of.
    package var periodHint: Period?
    /// Why its bytes could not be read, so that nothing is known of what they hold.
    package var fault: Problem.Unreadable?

    package init(
        returns: [SheetReturn] = [], findings: [Finding] = [], formHint: String? = nil,
        unitHint: String? = nil, periodHint: Period? = nil
    ) {
        self.formHint = formHint
        self.returns = returns
        self.findings = findings
        self.unitHint = unitHint
        self.periodHint = periodHint
    }

    package var isUnread: Bool { fault != nil }

    /// Personal data was seen: the file goes to quarantine, whatever else it holds.
    package var holdsPersonalData: Bool {
        allFindings.contains { $0.check == .personalData }
    }

    /// Those about the file and those about each of its sheets.
    package var allFindings: [Finding] {
        findings + returns.flatMap(\.findings) + unread.flatMap(\.findings)
    }
}

/// A sheet that is meant as a return and is not read: which form it is, or which of two sheets counts,
/// is not certain.
package struct UnreadSheet: Sendable {
    /// The form that it was most likely meant as; nil where two are as likely.
    package var form: String?
    package var unit: String?
    package var period: Period?
    /// Nil where several sheets of the file are meant.
    package var sheet: String?
    package var findings: [Finding]
}

/// One sheet understood as a return.
package struct SheetReturn: Sendable {
    package var form: Form
    /// Nil where the unit was not recognised; a finding says so.
    package var unit: String?
    package var period: Period?
    package var places: ReturnPlaces
    package var evidence: [Evidence]
    package var rows: [ReturnRow]
    package var findings: [Finding]

    /// What told something about the return.
    package struct Evidence: Hashable, Sendable {
        package var about: About
        package var source: Problem.Source
        package var text: String

        package enum About: String, Hashable, Sendable {
            case form, unit, period
        }

        package init(about: About, source: Problem.Source, text: String) {
            self.about = about
            self.source = source
            self.text = text
        }
    }

    package init(
        form: Form, unit: String? = nil, period: Period? = nil, places: ReturnPlaces,
        evidence: [Evidence] = [], rows: [ReturnRow] = [], findings: [Finding] = []
    ) {
        self.form = form
        self.unit = unit
        self.period = period
        self.places = places
        self.evidence = evidence
        self.rows = rows
        self.findings = findings
    }
}
