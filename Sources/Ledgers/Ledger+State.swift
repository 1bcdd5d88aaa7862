package import Campaigns
import GRDB

extension Ledger {
    /// The last event that can change a figure or an output: files, returns, verdicts, receipts,
    /// campaigns; 0 in an empty ledger.
    ///
    /// Runs, publications, corrections, mail, draws and what the office says of its own suspicions do not
    /// count: where this number is what it was, rendering again would only change dates.
    package func lastSubstance() throws(LedgerError) -> Int {
        try reading { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT id FROM event
                    WHERE kind NOT IN (
                        'run', 'publication', 'issue', 'correction', 'mail', 'mail_state', 'flags',
                        'draw')
                        AND NOT (kind = 'act' AND id IN (
                            SELECT event FROM act WHERE act = 'suspicion' OR revokes IN (
                                SELECT event FROM act WHERE act = 'suspicion')))
                    ORDER BY id DESC LIMIT 1
                    """) ?? 0
        }
    }

    /// The last event of a period that wants an answer, for every period of which there is one.
    ///
    /// A return was judged, or known bytes came for it. What was read again counts for the period that it was
    /// first taken for as well.
    package func latestNews() throws(LedgerError) -> [Period: Int] {
        try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT period, MAX(event) AS event FROM (
                        SELECT r.period, v.event
                        FROM reading r JOIN verdict v ON v.submission = r.submission
                        UNION ALL SELECT COALESCE(c.period, r.period), c.event
                        FROM resent c JOIN submission s ON s.fileHash = c.file
                        JOIN reading r ON r.submission = s.id)
                    WHERE period IS NOT NULL GROUP BY period
                    """)
            var latest: [Period: Int] = [:]
            while let row = try rows.next() {
                if let period = Period(row["period"] as String) { latest[period] = row["event"] }
            }
            return latest
        }
    }

    /// The path of the accepted file whose place a submission takes, once it is accepted; nil where it is the
    /// first for its return.
    package func replaced(by submission: Submission) throws(LedgerError) -> String? {
        try lastFile(
            for: submission,
            """
            r.received <= ?4 AND NOT \(Self.isWithdrawn(file: "s.fileHash", path: "r.path"))
                AND EXISTS (SELECT 1 FROM verdict WHERE status = 'accepted' AND event = (
                    SELECT MAX(event) FROM verdict WHERE submission = s.id))
            """)
    }

    /// The file that came last before a submission with the same return and the same receipt; nil where
    /// there is no such rival, or the return was not recognised whole.
    package func rival(of submission: Submission) throws(LedgerError) -> String? {
        try lastFile(
            for: submission,
            """
            r.received = ?4 AND s.id < COALESCE(
                (SELECT MIN(id) FROM submission WHERE fileHash = ?5), 9e18)
            """)
    }

    /// The path of another file for the same return, of several the one that came last.
    ///
    /// The condition may ask for the submission's receipt, `?4`, and the hash of its file, `?5`.
    private func lastFile(
        for submission: Submission, _ condition: String
    ) throws(LedgerError) -> String? {
        guard let form = submission.form, let unit = submission.unit, let period = submission.period
        else { return nil }
        return try reading { db in
            // The last one is told here: to put them in order SQLite would lay out a table, be it for none.
            var last: (received: String, id: Int, path: String)?
            try db.prepared(
                """
                SELECT r.received, s.id, r.path FROM reading r JOIN submission s ON s.id = r.submission
                WHERE r.form = ?1 AND r.unit = ?2 AND r.period = ?3 AND s.fileHash <> ?5
                    AND r.event = (SELECT MAX(event) FROM reading WHERE submission = s.id)
                    AND \(condition)
                """
            ).eachRow {
                $0.bind(form)
                $0.bind(unit)
                $0.bind(period.description)
                $0.bind(submission.received.description)
                $0.bind(submission.fileHash)
            } _: { row in
                let other = (received: row.text(0), id: row.integer(1), path: row.text(2))
                if let last, (other.received, other.id) < (last.received, last.id) { return }
                last = other
            }
            return last?.path
        }
    }
}
