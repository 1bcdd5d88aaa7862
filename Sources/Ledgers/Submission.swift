package import Campaigns
package import Findings

/// One return as it came in one file (报送件): who, what, for when, with its rows and places.
package struct Submission: Sendable {
    /// The ledger's key; 0 before it is recorded.
    package var id: Int
    /// SHA-256 of the file, in lower-case hexadecimal.
    package var fileHash: String
    /// Nil where the form, the unit or the period was not recognised.
    package var form: String?
    package var unit: String?
    package var period: Period?
    package var received: Moment
    package var places: ReturnPlaces
    /// What told form, unit and period: pairs of source and text (`title`, `岚川县…（2020年6月）`).
    package var evidence: [Evidence]
    package var rows: [ReturnRow]

    package struct Evidence: Hashable, Sendable {
        package var about: String
        package var source: String
        package var text: String

        package init(about: String, source: String, text: String) {
            self.about = about
            self.source = source
            self.text = text
        }
    }

    package init(
        id: Int = 0, fileHash: String, form: String?, unit: String?, period: Period?,
        received: Moment, places: ReturnPlaces, evidence: [Evidence] = [], rows: [ReturnRow]
    ) {
        self.id = id
        self.fileHash = fileHash
        self.form = form
        self.unit = unit
        self.period = period
        self.received = received
        self.places = places
        self.evidence = evidence
        self.rows = rows
    }
}

/// What became of a submission (裁定).
package struct Verdict: Sendable, Hashable {
    package var status: Delivery.Status
    /// Dressed in the campaign's rules, sorted.
    package var findings: [Finding]
    /// Roster entries that stand exactly once, in a row without an error; 0 with a file-level error.
    package var okRows: Int
    /// Roster entries valid at the period's end.
    package var totalRows: Int
    /// The queries that notes of the sender answer, in the order of the findings.
    package var explanations: [ExplainedQuery]

    package init(
        status: Delivery.Status, findings: [Finding], okRows: Int, totalRows: Int,
        explanations: [ExplainedQuery] = []
    ) {
        self.status = status
        self.findings = findings
        self.okRows = okRows
        self.totalRows = totalRows
        self.explanations = explanations
    }
}

/// A note by which the sender answers a query about a row (情况说明).
package struct ExplainedQuery: Sendable, Hashable {
    /// The code of the query.
    package var code: String
    /// The roster entry of the row; nil where the form has none.
    package var subject: String?
    /// The row's number on its sheet.
    package var row: Int
    package var note: String

    package init(code: String, subject: String?, row: Int, note: String) {
        self.code = code
        self.subject = subject
        self.row = row
        self.note = note
    }
}

/// A file of the Inbox as the ledger knows it.
package struct FileRecord: Sendable, Hashable {
    package var sha256: String
    /// The first path below the Inbox under which it was seen.
    package var path: String
    package var size: Int
    /// `--as-of` of the first run that saw it.
    package var firstSeen: Moment
    package var fate: Fate

    package enum Fate: String, Sendable, CaseIterable {
        /// It was taken apart into submissions (one of them may say "not recognised").
        case taken
        /// Kept apart for personal data.
        case quarantined
        /// The receipt register, or another file that is no return.
        case register
        /// Cannot be read, so it cannot be searched for personal data either: its bytes are not kept. A
        /// submission without form says so.
        case unreadable
        /// An archive (压缩包) that was taken apart: its members are files of their own, its own bytes are
        /// not kept.
        case bundle
    }

    package init(sha256: String, path: String, size: Int, firstSeen: Moment, fate: Fate) {
        self.sha256 = sha256
        self.path = path
        self.size = size
        self.firstSeen = firstSeen
        self.fate = fate
    }
}

/// A line of the receipt register (收件登记); later lines for a file correct earlier ones.
package struct ReceiptEntry: Sendable, Hashable {
    /// The base name of the file, or its path from any folder on.
    package var file: String
    package var received: Moment
    package var note: String

    package init(file: String, received: Moment, note: String) {
        self.file = file
        self.received = received
        self.note = note
    }
}

extension Period {
    /// Whether a line of the receipt register cannot be about this month's return: it lies before the month,
    /// though a run first saw the file after the month had begun.
    package func cannotHaveCome(at received: Moment, seen firstSeen: Moment) -> Bool {
        let beginning = Moment(firstDay, secondOfDay: 0)
        return received < beginning && beginning <= firstSeen
    }
}

/// A message of the mail queue.
package struct QueuedMail: Sendable, Hashable {
    /// The Message-ID, which is derived from period, recipient and content: the same letter is queued once.
    package var id: String
    package var period: Period
    package var recipient: String
    package var kind: Recipient.Mail
    package var subject: String
    /// The path of the .eml below the Outbox.
    package var path: String
    package var sha256: String
    package var state: State
    /// The server's last words.
    package var reply: String

    package enum State: String, Sendable, CaseIterable {
        case queued
        /// The transmission has begun; found so by a later run it becomes `unknown`.
        case sending
        case sent
        /// Refused for now, to be tried again.
        case deferred
        /// Refused for good.
        case refused
        /// A later letter of the same kind took its place before it was sent.
        case superseded
        /// Cut off after its data: nobody knows; never resent by itself.
        case unknown
    }

    package init(
        id: String, period: Period, recipient: String, kind: Recipient.Mail, subject: String,
        path: String, sha256: String, state: State = .queued, reply: String = ""
    ) {
        self.id = id
        self.period = period
        self.recipient = recipient
        self.kind = kind
        self.subject = subject
        self.path = path
        self.sha256 = sha256
        self.state = state
        self.reply = reply
    }
}
