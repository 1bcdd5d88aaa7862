package import Campaigns
package import Findings
package import Formulas
package import Workbooks

/// Everything that the ledger knows of one period at one moment: what an assessment is made of.
///
/// Plain values, read once; nothing behind them reaches back into the store.
package struct PeriodFacts: Sendable {
    package var period: Period
    package var asOf: Moment
    /// The day by which its figures ask what is due (`:asof`): that of the period's first publication, else
    /// today.
    ///
    /// What was told once moves by what becomes known, not by days that pass: in a bulletin of May nothing
    /// falls due in July.
    package var dueDay: CivilDate
    /// The view of every form by its id, and `submission`.
    package var views: [String: FormView]
    /// One entry per expected return, in the order of forms, then units.
    package var expected: [ExpectedReturn]
    /// One entry per file and revision (inspections, the register and duplicates left out), by form,
    /// unit, receipt.
    package var deliveries: [Delivery]
    /// What the office took back; it stands among no deliveries.
    package var withdrawals: [Withdrawal]
    /// Files that are the same as earlier ones whose place others have taken; they count for nothing.
    package var resent: [ResentFile]
    /// Files that are no returns at all, by receipt; they stand among no deliveries and count for nothing.
    package var strays: [Delivery]
    /// The inspection records that count in this period's match window, the later record of a visit
    /// and item only.
    package var inspections: [InspectionRecord]
    /// The same records, and older ones on which the office has still to decide, each with what the
    /// return says now; by day, visit, item.
    package var cases: [InspectionCase]
    /// The values of this period that an inspection has replaced, by form, then roster.
    package var confirmedValues: [ConfirmedValue]
    /// Misreports whose points are taken in this period: confirmed, and in no earlier bulletin.
    package var misreports: [InspectionRecord]
    package var awards: [Award]
    /// 一票否决: they change no points, only the year's grade.
    package var vetoes: [Veto]
    /// Notes that say the same for the third time running, ending with this period.
    package var repeatedExplanations: [RepeatedExplanation]
    /// The register of items of the three lists at the period's end (三清单台账).
    package var items: [ListItem]
    /// The objections to the period's figures that stand (异议), in the order in which they were raised.
    package var objections: [Objection]
    /// The ranks of the previous period as first published, by unit; empty where it has none.
    package var previousRanks: [String: PublishedRank]
    /// What was published of the periods before this one, latest first.
    package var history: [PublishedMonth]

    package init(period: Period, asOf: Moment) {
        self.period = period
        self.asOf = asOf
        dueDay = asOf.date
        views = [:]
        expected = []
        deliveries = []
        withdrawals = []
        resent = []
        strays = []
        inspections = []
        cases = []
        confirmedValues = []
        misreports = []
        awards = []
        vetoes = []
        repeatedExplanations = []
        items = []
        objections = []
        previousRanks = [:]
        history = []
    }
}

/// The view of a form in a period: one row a roster entry, whether or not it was reported.
package struct FormView: Hashable, Sendable {
    /// The form's id, or `submission`.
    package var name: String
    package var columns: [FormulaDatabase.Column]
    /// In the order of the roster; each row has a value for every column.
    package var rows: [[SQLValue]]

    package init(name: String, columns: [FormulaDatabase.Column], rows: [[SQLValue]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }
}

/// A return that a unit owes for a period (应报), and how it stands.
package struct ExpectedReturn: Hashable, Sendable {
    package var form: String
    package var unit: String
    /// The accepted revision exists.
    package var isAccepted: Bool
    /// Judged by the first accepted revision; false where there is none.
    package var isLate: Bool
    /// Working days d with due date < d ≤ receipt date; 0 is possible and still late.
    package var lateDays: Int
    /// Entries that stood right in the first submission; 0 where none has come.
    package var firstOKRows: Int
    /// Of how many: the entries that the unit owed when that submission was judged, whatever the roster says
    /// since; where none has come those that it owes now.
    package var totalRows: Int
    /// What the office granted; nil for the ordinary return.
    package var relief: Relief?

    package init(
        form: String, unit: String, isAccepted: Bool, isLate: Bool, lateDays: Int,
        firstOKRows: Int, totalRows: Int
    ) {
        self.form = form
        self.unit = unit
        self.isAccepted = isAccepted
        self.isLate = isLate
        self.lateDays = lateDays
        self.firstOKRows = firstOKRows
        self.totalRows = totalRows
    }
}

/// One file, or one sheet of it, as it was received (收件).
package struct Delivery: Hashable, Sendable {
    /// The ledger's key of the submission behind it.
    package var submission = 0
    /// Nil where the form or the unit was not recognised.
    package var form: String?
    package var unit: String?
    package var period: Period?
    package var file: String
    package var sheet: String?
    package var received: Moment
    package var status: Status
    package var isLate: Bool
    package var lateDays: Int
    /// Counted from 1 among the accepted ones of a unit, form and period; 0 for the others.
    package var revision: Int
    package var rows: Int
    package var findings: [Finding]
    /// The notes that answer queries among them.
    package var explanations: [ExplainedQuery] = []
    /// It is the accepted revision whose values count.
    package var isStanding = false

    package enum Status: String, Sendable, CaseIterable {
        case accepted, returned, quarantined
        /// No return: a picture, a letter, an archive that is not opened.
        case stray
    }

    /// A return that was sent back (退回), as points are taken off for.
    ///
    /// A table that was never one of the campaign's goes back as well, but it was no return.
    package var isReturnedReturn: Bool {
        status == .returned && !findings.contains { $0.check == .foreignFile }
    }

    package init(
        form: String?, unit: String?, period: Period?, file: String, sheet: String?,
        received: Moment, status: Status, isLate: Bool, lateDays: Int, revision: Int, rows: Int,
        findings: [Finding]
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
        self.findings = findings
    }
}

/// One record of an unannounced inspection (暗访): a visit, an object, an item.
package struct InspectionRecord: Hashable, Sendable {
    package var visit: String
    package var visitDate: String
    package var item: String
    /// The roster entry that was inspected.
    package var subject: String
    package var dutyUnit: String
    package var observed: String
    /// 相符, 不符 and the like, as it counts: 相符 where the office's verdict says so.
    package var result: String
    /// The same as the inspectors wrote it.
    package var foundResult: String
    package var feedback: String
    package var verdict: String
    /// The office's verdict stands: the unit agreed, answered, or let the waiting time pass.
    package var isConfirmed: Bool

    /// The verdict is one that confirms what was seen.
    package var isConfirming: Bool { InspectionBook.confirming.contains(verdict) }

    /// 虚报、瞒报.
    package var isMisreport: Bool { InspectionBook.misreports.contains(verdict) }

    package init(
        visit: String, visitDate: String, item: String, subject: String, dutyUnit: String,
        observed: String, result: String, feedback: String, verdict: String, isConfirmed: Bool
    ) {
        self.visit = visit
        self.visitDate = visitDate
        self.item = item
        self.subject = subject
        self.dutyUnit = dutyUnit
        self.observed = observed
        self.result = result
        foundResult = result
        self.feedback = feedback
        self.verdict = verdict
        self.isConfirmed = isConfirmed
    }
}

/// Bonus points of the office's register (加分).
package struct Award: Hashable, Sendable {
    package var unit: String
    package var points: ExactDecimal
    package var basis: String

    package init(unit: String, points: ExactDecimal, basis: String) {
        self.unit = unit
        self.points = points
        self.basis = basis
    }
}

/// A rank as it was first published (首次通报的位次).
package struct PublishedRank: Hashable, Sendable {
    package var unit: String
    package var group: String
    /// Nil: unranked (不参评).
    package var rank: Int?
    /// With two decimals, as printed; nil where unranked.
    package var score: String?
    /// Identifies the weights of the campaign that it was computed with.
    package var weights: String
    /// The score's parts as printed; nil where the program of that time did not keep them, and where unranked.
    package var baseScore: String?
    package var deductions: String?
    package var bonus: String?

    package init(unit: String, group: String, rank: Int?, score: String?, weights: String) {
        self.unit = unit
        self.group = group
        self.rank = rank
        self.score = score
        self.weights = weights
    }
}
