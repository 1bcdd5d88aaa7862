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
    /// values) it has another reading, and what was known before can still be asked for. One that has an id
    /// already is that submission, whatever its sheet is called by now; see `Submission.identities`.
    package func record(_ submission: Submission, at moment: Moment) throws(LedgerError) -> Int {
        try writing { db in
            let known =
                submission.id != 0 ? submission.id : try Self.submission(like: submission, db)
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

    /// The submission of the same file that has the same key; nil where there is none.
    private static func submission(like submission: Submission, _ db: Database) throws -> Int? {
        switch submission.key {
        case .sheet(let sheet):
            try db.prepared("SELECT id FROM submission WHERE fileHash = ? AND sheet = ?").firstRow {
                $0.bind(submission.fileHash)
                $0.bind(sheet)
            } _: {
                $0.integer(0)
            }
        case .whole(let form, let unit):
            try db.prepared(
                """
                SELECT s.id FROM \(asReadLast)
                WHERE s.fileHash = ? AND s.sheet = '' AND r.form IS ? AND r.unit IS ?
                """
            ).firstRow {
                $0.bind(submission.fileHash)
                $0.bind(form)
                $0.bind(unit)
            } _: {
                $0.integer(0)
            }
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

    /// Submissions without a verdict on what they were read as last: a run was killed before it gave one.
    package func unsettledSubmissions() throws(LedgerError) -> [Submission] {
        try submissions(
            where: """
                r.event > COALESCE(
                    (SELECT MAX(event) FROM verdict WHERE submission = s.id), 0)
                """, arguments: [])
    }

    /// In the order of period, receipt, path.
    func submissions(
        where condition: String, arguments: StatementArguments
    ) throws(LedgerError) -> [Submission] {
        try reading { db in
            try Int.fetchAll(
                db,
                sql: """
                    SELECT s.id FROM \(Self.asReadLast)
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
