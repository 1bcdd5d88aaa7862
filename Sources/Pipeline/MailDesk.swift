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

    /// What `send` would send: the letters that wait for the period, the latest one closed where none is named;
    /// and how many wait for other periods.
    package func preview() throws(RunError) -> MailReport {
        let waiting = try status(of: nil).letters.filter {
            ["queued", "deferred"].contains($0.state)
        }
        let period = try Workshop.look(options).period.description
        var report = MailReport(letters: waiting.filter { $0.period == period })
        report.elsewhere = Dictionary(
            grouping: waiting.filter { $0.period != period }, by: \.period
        ).map { MailReport.Waiting(period: $0.key, letters: $0.value.count) }
            .sorted { $0.period < $1.period }
        return report
    }

    /// Every letter of the ledger and its state; with a period, only that one's.
    package func status() throws(RunError) -> MailReport { try status(of: options.period) }

    private func status(of period: Period?) throws(RunError) -> MailReport {
        let workshop = try Workshop.look(options)
        return MailReport(
            try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.mails(of: period)
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
    /// Of a look ahead: what waits for periods that are not looked at, earliest first.
    package var elsewhere: [Waiting] = []

    package struct Waiting: Codable, Sendable {
        package var period: String
        package var letters: Int
    }

    package struct Line: Codable, Sendable {
        package var period: String
        package var recipient: String
        package var subject: String
        package var path: String
        package var state: String
        package var reply: String
    }

    init(letters: [Line]) {
        self.letters = letters
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
        let own = letters.map { line in
            "\(line.period)  \(say(Self.chinese[line.state] ?? line.state, line.state))"
                + "  \(line.recipient)  \(line.subject)"
                + (line.reply.isEmpty ? "" : "  （\(line.reply)）")
        }
        return (own.isEmpty ? [say("没有邮件", "no letters")] : own)
            + elsewhere.map {
                say(
                    "\($0.period) 还有\($0.letters)封没有寄：加 --period \($0.period)",
                    "\($0.period) has \($0.letters) more that were not sent: name it with --period")
            }
    }

    private static let chinese = [
        "queued": "待寄", "sending": "正寄", "sent": "已寄", "deferred": "暂缓", "refused": "被拒",
        "unknown": "不明", "superseded": "已作废",
    ]
}
