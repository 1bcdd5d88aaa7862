import Campaigns
import Files
import Findings
import Ledgers
import Returns

/// One run: what is new in the Inbox goes into the ledger, and what follows from it into the Outbox.
///
/// The order is fixed and safe to cut anywhere: originals first, then the ledger, then the Outbox, then
/// what was published; a run that follows does what is left.
package struct MonthlyRun {
    private let options: RunOptions
    private let log: RunLog

    package init(_ options: RunOptions) {
        self.options = options
        log = RunLog(options.logLevel)
    }

    /// Takes in, checks, scores, renders; leaves a heartbeat.
    package func run() throws(RunError) -> RunReport {
        let watch = RunWatch(options.progress)
        var asOf: String?
        do throws(RunError) {
            let report = try work(watch, asOf: &asOf)
            log.ended(watch.times)
            return report
        } catch {
            log.stopped(error)
            noteFailure(error, asOf: asOf, watch.times)
            throw error
        }
    }

    private func work(_ watch: RunWatch, asOf: inout String?) throws(RunError) -> RunReport {
        // Before anything is made: a set-up with faults is left as it is.
        guard Files.isFolder(options.inbox) else {
            throw .setUp(
                Bilingual("没有收件文件夹：\(options.inbox)", "there is no Inbox at \(options.inbox)"))
        }
        let workshop = try opened(watch)
        asOf = workshop.asOf.description
        // What a run that was killed has left in the Outbox.
        let mended = try Outbox(workshop).mend()
        let scan = try watch.time(.scan) { () throws(RunError) in try scanned(workshop) }
        let mask = PersonalMask(workshop.campaign)
        // Whoever looks after the machine need not know where inspectors will go, not by a file's name.
        func named(_ path: String) -> String {
            workshop.campaign.mayBeForInspectors(path: path) ? "…" : path
        }
        for line in scan.ignored.map({ RunReport.IgnoredLine($0, mask) }) {
            log.left(named(line.path), line.reason)
        }
        for path in scan.unsettled { log.left(named(mask.masked(path)), "unsettled") }
        log.step("intake", options.inbox)
        var intake = Intake(workshop)
        try intake.take(scan)
        for line in intake.lines { log.judged(line, called: named(line.file)) }
        var report = RunReport(asOf: workshop.asOf.description)
        report.upgrade = workshop.ledger.upgrade.map {
            .init(from: $0.from, to: $0.to, backup: $0.backup)
        }
        report.files = intake.lines
        report.knownFiles = intake.known
        report.ignored = (scan.ignored + intake.unreadable + intake.ignored).map {
            RunReport.IgnoredLine($0, mask)
        }
        report.unsettled = scan.unsettled.map(mask.masked) + intake.unsettled
        report.kept = mended
        report.early = intake.early
        report.remarks = intake.remarks.sorted().map(FindingLine.init)
        let news = CampaignNews(workshop: workshop)
        report.changes = try news.gather()
        log.step("render", workshop.period.description)
        // First of all: what is published now is what the drafts of later months are compared with, and
        // what was charged in it is not charged there once more.
        let output = PeriodOutput(workshop: workshop, period: workshop.period)
        let rendered = try output.write(always: false)
        // Months that have not closed get drafts. A closed month that is not this run's gets its
        // answers; its figures are rendered again on request only.
        // What came is asked of the ledger: a run that was killed may have taken it in.
        let judged = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.latestNews()
        }
        for period in judged.keys.sorted() where period != workshop.period {
            let output = PeriodOutput(workshop: workshop, period: period)
            guard try output.hasNews() else { continue }
            if workshop.campaign.isClosed(period, asOf: workshop.asOf) {
                let change = try output.writeAnswers()
                report.answers += change.written
                report.kept += change.kept
            } else {
                report.periods.append(try output.write(always: false))
            }
        }
        report.periods.append(rendered)
        // A run that could not see everything proves nothing about what came late.
        if scan.isComplete && intake.unsettled.isEmpty && intake.unreadable.isEmpty {
            try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.noteRun(asOf: workshop.asOf, of: workshop.campaign)
            }
        }
        try watch.time(.sweep) { () throws(RunError) in
            try InboxSweep(workshop: workshop).sweep(scan.files)
        }
        try news.noteTold()
        report.times = watch.times
        try note(report, workshop)
        return report
    }

    /// Takes in and checks what is in the Inbox; computes, renders and publishes nothing.
    ///
    /// What the benchmark of the intake measures.
    ///
    /// - Returns: a line for each return, duplicate and register.
    package func takeIn() throws(RunError) -> [RunReport.FileLine] {
        let workshop = try opened(RunWatch(options.progress))
        var intake = Intake(workshop)
        try intake.take(try scanned(workshop))
        return intake.lines
    }

    private func scanned(_ workshop: Workshop) throws(RunError) -> InboxScan {
        let stats = try ledgerWork { () throws(LedgerError) in try workshop.ledger.stats() }
        return try InboxScan(
            options.inbox,
            settleSeconds: workshop.campaign.settings.integer(.settleSeconds),
            isKnown: { file throws(RunError) in
                stats[file.path] == Ledger.Stat(size: file.size, modified: file.modified)
            }, wait: { workshop.watch.wait($0) })
    }

    /// The heartbeat of a run that ended well, while the run still holds the lock.
    private func note(_ report: RunReport, _ workshop: Workshop) throws(RunError) {
        let last = try ledgerWork { () throws(LedgerError) in try workshop.ledger.lastEvent() }
        do throws(FileError) {
            try Heartbeat(report, lastEvent: last, times: report.times)
                .write(to: options.state)
        } catch {
            throw .cannotWrite(
                Bilingual("写不了心跳文件：\(error)", "cannot write the heartbeat: \(error)"))
        }
    }

    /// The heartbeat of a run that was stopped, where there is a state folder.
    ///
    /// It must not stand in the way of what stopped the run, nor of another run: whoever holds the lock
    /// writes his own.
    private func noteFailure(_ error: RunError, asOf: String?, _ times: StepTimes) {
        switch error {
        // The other campaign's monitoring has nothing to do with our mistake.
        case .busy, .usage, .otherCampaign: return
        default: break
        }
        guard Files.isFolder(options.state), let lock = try? RunLock(options.state) else { return }
        withExtendedLifetime(lock) {
            let heartbeat = Heartbeat(
                error, asOf: asOf, before: Heartbeat(readFrom: options.state), times: times)
            try? heartbeat.write(to: options.state)
        }
    }

    /// Renders a period again from the ledger; the Inbox is not looked at.
    package func renderAgain() throws(RunError) -> RunReport {
        let watch = RunWatch(options.progress)
        let workshop = try opened(watch)
        var report = RunReport(asOf: workshop.asOf.description)
        report.kept = try Outbox(workshop).mend()
        // What is told now is told by these tables, be it that no run has used them yet.
        _ = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.recordCampaign(sources: workshop.sources, at: workshop.asOf)
        }
        let output = PeriodOutput(workshop: workshop, period: workshop.period)
        report.periods = [try output.write(always: true)]
        report.times = watch.times
        return report
    }

    /// - Throws: `RunError.usage` where the period that is asked for has not begun.
    private func opened(_ watch: RunWatch) throws(RunError) -> Workshop {
        let workshop = try Workshop.open(options, watch: watch)
        guard workshop.period.firstDay <= workshop.asOf.date else {
            throw .usage(
                Bilingual(
                    "\(workshop.period.chinese)还没有开始", "\(workshop.period) has not begun"))
        }
        return workshop
    }
}
