import Files
import GRDB

/// Makes a ledger again from its events (重建).
///
/// Events stand twice, in the journal and in the database. Each is taken from where it is whole: its
/// hash fits, and it follows on the one before. So one damaged file never loses what the other one has.
package struct LedgerRebuilding: Sendable {
    package private(set) var events = 0
    /// Events that the journal had lost and the database still had.
    package private(set) var restored = 0
    /// Where the database lies that was there before; nil where there was none.
    package private(set) var keptAside: String?

    /// Rebuilds the ledger of a state folder; only for who holds the lock.
    ///
    /// The caches are lost: the next run opens every file of the Inbox once more and finds it known.
    ///
    /// - Throws: `LedgerError.damaged` where an event is whole in neither; nothing is changed then.
    package init(folder: String) throws(LedgerError) {
        do {
            let journal = folder + "/events.jsonl"
            let before = Files.exists(journal) ? try Files.read(journal) : []
            let log = try EventLog(journal: before, database: Ledger.database(of: folder))
            let after = log.events.flatMap(\.line)
            events = log.events.count
            restored = log.restored
            try build(log.events, in: folder)
            if after != before { try Files.write(after, to: journal, mode: 0o600) }
            try install(in: folder)
        } catch {
            throw LedgerError(error)
        }
    }

    private static func part(of folder: String) -> String {
        Ledger.database(of: folder) + Files.partSuffix
    }

    /// A database of its own, filled in one transaction.
    private func build(_ events: [LedgerEvent], in folder: String) throws {
        let part = Self.part(of: folder)
        for suffix in ["", "-wal", "-shm", "-journal"] { try Files.remove(part + suffix) }
        let queue = try DatabaseQueue(path: part, configuration: Ledger.writing)
        try LedgerSchema.migrator.migrate(queue)
        try queue.write { db in
            var end = 0
            for event in events {
                end += event.line.count
                try Ledger.insert(event, endsAt: end, db)
            }
        }
        try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try queue.close()
        try Files.setMode(0o600, of: part)
    }

    /// Puts the new database in the old one's place, which stays beside it.
    private mutating func install(in folder: String) throws {
        let database = Ledger.database(of: folder)
        try Files.remove(folder + "/ledger.seal")
        if Files.exists(database) {
            let aside = folder + "/ledger-before-rebuild.sqlite"
            for suffix in ["-wal", "-shm", ""] {
                try Files.remove(aside + suffix)
                if Files.exists(database + suffix) {
                    try Files.install(database + suffix, as: aside + suffix)
                }
            }
            keptAside = aside
        }
        let hash = try Ledger.hash(ofDatabase: Self.part(of: folder))
        try Files.install(Self.part(of: folder), as: database)
        try Ledger.write(seal: hash, in: folder)
    }
}

/// The events of a ledger, from wherever each of them is whole.
private struct EventLog {
    private(set) var events: [LedgerEvent] = []
    private(set) var restored = 0

    init(journal: [UInt8], database: String) throws {
        let lines = Self.events(ofJournal: journal)
        let rows = Self.events(ofDatabase: database)
        let last = max(lines.keys.max() ?? 0, rows.keys.max() ?? 0)
        var previous = LedgerEvent.noPrevious
        for id in stride(from: 1, through: last, by: 1) {
            let line = lines[id].flatMap { $0.previous == previous ? $0 : nil }
            let row = rows[id].flatMap { $0.previous == previous ? $0 : nil }
            guard let event = line ?? row else {
                throw LedgerError.damaged("event \(id), in events.jsonl and in ledger.sqlite")
            }
            if line == nil { restored += 1 }
            events.append(event)
            previous = event.hash
        }
    }

    private static func events(ofJournal bytes: [UInt8]) -> [Int: LedgerEvent] {
        var events: [Int: LedgerEvent] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            if let event = LedgerEvent(line: line) { events[event.id] = event }
        }
        return events
    }

    /// What can still be read of a database, damaged or not.
    private static func events(ofDatabase path: String) -> [Int: LedgerEvent] {
        var events: [Int: LedgerEvent] = [:]
        guard Files.exists(path) else { return events }
        guard let queue = try? Ledger.atRest(path) else {
            return events
        }
        try? queue.read { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY id")
            while let row = try rows.next() {
                if let event = try? Ledger.event(row) { events[event.id] = event }
            }
        }
        return events
    }
}
