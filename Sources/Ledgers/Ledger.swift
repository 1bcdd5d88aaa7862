import Files
import GRDB

/// The only owner of the store (台账): what came, what was made of it, what was published and sent.
///
/// ```swift
/// let ledger = try Ledger.open("state")
/// let hash = try ledger.archive(bytes)
/// try ledger.record(FileRecord(sha256: hash, …), at: now)
/// let id = try ledger.record(Submission(fileHash: hash, …), at: now)
/// try ledger.settle(submission: id, verdict, campaignVersion: version, at: now)
/// let facts = try ledger.facts(of: june, of: campaign, asOf: now)
/// ```
///
/// Every change is an event: it is chained to the one before, appended to `events.jsonl`, fsynced, and
/// only then committed, and every table is filled from the event alone. Writing what is known already
/// makes no event, so a run that was killed is simply run again.
///
/// Not thread-safe: one ledger, one thread at a time.
package final class Ledger {
    let queue: DatabaseQueue
    /// The state folder; nil for a ledger in memory.
    let folder: String?
    /// Originals of a ledger in memory.
    var originals: [String: [UInt8]] = [:]
    /// The transaction under way.
    private var current: Database?
    /// Lines of the transaction's events, and where in the journal they go.
    var pending: (lines: [UInt8], start: Int)?

    private init(queue: DatabaseQueue, folder: String?) {
        self.queue = queue
        self.folder = folder
    }

    /// Opens or makes the ledger in a state folder (`ledger.sqlite`, `archive/`, `quarantine/`,
    /// `events.jsonl`), migrating an older one.
    ///
    /// Events that were fsynced but whose commit was cut off are taken in; half a line is cut off.
    package static func open(_ folder: String) throws(LedgerError) -> Ledger {
        do {
            for part in [folder, folder + "/archive", folder + "/quarantine"] {
                try Files.createFolder(part, mode: 0o700)
            }
            try Files.setMode(0o700, of: folder)
            var configuration = Configuration()
            // Questions are asked while a run writes; each waits for the other's moment.
            configuration.busyMode = .timeout(10)
            let path = folder + "/ledger.sqlite"
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try Files.setMode(0o600, of: path)
            let ledger = Ledger(queue: queue, folder: folder)
            try ledger.prepare()
            try ledger.catchUp()
            return ledger
        } catch {
            throw LedgerError(error)
        }
    }

    /// A ledger that lives and dies with the process, for `check`.
    package static func inMemory() throws(LedgerError) -> Ledger {
        do {
            let ledger = Ledger(queue: try DatabaseQueue(), folder: nil)
            try ledger.prepare()
            return ledger
        } catch {
            throw LedgerError(error)
        }
    }

    private func prepare() throws {
        // Not by GRDB's configuration, which writes to the database whenever it is opened in WAL mode; and
        // FULL, because a commit that a power cut undoes is not enough here.
        try queue.inDatabase { db in
            if folder != nil { _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") }
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        let migrator = LedgerSchema.migrator
        let unknown = try queue.read { db in
            try migrator.hasBeenSuperseded(db)
                ? try migrator.appliedIdentifiers(db).subtracting(migrator.migrations).max() : nil
        }
        if let unknown { throw LedgerError.newer(schema: unknown) }
        try migrator.migrate(queue)
    }

    /// Makes one commit of all that `body` writes: all of it is known afterwards, or nothing.
    ///
    /// A file, its submissions and their verdicts belong together in one.
    @discardableResult
    package func together<Value>(
        _ body: () throws(LedgerError) -> Value
    ) throws(LedgerError) -> Value {
        try writing { _ throws in try body() }
    }

    /// Runs a query, inside the transaction under way if there is one.
    func reading<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            if let current { return try body(current) }
            return try queue.read(body)
        } catch {
            throw LedgerError(error)
        }
    }

    /// Runs a change in a transaction; its events stand in the journal before it is committed.
    @discardableResult
    func writing<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        var appendedAt: Int?
        do {
            if let current { return try body(current) }
            return try queue.write { db in
                current = db
                defer {
                    current = nil
                    pending = nil
                }
                let value = try body(db)
                if let pending, let journal {
                    appendedAt = pending.start
                    try Files.append(pending.lines, to: journal)
                }
                return value
            }
        } catch {
            // What was not committed is taken back; should that fail too, the next opening mends it.
            if let appendedAt, let journal { try? Files.cut(journal, to: appendedAt) }
            throw LedgerError(error)
        }
    }
}
