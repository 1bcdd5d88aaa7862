import Files
import Findings
import GRDB

// How a ledger is opened: by a run, which may change it, and by a question, which may not.

extension Ledger {
    /// What was done when a program met the ledger of an older one.
    package struct Upgrade: Hashable, Sendable {
        /// The last migration that the older program knew.
        package var from: String
        package var to: String
        /// Where the older database stands, whole and verified.
        package var backup: String
    }

    /// Opens or makes the ledger in a state folder (`ledger.sqlite`, `archive/`, `quarantine/`,
    /// `events.jsonl`); only for who holds the lock.
    ///
    /// Events that were fsynced but whose commit was cut off are taken in; half a line is cut off. The
    /// ledger of an older program is copied to `upgrades/`, migrated, and verified; see `upgrade`.
    package static func open(_ folder: String) throws(LedgerError) -> Ledger {
        do {
            for part in [folder, folder + "/archive", folder + "/quarantine"] {
                try Files.createFolder(part, mode: 0o700)
            }
            try Files.setMode(0o700, of: folder)
            let path = database(of: folder)
            if !Files.exists(path) {
                // The log of a database that is gone must not be taken for the new one's.
                for suffix in ["-wal", "-shm"] { try Files.remove(path + suffix) }
            }
            let queue = try DatabaseQueue(path: path, configuration: writing)
            try Files.setMode(0o600, of: path)
            let ledger = Ledger(queue: queue, folder: folder)
            ledger.isUnsealed = !Files.exists(ledger.sealPath ?? "")
            try ledger.migrate()
            try ledger.takeEffect()
            try ledger.catchUp()
            if ledger.upgrade != nil { try ledger.checkUpgrade() }
            return ledger
        } catch {
            throw LedgerError(error)
        }
    }

    /// Opens the ledger of a state folder for questions; nil where it would have to be changed first:
    /// there is none, or the events are ahead of it, or an older program wrote it.
    ///
    /// Where it `isBeingWritten`, because somebody else holds the lock, the events ahead of it are those
    /// that a run is about to commit, and the last commit answers.
    package static func look(
        _ folder: String, isBeingWritten: Bool = false
    ) throws(LedgerError) -> Ledger? {
        let path = database(of: folder)
        guard Files.exists(path) else { return nil }
        do {
            let queue = try DatabaseQueue(path: path, configuration: asking)
            let ledger = Ledger(queue: queue, folder: folder, isWritable: false)
            guard try ledger.lacks().isEmpty else { return nil }
            return try isBeingWritten || ledger.isCaughtUp() ? ledger : nil
        } catch {
            throw LedgerError(error)
        }
    }

    /// Whether a state folder holds anything that a ledger is made of.
    package static func exists(in folder: String) -> Bool {
        Files.exists(database(of: folder)) || Files.size(of: folder + "/events.jsonl") ?? 0 > 0
    }

    /// GRDB's own WAL mode writes a page each time that it opens a database, and asks for NORMAL, with
    /// which a power cut may undo a commit.
    static var writing: Configuration {
        var configuration = Configuration()
        // Questions are asked while a run writes; each waits for the other's moment.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            // Room for the pages of a whole commit: what does not fit is written twice.
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                    PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000
                    """)
        }
        return configuration
    }

    /// For questions, beside a run or not.
    ///
    /// A connection that may only read would leave the files behind that SQLite puts beside a database;
    /// this one may write and does not.
    private static var asking: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
        return configuration
    }

    /// Opens a database that nobody writes to, and changes nothing, be it damaged.
    ///
    /// Where its log is empty, not even the files are made that SQLite puts beside a database.
    static func atRest(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.readonly = true
        let isAtRest = Files.size(of: path + "-wal") ?? 0 == 0
        return try DatabaseQueue(
            path: isAtRest ? immutable(path) : path, configuration: configuration)
    }

    /// The path as an address that says: nobody will change this while it is read.
    private static func immutable(_ path: String) -> String {
        let plain = path.utf8.reduce(into: "") { text, byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "/._-".utf8.contains(byte)
            let digits = String(byte, radix: 16)
            text += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
        }
        return "file:\(plain)?immutable=1"
    }

    static func database(of folder: String) -> String { folder + "/ledger.sqlite" }

    /// The migrations that the database has not seen.
    ///
    /// - Throws: `LedgerError.newer` where it has seen one that this program does not know.
    func lacks() throws -> [String] {
        let migrator = LedgerSchema.migrator
        return try queue.read { db in
            let applied = try migrator.appliedIdentifiers(db)
            if let unknown = applied.subtracting(migrator.migrations).max() {
                throw LedgerError.newer(schema: unknown)
            }
            return migrator.migrations.filter { !applied.contains($0) }
        }
    }

    private func migrate() throws {
        let lacking = try lacks()
        // The migrator writes even where it has nothing to do.
        guard !lacking.isEmpty else { return }
        try breakSeal()
        let migrator = LedgerSchema.migrator
        let from = migrator.migrations.last { !lacking.contains($0) }
        if let from, let folder, let to = migrator.migrations.last {
            upgrade = Upgrade(from: from, to: to, backup: try keepOlder(from, in: folder))
        }
        try migrator.migrate(queue)
    }

    /// Copies the database of an older program aside before it is touched.
    private func keepOlder(_ schema: String, in folder: String) throws -> String {
        let name = schema.replacing(" ", with: "-")
        let upgrades = folder + "/upgrades"
        try Files.createFolder(upgrades, mode: 0o700)
        let path = "\(upgrades)/ledger-\(name).sqlite"
        try copyDatabase(to: path)
        return path
    }

    /// Lets the events take effect that the tables do not show, after a migration all of them.
    private func takeEffect() throws {
        let (shown, last) = try queue.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT event FROM progress") ?? 0,
                try Int.fetchOne(db, sql: "SELECT MAX(id) FROM event") ?? 0
            )
        }
        guard shown < last else { return }
        try breakSeal()
        try queue.write { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT * FROM event WHERE id > ? ORDER BY id", arguments: [shown])
            while let row = try rows.next() {
                let event = try Self.event(row)
                try EventReader(event: event, payload: event.payload, db: db).apply()
                try db.noteProgress(event.id)
            }
        }
    }

    /// The events that were there before the upgrade are there after it, and the tables show them.
    private func checkUpgrade() throws {
        let faults = try LedgerAudit(self).faultsOfDatabase()
        if let fault = faults.first { throw LedgerError.damaged(fault.message.english) }
    }
}
