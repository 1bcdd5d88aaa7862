import Files
import GRDB

/// Looks for damage in a ledger, and changes nothing (核验).
///
/// Four witnesses are held against each other: SQLite's check of its own structure, the seal of the
/// file, the chain of the events in the database and in the journal, and the tables, which are made
/// anew in memory from the events. Originals are held against the hashes that name them.
struct LedgerAudit {
    private let ledger: Ledger

    init(_ ledger: Ledger) {
        self.ledger = ledger
    }

    /// The faults of the database and of the journal beside it; empty where all is well.
    func faultsOfDatabase() throws -> [LedgerFault] {
        var faults = try structure()
        // What SQLite cannot read is told once; the rest would follow from it.
        guard faults.isEmpty else { return faults }
        let replay = try Ledger.inMemory()
        faults += try chain(into: replay)
        if faults.allSatisfy({ $0.kind != .chain }) { faults += try tables(against: replay) }
        return faults
    }

    // MARK: SQLite's own check

    private func structure() throws -> [LedgerFault] {
        try ledger.queue.read { db in
            var faults: [LedgerFault] = []
            let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
            if lines != ["ok"] {
                faults.append(.init(.structure, lines.first ?? "no answer"))
            }
            let tables = try String.fetchAll(
                db, sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
            faults += tables.sorted().map { .init(.reference, $0) }
            return faults
        }
    }

    // MARK: Events

    /// Checks the chain and the journal, and lets the events take effect in another ledger.
    private func chain(into replay: Ledger) throws -> [LedgerFault] {
        var journal = try JournalReader(ledger)
        var previous = LedgerEvent.noPrevious
        var faults: [LedgerFault] = []
        var number = 0
        try ledger.queue.read { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY id")
            try replay.queue.write { copy in
                while let row = try rows.next() {
                    number += 1
                    guard let event = try? Ledger.event(row), event.id == number,
                        event.previous == previous
                    else {
                        faults.append(.init(.chain, "\(row["id"] as Int? ?? number)"))
                        return
                    }
                    previous = event.hash
                    if let line = journal.next(), line != event.line[...], faults.isEmpty {
                        faults.append(.init(.journal, "\(number)"))
                    }
                    try Ledger.insert(event, endsAt: row["endsAt"], copy)
                }
            }
        }
        if faults.isEmpty, !journal.isAtEnd(of: number) {
            faults.append(.init(.journal, "\(min(journal.lines, number) + 1)"))
        }
        return faults
    }

    private func tables(against replay: Ledger) throws -> [LedgerFault] {
        try LedgerSchema.tables.filter { table in
            try hash(of: table, in: ledger) != hash(of: table, in: replay)
        }.map { .init(.table, $0.name) }
    }

    private func hash(
        of table: (name: String, key: String), in ledger: Ledger
    ) throws -> String {
        try ledger.queue.read { db in
            var digest = Digest()
            try LedgerDump(db: db).lines(of: table) { digest.update($0) }
            return digest.hex
        }
    }
}

/// Hands out the lines of a ledger's journal.
private struct JournalReader {
    private let bytes: [UInt8]?
    private var position = 0
    private(set) var lines = 0

    /// A ledger in memory has no journal: every line fits.
    init(_ ledger: Ledger) throws {
        guard let journal = ledger.journal else {
            bytes = nil
            return
        }
        bytes = Files.exists(journal) ? try Files.read(journal) : []
    }

    /// The next line with its end; an empty one behind the last; nil where there is no journal.
    mutating func next() -> ArraySlice<UInt8>? {
        guard let bytes else { return nil }
        let rest = bytes[position...]
        let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        if position < end { lines += 1 }
        position = end
        return rest[..<end]
    }

    func isAtEnd(of events: Int) -> Bool {
        bytes == nil || (position == bytes?.count && lines == events)
    }
}
