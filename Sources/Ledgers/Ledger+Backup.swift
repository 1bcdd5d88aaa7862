import Files
import GRDB

// A copy of a state folder that can be put in its place (备份).

extension Ledger {
    /// Copies the ledger into a new folder, also while a run is under way: the database as of one
    /// commit, the journal up to that commit, the archive, and what remembers which outputs are ours.
    ///
    /// The quarantine stays behind: it holds personal data. The folder is made under another name and
    /// renamed when all of it is on the disk, and is there whole or not at all. As a state folder it is
    /// complete.
    ///
    /// - Throws: `LedgerError.file` where something is there already.
    package func backup(to target: String) throws(LedgerError) {
        guard let folder else { return }
        do {
            guard !Files.exists(target) else {
                throw FileError(.create, target, code: FileError.exists)
            }
            let staged = target + Files.partSuffix
            try Files.remove(staged)
            try Files.createFolder(staged, mode: 0o700)
            let database = Self.database(of: staged)
            try copyDatabase(to: database)
            let end = try Self.journalLength(ofDatabase: database)
            let path = folder + "/events.jsonl"
            let journal = Files.exists(path) ? try Files.read(path) : []
            try Files.write(
                Array(journal.prefix(end)), to: staged + "/events.jsonl", mode: 0o600)
            try copy(["archive", "office", "outbox"], from: folder, to: staged)
            let hash = try Self.hash(ofDatabase: database)
            try Self.write(seal: hash, in: staged)
            try Files.replaceFolder(target, with: staged)
            try Files.sync(folder: Files.parent(of: target) ?? ".")
        } catch {
            throw LedgerError(error)
        }
    }

    /// The database as of one commit in a file of its own, with nothing beside it.
    func copyDatabase(to path: String) throws {
        let part = path + Files.partSuffix
        try Files.remove(part)
        do {
            let copy = try DatabaseQueue(path: part)
            try queue.backup(to: copy)
            try copy.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try copy.close()
        }
        try Files.setMode(0o600, of: part)
        try Files.install(part, as: path)
    }

    private static func journalLength(ofDatabase path: String) throws -> Int {
        let queue = try Ledger.atRest(path)
        defer { try? queue.close() }
        return try queue.read { db in
            try Int.fetchOne(db, sql: "SELECT endsAt FROM event ORDER BY id DESC LIMIT 1") ?? 0
        }
    }

    private func copy(_ parts: [String], from folder: String, to staged: String) throws {
        for part in parts where Files.isFolder(folder + "/" + part) {
            for entry in try Files.tree(folder + "/" + part).files
            where !entry.path.hasSuffix(Files.partSuffix) {
                let path = part + "/" + entry.path
                if let parent = Files.parent(of: staged + "/" + path) {
                    try Files.createFolder(parent, mode: 0o700)
                }
                try Files.write(
                    Files.read(folder + "/" + path), to: staged + "/" + path, mode: 0o600)
            }
        }
    }
}
