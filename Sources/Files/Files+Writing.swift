import Glibc

extension Files {
    /// Writes a file whole: a temporary name beside it, fsync, rename, fsync of the folder.
    ///
    /// Where the file holds these very bytes already, nothing is written; the result says whether
    /// anything was.
    @discardableResult
    package static func write(
        _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644
    ) throws(FileError) -> Bool {
        if let present = try? read(path), present == bytes { return false }
        let temporary = path + partSuffix
        try stage(bytes, at: temporary, mode: mode)
        do throws(FileError) {
            try move(temporary, onto: path)
        } catch {
            unlink(temporary)
            throw error
        }
        try sync(folder: parent(of: path) ?? ".")
        return true
    }

    /// Writes bytes that are to get their name later and fsyncs them, over whatever stands there.
    ///
    /// Nothing may take the file for whole until it was renamed: half of it may be there after a kill.
    package static func stage(
        _ bytes: [UInt8], at path: String, mode: UInt32 = 0o644
    ) throws(FileError) {
        try FailPoint.create.pass(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw FileError(.create, path, code: errno) }
        do throws(FileError) {
            defer { close(descriptor) }
            try writeAll(bytes, to: descriptor, path: path)
            try sync(descriptor, path: path)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Gives a file that is complete its name, in the place of what bears it: fsync, rename, fsync of the
    /// folder.
    package static func install(_ path: String, as target: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileError(.open, path, code: errno) }
        defer { close(descriptor) }
        try sync(descriptor, path: path)
        try move(path, onto: target)
        try sync(folder: parent(of: target) ?? ".")
    }

    /// Appends to a file and fsyncs it; creates it with mode 0600 where it is missing.
    package static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
        let isNew = !exists(path)
        if isNew { try FailPoint.create.pass(path) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileError(.open, path, code: errno) }
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor, path: path)
        try sync(descriptor, path: path)
        if isNew { try sync(folder: parent(of: path) ?? ".") }
    }

    /// Cuts a file off at a length and fsyncs it.
    package static func cut(_ path: String, to length: Int) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileError(.open, path, code: errno) }
        defer { close(descriptor) }
        try FailPoint.cut.pass(path)
        guard ftruncate(descriptor, length) == 0, fsync(descriptor) == 0 else {
            throw FileError(.write, path, code: errno)
        }
    }

    /// Fsyncs a folder, so that the names in it are as durable as the files.
    package static func sync(folder: String) throws(FileError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.sync, folder, code: errno) }
        defer { close(descriptor) }
        try sync(descriptor, path: folder)
    }

    private static func sync(_ descriptor: Int32, path: String) throws(FileError) {
        try FailPoint.sync.pass(path)
        guard fsync(descriptor) == 0 else { throw FileError(.sync, path, code: errno) }
    }

    static func move(_ path: String, onto target: String) throws(FileError) {
        try FailPoint.rename.pass(target)
        guard rename(path, target) == 0 else { throw FileError(.rename, target, code: errno) }
    }

    private static func writeAll(
        _ bytes: [UInt8], to descriptor: Int32, path: String
    ) throws(FileError) {
        for piece in FailPoint.pieces(of: bytes.count) {
            try (piece.lowerBound == 0 ? FailPoint.write : .half).pass(path)
            var written = piece.lowerBound
            while written < piece.upperBound {
                let count = bytes.withUnsafeBytes { buffer in
                    Glibc.write(
                        descriptor, buffer.baseAddress?.advanced(by: written),
                        piece.upperBound - written)
                }
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw FileError(.write, path, code: errno) }
                written += count
            }
        }
    }
}
