import Glibc

/// One regular file below a folder, as a walk met it.
package struct FileEntry: Hashable, Sendable {
    /// Below the folder that was walked, `/` between folders.
    package var path: String
    package var size: Int
    /// Seconds since 1970, to the nanosecond.
    package var modified: Double
}

extension Files {
    /// All regular files below a folder, sorted by the bytes of their paths.
    ///
    /// Symbolic links, FIFOs, devices and names with control characters or broken UTF-8 are never
    /// followed nor read; they come back as `ignored`.
    package static func tree(
        _ folder: String
    ) throws(FileError) -> (files: [FileEntry], ignored: [String]) {
        var files: [FileEntry] = []
        var ignored: [String] = []
        var pending = [""]
        while let below = pending.popLast() {
            for name in try names(in: below.isEmpty ? folder : folder + "/" + below) {
                let path = below.isEmpty ? name : below + "/" + name
                var status = stat()
                guard lstat(folder + "/" + path, &status) == 0 else { continue }
                let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\u{FFFD}" }
                switch status.st_mode & S_IFMT {
                case S_IFDIR where isPlain:
                    pending.append(path)
                case S_IFREG where isPlain:
                    let modified = status.st_mtim
                    files.append(
                        FileEntry(
                            path: path, size: Int(status.st_size),
                            modified: Double(modified.tv_sec) + Double(modified.tv_nsec) / 1e9))
                default:
                    ignored.append(path)
                }
            }
        }
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return (files, ignored.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}
