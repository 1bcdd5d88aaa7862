package import Campaigns
import Ledgers

/// Writes the letters of a period: the bulletin to those who get it, each unit's own files to that
/// unit's mailbox, and nothing to a domain that is not on the list.
///
/// ```swift
/// let box = LetterBox(campaign: campaign, from: server.from, digest: sha256)
/// let (letters, refusals) = box.letters(of: period, enclosing: enclosures, at: asOf)
/// ```
/// No clock and no chance: the same enclosures at the same moment are the same bytes, and the same
/// content for the same recipient bears the same Message-ID at any moment.
package struct LetterBox: Sendable {
    private let campaign: Campaign
    private let from: Mailbox
    private let domains: Set<String>
    private let digest: @Sendable ([UInt8]) -> String

    /// Makes a box for one campaign and one sender.
    ///
    /// - Parameters:
    ///   - campaign: Who gets what, and `mail_domains`.
    ///   - from: The office's own mailbox.
    ///   - digest: SHA-256 in lower-case hexadecimal.
    package init(
        campaign: Campaign, from: Mailbox, digest: @escaping @Sendable ([UInt8]) -> String
    ) {
        self.campaign = campaign
        self.from = from
        self.digest = digest
        domains = Set(campaign.settings.list(.mailDomains).map { $0.lowercased() })
    }

    /// The letters in the order of `recipients`, then units, and those that may not be written.
    package func letters(
        of period: Period, enclosing enclosures: [Enclosure], at moment: Moment
    ) -> (letters: [Letter], refusals: [LetterRefusal]) {
        var letters: [Letter] = []
        var refusals: [LetterRefusal] = []
        var paths: Set<String> = []
        var ids: Set<String> = []
        for plan in plans(enclosing: enclosures) {
            do throws(LetterProblem) {
                var letter = try write(plan, of: period, at: moment)
                // Two rows of the table may ask for the same letter.
                guard ids.insert(letter.mail.id).inserted else { continue }
                letter.mail.path = Self.path(for: plan, taken: &paths)
                letters.append(letter)
            } catch {
                refusals.append(
                    LetterRefusal(recipient: plan.name, kind: plan.kind, reason: error.reason))
            }
        }
        return (letters, refusals)
    }

    private struct Plan {
        var kind: Recipient.Mail
        var name: String
        /// Nil: feedback for somebody who is no unit.
        var isAddressed = true
        var mailbox: String?
        var enclosures: [Enclosure]
    }

    private struct LetterProblem: Error {
        var reason: LetterRefusal.Reason
    }

    private func plans(enclosing enclosures: [Enclosure]) -> [Plan] {
        campaign.recipients.flatMap { recipient in
            Recipient.Mail.allCases.filter { recipient.gets.contains($0) }.flatMap { kind in
                plans(for: recipient, kind: kind, enclosing: enclosures)
            }
        }
    }

    private func plans(
        for recipient: Recipient, kind: Recipient.Mail, enclosing enclosures: [Enclosure]
    ) -> [Plan] {
        let units = campaign.units.filter { $0.kind == recipient.name }
        switch kind {
        case .bulletin, .lists:
            let shared = enclosures.filter {
                $0.audience == (kind == .bulletin ? .bulletin : .lists)
            }
            if shared.isEmpty { return [] }
            if !units.isEmpty {
                return units.map {
                    Plan(
                        kind: kind, name: name(of: $0), mailbox: $0.mailbox, enclosures: shared)
                }
            }
            return [
                Plan(
                    kind: kind, name: recipient.name, mailbox: recipient.mailbox,
                    enclosures: shared)
            ]
        case .feedback:
            // A row may name a kind of units, or one unit; its mailbox is the unit's own in any case.
            let owners =
                units.isEmpty
                ? campaign.units.filter { [$0.name, $0.shortName].contains(recipient.name) } : units
            if owners.isEmpty {
                return [Plan(kind: kind, name: recipient.name, isAddressed: false, enclosures: [])]
            }
            return owners.compactMap { unit in
                let own = enclosures.filter { $0.audience == .unit(unit.code) }
                guard !own.isEmpty else { return nil }
                return Plan(
                    kind: kind, name: name(of: unit), mailbox: unit.mailbox, enclosures: own)
            }
        case .reminder:
            return []
        }
    }

    private func write(
        _ plan: Plan, of period: Period, at moment: Moment
    ) throws(LetterProblem) -> Letter {
        guard plan.isAddressed else { throw LetterProblem(reason: .notAUnit) }
        let mailbox = try mailbox(of: plan)
        let words = LetterText(campaign: campaign, period: period)
        let message = Message(
            from: from, fromName: words.office, to: mailbox, toName: plan.name,
            subject: words.subject(of: plan.kind, for: plan.name),
            text: words.text(of: plan.kind, for: plan.name, enclosing: plan.enclosures),
            attachments: plan.enclosures.map {
                Message.Attachment(name: $0.attachmentName, bytes: $0.bytes)
            }, date: moment, clockOffset: campaign.clockOffset)
        let digest = digest(Array("\(period)\n".utf8) + message.identity)
        do throws(MailError) {
            let bytes = try message.encoded(digest: digest)
            let mail = QueuedMail(
                id: message.id(digest: digest), period: period, recipient: mailbox.address,
                kind: plan.kind, subject: message.subject, path: "",
                sha256: self.digest(Letter.fingerprint(of: bytes)))
            return Letter(mail: mail, bytes: bytes)
        } catch {
            if case .illegalHeader(let header) = error {
                throw LetterProblem(reason: .illegalHeader(header))
            }
            throw LetterProblem(reason: .illegalMailbox(mailbox.address))
        }
    }

    private func mailbox(of plan: Plan) throws(LetterProblem) -> Mailbox {
        guard let text = plan.mailbox, !text.isEmpty else {
            throw LetterProblem(reason: .noMailbox)
        }
        guard let mailbox = try? Mailbox(text) else {
            throw LetterProblem(reason: .illegalMailbox(text))
        }
        guard domains.contains(mailbox.domain) else {
            throw LetterProblem(reason: .foreignDomain(mailbox.domain))
        }
        return mailbox
    }

    private func name(of unit: Unit) -> String {
        unit.shortName.isEmpty ? unit.name : unit.shortName
    }

    /// `mail/通报-组织部长.eml`, numbered where it occurs again.
    private static func path(for plan: Plan, taken: inout Set<String>) -> String {
        let forbidden = Set("/\\:*?\"<>|")
        let name = String(plan.name.map { forbidden.contains($0) || $0.isNewline ? "_" : $0 })
        let stem = "mail/\(LetterText.title(of: plan.kind))-\(name.prefix(40))"
        var path = stem
        var number = 2
        while !taken.insert(path.lowercased()).inserted {
            path = "\(stem)-\(number)"
            number += 1
        }
        return path + ".eml"
    }
}
