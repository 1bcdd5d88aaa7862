import Glibc

extension Files {
    /// The length of a file in bytes; nil where it is not there.
    package static func size(of path: String) -> Int? {
        var status = stat()
        return lstat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// The bytes of a regular file from an offset to its end; none where it ends before.
    package static func read(_ path: String, from offset: Int) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(.open, path, code: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let capacity = buffer.count
            let count = buffer.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress, capacity, offset + bytes.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileError(.read, path, code: errno) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Cuts a file off at a length and fsyncs it.
    package static func cut(_ path: String, to length: Int) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileError(.open, path, code: errno) }
        defer { close(descriptor) }
        guard ftruncate(descriptor, length) == 0, fsync(descriptor) == 0 else {
            throw FileError(.write, path, code: errno)
        }
    }

    /// Fsyncs a folder, so that the names in it are as durable as the files.
    package static func sync(folder: String) throws(FileError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.sync, folder, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(.sync, folder, code: errno) }
    }

    /// Sets the rights of a file or folder; those that it has already are not set again.
    package static func setMode(_ mode: UInt32, of path: String) throws(FileError) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & 0o7777 == mode { return }
        guard chmod(path, mode) == 0 else { throw FileError(.create, path, code: errno) }
    }
}
