import Files

// Originals beside the database, by the hash of their bytes. An original is there before anything is
// read from it; what is there is never changed.

extension Ledger {
    /// The SHA-256 of bytes in lower-case hexadecimal: the name under which the ledger knows them.
    package static func hash(of bytes: [UInt8]) -> String { hexSHA256(bytes) }

    /// Keeps an original, durably, and gives its hash; bytes that are there are left alone.
    @discardableResult
    package func archive(_ bytes: [UInt8]) throws(LedgerError) -> String {
        try keep(bytes, in: "archive")
    }

    /// Keeps bytes with personal data apart from the archive, in no backup and no export.
    @discardableResult
    package func quarantine(_ bytes: [UInt8]) throws(LedgerError) -> String {
        try keep(bytes, in: "quarantine")
    }

    /// An archived original; nil where there is none, and for quarantined bytes always.
    package func original(sha256: String) throws(LedgerError) -> [UInt8]? {
        guard let folder else { return originals[sha256] }
        let path = folder + "/archive/" + Self.place(of: sha256)
        guard Files.exists(path) else { return nil }
        do {
            return try Files.read(path)
        } catch {
            throw LedgerError(error)
        }
    }

    private func keep(_ bytes: [UInt8], in part: String) throws(LedgerError) -> String {
        let hash = Self.hash(of: bytes)
        guard let folder else {
            if part == "archive" { originals[hash] = bytes }
            return hash
        }
        do {
            let path = folder + "/" + part + "/" + Self.place(of: hash)
            if let parent = Files.parent(of: path), !Files.isFolder(parent) {
                try Files.createFolder(parent, mode: 0o700)
            }
            if try !Files.write(bytes, to: path, mode: 0o600), let parent = Files.parent(of: path) {
                // A run that was killed may have left the name undurable.
                try Files.sync(folder: parent)
            }
        } catch {
            throw LedgerError(error)
        }
        return hash
    }

    /// `ab/abcdef…`.
    static func place(of hash: String) -> String { hash.prefix(2) + "/" + hash }
}
