import Campaigns
import Checks
import Findings
import Ledgers

/// Gives verdicts on submissions: rules over their rows, dressed as the campaign wants them.
struct Judge {
    let campaign: Campaign
    let ledger: Ledger
    let version: String
    let asOf: Moment
    private let engine: RuleEngine
    private let book: RuleBook
    private let past: LookBack

    init(campaign: Campaign, ledger: Ledger, version: String, asOf: Moment) {
        self.campaign = campaign
        self.ledger = ledger
        self.version = version
        self.asOf = asOf
        engine = RuleEngine(campaign: campaign)
        book = RuleBook(campaign)
        past = LookBack(ledger, of: campaign, asOf: asOf)
    }

    /// The verdict on a submission; `known` is what was found while the file was read.
    func verdict(
        on submission: Submission, known: [Finding], hasLedger: Bool = true
    ) throws(RunError) -> Verdict {
        // Where no row was read the reason is known; that every entry is absent follows from it.
        guard !submission.rows.isEmpty else { return settled(submission, known) }
        var previous: FormView?
        if hasLedger, let form = submission.form.flatMap(campaign.form), form.sector != nil,
            let period = submission.period
        {
            previous = try view(
                ViewKey(form: form.id, period: RuleEngine.period(before: period, of: form)))
        }
        let verdict = judged(
            submission, try checked(submission, known: known, previous: previous))
        guard hasLedger, verdict.status == .accepted else { return verdict }
        // What went back would take nothing away, nor anybody's place.
        let more = try changes(by: submission) + replacement(by: submission)
        return more.isEmpty
            ? verdict : judged(submission, verdict.findings + shown(submission, more))
    }

    /// That it takes the place of what was accepted before.
    private func replacement(by submission: Submission) throws(RunError) -> [Finding] {
        guard let form = submission.form.flatMap(campaign.form), form.nature == .units,
            let period = submission.period
        else { return [] }
        return try ledgerWork { () throws(LedgerError) in
            guard let earlier = try ledger.replaced(by: submission) else { return [] }
            let isTold = try ledger.publishedPeriods().contains(period)
            return [
                Finding(
                    .resubmission(earlier: earlier, isTold: isTold),
                    at: Place(file: submission.places.file))
            ]
        }
    }

    /// Everything that is found in a submission, as the campaign words it.
    private func checked(
        _ submission: Submission, known: [Finding], previous: FormView?
    ) throws(RunError) -> [Finding] {
        do throws(CheckError) {
            let found = try engine.findings(
                for: submission, known: known, previous: previous, asOf: asOf)
            return try engine.advised(
                shown(submission, known + found), for: submission, known: known,
                previous: previous, asOf: asOf)
        } catch {
            throw .fault(
                Bilingual("活动的公式算不下去：\(error)", "a formula of the campaign failed: \(error)"))
        }
    }

    /// What the office is asked of a sheet of its own that is held against those before it.
    private func changes(by submission: Submission) throws(RunError) -> [Finding] {
        let changes = try ledgerWork { () throws(LedgerError) in
            try ledger.changes(by: submission, of: campaign, asOf: asOf)
        }
        return SheetChanges(campaign: campaign)
            .findings(changes, at: submission.places.headPlace(of: []))
    }

    private func settled(_ submission: Submission, _ findings: [Finding]) -> Verdict {
        judged(submission, shown(submission, findings))
    }

    private func shown(_ submission: Submission, _ findings: [Finding]) -> [Finding] {
        book.dressed(findings, form: submission.form, period: submission.period).shown
    }

    private func judged(_ submission: Submission, _ findings: [Finding]) -> Verdict {
        Judgement.verdict(on: submission, findings: findings, campaign: campaign)
    }

    /// A return has been accepted, as it is recorded: what it is part of is not known any more.
    func note(accepted submission: Submission) {
        past.note(accepted: submission)
    }

    private func view(_ key: ViewKey) throws(RunError) -> FormView? {
        guard let form = campaign.form(key.form) else { return nil }
        return try ledgerWork { () throws(LedgerError) in
            try past.view(of: form, in: key.period)
        }
    }
}
