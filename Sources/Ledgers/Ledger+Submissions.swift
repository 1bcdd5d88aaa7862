package import Campaigns
import Findings
import GRDB

// Submissions and their verdicts. Revisions are not stored: among the accepted submissions of a unit,
// form and period they are counted by receipt, so that a return that is judged again, or a line of the
// register that comes late, finds its place.

extension Ledger {
    /// Keeps a submission with all its rows; gives its key.
    ///
    /// A file's sheet is one submission: said again it changes nothing, read anew (another unit, other
    /// values) it has another reading, and what was known before can still be asked for.
    package func record(_ submission: Submission, at moment: Moment) throws(LedgerError) -> Int {
        try writing { db in
            let known = try db.prepared(
                "SELECT id FROM submission WHERE fileHash = ? AND sheet = ?"
            ).firstRow {
                $0.bind(submission.fileHash)
                $0.bind(submission.places.sheet ?? "")
            } _: {
                $0.integer(0)
            }
            let next = try db.prepared("SELECT MAX(id) FROM submission").firstRow { _ in
            } _: {
                $0.integer(0) + 1
            }
            var submission = submission
            submission.id = known ?? next ?? 1
            let text = SubmissionText(submission)
            if let known, let stored = try Self.submission(known, db),
                SubmissionText(stored).bytes == text.bytes
            {
                return known
            }
            try append(.submission, text.bytes, at: moment, db) { event in
                try db.insert(submission, text, reading: event.id)
            }
            return submission.id
        }
    }

    /// Gives the verdict on a submission, the first or, when it was judged again, another.
    ///
    /// An accepted one takes the place of the earlier revision of its unit, form and period. The same
    /// verdict once more is no event, unless `isSaidAgain`: then it is known that nothing has changed by
    /// what came meanwhile.
    package func settle(
        submission id: Int, _ verdict: Verdict, campaignVersion: String, at moment: Moment,
        isSaidAgain: Bool = false
    ) throws(LedgerError) {
        try writing { db in
            if !isSaidAgain, let (last, version) = try Self.verdict(ofSubmission: id, db),
                last == verdict, version == campaignVersion
            {
                return
            }
            var payload: JSONObject = [
                "submission": .integer(id), "status": .string(verdict.status.rawValue),
                "ok_rows": .integer(verdict.okRows), "total_rows": .integer(verdict.totalRows),
                "campaign_version": .string(campaignVersion),
                "findings": .array(verdict.findings.map(\.json)),
            ]
            if !verdict.explanations.isEmpty {
                payload["explanations"] = .array(verdict.explanations.map(\.json))
            }
            try append(.verdict, payload, at: moment, db)
        }
    }

    /// The last verdict on a submission, and the campaign's version by which it was judged.
    package func verdict(
        ofSubmission id: Int
    ) throws(LedgerError) -> (verdict: Verdict, campaignVersion: String)? {
        try reading { db in try Self.verdict(ofSubmission: id, db) }
    }

    /// A submission with its rows, as it was read by an event; nil: as it was read last.
    package func submission(
        id: Int, knownBy event: Int? = nil
    ) throws(LedgerError) -> Submission? {
        try reading { db in try Self.submission(id, knownBy: event ?? .max, db) }
    }

    /// Whether any return of a form has come, whatever became of it.
    package func holdsReturns(of form: String) throws(LedgerError) -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM reading WHERE form = ?)",
                arguments: [form]) ?? false
        }
    }

    /// The submissions of a file, by sheet.
    package func submissions(ofFile sha256: String) throws(LedgerError) -> [Submission] {
        try reading { db in
            try Int.fetchAll(
                db, sql: "SELECT id FROM submission WHERE fileHash = ? ORDER BY id",
                arguments: [sha256]
            ).compactMap { try Self.submission($0, db) }
        }
    }

    /// Submissions without a verdict: a run was killed before it gave one.
    package func unsettledSubmissions() throws(LedgerError) -> [Submission] {
        try submissions(
            where: "s.id NOT IN (SELECT submission FROM verdict)", arguments: [])
    }

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

    /// The last verdict `v` on a submission sent it back, no later return has replaced it, and more.
    ///
    /// Of returns with one receipt the later is the one that was taken later.
    private static func isReturned(_ more: String) -> String {
        """
        EXISTS (SELECT 1 FROM verdict v WHERE v.submission = s.id AND v.status = 'returned'
            AND v.event = (SELECT MAX(event) FROM verdict WHERE submission = s.id) AND \(more))
        AND NOT EXISTS (
            SELECT 1 FROM reading o JOIN verdict a ON a.event = (
                SELECT MAX(event) FROM verdict WHERE submission = o.submission)
            WHERE o.form = r.form AND o.unit = r.unit AND o.period = r.period
                AND o.submission <> s.id AND a.status = 'accepted'
                AND (o.received, o.submission) > (r.received, s.id)
                AND o.event = (SELECT MAX(event) FROM reading WHERE submission = o.submission)
                AND (SELECT fileHash FROM submission WHERE id = o.submission) NOT IN (
                    SELECT file FROM act WHERE act = 'withdraw'))
        """
    }

    /// The sheets of a file that are settled: accepted, or replaced since by a later return.
    ///
    /// The others went back and may still be mended, or have no verdict yet.
    package func settledSheets(ofFile sha256: String) throws(LedgerError) -> Set<String> {
        try reading { db in
            try String.fetchSet(
                db,
                sql: """
                    SELECT s.sheet FROM submission s JOIN reading r ON r.event = (
                        SELECT MAX(event) FROM reading WHERE submission = s.id)
                    WHERE s.fileHash = ? AND s.id IN (SELECT submission FROM verdict)
                        AND NOT (\(Self.isReturned("1")))
                    """, arguments: [sha256])
        }
    }

    /// Whether something in a file went back, was not accepted since and not replaced.
    package func wentBack(file sha256: String) throws(LedgerError) -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM submission s JOIN reading r ON r.event = (
                            SELECT MAX(event) FROM reading WHERE submission = s.id)
                        WHERE s.fileHash = ? AND \(Self.isReturned("1")))
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

    /// In the order of period, receipt, path.
    private func submissions(
        where condition: String, arguments: StatementArguments
    ) throws(LedgerError) -> [Submission] {
        try reading { db in
            try Int.fetchAll(
                db,
                sql: """
                    SELECT s.id FROM submission s JOIN reading r ON r.event = (
                        SELECT MAX(event) FROM reading WHERE submission = s.id)
                    WHERE \(condition) ORDER BY r.period, r.received, r.path, s.id
                    """, arguments: arguments
            ).compactMap { try Self.submission($0, db) }
        }
    }

    private static func verdict(
        ofSubmission id: Int, _ db: Database
    ) throws -> (verdict: Verdict, campaignVersion: String)? {
        try db.prepared(
            """
            SELECT event, status, okRows, totalRows, campaignVersion FROM verdict
            WHERE submission = ? ORDER BY event DESC LIMIT 1
            """
        ).firstRow {
            $0.bind(id)
        } _: { row in
            let event = row.integer(0)
            guard let status = Delivery.Status(rawValue: row.text(1)) else {
                throw LedgerError.damaged("verdict \(event)")
            }
            let verdict = Verdict(
                status: status, findings: try findings(ofVerdict: event, db),
                okRows: row.integer(2), totalRows: row.integer(3),
                explanations: try explanations(ofVerdict: event, db))
            return (verdict, row.text(4))
        }
    }

    static func explanations(
        ofVerdict event: Int, _ db: Database
    ) throws -> [ExplainedQuery] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM explanation WHERE verdict = ? ORDER BY position"),
            arguments: [event]
        ).map {
            ExplainedQuery(
                code: $0["code"], subject: $0["subject"], row: $0["number"], note: $0["note"])
        }
    }

    static func findings(ofVerdict event: Int, _ db: Database) throws -> [Finding] {
        try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT content FROM finding WHERE verdict = ? ORDER BY position"),
            arguments: [event]
        ).map {
            guard let finding = JSON($0).flatMap({ Finding($0) }) else {
                throw LedgerError.damaged("a finding of verdict \(event)")
            }
            return finding
        }
    }
}
