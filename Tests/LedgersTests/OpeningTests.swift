import Dispatch
import Files
import Ledgers
import Synchronization
import Testing

struct OpeningTests {
    @Test func `A ledger is asked by several at once while a run writes to it`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            try ledger.noteRun(asOf: at("2020-07-03"))
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 24) { _ in
                do throws(LedgerError) {
                    _ = try Ledger.look(folder)?.latestRun()
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
            #expect(failures.withLock { $0 } == [])
        }
    }

    @Test func `A question sees the last commit and takes no event from a run under way`() throws {
        try withTemporaryFolder { folder in
            let ledger = try Ledger.open(folder)
            try ledger.noteRun(asOf: at("2020-07-03"))
            try ledger.together { () throws(LedgerError) in
                try ledger.noteRun(asOf: at("2020-07-04"))
                #expect(try Ledger.look(folder)?.latestRun() == at("2020-07-03"))
            }
            #expect(try Ledger.look(folder)?.latestRun() == at("2020-07-04"))
        }
    }

    @Test func `A question is not answered by a database that lacks events`() throws {
        try withTemporaryFolder { folder in
            do {
                try Ledger.open(folder).noteRun(asOf: at("2020-07-03"))
            }
            try Files.remove(folder + "/ledger.sqlite")
            #expect(try Ledger.look(folder) == nil)
            #expect(Ledger.exists(in: folder))
            #expect(try Ledger.open(folder).latestRun() == at("2020-07-03"))
        }
    }

    @Test func `A question is answered while a run is about to commit`() throws {
        try withTemporaryFolder { folder in
            do { try Ledger.open(folder).noteRun(asOf: at("2020-07-03")) }
            let database = try Files.read(folder + "/ledger.sqlite")
            do { try Ledger.open(folder).noteRun(asOf: at("2020-07-04")) }
            try overwrite(folder + "/ledger.sqlite", database)
            #expect(try Ledger.look(folder) == nil)
            let ledger = try Ledger.look(folder, isBeingWritten: true)
            #expect(try ledger?.latestRun() == at("2020-07-03"))
        }
    }

    @Test func `Opening and closing without a change leaves every byte as it was`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            let before = try contents(of: folder)
            _ = try Ledger.open(folder).lastMoment()
            #expect(try contents(of: folder) == before)
        }
    }

    private func contents(of folder: String) throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for entry in try Files.tree(folder).files {
            contents[entry.path] = try Files.read(folder + "/" + entry.path)
        }
        return contents
    }
}
