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

    /// Computes, renders and writes a period; what is unchanged is not written again.
    func write() throws(RunError) -> RunReport.PeriodReport {
        let (ledger, campaign, asOf) = (workshop.ledger, workshop.campaign, workshop.asOf)
        let facts = try ledgerWork { () throws(LedgerError) in
            try ledger.facts(of: period, of: campaign, asOf: asOf)
        }
        let assessment = try assess(facts)
        let previousFacts = try ledgerWork { () throws(LedgerError) in
            try ledger.facts(of: period.previous, of: campaign, asOf: asOf)
        }
        var files = try BulletinDesk(workshop: workshop).files(
            facts: facts, assessment: assessment, previous: try assess(previousFacts))
        let tables = ContractTables(assessment, facts: facts, campaign: campaign)
        files += tables.outbox.map(table)
        let isFirst = try ledgerWork { () throws(LedgerError) in
            try ledger.publishedRanks(of: period) == nil
        }
        var report = PeriodReporting(campaign: campaign).report(facts, assessment)
        report.written = try Outbox(
                folder: workshop.options.outbox, state: workshop.options.state
            ).replace(period, with: files)
        if !assessment.isDraft && isFirst {
            try ledgerWork { () throws(LedgerError) in
                try ledger.publish(
                    ranks: Self.ranks(of: assessment), bottom: Set(assessment.bottom), of: period,
                    at: asOf)
            }
        }
        return report
    }

    private func assess(_ facts: PeriodFacts) throws(RunError) -> Assessment {
        do throws(AssessmentError) {
            return try Assessor(campaign: workshop.campaign).assess(facts)
        } catch {
            throw .fault(Bilingual("指标算不下去：\(error)", "an indicator failed: \(error)"))
        }
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
