import Files

// Originals beside the database, by the hash of their bytes. An original is on the disk before anything
// is read from it; what is there is never changed. Whether it holds personal data is only known once it
// has been read: until then it waits in `incoming/`, from where it goes to the archive or to the
// quarantine by its name alone.

extension Ledger {
    /// The SHA-256 of bytes in lower-case hexadecimal: the name under which the ledger knows them.
    package static func hash(of bytes: [UInt8]) -> String { hexSHA256(bytes) }

    /// Keeps the bytes of a new file, durably, and gives their hash; bytes that are kept already are
    /// left alone.
    package func receive(_ bytes: [UInt8]) throws(LedgerError) -> String {
        let hash = Self.hash(of: bytes)
        try receive(bytes, hash: hash)
        return hash
    }

    /// The same of bytes whose hash is known.
    package func receive(_ bytes: [UInt8], hash: String) throws(LedgerError) {
        guard let folder else {
            originals[hash] = bytes
            return
        }
        if Files.exists(folder + "/archive/" + Self.place(of: hash)) { return }
        do throws(FileError) {
            try names.makeFolder(folder + "/incoming", mode: 0o700)
            try Files.stage(bytes, at: folder + "/incoming/" + hash, mode: 0o600)
        } catch {
            throw LedgerError(error)
        }
    }

    /// Takes what was received into the archive; the name is durable with the next commit.
    ///
    /// Bytes of which only the name held personal data may lie in quarantine, where they belong no more.
    package func archive(received hash: String) throws(LedgerError) {
        try place(received: hash, in: "archive")
        guard let quarantined = quarantine(of: hash), Files.exists(quarantined) else { return }
        do throws(FileError) {
            try Files.remove(quarantined)
        } catch {
            throw LedgerError(error)
        }
    }

    /// Puts what was received apart from the archive: it holds personal data.
    ///
    /// It is in no backup and no export. The name is durable with the next commit.
    package func quarantine(received hash: String) throws(LedgerError) {
        if folder == nil { originals[hash] = nil }
        try place(received: hash, in: "quarantine")
    }

    /// Forgets what was received and cannot be read: what cannot be searched is not kept.
    package func discard(received hash: String) throws(LedgerError) {
        guard let folder else {
            originals[hash] = nil
            return
        }
        do throws(FileError) {
            try Files.remove(folder + "/incoming/" + hash)
        } catch {
            throw LedgerError(error)
        }
    }

    /// Puts what was received where a file with that fate belongs.
    package func place(received hash: String, as fate: FileRecord.Fate) throws(LedgerError) {
        switch fate {
        case .quarantined: try quarantine(received: hash)
        case .unreadable: try discard(received: hash)
        case .taken, .register, .bundle: try archive(received: hash)
        }
    }

    /// Keeps an original at once, where there can be no personal data in it.
    @discardableResult
    package func archive(_ bytes: [UInt8]) throws(LedgerError) -> String {
        let hash = try receive(bytes)
        try archive(received: hash)
        try syncNames()
        return hash
    }

    /// Puts an original that was lost or damaged back where it belongs.
    package func restore(_ bytes: [UInt8]) throws(LedgerError) {
        guard let folder else { return }
        let hash = Self.hash(of: bytes)
        let isQuarantined = try file(sha256: hash)?.fate == .quarantined
        let part = isQuarantined ? "quarantine" : "archive"
        do throws(FileError) {
            try Files.remove(folder + "/" + part + "/" + Self.place(of: hash))
        } catch {
            throw LedgerError(error)
        }
        try receive(bytes, hash: hash)
        try place(received: hash, in: part)
        try syncNames()
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

    /// The bytes of a known file, be they in quarantine; nil where they are not kept.
    ///
    /// Only to be read anew, where it may turn out that but the name of the file held personal data.
    package func bytesToReadAnew(sha256: String) throws(LedgerError) -> [UInt8]? {
        if let bytes = try original(sha256: sha256) { return bytes }
        guard let path = quarantine(of: sha256), Files.exists(path) else { return nil }
        do throws(FileError) {
            return try Files.read(path)
        } catch {
            throw LedgerError(error)
        }
    }

    private func quarantine(of hash: String) -> String? {
        folder.map { $0 + "/quarantine/" + Self.place(of: hash) }
    }

    private func place(received hash: String, in part: String) throws(LedgerError) {
        guard let folder else { return }
        let incoming = folder + "/incoming/" + hash
        // It was there before it was received.
        guard Files.exists(incoming) else { return }
        do throws(FileError) {
            try names.makeFolder("\(folder)/\(part)/\(hash.prefix(2))", mode: 0o700)
            try names.move(incoming, onto: "\(folder)/\(part)/\(Self.place(of: hash))")
        } catch {
            throw LedgerError(error)
        }
    }

    /// Makes the names of originals durable; a commit does so before its events are written.
    func syncNames() throws(LedgerError) {
        do throws(FileError) {
            try names.sync()
        } catch {
            throw LedgerError(error)
        }
    }

    /// `ab/abcdef…`.
    static func place(of hash: String) -> String { hash.prefix(2) + "/" + hash }
}
