package import Campaigns
import GRDB

// The office's own acts (办理事项): how they are noted, and what is asked about them.

extension Ledger {
    /// Notes an act; where what it says stands already, nothing is noted and that act is given.
    ///
    /// A revocation of an act that is revoked gives the revocation. Whether the act makes sense — the
    /// return is owed, the file is known — is for the caller to see.
    package func record(
        _ content: OfficeAct.Content, reason: String, at moment: Moment
    ) throws(LedgerError) -> (act: OfficeAct, isNew: Bool) {
        try writing { db in
            let book = try ActBook(db, knownBy: .max)
            if let known = book.act(about: content), known.content == content {
                return (known, false)
            }
            var payload = content.json
            payload["reason"] = .string(reason)
            let event = try append(.act, payload, at: moment, db)
            // Only a look at the bytes tells that they lie elsewhere as well.
            try db.execute(
                sql: """
                    DELETE FROM fileStat WHERE sha256 IN (
                        SELECT file FROM act WHERE event IN (?1, (
                            SELECT revokes FROM act WHERE event = ?1)))
                    """, arguments: [event])
            let act = OfficeAct(id: event, moment: moment, content: content, reason: reason)
            return (act, true)
        }
    }

    /// The acts that were known at a moment, in the order of their numbers; revoked ones say so.
    package func acts(asOf moment: Moment? = nil) throws(LedgerError) -> [OfficeAct] {
        try reading { db in
            try ActBook(db, knownBy: try Self.horizon(of: moment, db)).acts
        }
    }

    /// The acts that were known by an event, in the order of their numbers.
    package func acts(knownBy event: Int) throws(LedgerError) -> [OfficeAct] {
        try reading { db in try ActBook(db, knownBy: event).acts }
    }

    /// How many of a period's returns had been put off to a time that has come by a moment.
    package func lapsedExtensions(
        in period: Period, asOf moment: Moment
    ) throws(LedgerError) -> Int {
        try reading { db in
            try ActBook(db, knownBy: .max).lapsedExtensions(in: period, asOf: moment)
        }
    }

    /// The act that stands about what some content is about; nil where there is none.
    package func act(
        about content: OfficeAct.Content
    ) throws(LedgerError) -> OfficeAct? {
        try reading { db in try ActBook(db, knownBy: .max).act(about: content) }
    }

    /// The inspection records that count at a moment, with their forms, by day, visit, item, object.
    package func inspections(
        of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> [(form: String, record: InspectionRecord)] {
        try reading { db in
            let snapshot = try LedgerSnapshot(db, of: campaign, asOf: moment)
            return try snapshot.inspections.get().records
        }
    }

    /// The last event that was known at a moment.
    package func horizon(at moment: Moment) throws(LedgerError) -> Int {
        try reading { db in try Self.horizon(of: moment, db) }
    }

    private static func horizon(of moment: Moment?, _ db: Database) throws -> Int {
        guard let moment else { return .max }
        return try Int.fetchOne(
            db, sql: "SELECT MAX(id) FROM event WHERE moment <= ?",
            arguments: [moment.description]) ?? 0
    }

    // MARK: Files that were taken back

    /// The path by which a file's bytes count, or would count had it not been taken back: where they
    /// were read last.
    package func pathRead(ofFile sha256: String) throws(LedgerError) -> String? {
        try reading { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT path FROM (
                        SELECT path, reading.event FROM reading
                        JOIN submission ON submission.id = reading.submission
                        WHERE fileHash = ?1
                        UNION ALL SELECT path, event FROM file WHERE sha256 = ?1)
                    ORDER BY event DESC LIMIT 1
                    """, arguments: [sha256])
        }
    }

    /// Whether what lies under a path was taken back (撤回).
    package func isWithdrawn(file sha256: String, path: String) throws(LedgerError) -> Bool {
        try act(about: .withdraw(sha256: sha256, path: path, period: nil)) != nil
    }

    /// Files whose hash begins with a text, whose path is it or whose name is it: those that count and
    /// those that were taken back, by the path by which they were read last.
    package func files(named text: String) throws(LedgerError) -> [(sha256: String, path: String)] {
        var found: [(sha256: String, path: String)] = []
        for file in try allFiles() {
            let name = file.path.split(separator: "/").last.map(String.init)
            let isHash = text.utf8.count >= 6 && file.sha256.hasPrefix(text.lowercased())
            guard file.path == text || name == text || isHash else { continue }
            found.append(file)
        }
        // A whole path means that file, also where another has it for a name.
        let exact = found.filter { $0.path == text }
        return exact.isEmpty ? found : exact
    }

    /// Every file that the ledger knows, by path; of an archive that was taken apart its members.
    package func allFiles() throws(LedgerError) -> [(sha256: String, path: String)] {
        let hashes = try reading { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT sha256 FROM file WHERE NOT EXISTS (
                        SELECT 1 FROM fate WHERE file = sha256 AND fate = 'bundle')
                    ORDER BY path, sha256
                    """)
        }
        var files: [(sha256: String, path: String)] = []
        for hash in hashes {
            if let path = try pathRead(ofFile: hash) { files.append((hash, path)) }
        }
        return files
    }
}
