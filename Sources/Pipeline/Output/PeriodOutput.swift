import Assessments
import Bulletins
import Campaigns
import Files
import Findings
import Ledgers
import Workbooks

/// Makes everything that a period puts into the Outbox, and puts it there.
struct PeriodOutput {
    let workshop: Workshop
    let period: Period

    /// Computes, renders and writes a period.
    ///
    /// Unless `always` is said, a period is left alone since whose last rendering nothing has come that
    /// could change it: rendering again would change dates only.
    func write(always: Bool) throws(RunError) -> RunReport.PeriodReport {
        let (ledger, campaign) = (workshop.ledger, workshop.campaign)
        let outbox = Outbox(workshop)
        let marks = OutboxMarks(state: workshop.options.state)
        let key = try key()
        // Before anything is gathered: on most nights nothing has come.
        if !always, let report = outbox.standing(period, key: key) { return report }
        let watch = workshop.watch
        let answered = try latestNews()
        let rendering = PeriodRendering(workshop: workshop, period: period)
        let figures = try watch.time(.compute) { () throws(RunError) in try rendering.compute() }
        let (facts, assessment) = (figures.facts, figures.assessment)
        var report = PeriodReporting(campaign: campaign).report(facts, assessment)
        let name = BulletinRenderer(campaign: campaign)
            .bulletinName(of: period, isDraft: assessment.isDraft)
        report.bulletin = outbox.path(of: name, period)
        guard !workshop.isSilent(facts) else {
            report.remarks.append(
                FindingLine(Finding(.noReturns(period: period.chinese), at: Place(file: ""))))
            (report.bulletin, report.ranking, report.suspended) = (nil, [], [])
            return report
        }
        let told = try ledgerWork { () throws(LedgerError) in
            try ledger.publications(of: period)
        }
        let correction = try watch.time(.compute) { () throws(RunError) in
            try Correcting(workshop: workshop, period: period)
                .correction(of: told, by: assessment)
        }
        var files = try watch.time(.render) { () throws(RunError) in
            try rendering.files(figures, told: told, and: correction)
        }
        if !assessment.isDraft {
            let (letters, refusals) = try watch.time(.render) { () throws(RunError) in
                try MailDesk.letters(workshop: workshop, files: files, period: period)
            }
            files += letters
            report.remarks = refusals.map(FindingLine.init)
        }
        let change = try watch.time(.write) { () throws(RunError) in
            try outbox.replace(.month(period), with: files)
        }
        report.written = change.written
        report.kept = change.kept
        let officeLists = ContractTables(assessment, facts: facts, campaign: campaign).officeLists
        for table in [officeLists, openQueries(facts)] {
            try marks.writeOffice(table, of: period)
        }
        let flags = try OfficeSheets(workshop: workshop, period: period)
            .write(facts, assessment, previous: figures.last.assessment)
        try OfficeFolder("约谈", of: period, state: workshop.options.state)
            .put(TalkSlips(workshop: workshop, figures: figures).files())
        if !assessment.isDraft {
            try publish(assessment, told: told, correction: correction, files: files)
            try ledgerWork { () throws(LedgerError) in
                try ledger.note(flags: flags, of: period, at: workshop.asOf)
            }
        }
        report.correction = correction?.number
        report.asOf = facts.asOf.description
        // Last: until all of it is done it has to be done again.
        try marks.setAnswered(period, through: answered)
        try marks.note(report, of: period, key: key)
        return report
    }

    /// Notes what has been told now: the first ranking, or what was corrected of it.
    private func publish(
        _ assessment: Assessment, told: [Publication], correction: Publication?,
        files: [OutputFile]
    ) throws(RunError) {
        guard told.isEmpty || correction != nil else { return }
        var draft = PublicationDraft(assessment, files: files)
        draft.changes = correction?.changes ?? []
        draft.campaignVersion = Ledger.version(of: workshop.sources)
        draft.program = Version.current
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publish(draft, as: correction?.kind ?? .first, at: workshop.asOf)
        }
    }

    /// Something came for the period since its returns were answered.
    func hasNews() throws(RunError) -> Bool {
        try latestNews() > OutboxMarks(state: workshop.options.state).answered(period)
    }

    /// Answers alone, for a closed month whose bulletin stands: 回执 and 退回 of what came late; all else
    /// of the month stays as it was published.
    func writeAnswers() throws(RunError) -> Outbox.Change {
        let answered = try latestNews()
        let watch = workshop.watch
        let facts = try watch.time(.compute) { () throws(RunError) in try gathered(period) }
        let files = try watch.time(.render) { () throws(RunError) in
            try BulletinDesk(workshop: workshop).answers(facts: facts)
        }
        let change = try watch.time(.write) { () throws(RunError) in
            try Outbox(workshop).update(period, folders: ["回执", "退回"], with: files)
        }
        try OutboxMarks(state: workshop.options.state)
            .setAnswered(period, through: answered)
        return change
    }

    private func latestNews() throws(RunError) -> Int {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.latestNews()[period] ?? 0
        }
    }

    /// 催核.csv, for the office alone: the queries that still want an answer, with whom to ring up.
    private func openQueries(_ facts: PeriodFacts) -> ContractTable {
        let campaign = workshop.campaign
        let rows = OpenQueries(facts, of: campaign).byReturn.flatMap { delivery, queries in
            queries.map { finding in
                [
                    delivery.unit ?? "", delivery.unit.flatMap(campaign.unit)?.name ?? "",
                    delivery.form ?? "", finding.code, finding.place.file,
                    finding.place.sheet ?? "", finding.place.cellList, finding.subject?.code ?? "",
                    finding.subject?.name ?? "", finding.message.chinese,
                ]
            }
        }
        return ContractTable(
            file: "催核.csv",
            header: [
                "code", "name", "form", "finding", "file", "sheet", "cell", "entry", "subject",
                "message",
            ], rows: rows)
    }

    private func gathered(_ period: Period) throws(RunError) -> PeriodFacts {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(of: period, of: workshop.campaign, asOf: workshop.asOf)
        }
    }

    /// What a rendering is made of: the ledger's substance, whether the period has closed, and how many
    /// later due times have come since.
    private func key() throws(RunError) -> String {
        let (substance, lapsed) = try ledgerWork { () throws(LedgerError) in
            (
                try workshop.ledger.lastSubstance(),
                try workshop.ledger.lapsedExtensions(in: period, asOf: workshop.asOf)
            )
        }
        let isClosed = workshop.campaign.isClosed(period, asOf: workshop.asOf)
        return "\(substance) \(isClosed ? "closed" : "draft")" + (lapsed > 0 ? " \(lapsed)" : "")
    }
}
