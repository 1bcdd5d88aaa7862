import Glibc

/// A regular file that is open for reading from any place; closed when nobody holds it any more.
package final class OpenFile: Sendable {
    /// In bytes, when it was opened.
    package let size: Int
    private let descriptor: Int32

    /// Opens a file that somebody has named; a symbolic link is followed.
    ///
    /// - Throws: `FileError` with `EINVAL` where it is no regular file.
    package init(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(.open, path, code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let code = status.st_mode == 0 ? errno : EINVAL
            close(descriptor)
            throw FileError(.read, path, code: code)
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Reads what stands at a position; says how many bytes, 0 at the end and where reading fails.
    package func read(at position: Int, into target: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let count = pread(descriptor, target.baseAddress, target.count, off_t(position))
            if count < 0 && errno == EINTR { continue }
            return max(0, count)
        }
    }
}
