import Campaigns
import Files
import Formulas
import Ledgers
import Testing

/// The event log: chained, on disk before the commit, and never in two minds with the database.
struct EventTests {
    private func note(_ path: String, in ledger: Ledger, at moment: String = "2020-07-03") throws {
        try ledger.record(
            FileRecord(
                sha256: Ledger.hash(of: Array(path.utf8)), path: path, size: 1,
                firstSeen: at(moment), fate: .register), at: at(moment))
    }

    private func lines(in folder: String) throws -> [String] {
        String(decoding: try Files.read(folder + "/events.jsonl"), as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    @Test func `Every change is one line of the journal, chained to the line before`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            try note("a.csv", in: ledger)
            try note("b.csv", in: ledger)
            try ledger.noteRun(asOf: at("2020-07-03"))
            let lines = try lines(in: folder)
            #expect(lines.count == 3)
            #expect(lines[0].contains("\"previous\":\"" + String(repeating: "0", count: 64)))
            for (line, next) in zip(lines, lines.dropFirst()) {
                let hash = try #require(line.firstMatch(of: /"hash":"([0-9a-f]{64})"/)).1
                #expect(next.contains("\"previous\":\"\(hash)\""))
            }
            #expect(lines[2].contains("\"kind\":\"run\",\"moment\":\"2020-07-03T00:00:00\""))
        }
    }

    @Test func `The hash is that of the line without it`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            try note("a.csv", in: ledger)
            let line = try #require(try lines(in: folder).first)
            let part = try #require(line.firstMatch(of: /"hash":"([0-9a-f]{64})",/))
            let bare = line.replacing(part.0, with: "")
            #expect(Ledger.hash(of: Array(bare.utf8)) == part.1)
        }
    }

    @Test func `What is known already makes no event`() throws {
        try withTemporaryFolder { folder in
            let office = Office(try Ledger.open(folder))
            func everything() throws {
                let ledger = office.ledger
                _ = try ledger.recordCampaign(
                    sources: [(name: "units.csv", bytes: [1])], at: at("2020-07-03"))
                let lines = [
                    ReceiptEntry(file: "a.xlsx", received: at("2020-07-02"), note: ""),
                    ReceiptEntry(file: "a.xlsx", received: at("2020-07-01"), note: "更正"),
                ]
                try ledger.record(register: lines, at: at("2020-07-03"))
                try office.file("rural", "T1", "2020-06", [village("v1", [:])], seen: "2020-07-03")
                try ledger.publish(
                    ranks: [], bottom: ["T1"], of: month("2020-06"), at: at("2020-07-03"))
                try ledger.noteRun(asOf: at("2020-07-03"))
            }
            try everything()
            let before = try Files.read(folder + "/events.jsonl")
            try everything()
            #expect(try Files.read(folder + "/events.jsonl") == before)
        }
    }

    @Test func `A moment before the last event is refused and nothing is written`() throws {
        let ledger = try Ledger.inMemory()
        try note("a.csv", in: ledger, at: "2020-07-03T10:00")
        #expect(
            throws: LedgerError.clockBehind(
                now: "2020-07-03T09:59:59", last: "2020-07-03T10:00:00")
        ) {
            try note("b.csv", in: ledger, at: "2020-07-03T09:59:59")
        }
        #expect(throws: LedgerError.self) { try ledger.checkClock(at("2020-07-02")) }
        try ledger.checkClock(at("2020-07-03T10:00"))
        #expect(try ledger.lastMoment() == at("2020-07-03T10:00"))
    }

    @Test func `What belongs together is known whole or not at all`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            #expect(throws: LedgerError.damaged("on purpose")) {
                try ledger.together { () throws(LedgerError) in
                    try ledger.record(
                        FileRecord(
                            sha256: "ab", path: "a", size: 1, firstSeen: at("2020-07-03"),
                            fate: .taken), at: at("2020-07-03"))
                    throw .damaged("on purpose")
                }
            }
            #expect(try ledger.file(sha256: "ab") == nil)
            #expect(Files.size(of: folder + "/events.jsonl") ?? 0 == 0)
            try note("a.csv", in: ledger)
            #expect(try lines(in: folder).count == 1)
        }
    }

    @Test func `What stops a look at the ledger stops nothing after it`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            try note("a.csv", in: ledger)
            let moment = try ledger.looking(stopping: { $0 }) { () throws(LedgerError) in
                try ledger.lastMoment()
            }
            #expect(try moment == ledger.lastMoment())
            #expect(throws: LedgerError.damaged("on purpose")) {
                try ledger.looking(stopping: { $0 }) { () throws(LedgerError) in
                    throw .damaged("on purpose")
                }
            }
            try note("b.csv", in: ledger)
            #expect(try lines(in: folder).count == 2)
        }
    }

    @Test func `A commit that was cut off after its event was written is made up for`() throws {
        try withTemporaryFolder { folder in
            // Two ledgers with the same first event; the second one goes on.
            let (one, other) = (folder + "/one", folder + "/other")
            do {
                let ledger = try Ledger.open(one)
                try note("a.csv", in: ledger)
                let ahead = try Ledger.open(other)
                try note("a.csv", in: ahead)
                try note("b.csv", in: ahead)
            }
            let tail = Array((try lines(in: other)[1] + "\n").utf8)
            try Files.append(tail, to: one + "/events.jsonl")
            let ledger = try Ledger.open(one)
            #expect(try ledger.file(sha256: Ledger.hash(of: Array("b.csv".utf8)))?.path == "b.csv")
            #expect(try lines(in: one) == lines(in: other))
        }
    }

    @Test func `Half a line is cut off`() throws {
        try withTemporaryFolder { folder in
            do { try note("a.csv", in: try Ledger.open(folder)) }
            let whole = try Files.read(folder + "/events.jsonl")
            try Files.append(Array("{\"hash\":\"12".utf8), to: folder + "/events.jsonl")
            let ledger = try Ledger.open(folder)
            #expect(try Files.read(folder + "/events.jsonl") == whole)
            try note("b.csv", in: ledger)
            #expect(try lines(in: folder).count == 2)
        }
    }

    @Test func `A journal that was lost is written again from the database`() throws {
        try withTemporaryFolder { folder in
            do {
                let ledger = try Ledger.open(folder)
                try note("a.csv", in: ledger)
                try note("b.csv", in: ledger)
            }
            let whole = try Files.read(folder + "/events.jsonl")
            for length in [0, whole.count - 5] {
                try Files.cut(folder + "/events.jsonl", to: length)
                _ = try Ledger.open(folder)
                #expect(try Files.read(folder + "/events.jsonl") == whole)
            }
        }
    }

    @Test func `A database that was lost is made again from the journal`() throws {
        try withTemporaryFolder { folder in
            do {
                let office = Office(try Ledger.open(folder))
                try office.file(
                    "rural", "T1", "2020-06", [village("v1", ["cadres": .integer(5)])],
                    seen: "2020-07-03")
            }
            for suffix in ["", "-wal", "-shm"] {
                try Files.remove(folder + "/ledger.sqlite" + suffix)
            }
            let office = Office(try Ledger.open(folder))
            #expect(try office.column("cadres", "2020-06", asOf: "2020-07-03")["v1"] == .integer(5))
        }
    }

    @Test func `Events that do not follow on the database's are damage`() throws {
        try withTemporaryFolder { folder in
            do { try note("a.csv", in: try Ledger.open(folder)) }
            let line = try #require(try lines(in: folder).first)
            try Files.append(Array((line + "\n").utf8), to: folder + "/events.jsonl")
            #expect(throws: LedgerError.damaged("events.jsonl after event 1")) {
                try Ledger.open(folder)
            }
        }
    }

    @Test func `The state folder is for its owner alone`() throws {
        try withTemporaryFolder { folder in
            _ = try Ledger.open(folder + "/state")
            #expect(try Files.names(in: folder + "/state").starts(with: ["archive"]))
            #expect(mode(of: folder + "/state") == 0o700)
            #expect(mode(of: folder + "/state/quarantine") == 0o700)
        }
    }
}
