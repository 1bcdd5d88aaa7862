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

    /// The last event by which a return of a period was judged, for every period of which there is one;
    /// one that was read again counts for the period that it was first taken for as well.
    package func latestVerdicts() throws(LedgerError) -> [Period: Int] {
        try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT r.period, MAX(v.event) AS event
                    FROM reading r JOIN verdict v ON v.submission = r.submission
                    WHERE r.period IS NOT NULL GROUP BY r.period
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
        guard let form = submission.form, let unit = submission.unit, let period = submission.period
        else { return nil }
        return try reading { db in
            var last: (received: String, path: String)?
            try db.prepared(
                """
                SELECT r.received, r.path FROM reading r JOIN submission s ON s.id = r.submission
                JOIN verdict v ON v.event = (SELECT MAX(event) FROM verdict WHERE submission = s.id)
                WHERE r.form = ?1 AND r.unit = ?2 AND r.period = ?3 AND r.received <= ?4
                    AND s.fileHash <> ?5 AND v.status = 'accepted'
                    AND r.event = (SELECT MAX(event) FROM reading WHERE submission = s.id)
                """
            ).eachRow {
                $0.bind(form)
                $0.bind(unit)
                $0.bind(period.description)
                $0.bind(submission.received.description)
                $0.bind(submission.fileHash)
            } _: { row in
                let other = (received: row.text(0), path: row.text(1))
                if last.map({ $0.received <= other.received }) ?? true { last = other }
            }
            return last?.path
        }
    }

    /// The file that came last before a submission with the same return and the same receipt; nil where
    /// there is no such rival, or the return was not recognised whole.
    package func rival(of submission: Submission) throws(LedgerError) -> String? {
        guard let form = submission.form, let unit = submission.unit, let period = submission.period
        else { return nil }
        return try reading { db in
            // The last one is told here: to put them in order SQLite would lay out a table, be it for none.
            var last: (id: Int, path: String)?
            try db.prepared(
                """
                SELECT s.id, r.path FROM reading r JOIN submission s ON s.id = r.submission
                WHERE r.form = ?1 AND r.unit = ?2 AND r.period = ?3 AND r.received = ?4
                    AND r.event = (SELECT MAX(event) FROM reading WHERE submission = s.id)
                    AND s.fileHash <> ?5 AND s.id < COALESCE(
                        (SELECT MIN(id) FROM submission WHERE fileHash = ?5), 9e18)
                """
            ).eachRow {
                $0.bind(form)
                $0.bind(unit)
                $0.bind(period.description)
                $0.bind(submission.received.description)
                $0.bind(submission.fileHash)
            } _: { row in
                let id = row.integer(0)
                if last.map({ $0.id < id }) ?? true { last = (id, row.text(1)) }
            }
            return last?.path
        }
    }
}
