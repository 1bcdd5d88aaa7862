import Glibc

/// Bytes on disk: read whole within a limit, written whole or not at all.
package enum Files {
    /// What ends the name of a file that is still being written.
    package static let partSuffix = ".tongbao-part"

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A folder, and not a link to one.
    package static func isPlainFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The length of a file in bytes; nil where it is not there.
    package static func size(of path: String) -> Int? {
        var status = stat()
        return lstat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// The names in a folder, sorted by their bytes; those that are no UTF-8 are not among them.
    package static func names(in folder: String) throws(FileError) -> [String] {
        try rawNames(in: RawPath(folder)).compactMap(\.text)
    }

    /// The folder of a path; nil for a bare name or the root.
    package static func parent(of path: String) -> String? {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return slash == path.startIndex ? nil : String(path[..<slash])
    }

    /// The last part of a path.
    package static func name(of path: String) -> String {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }
}

/// The system's words for an `errno`.
func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
