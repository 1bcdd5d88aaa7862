import Glibc

extension Files {
    /// Reads a regular file whole; symbolic links are not followed at the last part of the path.
    ///
    /// - Throws: `FileError` with `EFBIG` where the file is longer than `limit`, `EINVAL` where it is
    ///   no regular file.
    package static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
        try withDescriptor(path) { descriptor, status throws(FileError) in
            guard status.st_size <= limit else { throw FileError(.read, path, code: EFBIG) }
            return try bytes(of: descriptor, count: Int(status.st_size), path: path)
        }
    }

    /// Reads a file that a walk has met, whole and as it was then.
    ///
    /// Size and time of change are compared before and after, on the one descriptor that is read. The
    /// inode is not: some shares number a file anew whenever they are asked, and another file that has
    /// the same size and time is read whole as well.
    ///
    /// - Returns: nil where the file has gone or changed, be it while it is read.
    /// - Throws: `FileError` as `read` does.
    package static func read(
        _ entry: FileEntry, in folder: String, limit: Int
    ) throws(FileError) -> [UInt8]? {
        let path = folder + "/" + entry.path
        do throws(FileError) {
            return try withDescriptor(path) { descriptor, before throws(FileError) in
                guard entry.fits(before) else { return nil }
                guard entry.size <= limit else { throw FileError(.read, path, code: EFBIG) }
                let bytes = try bytes(of: descriptor, count: entry.size, path: path)
                var after = stat()
                guard fstat(descriptor, &after) == 0, entry.fits(after),
                    bytes.count == entry.size
                else { return nil }
                return bytes
            }
        } catch {
            // Gone, or a link or a folder stands in its place.
            if [ENOENT, ELOOP, EINVAL, ENOTDIR].contains(error.code) { return nil }
            throw error
        }
    }

    /// Whether a file is still as a walk has met it.
    package static func isUnchanged(_ entry: FileEntry, in folder: String) -> Bool {
        var status = stat()
        return lstat(folder + "/" + entry.path, &status) == 0
            && status.st_mode & S_IFMT == S_IFREG && entry.fits(status)
    }

    /// The bytes of a regular file from an offset to its end; none where it ends before.
    package static func read(_ path: String, from offset: Int) throws(FileError) -> [UInt8] {
        try withDescriptor(path) { descriptor, status throws(FileError) in
            let count = Int(status.st_size) - offset
            guard count > 0, lseek(descriptor, offset, SEEK_SET) == offset else { return [] }
            return try bytes(of: descriptor, count: count, path: path)
        }
    }

    /// Hands a regular file over from its beginning to its end, some bytes at a time.
    ///
    /// For what is to be looked at and not kept: the memory of a piece is used for the next one.
    package static func read(
        _ path: String, inPieces take: ([UInt8]) -> Void
    ) throws(FileError) {
        try withDescriptor(path) { descriptor, _ throws(FileError) in
            while true {
                let piece = try bytes(of: descriptor, count: pieceLength, path: path)
                if piece.isEmpty { return }
                take(piece)
            }
        }
    }

    private static var pieceLength: Int { 1 << 16 }

    private static func withDescriptor<Value>(
        _ path: String, _ body: (Int32, stat) throws(FileError) -> Value
    ) throws(FileError) -> Value {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(.open, path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(.read, path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(.read, path, code: EINVAL)
        }
        return try body(descriptor, status)
    }

    /// So many bytes from where the descriptor stands; fewer where the file ends before.
    private static func bytes(
        of descriptor: Int32, count: Int, path: String
    ) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(
                    descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileError(.read, path, code: errno) }
            guard count > 0 else { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }
}

extension FileEntry {
    fileprivate func fits(_ status: stat) -> Bool {
        let time = status.st_mtim
        return Int(status.st_size) == size
            && Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 == modified
    }
}
