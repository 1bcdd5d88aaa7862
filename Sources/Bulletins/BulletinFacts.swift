package import Assessments
package import Campaigns
package import Findings

/// Everything that the renderings of a period are made of, besides the campaign.
///
/// Of the unannounced inspections only counts come this far, and the items that closed cases opened: no
/// plan, no sample and no record can be printed, because none is here.
package struct BulletinFacts: Sendable {
    package var assessment: Assessment
    /// The county's rate of the previous period by indicator, as printed; empty where not known.
    package var previousRates: [String: String]
    /// One entry per expected return, in the order of forms, then units.
    package var owed: [OwedReturn]
    /// One entry per file and revision, or per sheet of it; by form, unit, receipt.
    package var receipts: [Receipt]
    package var inspections: InspectionCounts
    /// Explanations that became tasks.
    package var repeatedNotes: [RepeatedNote]
    /// Why units moved since last month; nil in a draft and where last month was not published.
    package var moves: Moves?
    /// The register of items of the three lists.
    package var items: [ListItem]
    /// The units' objections to figures of the period.
    package var objections: [Objection]
    /// How the scores run over the months; nil where only this one is told of.
    package var trends: Trends?

    package init(
        assessment: Assessment, previousRates: [String: String] = [:], owed: [OwedReturn] = [],
        receipts: [Receipt] = [], inspections: InspectionCounts = InspectionCounts(),
        repeatedNotes: [RepeatedNote] = [], items: [ListItem] = [], objections: [Objection] = []
    ) {
        self.assessment = assessment
        self.previousRates = previousRates
        self.owed = owed
        self.receipts = receipts
        self.inspections = inspections
        self.repeatedNotes = repeatedNotes
        self.items = items
        self.objections = objections
    }
}

/// A query that was explained in the same words for the third time running, or more: told to the unit
/// alone, whose words they are.
package struct RepeatedNote: Sendable, Hashable {
    package var form: String
    package var unit: String
    /// The name of the roster entry.
    package var subject: String
    package var code: String
    /// How many periods running.
    package var count: Int
    package var note: String

    package init(
        form: String, unit: String, subject: String, code: String, count: Int, note: String
    ) {
        self.form = form
        self.unit = unit
        self.subject = subject
        self.code = code
        self.count = count
        self.note = note
    }
}

/// A return that a unit owes for the period (应报), and how it stands.
package struct OwedReturn: Sendable, Hashable {
    package var form: String
    package var unit: String
    package var isAccepted: Bool
    package var isLate: Bool
    /// In working days; 0 is possible and still late.
    package var lateDays: Int
    /// What the office granted it; nil for the ordinary return.
    package var relief: Relief?

    /// A grant of the office and its reason; `isRunning` until the later due time has come.
    package enum Relief: Sendable, Hashable {
        case waived(reason: String)
        case extended(until: Moment, isRunning: Bool, reason: String)
    }

    package init(form: String, unit: String, isAccepted: Bool, isLate: Bool, lateDays: Int) {
        self.form = form
        self.unit = unit
        self.isAccepted = isAccepted
        self.isLate = isLate
        self.lateDays = lateDays
    }
}

/// What a file, or a sheet of it, was taken for, and what became of it (收件).
package struct Receipt: Sendable, Hashable {
    /// Nil where the form, the unit or the period was not recognised.
    package var form: String?
    package var unit: String?
    package var period: Period?
    /// The path below the Inbox.
    package var file: String
    package var sheet: String?
    package var received: Moment
    package var status: Status
    package var isLate: Bool
    package var lateDays: Int
    /// Counted from 1 among the accepted ones of a unit, form and period; 0 for the others.
    package var revision: Int
    package var rows: Int
    /// What told form, unit and period.
    package var evidence: [Evidence]
    /// Suspicions and findings of rules on trial may be among them; no rendering shows those.
    package var findings: [Finding]
    /// The queries among them that no note answers yet; none of a file that does not stand.
    package var openQueries: [Finding]
    /// Why the office took the file back; empty for all others.
    package var reason = ""
    /// What a file that came again is the same as; nil for all others.
    package var original: Original?
    /// The answer to the file below the period's Outbox (`退回/…`); empty where there is none.
    package var answer = ""
    /// What was read as something else than it was written.
    package var changes: [Change] = []

    package enum Status: String, Sendable, CaseIterable {
        case accepted, returned, quarantined
        /// The office took the file back: it does not count.
        case withdrawn
        /// The same as an earlier file that another has replaced, or that counts for another month: it does
        /// not count.
        case resent
        /// No return, and nothing against the sender.
        case stray
    }

    /// Of a file that came again: when its bytes first came, and what counts.
    package struct Original: Sendable, Hashable {
        package var file: String
        package var received: Moment
        package var standing: Standing

        package enum Standing: Sendable, Hashable {
            case replaced(by: String, received: Moment)
            /// It counts for another month, of which it was accepted.
            case counts(Period)
        }

        package init(file: String, received: Moment, standing: Standing) {
            self.file = file
            self.received = received
            self.standing = standing
        }
    }

    /// A table that was never one of the campaign's: it is answered, but is no return of anybody's.
    package var isForeign: Bool { findings.contains { $0.check == .foreignFile } }

    /// One value that was read as something else than it was written.
    package struct Change: Sendable, Hashable {
        /// `D11`, or the line of a CSV.
        package var cell: String
        /// The roster entry of the row; empty where there is none.
        package var subject: String
        package var column: String
        package var raw: String
        package var value: String
        package var reason: ValueChange.Reason

        package init(
            cell: String, subject: String, column: String, raw: String, value: String,
            reason: ValueChange.Reason
        ) {
            self.cell = cell
            self.subject = subject
            self.column = column
            self.raw = raw
            self.value = value
            self.reason = reason
        }
    }

    /// One statement of a file about itself: about what, where it stands, how it reads.
    package struct Evidence: Sendable, Hashable {
        package var about: String
        package var source: String
        package var text: String

        package init(about: String, source: String, text: String) {
            self.about = about
            self.source = source
            self.text = text
        }
    }

    package init(
        form: String?, unit: String?, period: Period?, file: String, sheet: String? = nil,
        received: Moment, status: Status, isLate: Bool = false, lateDays: Int = 0,
        revision: Int = 0, rows: Int = 0, evidence: [Evidence] = [], findings: [Finding] = [],
        openQueries: [Finding] = []
    ) {
        self.form = form
        self.unit = unit
        self.period = period
        self.file = file
        self.sheet = sheet
        self.received = received
        self.status = status
        self.isLate = isLate
        self.lateDays = lateDays
        self.revision = revision
        self.rows = rows
        self.evidence = evidence
        self.findings = findings
        self.openQueries = openQueries
    }
}

/// The closed cases of unannounced inspections (已结案的暗访), counted.
package struct InspectionCounts: Sendable, Hashable {
    /// Items with a final verdict, and such as agreed with the return, so that none is wanted.
    package var closed: Int
    /// Of these, the ones that agreed with the return and were judged nothing else.
    package var consistent: Int
    /// The county's counts; no unit's.
    package var tally: InspectionTally
    /// Confirmed misreports whose points are taken in this period, by unit in the order of `units`.
    package var misreports: [Misreports]

    package struct Misreports: Sendable, Hashable {
        package var unit: String
        package var count: Int

        package init(unit: String, count: Int) {
            self.unit = unit
            self.count = count
        }
    }

    package init(
        closed: Int = 0, consistent: Int = 0, tally: InspectionTally = InspectionTally(),
        misreports: [Misreports] = []
    ) {
        self.closed = closed
        self.consistent = consistent
        self.tally = tally
        self.misreports = misreports
    }
}
