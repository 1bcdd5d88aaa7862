package import Campaigns
package import Findings
package import Formulas
package import Ledgers

/// Checks the rows of returns against the campaign (校核): limits, rules, roster, screens.
///
/// A form's formulas are compiled when its first return comes, and used for all that follow. Not
/// thread-safe: one engine, one thread. Equal input gives equal findings in equal order.
///
///     let engine = RuleEngine(campaign: campaign)
///     let found = try engine.findings(for: submission, known: read, previous: lastMonth, asOf: now)
///     let (shown, trial) = RuleBook(campaign).dressed(
///         read + found, form: submission.form, period: submission.period)
package final class RuleEngine {
    let campaign: Campaign
    private let book: RuleBook
    private var forms: [String: CompiledForm] = [:]
    /// Compiled once more where a slip is looked for, which fills the tables with rows of its own.
    private var slipForms: [String: CompiledForm] = [:]
    private var pasts: [String: PastView] = [:]
    private var parameters: (period: Period, moment: Moment, values: [String: SQLValue])?

    package init(campaign: Campaign) {
        self.campaign = campaign
        book = RuleBook(campaign)
    }

    /// What the rows of a submission break, sorted; undressed where a built-in check found it.
    ///
    /// A submission whose form or period was not recognised has no findings here.
    ///
    /// - Parameters:
    ///   - submission: The return, recorded or not.
    ///   - known: What was found while the return was read; what follows from it is not told again.
    ///   - previous: The form's view of the period before, for `.rules`; nil without a ledger: rules
    ///     that compare months are left out.
    ///   - reported: For records of inspections, what was reported of the figures that they speak of; none
    ///     when a file is taken in, for it is compared whenever facts are gathered (`InspectionReview`).
    ///   - moment: The clock of the run.
    /// - Returns: Findings that may still be dressed in the campaign's words by `RuleBook`.
    /// - Throws: `CheckError` where a formula of the campaign does not run; never for what a row holds.
    package func findings(
        for submission: Submission, known: [Finding] = [], previous: FormView? = nil,
        reported: [ViewKey: FormView] = [:], asOf moment: Moment
    ) throws(CheckError) -> [Finding] {
        guard let period = submission.period, let form = submission.form.flatMap(campaign.form)
        else { return [] }
        let compiled = try compiled(form)
        let past = previous.map { self.past($0, compiled, before: period) }
        let inspections =
            form.nature == .inspection
            ? InspectionColumns(campaign: campaign, views: reported, asOf: moment) : nil
        let reader = CheckedRowReader(
            tables: compiled.tables, period: period, unit: submission.unit,
            past: past, inspections: inspections)
        var review = Review(
            book: book, form: compiled, submission: submission, period: period,
            parameters: parameters(in: period, asOf: moment), rows: reader.rows(of: submission),
            past: past, known: known)
        try compiled.tables.fill(review.rows)
        review.checkRoster()
        review.checkOfficeSheets()
        try review.checkCells()
        try review.checkRules()
        review.checkRelations()
        review.screen()
        return review.findings.sorted()
    }

    /// The findings with the most likely slip in their advice, where exactly one makes everything hold;
    /// one slip down a whole column is one finding instead of one a row.
    ///
    /// - Parameters:
    ///   - shown: All findings of the submission, dressed.
    ///   - submission: The return as it was judged.
    ///   - known: What was found while it was read.
    ///   - previous: As for `findings`.
    ///   - moment: The clock of the run.
    /// - Returns: The findings in their order; suspicions untouched.
    /// - Throws: `CheckError` as `findings` does.
    package func advised(
        _ shown: [Finding], for submission: Submission, known: [Finding] = [],
        previous: FormView? = nil, asOf moment: Moment
    ) throws(CheckError) -> [Finding] {
        guard let period = submission.period, let form = submission.form.flatMap(campaign.form),
            form.nature == .units, !submission.rows.isEmpty,
            shown.contains(where: { $0.severity == .error || $0.severity == .query })
        else { return shown }
        let compiled = try compiledForSlips(form)
        // Both have the same columns of it.
        let past = previous.map { self.past($0, compiled, before: period) }
        let search = SlipSearch(
            book: book, form: compiled, submission: submission,
            period: period, parameters: parameters(in: period, asOf: moment), past: past,
            known: known)
        return try SlipAdvice(search).advised(shown)
    }

    /// The period whose view is `previous` for a form: the last one before in which it was due.
    package static func period(before period: Period, of form: Form) -> Period {
        PastView.period(before: period, of: form)
    }

    /// The columns of `prev` by roster entry, as month rules of a period see them; an entry that neither
    /// reported nor has anything to carry has none.
    ///
    /// For whoever states the rules elsewhere, on a form that checks itself.
    package static func past(
        _ view: FormView, of form: Form, before period: Period
    ) -> [String: [String: SQLValue]] {
        PastView(view, of: form, before: period, columns: []).columnsByCode
    }

    private func compiled(_ form: Form) throws(CheckError) -> CompiledForm {
        if let compiled = forms[form.id] { return compiled }
        let compiled = try CompiledForm(form, in: campaign)
        forms[form.id] = compiled
        return compiled
    }

    private func compiledForSlips(_ form: Form) throws(CheckError) -> CompiledForm {
        if let compiled = slipForms[form.id] { return compiled }
        let compiled = try CompiledForm(form, in: campaign)
        slipForms[form.id] = compiled
        return compiled
    }

    /// The returns of a form are compared with one view, one after the other.
    private func past(_ view: FormView, _ compiled: CompiledForm, before period: Period) -> PastView
    {
        if let past = pasts[compiled.form.id], past.period == period, past.view == view {
            return past
        }
        let past = PastView(
            view, of: compiled.form, before: period, columns: compiled.tables.previous.columns)
        pasts[compiled.form.id] = past
        return past
    }

    private func parameters(in period: Period, asOf moment: Moment) -> [String: SQLValue] {
        if let parameters, parameters.period == period, parameters.moment == moment {
            return parameters.values
        }
        let values = campaign.parameters(in: period, on: moment.date)
        parameters = (period, moment, values)
        return values
    }
}

/// Names one view of the ledger: a form in a period.
package struct ViewKey: Hashable, Sendable, Comparable {
    package var form: String
    package var period: Period

    package init(form: String, period: Period) {
        self.form = form
        self.period = period
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.period, left.form) < (right.period, right.form)
    }
}
