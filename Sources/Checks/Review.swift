import Campaigns
import Findings
import Formulas
import Ledgers

/// One return under check: what the checks share, and what they have found so far.
///
/// The checks stand in extensions, in the order in which they run; each leaves to the next what is
/// already told.
struct Review {
    let book: RuleBook
    let form: CompiledForm
    let submission: Submission
    let period: Period
    let parameters: [String: SQLValue]
    let rows: [CheckedRow]
    let past: PastView?
    let known: [Finding]
    var blocked: BlockedCells
    /// The limits that are formulas, by row.
    var bounds: [[SQLValue]] = []
    /// By row: the fields that one error of a rule holds against each other.
    var contradicted: [[Set<String>]]
    var findings: [Finding] = []

    init(
        book: RuleBook, form: CompiledForm, submission: Submission,
        period: Period, parameters: [String: SQLValue], rows: [CheckedRow], past: PastView?,
        known: [Finding]
    ) {
        self.book = book
        self.form = form
        self.submission = submission
        self.period = period
        self.parameters = parameters
        self.rows = rows
        self.past = past
        self.known = known
        blocked = BlockedCells(known, of: form.form, in: submission, by: book)
        contradicted = Array(repeating: [], count: rows.count)
    }

    /// Where something about the sheet as a whole stands.
    var sheet: Place { submission.places.headPlace(of: []) }

    /// Whether a check, as the campaign weighs it, sends the return back.
    func isError(_ check: Check) -> Bool {
        book.severity(of: check, form: form.form.id, period: period) == .error
    }

    mutating func find(_ problem: Problem, at place: Place, subject: Finding.Subject? = nil) {
        findings.append(Finding(problem, at: place, subject: subject))
    }

    /// A problem of one cell; if it sends the return back, no rule reads the cell any more.
    mutating func find(
        _ problem: Problem, in field: Field, of row: CheckedRow, advice: Bilingual? = nil
    ) {
        let place = submission.places.place(of: [field.id], in: row.row)
        var finding = Finding(problem, at: place, subject: row.subject)
        if let advice { finding.advice = advice }
        findings.append(finding)
        if isError(problem.check) { blocked.block(field.id, in: row.row) }
    }
}
