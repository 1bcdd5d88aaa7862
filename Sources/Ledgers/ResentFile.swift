package import Campaigns
import Files
import GRDB

// Bytes that come once more, where their sender may mean something by it: after another file took their
// place (a first version that was right after all), or where another month's return is awaited (the wrong
// file, or a month in which nothing changed). They count as they did; but the answer has to say so, and
// what to do.

/// A file that is the same as an earlier one (旧版又报、重报上月文件), with what counts.
package struct ResentFile: Hashable, Sendable {
    /// The earlier file's return, under the path and at the moment at which the bytes came again; the period
    /// is that for which they were sent now.
    package var delivery: Delivery
    /// The path and the receipt of the same bytes when they first came.
    package var first: Origin
    package var standing: Standing

    package enum Standing: Hashable, Sendable {
        /// A later file counts instead.
        case replaced(by: Origin)
        /// They count, for another month; of this one nothing was accepted.
        case counts(Period)
    }

    package struct Origin: Hashable, Sendable {
        package var path: String
        package var received: Moment

        package init(path: String, received: Moment) {
            self.path = path
            self.received = received
        }
    }
}

extension Ledger {
    /// What it means that known bytes lie under a path.
    package enum Return: Sendable {
        /// They were noted there last, or are a mere copy of what counts.
        case nothing
        /// They came to the path, or back to it, after another accepted file took the place of a return in
        /// them.
        case replaced
        /// They count, and came back to where such an earlier version had been put.
        case standing
    }

    /// Which bytes were noted under the path last is asked of the events' tables, so that a lost cache makes
    /// nothing come again.
    package func returning(_ file: FileRecord, to path: String) throws(LedgerError) -> Return {
        guard file.fate == .taken else { return .nothing }
        return try reading { db in
            let last = try Self.lastBytes(at: path, knownBy: .max, db)
            guard last?.sha256 != file.sha256 else { return .nothing }
            // By the moments and paths that were noted: what the receipt says goes by the register as well.
            if try Self.isReplaced(file.sha256, db) { return .replaced }
            return last?.isReplaced == true ? .standing : .nothing
        }
    }

    /// Notes that a file's bytes came to a path once more.
    package func record(
        resent sha256: String, at path: String, on moment: Moment
    ) throws(LedgerError) {
        try writing { db in
            try append(
                .resent, ["sha256": .string(sha256), "path": .string(path)], at: moment, db)
        }
    }

    /// Notes that bytes which count for other months came to a path that names this one.
    ///
    /// Nothing where they are noted there already, do not count, or are another unit's; `unit` is whose the
    /// path is, nil where it names none.
    package func record(
        _ sha256: String, copiedTo path: String, in period: Period, ofUnit unit: String?,
        on moment: Moment
    ) throws(LedgerError) {
        try writing { db in
            guard try Self.lastBytes(at: path, knownBy: .max, db)?.sha256 != sha256,
                try Self.counts(sha256, notIn: period, ofUnit: unit, db)
            else { return }
            try append(
                .resent,
                [
                    "sha256": .string(sha256), "path": .string(path),
                    "period": .string(period.description),
                ], at: moment, db)
        }
    }

    private static func counts(
        _ sha256: String, notIn period: Period, ofUnit unit: String?, _ db: Database
    ) throws -> Bool {
        let periods = try String.fetchSet(
            db.cachedStatement(
                sql: """
                    SELECT r.period FROM \(asReadLast)
                    WHERE s.fileHash = ?1 AND r.period IS NOT NULL AND r.unit = COALESCE(?2, r.unit)
                        AND (SELECT status FROM verdict WHERE submission = s.id
                            ORDER BY event DESC LIMIT 1) = 'accepted'
                    """), arguments: [sha256, unit])
        return !periods.isEmpty && !periods.contains(period.description)
    }

    /// The bytes that were noted under a path last, with their event, and whether it says that they had been
    /// replaced.
    static func lastBytes(
        at path: String, knownBy event: Int, _ db: Database
    ) throws -> (sha256: String, event: Int, isReplaced: Bool)? {
        try db.prepared(
            """
            SELECT sha256, event, isReplaced FROM (
                SELECT sha256, event, 0 AS isReplaced FROM file
                WHERE name = ?1 AND path = ?2 AND event <= ?3
                UNION ALL SELECT file, event, period IS NULL FROM resent
                WHERE path = ?2 AND event <= ?3)
            ORDER BY event DESC LIMIT 1
            """
        ).firstRow {
            $0.bind(Files.name(of: path))
            $0.bind(path)
            $0.bind(event)
        } _: {
            ($0.text(0), $0.integer(1), $0.integer(2) == 1)
        }
    }

    /// Whether a file that counts came after this one for a return in it.
    private static func isReplaced(_ sha256: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql:
                    "SELECT EXISTS (SELECT 1 FROM \(asReadLast) WHERE s.fileHash = ? AND \(isReplaced))"
            ),
            arguments: [sha256]) ?? false
    }
}

extension LedgerSnapshot {
    /// The files that came again for a period and do not count for it, in the order in which they came.
    ///
    /// Of each path the bytes that lie there last; none where a later file was accepted since.
    func resentFiles(of period: Period) throws -> [ResentFile] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT event, file, path, period, moment FROM resent
                    JOIN event ON event.id = resent.event WHERE event <= ? ORDER BY event
                    """), arguments: [horizon])
        guard !rows.isEmpty else { return [] }
        let heads = Dictionary(grouping: headsByPeriod[period] ?? [], by: \.fileHash)
        return try rows.flatMap { row -> [ResentFile] in
            guard let moment = Moment(stored: row["moment"]) else {
                throw LedgerError.damaged("event \(row["event"] as Int)")
            }
            let (path, hash): (String, String) = (row["path"], row["file"])
            let stated = (row["period"] as String?).flatMap { Period($0) }
            guard stated == period || stated == nil && heads[hash] != nil,
                try Ledger.lastBytes(at: path, knownBy: horizon, db)?.event == row["event"]
            else { return [] }
            return stated == nil
                ? (heads[hash] ?? []).compactMap { replaced($0, at: path, moment) }
                : self.heads.filter { $0.fileHash == hash }
                    .compactMap { copied($0, at: path, moment, for: period) }
        }
    }

    /// Nothing is told once a return of the month was accepted: it was the wrong file.
    private func copied(
        _ head: SubmissionHead, at path: String, _ moment: Moment, for period: Period
    ) -> ResentFile? {
        guard let form = head.form, let unit = head.unit, let counted = head.period,
            campaign.form(form)?.nature == .units, head.status == .accepted,
            revisions(ofForm: form, unit: unit, in: period).isEmpty
        else { return nil }
        return resent(head, form, unit, period, at: path, moment, .counts(counted))
    }

    private func replaced(
        _ head: SubmissionHead, at path: String, _ moment: Moment
    ) -> ResentFile? {
        guard let form = head.form, let unit = head.unit, let period = head.period,
            campaign.form(form)?.nature == .units,
            let standing = revisions(ofForm: form, unit: unit, in: period).last,
            standing.fileHash != head.fileHash, standing.received <= moment
        else { return nil }
        return resent(
            head, form, unit, period, at: path, moment,
            .replaced(by: .init(path: standing.path, received: standing.received)))
    }

    private func resent(
        _ head: SubmissionHead, _ form: String, _ unit: String, _ period: Period,
        at path: String, _ moment: Moment, _ standing: ResentFile.Standing
    ) -> ResentFile {
        ResentFile(
            delivery: Delivery(
                form: form, unit: unit, period: period, file: path, sheet: head.sheet,
                received: moment, status: head.status, isLate: false, lateDays: 0, revision: 0,
                rows: head.rowCount, findings: []),
            first: .init(path: head.path, received: head.received), standing: standing)
    }
}
