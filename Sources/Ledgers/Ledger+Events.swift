package import Campaigns
import Files
import GRDB

// The event log: how an event is made, and how the journal beside the database and the log in it are
// brought together again after a kill. The journal is written first, so it is never behind; it is ahead
// by the events of one transaction at most, unless an older database was put in its place.

extension Ledger {
    /// The append-only file of events; nil in memory.
    var journal: String? { folder.map { $0 + "/events.jsonl" } }

    /// The moment of the last event; nil in an empty ledger.
    package func lastMoment() throws(LedgerError) -> Moment? {
        try reading { try Self.head($0).moment }
    }

    /// Stops where the clock is behind the last event.
    package func checkClock(_ now: Moment) throws(LedgerError) {
        if let last = try lastMoment(), now < last {
            throw .clockBehind(now: now.description, last: last.description)
        }
    }

    /// Where the event log ends; id 0 where it is empty.
    struct Head {
        var id = 0
        var hash = LedgerEvent.noPrevious
        var moment: Moment?
        /// The length of the journal.
        var endsAt = 0
    }

    /// Makes an event, chains it, and lets it take effect.
    @discardableResult
    func append(
        _ kind: LedgerEvent.Kind, _ payload: JSONObject, at moment: Moment, _ db: Database
    ) throws -> Int {
        let payload = JSON.object(payload)
        return try append(kind, payload.bytes, at: moment, db) { event in
            try EventReader(event: event, payload: payload, db: db).apply()
        }
    }

    /// The same of a payload that is written already; `takeEffect` does to the tables what reading the
    /// event would, with what is in hand.
    @discardableResult
    func append(
        _ kind: LedgerEvent.Kind, _ payload: [UInt8], at moment: Moment, _ db: Database,
        takeEffect: (LedgerEvent) throws -> Void
    ) throws -> Int {
        let head = try self.head ?? Self.head(db)
        if let last = head.moment, moment < last {
            throw LedgerError.clockBehind(now: moment.description, last: last.description)
        }
        let event = LedgerEvent(
            id: head.id + 1, kind: kind, moment: moment, payload: payload, previous: head.hash)
        let end = head.endsAt + event.lineLength
        try breakSeal()
        try db.insert(event, endsAt: end)
        try takeEffect(event)
        if self.head == nil { pending.start = head.endsAt }
        event.writeLine(to: &pending.lines)
        self.head = Head(id: event.id, hash: event.hash, moment: moment, endsAt: end)
        return event.id
    }

    private static func head(_ db: Database) throws -> Head {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT id, hash, moment, endsAt FROM event ORDER BY id DESC LIMIT 1"))
        guard let row else { return Head() }
        guard let moment = Moment(stored: row["moment"]) else {
            throw LedgerError.damaged("the moment of the last event")
        }
        return Head(id: row["id"], hash: row["hash"], moment: moment, endsAt: row["endsAt"])
    }

    static func insert(_ event: LedgerEvent, endsAt: Int, _ db: Database) throws {
        try db.insert(event, endsAt: endsAt)
        try EventReader(event: event, payload: event.payload, db: db).apply()
        try db.noteProgress(event.id)
    }

    /// Whether the journal holds nothing that the database lacks.
    func isCaughtUp() throws -> Bool {
        guard let journal else { return true }
        return Files.size(of: journal) ?? 0 <= (try queue.read { try Self.head($0) }).endsAt
    }

    /// Brings journal and database together.
    func catchUp() throws(LedgerError) {
        guard let journal else { return }
        let length = Files.size(of: journal) ?? 0
        let head = try reading { try Self.head($0) }
        if length < head.endsAt { return try restoreJournal(journal, length: length) }
        guard length > head.endsAt else { return }
        try takeIn(journal, after: head.endsAt)
    }

    /// Takes in the events that the journal has and the database lacks.
    private func takeIn(_ journal: String, after start: Int) throws(LedgerError) {
        do {
            try breakSeal()
            let tail = try Files.read(journal, from: start)
            guard let end = tail.lastIndex(of: UInt8(ascii: "\n")) else {
                return try Files.cut(journal, to: start)
            }
            try queue.write { db in
                for line in tail[..<end].split(separator: UInt8(ascii: "\n")) {
                    let head = try Self.head(db)
                    guard let event = LedgerEvent(line: line), event.id == head.id + 1,
                        event.previous == head.hash
                    else {
                        throw LedgerError.damaged("events.jsonl after event \(head.id)")
                    }
                    try Self.insert(event, endsAt: head.endsAt + line.count + 1, db)
                }
            }
            if end + 1 < tail.count { try Files.cut(journal, to: start + end + 1) }
        } catch {
            throw LedgerError(error)
        }
    }

    /// Writes the events that the database has and the journal lost to the journal again.
    private func restoreJournal(_ journal: String, length: Int) throws(LedgerError) {
        do {
            let (kept, lines) = try queue.read { db in
                let kept =
                    try Int.fetchOne(
                        db, sql: "SELECT MAX(endsAt) FROM event WHERE endsAt <= ?",
                        arguments: [length]) ?? 0
                var lines: [UInt8] = []
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT * FROM event WHERE endsAt > ? ORDER BY id", arguments: [kept])
                while let row = try rows.next() { lines += try Self.event(row).line }
                return (kept, lines)
            }
            if kept < length { try Files.cut(journal, to: kept) }
            try Files.append(lines, to: journal)
        } catch {
            throw LedgerError(error)
        }
    }

    /// An event as it stands in the database; its hash is made anew.
    static func event(_ row: Row) throws -> LedgerEvent {
        guard let kind = LedgerEvent.Kind(rawValue: row["kind"]),
            let moment = Moment(stored: row["moment"])
        else { throw LedgerError.damaged("event \(row["id"] as Int)") }
        let payload = Array((row["payload"] as String).utf8)
        let event = LedgerEvent(
            id: row["id"], kind: kind, moment: moment, payload: payload, previous: row["previous"])
        guard event.hash == row["hash"] as String else {
            throw LedgerError.damaged("event \(event.id)")
        }
        return event
    }
}
