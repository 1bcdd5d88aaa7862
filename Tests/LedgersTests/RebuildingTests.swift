import Files
import Ledgers
import Testing

/// `ledger rebuild` and `ledger backup`: the same ledger again.
struct RebuildingTests {
    @Test func `A database that was deleted is made again, equal in its canonical text`() throws {
        try withTemporaryFolder { folder in
            let before = try fill(folder)
            try Files.remove(folder + "/ledger.sqlite")
            let rebuilt = try LedgerRebuilding(folder: folder)
            #expect(rebuilt.events == 6)
            #expect(rebuilt.restored == 0)
            #expect(rebuilt.keptAside == nil)
            #expect(try text(of: Ledger.open(folder)) == before)
            let found = try LedgerVerification(folder: folder)
            #expect(found.faults == [])
            #expect(found.isSealed)
        }
    }

    @Test func `Whichever of the two logs is damaged, the other one mends it`() throws {
        try withTemporaryFolder { folder in
            let before = try fill(folder)
            let journal = try Files.read(folder + "/events.jsonl")
            for offset in stride(from: 3, to: journal.count, by: 301) {
                try overwrite(folder + "/events.jsonl", turned(journal, at: offset))
                #expect(try LedgerRebuilding(folder: folder).restored == 1)
                #expect(try Files.read(folder + "/events.jsonl") == journal)
            }
            try tamper(
                folder,
                "DROP TRIGGER eventIsNeverChanged; UPDATE event SET payload = '{}' WHERE id = 2")
            #expect(try LedgerRebuilding(folder: folder).restored == 0)
            #expect(try text(of: Ledger.open(folder)) == before)
        }
    }

    @Test func `An event that is damaged in both logs is not made up, and nothing is changed`()
        throws
    {
        try withTemporaryFolder { folder in
            try fill(folder)
            let journal = turned(try Files.read(folder + "/events.jsonl"), at: 40)
            try overwrite(folder + "/events.jsonl", journal)
            try tamper(
                folder,
                "DROP TRIGGER eventIsNeverChanged; UPDATE event SET payload = '{}' WHERE id = 1")
            let database = try Files.read(folder + "/ledger.sqlite")
            #expect(
                throws: LedgerError.damaged("event 1, in events.jsonl and in ledger.sqlite")
            ) { try LedgerRebuilding(folder: folder) }
            #expect(try Files.read(folder + "/events.jsonl") == journal)
            #expect(try Files.read(folder + "/ledger.sqlite") == database)
        }
    }

    @Test func `The database that was there is kept beside the new one`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            try overwrite(folder + "/ledger.sqlite", Array("no database".utf8))
            let rebuilt = try LedgerRebuilding(folder: folder)
            #expect(try Files.read(try #require(rebuilt.keptAside)) == Array("no database".utf8))
            #expect(try LedgerVerification(folder: folder).faults == [])
        }
    }

    @Test func `The log of a database that is gone is not taken for the new one's`() throws {
        try withTemporaryFolder { folder in
            let before = try fill(folder)
            try Files.write([1, 2, 3], to: folder + "/ledger.sqlite-wal")
            try Files.remove(folder + "/ledger.sqlite")
            #expect(try text(of: Ledger.open(folder)) == before)
        }
    }

    // MARK: Backups

    @Test func `A backup is a state folder of its own, without the quarantine`() throws {
        try withTemporaryFolder { folder in
            let before = try fill(folder + "/state")
            do {
                let ledger = try Ledger.open(folder + "/state")
                try ledger.quarantine(received: ledger.receive([7]))
                try ledger.backup(to: folder + "/copy")
            }
            let found = try LedgerVerification(folder: folder + "/copy")
            #expect(found.faults == [])
            #expect(found.isSealed)
            #expect(try text(of: Ledger.open(folder + "/copy")) == before)
            #expect(try Files.tree(folder + "/copy/quarantine").files == [])
            #expect(mode(of: folder + "/copy") == 0o700)
        }
    }

    @Test func `A backup made in the middle of a transaction holds the last commit`() throws {
        try withTemporaryFolder { folder in
            let before = try fill(folder + "/state")
            let ledger = try Ledger.open(folder + "/state")
            let other = try #require(try Ledger.look(folder + "/state"))
            try ledger.together { () throws(LedgerError) in
                try ledger.noteRun(asOf: at("2020-07-04"))
                try other.backup(to: folder + "/copy")
            }
            #expect(try LedgerVerification(folder: folder + "/copy").faults == [])
            #expect(try text(of: Ledger.open(folder + "/copy")) == before)
        }
    }

    @Test func `Nothing is overwritten by a backup`() throws {
        try withTemporaryFolder { folder in
            try fill(folder + "/state")
            try Files.createFolder(folder + "/copy")
            let ledger = try Ledger.open(folder + "/state")
            #expect(throws: LedgerError.self) { try ledger.backup(to: folder + "/copy") }
            #expect(try Files.names(in: folder + "/copy") == [])
        }
    }
}
