import Assessments
import Bulletins
import Campaigns
import Findings
import Ledgers
import Workbooks

/// Makes the year's scores (年度考核) and puts them into `Outbox/<year>年度/`.
///
/// Asked for, never made by a run: a year is looked at when the reviews are in.
package struct YearDesk {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// Writes a year; without one the last that has ended, if anything in it was published, else the
    /// running one.
    package func write(_ year: Int?) throws(RunError) -> YearReport {
        let workshop = try Workshop.open(options)
        let year = try self.year(year, workshop)
        let assessment = try assess(year, workshop)
        var files: [OutputFile]
        do throws(WorkbookError) {
            files = try BulletinRenderer(campaign: workshop.campaign).year(assessment)
        } catch {
            throw .fault(
                Bilingual(
                    "写不出工作簿：\(error.reason)", "a workbook could not be written: \(error.reason)"))
        }
        let table = assessment.table
        files.append(OutputFile(path: "数据/" + table.file, bytes: CSVWriter.file(table.rows)))
        let outbox = Outbox(workshop)
        let mended = try outbox.mend()
        let change = try outbox.replace(.year(year), with: files)
        return YearReport(
            assessment, folder: "\(outbox.folder)/\(OutboxFolder.year(year))",
            written: change.written, kept: mended + change.kept)
    }

    private func year(_ asked: Int?, _ workshop: Workshop) throws(RunError) -> Int {
        let published = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publishedYears()
        }
        let running = workshop.asOf.date.year
        let year = asked ?? (published.contains(running - 1) ? running - 1 : running)
        guard published.contains(year) else {
            let known = published.map(String.init)
            throw .usage(
                Bilingual(
                    "\(year)年还没有通报过一个月"
                        + (known.isEmpty
                            ? "：先运行 tongbao run" : "；通报过的年份：\(known.joined(separator: "、"))"),
                    "no month of \(year) was published"
                        + (known.isEmpty
                            ? ": run “tongbao run” first"
                            : "; there are: \(known.joined(separator: ", "))")))
        }
        return year
    }

    private func assess(_ year: Int, _ workshop: Workshop) throws(RunError) -> YearAssessment {
        let (campaign, asOf) = (workshop.campaign, workshop.asOf)
        let record = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.yearRecord(of: year, of: campaign, asOf: asOf)
        }
        var facts: PeriodFacts?
        if let december = record.months.last?.period, december.month == 12 {
            facts = try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.facts(of: december, of: campaign, asOf: asOf)
            }
        }
        do throws(AssessmentError) {
            return try YearAssessor(campaign: campaign).assess(record, december: facts)
        } catch {
            throw .fault(Bilingual("指标算不下去：\(error)", "an indicator failed: \(error)"))
        }
    }
}
