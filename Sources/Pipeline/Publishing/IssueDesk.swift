import Assessments
import Bulletins
import Campaigns
import Files
package import Findings
import Ledgers

/// Makes what stands in a period's Outbox the published bulletin, at a person's word (正式通报).
///
/// Its ranks are those that the next month is compared with, and corrections count from it. Only what the
/// ledger itself gives is issued: the files are made again and compared, byte by byte.
package struct IssueDesk {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// What was issued.
    package struct Answer: Codable, Sendable {
        package var period: String
        package var at: String
        /// The moment that the files state.
        package var asOf: String
        package var files: Int

        package func lines(in language: Language) -> [String] {
            let say = Say(language)
            return [
                say(
                    "\(period) 正式通报：输出里的 \(files) 个文件已记为发出的一版",
                    "\(period) is issued: the \(files) files in the Outbox are the published ones"),
                say(
                    "  下月的位次变化与它比；以后的变动另写更正通报",
                    "  next month’s changes of rank are counted from it; later changes are corrections"
                ),
            ]
        }
    }

    package func issue() throws(RunError) -> Answer {
        let workshop = try Workshop.open(options)
        let period = workshop.period
        guard workshop.campaign.isClosed(period, asOf: workshop.asOf) else {
            let due = workshop.campaign.due(period).short
            throw .usage(
                Bilingual(
                    "\(period.chinese)还没有截止（\(due)），输出里的是草稿，不能正式通报；截止后先运行 tongbao run",
                    "\(period) has not closed (\(due)): what stands in the Outbox is a draft; "
                        + "run “tongbao run” once it has"))
        }
        let told = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publications(of: period)
        }
        if let issued = told.last(where: { $0.kind == .issue }) {
            throw .usage(
                Bilingual(
                    "\(period.chinese)已在\(issued.moment.short)正式通报过，不能再改；有变动的，运行 tongbao bulletin --period \(period) 写更正通报",
                    "\(period) was issued at \(issued.moment.short) and stays as it is; "
                        + "“tongbao bulletin --period \(period)” writes a correction where something changed"
                ))
        }
        guard !told.isEmpty,
            let asOf = OutboxMarks(state: options.state).report(of: period)?.asOf
                .flatMap({ Moment(iso: $0, offset: 0) })
        else { throw stale(period, Bilingual("输出里还没有写好的通报", "there is no bulletin in the Outbox")) }
        let draft = try draft(of: period, asOf: asOf, told: told, workshop)
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publish(draft, as: .issue, at: workshop.asOf)
        }
        return Answer(
            period: period.description, at: workshop.asOf.description, asOf: asOf.description,
            files: draft.files.count)
    }

    /// What is to be issued, once every file has been found as the ledger gives it.
    private func draft(
        of period: Period, asOf: Moment, told: [Publication], _ workshop: Workshop
    ) throws(RunError) -> PublicationDraft {
        var then = workshop
        then.asOf = asOf
        then.horizon = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.lastEvent()
        }
        let rendering = PeriodRendering(workshop: then, period: period)
        let figures = try rendering.compute()
        let files = try rendering.files(figures, told: told)
        let outbox = Outbox(workshop)
        let other = files.filter { file in
            (try? Files.read(outbox.path(of: file.path, period))) != file.bytes
        }.map(\.path).sorted()
        guard other.isEmpty else {
            let names = other.prefix(3).joined(separator: "、") + (other.count > 3 ? " 等" : "")
            throw stale(
                period,
                Bilingual(
                    "输出里有 \(other.count) 个文件与台账现在给出的不一样（\(names)）：有人改过，或后来又有变动",
                    "\(other.count) files in the Outbox are not what the ledger gives now "
                        + "(\(other.prefix(3).joined(separator: ", "))): somebody has changed them, or "
                        + "something has come since"))
        }
        var draft = PublicationDraft(figures.assessment, files: files)
        draft.asOf = asOf
        draft.campaignVersion = Ledger.version(of: workshop.sources)
        draft.program = Version.current
        return draft
    }

    private func stale(_ period: Period, _ what: Bilingual) -> RunError {
        .usage(
            Bilingual(
                "\(what.chinese)。先运行 tongbao bulletin --period \(period)，看过再正式通报",
                "\(what.english); run “tongbao bulletin --period \(period)” first, look at it, and issue it then"
            ))
    }
}
