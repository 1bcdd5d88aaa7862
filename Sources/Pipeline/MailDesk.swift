import Bulletins
import Campaigns
import Files
package import Findings
import Ledgers
import Mailing

/// Writes letters with a period's output, shows them, and sends them at a person's word.
package struct MailDesk {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// What `send` would send: the letters of the period that wait, the latest one closed where none is
    /// named; with how many wait of others.
    package func preview() throws(RunError) -> MailReport {
        let workshop = try Workshop.look(options)
        let waiting = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.mails(of: nil).filter { [.queued, .deferred].contains($0.state) }
        }
        var report = MailReport(waiting.filter { $0.period == workshop.period })
        report.elsewhere = Dictionary(grouping: waiting.map(\.period)) { $0.description }
            .mapValues(\.count)
        report.elsewhere?[workshop.period.description] = nil
        return report
    }

    /// Every letter of the ledger and its state; with a period, only that one's.
    package func status() throws(RunError) -> MailReport {
        let workshop = try Workshop.look(options)
        return MailReport(
            try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.mails(of: options.period)
            })
    }

    /// Sends what is queued for the period, the latest one closed where none is named; the server is
    /// configured.
    package func send() throws(RunError) -> MailReport {
        let workshop = try Workshop.open(options)
        let server = try options.mail.server(sender: Self.sender(of: workshop.campaign))
        let transport = SMTPTransport(server: server)
        let queue = MailQueue(ledger: workshop.ledger) { Ledger.hash(of: $0) }
        let tried = try ledgerWork { () throws(LedgerError) in
            try queue.send(
                of: workshop.period, at: workshop.asOf,
                read: { mail in
                    try? Files.read("\(options.outbox)/\(mail.period)/\(mail.path)")
                },
                transmit: { bytes, mailbox throws(MailError) in
                    try transport.send(bytes, to: mailbox)
                })
        }
        return MailReport(tried)
    }

    /// The letters of a period's output, queued in the ledger; those already sent have no file any more.
    static func letters(
        workshop: Workshop, files: [OutputFile], period: Period
    ) throws(RunError) -> (files: [OutputFile], refusals: [Finding]) {
        let campaign = workshop.campaign
        guard let from = try? Mailbox(sender(of: campaign)) else { return ([], []) }
        let box = LetterBox(campaign: campaign, from: from) { Ledger.hash(of: $0) }
        let (letters, refusals) = box.letters(
            of: period,
            enclosing: files.compactMap { enclosure($0) },
            at: workshop.asOf)
        let states = try ledgerWork { () throws(LedgerError) in
            let queue = MailQueue(ledger: workshop.ledger) { Ledger.hash(of: $0) }
            try queue.add(letters, at: workshop.asOf)
            let mails = try workshop.ledger.mails(of: period)
            let current = Set(letters.map(\.mail.id))
            for mail in mails where !current.contains(mail.id) && mail.state == .queued {
                try workshop.ledger.setState(
                    ofMail: mail.id, to: .superseded, reply: "", at: workshop.asOf)
            }
            return mails
        }
        let sent = Set(states.filter { $0.state == .sent }.map(\.id))
        let waiting = letters.filter { !sent.contains($0.mail.id) }
        return (
            waiting.map { OutputFile(path: $0.mail.path, bytes: $0.bytes) },
            refusals.map { finding(for: $0) }
        )
    }

    /// The office's own mailbox: the setting `mail_from`, else `tongbao@` at the first domain allowed.
    static func sender(of campaign: Campaign) -> String {
        campaign.settings["mail_from"]
            ?? campaign.settings.list(.mailDomains).first.map { "tongbao@" + $0 } ?? ""
    }

    private static func enclosure(_ file: OutputFile) -> Enclosure? {
        if let unit = file.unit {
            return Enclosure(path: file.path, bytes: file.bytes, audience: .unit(unit))
        }
        if file.path.hasPrefix("清单/") {
            return Enclosure(path: file.path, bytes: file.bytes, audience: .lists)
        }
        guard !file.path.contains("/"), file.path.hasSuffix(".xlsx") else { return nil }
        return Enclosure(path: file.path, bytes: file.bytes, audience: .bulletin)
    }

    private static func finding(for refusal: LetterRefusal) -> Finding {
        Finding(
            code: "M101", severity: .query, at: Place(file: ""),
            message: Bilingual(refusal.chinese, refusal.english))
    }
}

/// Letters and their states.
package struct MailReport: Codable, Sendable {
    package var letters: [Line]
    /// How many letters of other periods wait, by period; only where it was asked what would be sent.
    package var elsewhere: [String: Int]?

    package struct Line: Codable, Sendable {
        package var period: String
        package var recipient: String
        package var subject: String
        package var path: String
        package var state: String
        package var reply: String
    }

    init(_ mails: [QueuedMail]) {
        letters = mails.map {
            Line(
                period: $0.period.description, recipient: $0.recipient, subject: $0.subject,
                path: $0.path, state: $0.state.rawValue, reply: $0.reply)
        }
    }

    package var hasRefusals: Bool { letters.contains { $0.state == "refused" } }
    package var hasDeferrals: Bool { letters.contains { $0.state == "deferred" } }

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        let others = (elsewhere ?? [:]).sorted { $0.key < $1.key }.map { period, count in
            say(
                "\(period) 还有\(count)封没有寄：--period \(period)",
                "\(count) of \(period) wait as well: --period \(period)")
        }
        guard !letters.isEmpty else { return [say("没有邮件", "no letters")] + others }
        return letters.map { line in
            "\(line.period)  \(say(Self.chinese[line.state] ?? line.state, line.state))"
                + "  \(line.recipient)  \(line.subject)"
                + (line.reply.isEmpty ? "" : "  （\(line.reply)）")
        } + others
    }

    private static let chinese = [
        "queued": "待寄", "sending": "正寄", "sent": "已寄", "deferred": "暂缓", "refused": "被拒",
        "unknown": "不明", "superseded": "已作废",
    ]
}
