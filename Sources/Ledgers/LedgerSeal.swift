import Files
import GRDB

// The seal of a database at rest: the SHA-256 of `ledger.sqlite` in `ledger.seal`.
//
// SQLite checks the structure of its pages, the chain checks the events, and the events check the
// tables; but a byte that has turned over in the unused part of a page is seen by none of them, and is a
// sign of a failing disk all the same. A writer breaks the seal before its first change and makes it
// again when it closes: a run that was killed leaves none, never a wrong one.

extension Ledger {
    var sealPath: String? { folder.map { $0 + "/ledger.seal" } }

    func breakSeal() throws {
        guard isWritable, !isUnsealed, let sealPath else { return }
        try Files.remove(sealPath)
        isUnsealed = true
    }

    /// Brings the write-ahead log into the database and seals it; does nothing where the seal is whole.
    func seal() throws {
        guard isWritable, isUnsealed, let folder else { return }
        try queue.writeWithoutTransaction { db in
            _ = try db.checkpoint(.truncate)
        }
        // A question that is being asked keeps the log: the next run seals.
        guard Files.size(of: Self.database(of: folder) + "-wal") ?? 0 == 0 else { return }
        try Self.write(seal: try Self.hash(ofDatabase: Self.database(of: folder)), in: folder)
        isUnsealed = false
    }

    /// What a seal says of a database, which may be larger than what fits into memory.
    static func hash(ofDatabase path: String) throws(FileError) -> String {
        var digest = Digest()
        try Files.read(path, inPieces: { digest.update($0) })
        return digest.hex
    }

    static func write(seal hash: String, in folder: String) throws(FileError) {
        try Files.write(Array((hash + "\n").utf8), to: folder + "/ledger.seal", mode: 0o600)
    }

    /// The hash that the last writer left; nil where it was cut off.
    static func sealedHash(in folder: String) -> String? {
        guard let bytes = try? Files.read(folder + "/ledger.seal", limit: 100) else { return nil }
        return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
