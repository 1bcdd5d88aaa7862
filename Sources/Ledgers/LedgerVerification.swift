import Files
import GRDB

/// What `ledger verify` says of a state folder.
package struct LedgerVerification: Sendable {
    package var faults: [LedgerFault] = []
    package var events = 0
    package var originals = 0
    /// The database is as its last writer closed it; false after a run that was cut off, and then only
    /// damage to what is in use can be found.
    package var isSealed = false
    /// The moment and the hash of the last event: written down elsewhere, they prove that nothing
    /// before them was changed.
    package var lastMoment = ""
    package var lastHash = ""

    /// Looks at everything in a state folder; only for who holds the lock.
    ///
    /// - Throws: `LedgerError` where the folder holds no ledger, or a file cannot be read.
    package init(folder: String) throws(LedgerError) {
        guard Files.exists(Ledger.database(of: folder)) else {
            throw .file(FileError(.open, Ledger.database(of: folder), code: FileError.missing))
        }
        do throws(FileError) {
            let isAtRest = Files.size(of: Ledger.database(of: folder) + "-wal") ?? 0 == 0
            if isAtRest, let seal = Ledger.sealedHash(in: folder) {
                isSealed = true
                if try Ledger.hash(ofDatabase: Ledger.database(of: folder)) != seal {
                    faults.append(.init(.seal, "ledger.sqlite"))
                }
            }
        } catch {
            throw LedgerError(error)
        }
        do {
            try lookAtDatabase(folder)
        } catch {
            let error = LedgerError(error)
            switch error {
            case .newer, .older: throw error
            default: faults.append(.init(.unreadable, error.description))
            }
        }
        try lookAtOriginals(folder)
    }

    private mutating func lookAtDatabase(_ folder: String) throws {
        let queue = try Ledger.atRest(Ledger.database(of: folder))
        let ledger = Ledger(queue: queue, folder: folder, isWritable: false)
        if let lacking = try ledger.lacks().first {
            throw LedgerError.older(schema: lacking)
        }
        let last = try queue.read { db in
            try Row.fetchOne(db, sql: "SELECT id, moment, hash FROM event ORDER BY id DESC LIMIT 1")
        }
        if let last {
            events = last["id"]
            lastMoment = last["moment"]
            lastHash = last["hash"]
        }
        faults += try LedgerAudit(ledger).faultsOfDatabase()
        for hash in try ledger.originalsSpokenOf() {
            let path = folder + "/archive/" + Ledger.place(of: hash)
            if !Files.exists(path) { faults.append(.init(.originalMissing, hash)) }
        }
    }

    /// Every file is named by the hash of its bytes.
    private mutating func lookAtOriginals(_ folder: String) throws(LedgerError) {
        do throws(FileError) {
            for part in ["archive", "quarantine"] where Files.isFolder(folder + "/" + part) {
                for entry in try Files.tree(folder + "/" + part).files
                where !entry.path.hasSuffix(Files.partSuffix) {
                    originals += 1
                    let bytes = try Files.read("\(folder)/\(part)/\(entry.path)")
                    let hash = Ledger.hash(of: bytes)
                    if Ledger.place(of: hash) != entry.path {
                        faults.append(.init(.originalDamaged, Files.name(of: entry.path)))
                    }
                }
            }
        } catch {
            throw LedgerError(error)
        }
    }
}

extension Ledger {
    /// The hashes of the originals that must be in the archive: of taken files, and of the campaign's
    /// tables.
    ///
    /// Of what cannot be read and of archives that were taken apart only the hash is kept.
    func originalsSpokenOf() throws -> [String] {
        try queue.read { db in
            // An empty file is known by its path; there are no bytes of it to keep.
            try String.fetchAll(
                db,
                sql: """
                    SELECT sha256 FROM file WHERE size > 0 AND NOT EXISTS (
                        SELECT 1 FROM fate WHERE file = sha256
                        AND fate IN ('quarantined', 'unreadable', 'bundle')
                        AND event = (SELECT MAX(event) FROM fate WHERE file = sha256))
                    UNION SELECT sha256 FROM campaignSource ORDER BY sha256
                    """)
        }
    }
}
