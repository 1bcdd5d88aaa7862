package import Assessments
package import Campaigns
package import Findings

/// Everything that the renderings of a period are made of, besides the campaign.
///
/// Of the unannounced inspections only counts come this far: no plan, no sample and no record can
/// be printed, because none is here.
package struct BulletinFacts: Sendable {
    package var assessment: Assessment
    /// The county's rate of the previous period by indicator, as printed; empty where not known.
    package var previousRates: [String: String]
    /// One entry per expected return, in the order of forms, then units.
    package var owed: [OwedReturn]
    /// One entry per file and revision, or per sheet of it; by form, unit, receipt.
    package var receipts: [Receipt]
    package var inspections: InspectionCounts

    package init(
        assessment: Assessment, previousRates: [String: String] = [:], owed: [OwedReturn] = [],
        receipts: [Receipt] = [], inspections: InspectionCounts = InspectionCounts()
    ) {
        self.assessment = assessment
        self.previousRates = previousRates
        self.owed = owed
        self.receipts = receipts
        self.inspections = inspections
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
    /// Why the office took the file back; empty for all others.
    package var reason = ""

    package enum Status: String, Sendable, CaseIterable {
        case accepted, returned, quarantined
        /// The office took the file back: it does not count.
        case withdrawn
        /// No return, and nothing against the sender.
        case stray
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
        revision: Int = 0, rows: Int = 0, evidence: [Evidence] = [], findings: [Finding] = []
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
    }
}

/// The closed cases of unannounced inspections (已结案的暗访), counted.
package struct InspectionCounts: Sendable, Hashable {
    /// Items with a final verdict.
    package var closed: Int
    /// Of these, the ones that agreed with the return.
    package var consistent: Int
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

    package init(closed: Int = 0, consistent: Int = 0, misreports: [Misreports] = []) {
        self.closed = closed
        self.consistent = consistent
        self.misreports = misreports
    }
}
