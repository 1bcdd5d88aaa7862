package import Campaigns
package import Ledgers

/// A letter that is ready to be queued: its bytes and where they go.
package struct Letter: Sendable, Hashable {
    /// As the ledger's queue knows it; its `sha256` is of `fingerprint(of: bytes)`.
    package var mail: QueuedMail
    /// The .eml file.
    package var bytes: [UInt8]

    package init(mail: QueuedMail, bytes: [UInt8]) {
        self.mail = mail
        self.bytes = bytes
    }

    /// The bytes of a letter without its Date: the same content written at another moment is the same
    /// letter, and may be sent in the place of the one that was queued.
    static func fingerprint(of bytes: [UInt8]) -> [UInt8] {
        let field = Array("\r\nDate: ".utf8)
        // A subject cannot hold a line break, so the first such line is the header.
        for start in bytes.indices.prefix(8192) where bytes[start...].starts(with: field) {
            let rest = bytes[(start + field.count)...]
            guard let end = rest.firstIndex(of: 13) else { break }
            return Array(bytes[..<start] + bytes[end...])
        }
        return bytes
    }
}

/// A letter that is not written, and why: nothing was sent, somebody has to mend a table.
package struct LetterRefusal: Sendable, Hashable {
    /// The recipient's name, or the unit's.
    package var recipient: String
    package var kind: Recipient.Mail
    package var reason: Reason

    package enum Reason: Sendable, Hashable {
        case noMailbox
        case illegalMailbox(String)
        /// The domain is not in `mail_domains`.
        case foreignDomain(String)
        /// Feedback goes to the unit that it is about and to nobody else.
        case notAUnit
        case illegalHeader(String)
    }

    package init(recipient: String, kind: Recipient.Mail, reason: Reason) {
        self.recipient = recipient
        self.kind = kind
        self.reason = reason
    }

    /// One sentence for the county clerk.
    package var chinese: String {
        switch reason {
        case .noMailbox: "\(recipient)没有登记邮箱，没有发送"
        case .illegalMailbox(let text): "\(recipient)的邮箱“\(text)”不是邮箱地址，没有发送"
        case .foreignDomain(let domain): "\(recipient)的邮箱属于\(domain)，不在准许的域名之内，没有发送"
        case .notAUnit: "\(recipient)不是填报单位，反馈只发给本单位，没有发送"
        case .illegalHeader(let header): "发给\(recipient)的信，\(header)一项含换行，没有发送"
        }
    }

    /// The same in English.
    package var english: String {
        switch reason {
        case .noMailbox: "\(recipient) has no mailbox; nothing was sent"
        case .illegalMailbox(let text): "“\(text)” of \(recipient) is no mailbox; nothing was sent"
        case .foreignDomain(let domain):
            "the mailbox of \(recipient) is at \(domain), which is not in mail_domains; nothing was sent"
        case .notAUnit: "\(recipient) is no reporting unit; feedback goes to the unit alone"
        case .illegalHeader(let header):
            "the \(header) of the letter to \(recipient) holds a line break; nothing was sent"
        }
    }
}
