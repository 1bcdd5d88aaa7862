import Assessments
import Bulletins
import Campaigns
import Checks
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
        let (ledger, campaign, asOf) = (workshop.ledger, workshop.campaign, workshop.asOf)
        let outbox = Outbox(workshop)
        let marks = OutboxMarks(state: workshop.options.state)
        let key = try key()
        // Before anything is gathered: on most nights nothing has come.
        if !always, let report = outbox.standing(period, key: key) { return report }
        let watch = workshop.watch
        let answered = try latestVerdict()
        let (facts, before, assessment) = try watch.time(.compute) { () throws(RunError) in
            let (facts, before) = try gatheredWithPrevious()
            return (facts, before, try assess(facts))
        }
        var report = PeriodReporting(campaign: campaign).report(facts, assessment)
        let name = BulletinRenderer(campaign: campaign)
            .bulletinName(of: period, isDraft: assessment.isDraft)
        report.bulletin = outbox.path(of: name, period)
        guard assessment.isDraft || !facts.deliveries.isEmpty else {
            // Nobody has sent anything: to rank silence would publish a month that never began.
            report.remarks.append(
                FindingLine(Finding(.noReturns(period: period.chinese), at: Place(file: ""))))
            report.bulletin = nil
            return report
        }
        let previous = try watch.time(.compute) { () throws(RunError) in try assess(before) }
        let desk = BulletinDesk(workshop: workshop)
        var files = try watch.time(.render) { () throws(RunError) in
            try desk.files(facts: facts, assessment: assessment, previous: previous)
        }
        let tables = ContractTables(assessment, facts: facts, campaign: campaign)
        files += tables.outbox.map(table)
        let isFirst = try ledgerWork { () throws(LedgerError) in
            try ledger.publishedRanks(of: period) == nil
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
        for table in [tables.officeLists, try suspicions(facts), openQueries(facts)] {
            try marks.writeOffice(table, of: period)
        }
        if !assessment.isDraft && isFirst {
            try ledgerWork { () throws(LedgerError) in
                try ledger.publish(
                    ranks: Self.ranks(of: assessment), bottom: Set(assessment.bottom),
                    files: files.filter { !$0.path.hasPrefix("mail/") }.map {
                        ($0.path, Ledger.hash(of: $0.bytes))
                    }, of: period, at: asOf)
            }
        }
        // Last: until all of it is done it has to be done again.
        try marks.setAnswered(period, through: answered)
        try marks.note(report, of: period, key: key)
        return report
    }

    /// Something came for the period since its returns were answered.
    func hasNews() throws(RunError) -> Bool {
        try latestVerdict() > OutboxMarks(state: workshop.options.state).answered(period)
    }

    /// Answers alone, for a closed month whose bulletin stands: 回执 and 退回 of what came late; all else
    /// of the month stays as it was published.
    func writeAnswers() throws(RunError) -> Outbox.Change {
        let answered = try latestVerdict()
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

    private func latestVerdict() throws(RunError) -> Int {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.latestVerdicts()[period] ?? 0
        }
    }

    /// 疑似.csv, for the office alone: what screens and inspections make one look at twice.
    private func suspicions(_ facts: PeriodFacts) throws(RunError) -> ContractTable {
        let found =
            facts.deliveries.flatMap(\.findings)
            + RuleEngine(campaign: workshop.campaign)
            .countyFindings(views: facts.views)
        let rows = found.filter { $0.severity == .suspicion }.sorted().map { finding in
            [
                finding.code, finding.place.file, finding.place.sheet ?? "",
                finding.place.cellList, finding.subject?.code ?? "", finding.subject?.name ?? "",
                finding.message.chinese,
            ]
        }
        return ContractTable(
            file: "疑似.csv",
            header: ["finding", "file", "sheet", "cell", "code", "subject", "message"], rows: rows)
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

    private func gatheredWithPrevious() throws(RunError) -> (PeriodFacts, PeriodFacts) {
        let both = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(
                of: [period, period.previous], of: workshop.campaign, asOf: workshop.asOf)
        }
        return (both[0], both[1])
    }

    private func assess(_ facts: PeriodFacts) throws(RunError) -> Assessment {
        do throws(AssessmentError) {
            return try Assessor(campaign: workshop.campaign).assess(facts)
        } catch {
            throw .fault(Bilingual("指标算不下去：\(error)", "an indicator failed: \(error)"))
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

    private func table(_ table: ContractTable) -> OutputFile {
        OutputFile(path: "数据/" + table.file, bytes: CSVWriter.file(table.rows))
    }

    /// The ranks as they are published with this output.
    private static func ranks(of assessment: Assessment) -> [PublishedRank] {
        assessment.groups.flatMap { group in
            group.standings.map { standing in
                PublishedRank(
                    unit: standing.unit, group: group.name, rank: standing.rank,
                    score: standing.score, weights: assessment.weights)
            }
        }
    }
}
