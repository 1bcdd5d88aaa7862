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
    private let log = RunLog()

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
        let workshop = try opened()
        let scan: InboxScan
        do throws(FileError) {
            scan = try InboxScan(
                options.inbox,
                settleSeconds: workshop.campaign.settings.integer(.settleSeconds))
        } catch {
            throw .setUp(Bilingual("读不了收件文件夹：\(error)", "cannot read the Inbox: \(error)"))
        }
        log.step("intake", options.inbox)
        var intake = Intake(workshop)
        try intake.take(scan)
        for line in intake.lines { log.judged(line) }
        var report = RunReport(asOf: workshop.asOf.description)
        report.files = intake.lines
        report.knownFiles = intake.known
        report.ignored = scan.ignored
        report.unsettled = scan.unsettled
        report.early = intake.early
        report.remarks = intake.remarks.sorted().map(FindingLine.init)
        let news = CampaignNews(workshop: workshop)
        report.changes = try news.gather()
        // Months that have not closed get drafts. A closed month that is not this run's gets its
        // answers; its figures are rendered again on request only.
        for period in intake.periods.sorted() where period != workshop.period {
            let output = PeriodOutput(workshop: workshop, period: period)
            if workshop.campaign.isClosed(period, asOf: workshop.asOf) {
                report.answers += try output.writeAnswers()
            } else {
                report.periods.append(try output.write(always: false))
            }
        }
        log.step("render", workshop.period.description)
        let output = PeriodOutput(workshop: workshop, period: workshop.period)
        report.periods.append(try output.write(always: false))
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.noteRun(asOf: workshop.asOf, of: workshop.campaign)
        }
        try InboxSweep(workshop: workshop).sweep(scan.files)
        try news.noteTold()
        return report
    }

    /// Renders a period again from the ledger; the Inbox is not looked at.
    package func renderAgain() throws(RunError) -> RunReport {
        let workshop = try opened()
        var report = RunReport(asOf: workshop.asOf.description)
        let output = PeriodOutput(workshop: workshop, period: workshop.period)
        report.periods = [try output.write(always: true)]
        return report
    }

    /// - Throws: `RunError.usage` where the period that is asked for has not begun.
    private func opened() throws(RunError) -> Workshop {
        let workshop = try Workshop.open(options)
        guard workshop.period.firstDay <= workshop.asOf.date else {
            throw .usage(
                Bilingual(
                    "\(workshop.period.chinese)还没有开始", "\(workshop.period) has not begun"))
        }
        return workshop
    }
}
