package import Campaigns
import GRDB

// The mail queue: what is to be sent, what became of it.

extension Ledger {
    /// Queues a message; one with the same id is left as it is.
    package func queue(_ mail: QueuedMail, at moment: Moment) throws(LedgerError) {
        try writing { db in
            guard try Self.mails(where: "id = ?", [mail.id], db).isEmpty else { return }
            try append(
                .mail,
                [
                    "id": .string(mail.id), "period": .string(mail.period.description),
                    "recipient": .string(mail.recipient), "kind": .string(mail.kind.rawValue),
                    "subject": .string(mail.subject), "path": .string(mail.path),
                    "sha256": .string(mail.sha256), "state": .string(mail.state.rawValue),
                    "reply": .string(mail.reply),
                ], at: moment, db)
        }
    }

    /// The messages of a period, or of all, in the order in which they were queued.
    package func mails(of period: Period?) throws(LedgerError) -> [QueuedMail] {
        try reading { db in
            guard let period else { return try Self.mails(where: "TRUE", [], db) }
            return try Self.mails(where: "period = ?", [period.description], db)
        }
    }

    /// Changes the state of a message, with the server's words.
    package func setState(
        ofMail id: String, to state: QueuedMail.State, reply: String, at moment: Moment
    ) throws(LedgerError) {
        try writing { db in
            guard let mail = try Self.mails(where: "id = ?", [id], db).first else {
                throw LedgerError.damaged("no message \(id) in the queue")
            }
            if mail.state == state && mail.reply == reply { return }
            try append(
                .mailState,
                [
                    "id": .string(id), "state": .string(state.rawValue), "reply": .string(reply),
                ], at: moment, db)
        }
    }

    private static func mails(
        where condition: String, _ arguments: StatementArguments, _ db: Database
    ) throws -> [QueuedMail] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT mail.*, mailState.state, mailState.reply FROM mail
                JOIN mailState ON mailState.event = (
                    SELECT MAX(event) FROM mailState WHERE mailState.mail = mail.id)
                WHERE \(condition) ORDER BY position
                """, arguments: arguments
        ).map { row in
            guard let period = Period(row["period"] as String),
                let kind = Recipient.Mail(rawValue: row["kind"]),
                let state = QueuedMail.State(rawValue: row["state"])
            else { throw LedgerError.damaged("message \(row["position"] as Int)") }
            return QueuedMail(
                id: row["id"], period: period, recipient: row["recipient"], kind: kind,
                subject: row["subject"], path: row["path"], sha256: row["sha256"], state: state,
                reply: row["reply"])
        }
    }
}
