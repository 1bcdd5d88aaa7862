import Campaigns
import Formulas
import Ledgers
import Testing

/// Two times on every fact: what it is about, and when it became known.
struct KnownWhenTests {
    @Test func `What was read otherwise later is asked for as it was known then`() throws {
        let office = try Office()
        let ledger = office.ledger
        var id = 0
        func read(_ cadres: Int, _ unit: String, _ moment: String) throws {
            let file = FileRecord(
                sha256: "ab", path: "a.xlsx", size: 1, firstSeen: at("2020-07-03"), fate: .taken)
            try ledger.record(file, at: at(moment))
            id = try ledger.record(
                Submission(
                    id: id, fileHash: "ab", form: "rural", unit: unit, period: month("2020-06"),
                    received: at("2020-07-03"),
                    places: ReturnPlaces(
                        file: "a.xlsx", sheet: nil, columns: [:], headerRow: 1, isCSV: false),
                    rows: [village("v1", ["cadres": .integer(cadres)])]), at: at(moment))
            try office.settle(id, .accepted, "c1", moment)
        }
        try read(5, "T1", "2020-07-03")
        try read(6, "T1", "2020-08-03")
        #expect(try office.column("cadres", "2020-06", asOf: "2020-07-10")["v1"] == .integer(5))
        #expect(try office.column("cadres", "2020-06", asOf: "2020-08-10")["v1"] == .integer(6))
        try read(6, "T2", "2020-09-03")
        #expect(try office.facts("2020-06", asOf: "2020-08-10").deliveries.map(\.unit) == ["T1"])
        #expect(try office.facts("2020-06", asOf: "2020-09-10").deliveries.map(\.unit) == ["T2"])
    }

    @Test func `Nothing is known before it was known`() throws {
        let office = try Office()
        try office.file(
            "rural", "T1", "2020-06", [village("v1", ["cadres": .integer(5)])], seen: "2020-07-03")
        #expect(try office.column("cadres", "2020-06", asOf: "2020-07-02")["v1"] == .null)
        #expect(try office.facts("2020-06", asOf: "2020-07-02").deliveries.isEmpty)
    }

    @Test func `No table but the mark of progress and the caches is ever changed`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            let ledger = try Ledger.open(folder)
            let before = try text(of: ledger).split(separator: "\n")
            let file = try #require(
                try ledger.file(sha256: Ledger.hash(of: Array("b.xlsx".utf8))))
            var unreadable = file
            unreadable.fate = .unreadable
            try ledger.record(unreadable, at: at("2020-07-05"))
            try ledger.settle(
                submission: 1, Verdict(status: .returned, findings: [], okRows: 0, totalRows: 1),
                campaignVersion: "c2", at: at("2020-07-05"))
            let after = Set(try text(of: ledger).split(separator: "\n"))
            #expect(before.allSatisfy(after.contains))
            #expect(try ledger.file(sha256: file.sha256)?.fate == .unreadable)
        }
    }
}
