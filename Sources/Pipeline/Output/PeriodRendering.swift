import Assessments
import Bulletins
import Campaigns
import Findings
import Ledgers
import Workbooks

/// What a period's files are made of, and those files: as things stand, or as they stood when the
/// workshop says so.
///
/// Nothing is written; letters are not among the files.
struct PeriodRendering {
    let workshop: Workshop
    let period: Period

    /// A period's facts and figures, and those of the one before as they are compared with.
    struct Figures {
        var this: AssessedPeriod
        var last: AssessedPeriod

        var facts: PeriodFacts { this.facts }
        var assessment: Assessment { this.assessment }
    }

    func compute() throws(RunError) -> Figures {
        let both = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(
                of: [period, period.previous], of: workshop.campaign, asOf: workshop.asOf,
                knownBy: workshop.horizon)
        }
        return Figures(
            this: try assess(both[0]),
            last: try assess(try MoveDesk(workshop: workshop).lastMonth(both[1])))
    }

    /// The figures alone.
    func assessment() throws(RunError) -> Assessment {
        try assess(
            try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.facts(
                    of: period, of: workshop.campaign, asOf: workshop.asOf,
                    knownBy: workshop.horizon)
            }
        ).assessment
    }

    /// The workbooks and tables of the period, with the corrections that were told of it.
    func files(
        _ figures: Figures, told: [Publication], and correction: Publication? = nil
    ) throws(RunError) -> [OutputFile] {
        var files = try BulletinDesk(workshop: workshop).files(
            facts: figures.facts, assessment: figures.assessment, previous: figures.last.assessment,
            moves: try MoveDesk(workshop: workshop).moves(from: figures.last, to: figures.this))
        let tables = ContractTables(
            figures.assessment, facts: figures.facts, campaign: workshop.campaign)
        files += tables.outbox.map {
            OutputFile(path: "数据/" + $0.file, bytes: CSVWriter.file($0.rows))
        }
        return try files
            + CorrectionNotices(workshop: workshop)
            .files(of: told + [correction].compactMap { $0 })
    }

    private func assess(_ facts: PeriodFacts) throws(RunError) -> AssessedPeriod {
        do throws(AssessmentError) {
            return try Assessor(campaign: workshop.campaign).assessed(facts)
        } catch {
            throw RunError(error)
        }
    }
}

extension PublicationDraft {
    /// What an assessment tells, and the files that it is told with.
    init(_ assessment: Assessment, files: [OutputFile]) {
        self.init(
            period: assessment.period, ranks: assessment.publishedRanks,
            bottom: Set(assessment.bottom), figures: assessment.publishedFigures,
            files: Dictionary(
                files.filter { !$0.path.hasPrefix("mail/") }
                    .map { ($0.path, Ledger.hash(of: $0.bytes)) },
                uniquingKeysWith: { first, _ in first }))
    }
}
