package import Campaigns
package import Ledgers

/// The queue of letters in the ledger, and the rule by which it is emptied: nothing is sent twice.
///
/// Before a letter's first byte leaves, the ledger says `sending`, and afterwards what became of it. A
/// run that is killed in between leaves `sending` behind; the next one makes it `unknown`, which is
/// shown to people and never resent by itself.
package struct MailQueue {
    private let ledger: Ledger
    private let digest: @Sendable ([UInt8]) -> String

    /// Opens the queue of a ledger; `digest` is SHA-256 in lower-case hexadecimal.
    package init(ledger: Ledger, digest: @escaping @Sendable ([UInt8]) -> String) {
        self.ledger = ledger
        self.digest = digest
    }

    /// Puts letters into the queue; one that is there already stays as it is.
    package func add(_ letters: [Letter], at moment: Moment) throws(LedgerError) {
        for letter in letters { try ledger.queue(letter.mail, at: moment) }
    }

    /// Makes every letter that an earlier run left `sending` `unknown`, and returns these.
    @discardableResult
    package func recover(at moment: Moment) throws(LedgerError) -> [QueuedMail] {
        var lost: [QueuedMail] = []
        for mail in try ledger.mails(of: nil) where mail.state == .sending {
            try ledger.setState(
                ofMail: mail.id, to: .unknown, reply: "an earlier run was cut off", at: moment)
            lost.append(mail)
        }
        return lost
    }

    /// Sends what is queued or deferred, in the order of the queue.
    ///
    /// - Parameters:
    ///   - period: Only its letters; nil for all.
    ///   - moment: The time that the ledger notes.
    ///   - read: The bytes of a letter's .eml; nil where the file is missing.
    ///   - transmit: Hands a letter to the server.
    /// - Returns: The letters that were tried, as they stand now. After two letters in a row for which
    ///   the server could not be reached the rest is left in the queue.
    /// - Throws: What the ledger throws; what a server says is an outcome.
    package func send(
        of period: Period?, at moment: Moment, read: (QueuedMail) -> [UInt8]?,
        transmit: ([UInt8], Mailbox) throws(MailError) -> SendOutcome
    ) throws(LedgerError) -> [QueuedMail] {
        try recover(at: moment)
        var tried: [QueuedMail] = []
        var failures = 0
        for mail in try ledger.mails(of: period) where [.queued, .deferred].contains(mail.state) {
            guard failures < 2 else { break }
            var mail = mail
            let outcome: SendOutcome
            switch letter(of: mail, read: read) {
            case .ready(let bytes, let mailbox):
                try ledger.setState(ofMail: mail.id, to: .sending, reply: "", at: moment)
                outcome = Self.outcome(of: bytes, to: mailbox, transmit: transmit)
            case .unfit(let judged):
                outcome = judged
            }
            (mail.state, mail.reply) = (outcome.state, outcome.reply)
            try ledger.setState(ofMail: mail.id, to: mail.state, reply: mail.reply, at: moment)
            if case .deferred(_, true) = outcome { failures += 1 } else { failures = 0 }
            tried.append(mail)
        }
        return tried
    }

    private enum Readiness {
        case ready([UInt8], Mailbox)
        case unfit(SendOutcome)
    }

    /// The letter as it was queued, or why it cannot go out.
    private func letter(
        of mail: QueuedMail, read: (QueuedMail) -> [UInt8]?
    ) -> Readiness {
        guard let bytes = read(mail) else {
            return .unfit(.deferred(reply: "\(mail.path) is missing", isUnreachable: false))
        }
        // A later rendering has taken the file's place and was queued as a letter of its own.
        guard digest(Letter.fingerprint(of: bytes)) == mail.sha256 else {
            return .unfit(.refused(reply: "\(mail.path) has been replaced by a later letter"))
        }
        guard let mailbox = try? Mailbox(mail.recipient) else {
            return .unfit(.refused(reply: "the recipient is no mailbox"))
        }
        return .ready(bytes, mailbox)
    }

    private static func outcome(
        of bytes: [UInt8], to mailbox: Mailbox,
        transmit: ([UInt8], Mailbox) throws(MailError) -> SendOutcome
    ) -> SendOutcome {
        do throws(MailError) {
            return try transmit(bytes, mailbox)
        } catch {
            return .deferred(reply: "\(error)", isUnreachable: true)
        }
    }
}

extension SendOutcome {
    fileprivate var state: QueuedMail.State {
        switch self {
        case .sent: .sent
        case .deferred: .deferred
        case .refused: .refused
        case .unknown: .unknown
        }
    }
}
