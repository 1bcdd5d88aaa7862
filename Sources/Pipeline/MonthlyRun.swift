import Campaigns
import Files
import Findings
import Ledgers

/// One run: what is new in the Inbox goes into the ledger, and what follows from it into the Outbox.
///
/// The order is fixed and safe to cut anywhere: originals first, then the ledger, then the Outbox, then
/// what was published; a run that follows does what is left.
package struct MonthlyRun {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// Takes in, checks, scores, renders.
    package func run() throws(RunError) -> RunReport {
        // Before anything is made: a set-up with faults is left as it is.
        guard Files.isFolder(options.inbox) else {
            throw .setUp(
                Bilingual("没有收件文件夹：\(options.inbox)", "there is no Inbox at \(options.inbox)"))
        }
        let workshop = try Workshop.open(options)
        let scan: InboxScan
        do throws(FileError) {
            scan = try InboxScan(
                options.inbox,
                settleSeconds: workshop.campaign.settings.integer(.settleSeconds))
        } catch {
            throw .setUp(Bilingual("读不了收件文件夹：\(error)", "cannot read the Inbox: \(error)"))
        }
        var intake = Intake(workshop)
        try intake.take(scan)
        var report = RunReport(asOf: workshop.asOf.description)
        report.files = intake.lines
        report.knownFiles = intake.known
        report.ignored = scan.ignored
        report.unsettled = scan.unsettled
        report.early = intake.early
        report.remarks = intake.remarks.sorted().map(FindingLine.init)
        // Months that have not closed get drafts; earlier closed ones are rewritten on request only.
        let drafts = intake.periods.filter {
            !workshop.campaign.isClosed($0, asOf: workshop.asOf) && $0 != workshop.period
        }
        for period in drafts.sorted() + [workshop.period] {
            let output = PeriodOutput(workshop: workshop, period: period)
            report.periods.append(try output.write(always: false))
        }
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.noteRun(asOf: workshop.asOf, of: workshop.campaign)
        }
        return report
    }

    /// Renders a period again from the ledger; the Inbox is not looked at.
    package func renderAgain() throws(RunError) -> RunReport {
        let workshop = try Workshop.open(options)
        var report = RunReport(asOf: workshop.asOf.description)
        let output = PeriodOutput(workshop: workshop, period: workshop.period)
        report.periods = [try output.write(always: true)]
        return report
    }
}
