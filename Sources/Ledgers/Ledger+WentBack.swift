package import Campaigns
import GRDB

// What went back and may still be mended: it is judged again when its ground has changed, and read anew
// where it lies elsewhere (decision 0026).

extension Ledger {
    /// Returned submissions that another version of the campaign judged, to be judged again.
    ///
    /// What a later return has replaced is not among them: it was judged by the tables of its time, and
    /// nothing hangs on what it would be by those of another.
    package func returnedSubmissions(
        judgedByOtherThan version: String
    ) throws(LedgerError) -> [Submission] {
        try submissions(
            where: Self.isReturned("v.campaignVersion <> ?"), arguments: [version])
    }

    /// Returned submissions that were judged before an earlier month's return of the same unit and form was
    /// accepted, which they are compared with, or before their month had begun, which it has by `moment`.
    package func returnedSubmissions(outdatedBy moment: Moment) throws(LedgerError) -> [Submission]
    {
        try submissions(
            where: Self.isReturned(
                """
                (r.period <= ? AND r.period > (
                        SELECT substr(moment, 1, 7) FROM event WHERE id = v.event)
                    OR EXISTS (
                        SELECT 1 FROM reading e JOIN verdict a ON a.submission = e.submission
                        WHERE e.form = r.form AND e.unit = r.unit AND e.period < r.period
                            AND a.status = 'accepted' AND a.event > v.event))
                """), arguments: [Period(containing: moment.date).description])
    }

    /// The keys of what a file held that is settled: accepted, or replaced since by a later return.
    ///
    /// The others went back, were put apart or passed over, and may still be mended; or have no verdict yet.
    package func settledSubmissions(ofFile sha256: String) throws(LedgerError) -> Set<Int> {
        try reading { db in
            try Int.fetchSet(
                db,
                sql: """
                    SELECT s.id FROM \(Self.asReadLast)
                    WHERE s.fileHash = ? AND s.id IN (SELECT submission FROM verdict)
                        AND NOT (\(Self.isOpen))
                    """, arguments: [sha256])
        }
    }

    /// Whether something in a file went back, or was put apart or passed over, was not accepted since and not
    /// replaced.
    package func isOpen(file sha256: String) throws(LedgerError) -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM \(Self.asReadLast) WHERE s.fileHash = ? AND \(Self.isOpen))
                    """, arguments: [sha256]) ?? false
        }
    }

    /// Whether a file was read under a path, or first seen there.
    package func wasRead(file sha256: String, at path: String) throws(LedgerError) -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM reading r JOIN submission s ON s.id = r.submission
                        WHERE s.fileHash = ?1 AND r.path = ?2
                        UNION ALL SELECT 1 FROM file WHERE sha256 = ?1 AND path = ?2)
                    """, arguments: [sha256, path]) ?? false
        }
    }

    // MARK: Pieces of SQL

    /// Submissions `s` with the reading `r` by which they are known now.
    static let asReadLast = """
        submission s JOIN reading r ON r.event = (
            SELECT MAX(event) FROM reading WHERE submission = s.id)
        """

    /// The last verdict `v` on a submission sent it back, no later return has replaced it, and more.
    private static func isReturned(_ more: String) -> String {
        isLast("v.status = 'returned' AND \(more)")
    }

    /// The last verdict on a submission did not accept it, and no later return has replaced it.
    private static let isOpen = isLast("v.status <> 'accepted'")

    private static func isLast(_ verdict: String) -> String {
        """
        EXISTS (SELECT 1 FROM verdict v WHERE v.submission = s.id
            AND v.event = (SELECT MAX(event) FROM verdict WHERE submission = s.id) AND \(verdict))
        AND NOT \(isReplaced)
        """
    }

    /// A later return in another file was accepted in the place of a submission, and was not taken back.
    ///
    /// Of returns with one receipt the later is the one that was taken later.
    static let isReplaced = """
        EXISTS (
            SELECT 1 FROM reading o JOIN submission t ON t.id = o.submission
            JOIN verdict a ON a.event = (SELECT MAX(event) FROM verdict WHERE submission = t.id)
            WHERE o.form = r.form AND o.unit = r.unit AND o.period = r.period
                AND (o.received, t.id) > (r.received, s.id) AND t.fileHash <> s.fileHash
                AND o.event = (SELECT MAX(event) FROM reading WHERE submission = t.id)
                AND a.status = 'accepted' AND NOT \(isWithdrawn(file: "t.fileHash", path: "o.path")))
        """

    /// The office has taken back what lies under a path, and not thought better of it.
    static func isWithdrawn(file: String, path: String) -> String {
        """
        EXISTS (SELECT 1 FROM act w WHERE w.act = 'withdraw' AND w.file = \(file) AND w.path = \(path)
            AND NOT EXISTS (SELECT 1 FROM act x WHERE x.revokes = w.event))
        """
    }
}
