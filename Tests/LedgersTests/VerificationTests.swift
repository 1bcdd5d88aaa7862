import Files
import Ledgers
import Testing

/// `ledger verify`: one byte turned over anywhere is found.
struct VerificationTests {
    @Test func `A ledger that was closed is sound and sealed`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            let found = try LedgerVerification(folder: folder)
            #expect(found.faults == [])
            #expect(found.isSealed)
            #expect(found.events == 6)
            #expect(found.originals == 3)
            #expect(found.lastHash.count == 64)
        }
    }

    @Test func `A byte turned over anywhere in the database is found`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            let path = folder + "/ledger.sqlite"
            let whole = try Files.read(path)
            // A prime, so that every place within a page has its turn; the headers besides.
            for offset in Array(stride(from: 0, to: whole.count, by: 1009)) + [
                0, 18, 19, 27, 59, 100,
            ] {
                try overwrite(path, turned(whole, at: offset))
                #expect(try !LedgerVerification(folder: folder).faults.isEmpty, "byte \(offset)")
            }
            try overwrite(path, whole)
            #expect(try LedgerVerification(folder: folder).faults == [])
        }
    }

    @Test func `Without a seal damage to what is in use is still found`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            try Files.remove(folder + "/ledger.seal")
            #expect(try LedgerVerification(folder: folder).isSealed == false)
            let path = folder + "/ledger.sqlite"
            let whole = try Files.read(path)
            let text = Array("城关镇政府大楼".utf8)
            let place = try #require(
                whole.indices.first { whole[$0...].starts(with: text) }, "the text is stored")
            try overwrite(path, turned(whole, at: place))
            let kinds = try LedgerVerification(folder: folder).faults.map(\.kind)
            #expect(kinds == [.chain] || kinds == [.table])
        }
    }

    @Test func `A byte turned over anywhere in the journal is found, with its line`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            let path = folder + "/events.jsonl"
            let whole = try Files.read(path)
            for offset in stride(from: 0, to: whole.count, by: 131) {
                try overwrite(path, turned(whole, at: offset))
                let line = whole[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
                let found = try LedgerVerification(folder: folder).faults
                #expect(found == [LedgerFault(.journal, "\(line)")], "byte \(offset)")
            }
        }
    }

    @Test func `A journal that is shorter or longer than the log is found`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            let path = folder + "/events.jsonl"
            let whole = try Files.read(path)
            try Files.append(Array("{}\n".utf8), to: path)
            #expect(try LedgerVerification(folder: folder).faults == [.init(.journal, "7")])
            try Files.cut(path, to: whole.count - 1)
            #expect(try LedgerVerification(folder: folder).faults == [.init(.journal, "6")])
            try Files.remove(path)
            #expect(try LedgerVerification(folder: folder).faults == [.init(.journal, "1")])
        }
    }

    @Test func `A byte turned over anywhere in an original is found, and one that is gone`() throws
    {
        try withTemporaryFolder { folder in
            try fill(folder)
            for entry in try Files.tree(folder + "/archive").files {
                let path = folder + "/archive/" + entry.path
                let whole = try Files.read(path)
                let hash = Files.name(of: path)
                for offset in whole.indices {
                    try overwrite(path, turned(whole, at: offset))
                    #expect(
                        try LedgerVerification(folder: folder).faults
                            == [.init(.originalDamaged, hash)])
                }
                try Files.remove(path)
                #expect(
                    try LedgerVerification(folder: folder).faults == [.init(.originalMissing, hash)]
                )
                try overwrite(path, whole)
            }
        }
    }

    @Test func `A table that somebody has changed is not what the events make of it`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            try tamper(folder, "UPDATE verdict SET status = 'returned'")
            #expect(
                try LedgerVerification(folder: folder).faults.map(\.kind) == [.seal, .table])
        }
    }

    @Test func `What is no ledger is said to be none`() throws {
        try withTemporaryFolder { folder in
            #expect(throws: LedgerError.self) { try LedgerVerification(folder: folder) }
        }
    }
}
