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
    /// Originals that were placed since the last commit.
    var names = FolderBatch()
    /// The transaction under way.
    private var current: Database?
    /// The transaction under way is one of questions alone.
    private var isLooking = false
    /// Lines of the transaction's events, their memory kept for the next ones, and where in the journal
    /// they go.
    var pending: (lines: [UInt8], start: Int) = ([], 0)
    /// The last event of the transaction; nil before its first.
    var head: Head?

    /// Whether it may be changed; a question never changes it.
    let isWritable: Bool
    /// What was done to bring an older ledger up to this program's schema; nil where nothing was.
    package internal(set) var upgrade: Upgrade?
    /// The seal was broken, or there was none: closing makes it anew.
    var isUnsealed = false

    init(queue: DatabaseQueue, folder: String?, isWritable: Bool = true) {
        self.queue = queue
        self.folder = folder
        self.isWritable = isWritable
    }

    deinit {
        // What cannot be sealed now is sealed by the next run; nothing depends on it but `verify`.
        try? seal()
    }

    /// A ledger that lives and dies with the process, for `check`.
    package static func inMemory() throws(LedgerError) -> Ledger {
        do {
            let ledger = Ledger(queue: try DatabaseQueue(), folder: nil)
            try LedgerSchema.migrator.migrate(ledger.queue)
            return ledger
        } catch {
            throw LedgerError(error)
        }
    }

    /// Makes one commit of all that `body` writes: all of it is known afterwards, or nothing.
    ///
    /// A file, its submissions and their verdicts belong together in one; so may many files.
    ///
    /// - Throws: what `body` throws, or what `stopping` makes of the ledger's own error.
    @discardableResult
    package func together<Value, Failure: Error>(
        stopping: (LedgerError) -> Failure, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try carrying(stopping: stopping, isAsking: false, body)
    }

    @discardableResult
    package func together<Value>(
        _ body: () throws(LedgerError) -> Value
    ) throws(LedgerError) -> Value {
        try together(stopping: { $0 }, body)
    }

    /// Asks all questions of `body` in one transaction, of what was committed before; nothing is written in it.
    ///
    /// What is asked of every file of an Inbox takes a lock and lets go of it once, not every time.
    package func looking<Value, Failure: Error>(
        stopping: (LedgerError) -> Failure, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try carrying(stopping: stopping, isAsking: true, body)
    }

    /// Runs `body` in a transaction, through which its own error goes as it is.
    private func carrying<Value, Failure: Error>(
        stopping: (LedgerError) -> Failure, isAsking: Bool, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        var failure: Failure?
        do throws(LedgerError) {
            return try transacting(isAsking) { _ throws in
                do throws(Failure) {
                    return try body()
                } catch {
                    failure = error
                    throw error
                }
            }
        } catch {
            throw failure ?? stopping(error)
        }
    }

    private func transacting<Value>(
        _ isAsking: Bool, _ body: (Database) throws -> Value
    ) throws(LedgerError) -> Value {
        isAsking ? try lookingAt(body) : try writing(body)
    }

    private func lookingAt<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            if let current { return try body(current) }
            return try queue.writeWithoutTransaction { db in
                try db.beginTransaction(.deferred)
                (current, isLooking) = (db, true)
                defer {
                    (current, isLooking) = (nil, false)
                    try? db.commit()
                }
                return try body(db)
            }
        } catch {
            throw LedgerError(error)
        }
    }

    /// Runs a query, inside the transaction under way if there is one.
    func reading<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            if let current { return try body(current) }
            // Who may write is alone in writing: what he reads in several steps holds together.
            return try isWritable ? queue.unsafeRead(body) : queue.read(body)
        } catch {
            throw LedgerError(error)
        }
    }

    /// The same for a query that asks the database many times: it is locked, and looked at for changes, once.
    func readingAtOnce<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try reading { db in
            guard !db.isInsideTransaction else { return try body(db) }
            try db.beginTransaction(.deferred)
            // Nothing was written that would be lost.
            defer { try? db.rollback() }
            return try body(db)
        }
    }

    /// Runs a change in a transaction; its events stand in the journal before it is committed.
    @discardableResult
    func writing<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        precondition(!isLooking, "who looks writes nothing")
        var appendedAt: Int?
        do {
            if let current { return try body(current) }
            let value = try queue.write { db in
                current = db
                defer {
                    current = nil
                    pending.lines.removeAll(keepingCapacity: true)
                    head = nil
                }
                let value = try body(db)
                guard let head else { return value }
                try db.noteProgress(head.id)
                guard let journal else { return value }
                try syncNames()
                appendedAt = pending.start
                try Files.append(pending.lines, to: journal)
                try FailPoint.beforeCommit.pass(journal)
                return value
            }
            let wasJournalled = appendedAt != nil
            appendedAt = nil
            if wasJournalled, let journal { try FailPoint.afterCommit.pass(journal) }
            return value
        } catch {
            // What was not committed is taken back; should that fail too, the next opening mends it.
            if let appendedAt, let journal { try? Files.cut(journal, to: appendedAt) }
            throw LedgerError(error)
        }
    }
}
