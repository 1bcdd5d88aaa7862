import Campaigns
import GRDB

extension Database {
    /// Puts a submission into its tables, as its event says it.
    ///
    /// A file that is read again gives its submission another reading under the old key.
    func insert(_ submission: Submission, _ text: SubmissionText, reading event: Int) throws {
        let places = submission.places
        try insert("INSERT INTO submission VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING") { row in
            row.bind(submission.id)
            row.bind(submission.fileHash)
            row.bind(places.sheet ?? "")
        }
        try insert("INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") { row in
            row.bind(event)
            row.bind(submission.id)
            row.bind(submission.form)
            row.bind(submission.unit)
            row.bind(submission.period?.description)
            row.bind(submission.received.description)
            row.bind(places.file)
            row.bind(text.bytes[text.places])
            row.bind(text.bytes[text.evidence])
            row.bind(submission.rows.count)
        }
        let rows = try prepared("INSERT INTO returnRow VALUES (?, ?, ?, ?, ?, ?)")
        let changes = try prepared("INSERT INTO valueChange VALUES (?, ?, ?, ?, ?, ?, ?)")
        for (ordinal, row) in submission.rows.enumerated() {
            try rows.run { inserted in
                inserted.bind(event)
                inserted.bind(ordinal)
                inserted.bind(row.number)
                inserted.bind(row.line)
                inserted.bind(row.subject)
                inserted.bind(text.bytes[text.values[ordinal]])
            }
            for (position, change) in row.changes.enumerated() {
                try changes.run { inserted in
                    inserted.bind(event)
                    inserted.bind(ordinal)
                    inserted.bind(position)
                    inserted.bind(change.field)
                    inserted.bind(change.raw)
                    inserted.bind(change.value)
                    inserted.bind(change.reason.rawValue)
                }
            }
        }
    }

    /// Puts an event into the log.
    func insert(_ event: LedgerEvent, endsAt: Int) throws {
        try insert("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)") { row in
            row.bind(event.id)
            row.bind(event.kind.rawValue)
            row.bind(event.moment.description)
            row.bind(event.payloadBytes)
            row.bind(event.previous)
            row.bind(event.hash)
            row.bind(endsAt)
        }
    }

    /// The tables show an event, and all before it.
    func noteProgress(_ event: Int) throws {
        try insert("UPDATE progress SET event = ?") { $0.bind(event) }
    }
}
