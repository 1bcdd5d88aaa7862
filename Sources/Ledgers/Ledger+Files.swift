package import Campaigns
import GRDB

// What the ledger knows of the files of the Inbox.

extension Ledger {
    /// What is known of a file; nil where its bytes were never seen.
    package func file(sha256: String) throws(LedgerError) -> FileRecord? {
        try reading { db in try Self.file(sha256, db) }
    }

    /// Notes a file and what became of it; said again it changes nothing, with another fate only that.
    ///
    /// `submissions` says how many will follow in the same commit; see `unfinishedFile`. `members` are those
    /// of an archive, which is noted when all of them have been, under each path at which it is taken apart.
    /// `limits` are those by which a file could not be read; see `refusals`.
    package func record(
        _ file: FileRecord, submissions: Int? = nil, members: [BundleMember] = [],
        limits: String? = nil, at moment: Moment
    ) throws(LedgerError) {
        try writing { db in
            if try Self.file(file.sha256, db)?.fate == file.fate {
                switch file.fate {
                case .unreadable:
                    guard let limits, try Self.refusals(db)[file.sha256] != limits else { return }
                case .bundle:
                    if try Self.wasTakenApart(file.sha256, into: members, db) { return }
                case .taken, .quarantined, .register: return
                }
            }
            var payload: JSONObject = [
                "sha256": .string(file.sha256), "path": .string(file.path),
                "size": .integer(file.size), "first_seen": .string(file.firstSeen.description),
                "fate": .string(file.fate.rawValue),
            ]
            if let submissions { payload["submissions"] = .integer(submissions) }
            if let limits { payload["limits"] = .string(limits) }
            if !members.isEmpty {
                payload["members"] = .array(members.map { .strings([$0.path, $0.sha256]) })
            }
            try append(.file, payload, at: moment, db)
        }
    }

    /// A file whose submissions are not all there with their verdicts; nil where there is none.
    ///
    /// The events of one commit are appended to the journal in one piece, but a power cut or a kill may
    /// leave the first of them; these are taken in, for nothing tells them from a commit that was
    /// smaller. So it is the last file, and the run that comes next has to take it once more.
    package func unfinishedFile() throws(LedgerError) -> String? {
        try reading { db in
            let text = try String.fetchOne(
                db, sql: "SELECT payload FROM event WHERE kind = 'file' ORDER BY id DESC LIMIT 1")
            guard let payload = text.flatMap({ JSON($0) }), let hash = payload["sha256"]?.string,
                let count = payload["submissions"]?.integer
            else { return nil }
            let settled = try Int.fetchOne(
                db,
                sql: """
                    SELECT COUNT(DISTINCT submission) FROM verdict
                    WHERE submission IN (SELECT id FROM submission WHERE fileHash = ?)
                    """, arguments: [hash])
            return settled ?? 0 < count ? hash : nil
        }
    }

    static func file(_ hash: String, _ db: Database) throws -> FileRecord? {
        try db.prepared(
            """
            SELECT file.path, file.size, file.firstSeen, fate.fate
            FROM file JOIN fate ON fate.file = file.sha256
            WHERE file.sha256 = ? ORDER BY fate.event DESC LIMIT 1
            """
        ).firstRow {
            $0.bind(hash)
        } _: { row in
            guard let firstSeen = Moment(stored: row.text(2)),
                let fate = FileRecord.Fate(rawValue: row.text(3))
            else { throw LedgerError.damaged("file \(hash)") }
            return FileRecord(
                sha256: hash, path: row.text(0), size: row.integer(1), firstSeen: firstSeen,
                fate: fate)
        }
    }

    // MARK: Caches, which are no events and may be lost

    /// Remembers the hash of a file as it lies in the Inbox, so that it need not be opened again.
    package func noteStat(
        path: String, size: Int, modified: Double, sha256: String
    ) throws(LedgerError) {
        try writing { db in
            try breakSeal()
            try db.insert("INSERT OR REPLACE INTO fileStat VALUES (?, ?, ?, ?)") { row in
                row.bind(path)
                row.bind(size)
                row.bind(modified)
                row.bind(sha256)
            }
        }
    }

    /// How a file of the Inbox lay there when it was last read.
    package struct Stat: Hashable, Sendable {
        package var size: Int
        package var modified: Double

        package init(size: Int, modified: Double) {
            self.size = size
            self.modified = modified
        }
    }

    /// All files as they were noted, by path, but some: one question for a whole Inbox.
    package func stats(except hashes: Set<String> = []) throws(LedgerError) -> [String: Stat] {
        try reading { db in
            var stats: [String: Stat] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT path, size, modified, sha256 FROM fileStat")
            while let row = try rows.next() {
                if !hashes.isEmpty, hashes.contains(row[3]) { continue }
                stats[row[0]] = Stat(size: row[1], modified: row[2])
            }
            return stats
        }
    }

    /// The hash of a file that has the size and the time of change that were noted; nil for any other.
    package func hash(
        ofUnchanged path: String, size: Int, modified: Double
    ) throws(LedgerError) -> String? {
        try reading { db in
            try db.prepared(
                "SELECT sha256 FROM fileStat WHERE path = ? AND size = ? AND modified = ?"
            ).firstRow {
                $0.bind(path)
                $0.bind(size)
                $0.bind(modified)
            } _: {
                $0.text(0)
            }
        }
    }

    /// Notes that a file's bytes lie under a path, be it the first or another one.
    package func notePath(_ path: String, ofFile sha256: String) throws(LedgerError) {
        if try paths(ofFile: sha256).contains(path) { return }
        try writing { db in
            try breakSeal()
            try db.execute(
                sql: "INSERT INTO filePath VALUES (?, ?)", arguments: [sha256, path])
        }
    }

    /// The paths under which a file's bytes were seen: the first one first, the others by name.
    package func paths(ofFile sha256: String) throws(LedgerError) -> [String] {
        try reading { db in
            let first = try Self.file(sha256, db)?.path
            let noted = try String.fetchAll(
                db, sql: "SELECT path FROM filePath WHERE sha256 = ? ORDER BY path",
                arguments: [sha256])
            return (first.map { [$0] } ?? []) + noted.filter { $0 != first }
        }
    }
}
