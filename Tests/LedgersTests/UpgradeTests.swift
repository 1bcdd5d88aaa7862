import CSQLite
import Files
import Ledgers
import TestSupport
import Testing

/// A program that meets the ledger of an older one.
struct UpgradeTests {
    @discardableResult
    private func older(_ schema: String = "schema-4", in folder: String) throws -> [UInt8] {
        let database = Fixture.bytes("Ledgers/\(schema)/ledger.sqlite")
        try Files.createFolder(folder)
        try Files.write(database, to: folder + "/ledger.sqlite")
        try Files.write(
            Fixture.bytes("Ledgers/\(schema)/events.jsonl"), to: folder + "/events.jsonl")
        return database
    }

    @Test func `It is backed up, migrated, and knows what its events say`() throws {
        try withTemporaryFolder { folder in
            try older(in: folder + "/old")
            var known = ""
            do {
                let ledger = try Ledger.open(folder + "/old")
                let upgrade = try #require(ledger.upgrade)
                #expect(upgrade.from == "4 publication")
                #expect(upgrade.backup == folder + "/old/upgrades/ledger-4-publication.sqlite")
                known = try text(of: ledger)
            }
            #expect(try count("submission", upgradesIn: folder + "/old") == 8)
            let found = try LedgerVerification(folder: folder + "/old")
            #expect(found.isSealed)
            // Its originals were not kept with the fixture.
            #expect(found.faults.allSatisfy { $0.kind == .originalMissing })
            #expect(found.events == 97)
            // A new ledger that is given the same events knows the same.
            try Files.createFolder(folder + "/new")
            try Files.write(
                Fixture.bytes("Ledgers/schema-4/events.jsonl"), to: folder + "/new/events.jsonl")
            #expect(try text(of: Ledger.open(folder + "/new")) == known)
            #expect(try Ledger.open(folder + "/old").upgrade == nil)
        }
    }

    @Test func `An index that it lacks is made, and its rows stay as they are`() throws {
        try withTemporaryFolder { folder in
            try older("schema-6", in: folder + "/old")
            let events = try Files.read(folder + "/old/events.jsonl")
            do {
                let ledger = try Ledger.open(folder + "/old")
                #expect(ledger.upgrade?.from == "6 acts")
                #expect(ledger.upgrade?.to == "14 answers")
                #expect(try Files.read(folder + "/old/events.jsonl") == events)
                // What the older program printed of it.
                #expect(try text(of: ledger) == Fixture.text("Ledgers/schema-6/dump.jsonl"))
                // A ledger that is given its events makes the same rows of them.
                try Files.createFolder(folder + "/new")
                try Files.write(events, to: folder + "/new/events.jsonl")
                #expect(try text(of: Ledger.open(folder + "/new")) == text(of: ledger))
            }
            let found = try LedgerVerification(folder: folder + "/old")
            #expect(found.faults.allSatisfy { $0.kind == .originalMissing })
            #expect(try Ledger.open(folder + "/old").upgrade == nil)
        }
    }

    /// The older tables are still in the copy.
    private func count(_ table: String, upgradesIn folder: String) throws -> Int32 {
        var database: OpaquePointer?
        let path = folder + "/upgrades/ledger-4-publication.sqlite"
        try #require(
            sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
        defer { sqlite3_close(database) }
        var statement: OpaquePointer?
        let sql = "SELECT COUNT(path) FROM \(table)"
        try #require(sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK)
        defer { sqlite3_finalize(statement) }
        try #require(sqlite3_step(statement) == SQLITE_ROW)
        return sqlite3_column_int(statement, 0)
    }

    @Test func `A question does not upgrade it`() throws {
        try withTemporaryFolder { folder in
            let database = try older(in: folder)
            #expect(try Ledger.look(folder) == nil)
            #expect(throws: LedgerError.older(schema: "5 known when")) {
                try LedgerVerification(folder: folder)
            }
            #expect(try Files.read(folder + "/ledger.sqlite") == database)
        }
    }

    @Test func `A migration that was cut off before its tables were filled is made up for`() throws
    {
        try withTemporaryFolder { folder in
            let before = try fill(folder)
            try tamper(
                folder,
                "DELETE FROM verdict; DELETE FROM returnRow; DELETE FROM reading;"
                    + "DELETE FROM submission; DELETE FROM fate; DELETE FROM file;"
                    + "DELETE FROM campaignSource; DELETE FROM campaignVersion;"
                    + "UPDATE progress SET event = 0")
            #expect(try text(of: Ledger.open(folder)) == before)
        }
    }

    @Test func `The ledger of a newer program is left alone`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            try tamper(folder, "INSERT INTO grdb_migrations VALUES ('99 wings')")
            #expect(throws: LedgerError.newer(schema: "99 wings")) { try Ledger.open(folder) }
            #expect(throws: LedgerError.newer(schema: "99 wings")) { try Ledger.look(folder) }
        }
    }
}
