import Glibc

/// All that lies below a folder, of whatever kind; links are never followed.
package struct FolderWalk: Sendable {
    /// By the bytes of their paths, folders before what is in them.
    package private(set) var entries: [Entry] = []
    /// Folders that could not be listed, and what could not be asked for its kind, with `errno`.
    package private(set) var unreadable: [(path: RawPath, code: Int32)] = []

    /// Something in a folder.
    package struct Entry: Sendable {
        /// Below the folder that was walked.
        package var path: RawPath
        package var kind: Kind
        package var size: Int
        /// Seconds since 1970, to the nanosecond.
        package var modified: Double
    }

    package enum Kind: Sendable {
        case file, folder, link, pipe, socket, device
    }

    /// Walks a folder, into those of its folders that `enters` says.
    ///
    /// What vanishes meanwhile is passed over.
    ///
    /// - Throws: `FileError` where the folder itself cannot be listed.
    package init(
        _ folder: RawPath, entering enters: (RawPath) -> Bool = { _ in true }
    ) throws(FileError) {
        try list(folder, below: RawPath(""))
        var next = 0
        while next < entries.count {
            let entry = entries[next]
            next += 1
            guard entry.kind == .folder, enters(entry.path) else { continue }
            do throws(FileError) {
                try list(folder, below: entry.path)
            } catch {
                if error.code != ENOENT { unreadable.append((entry.path, error.code)) }
            }
        }
        entries.sort { RawPath.precedes($0.path, $1.path) }
    }

    private mutating func list(_ folder: RawPath, below: RawPath) throws(FileError) {
        for name in try Files.rawNames(in: folder.appending(below)) {
            let path = below.appending(name)
            var status = stat()
            guard lstat(folder.appending(path).characters, &status) == 0 else {
                if errno != ENOENT { unreadable.append((path, errno)) }
                continue
            }
            let modified = status.st_mtim
            entries.append(
                Entry(
                    path: path, kind: Kind(mode: status.st_mode), size: Int(status.st_size),
                    modified: Double(modified.tv_sec) + Double(modified.tv_nsec) / 1e9))
        }
    }
}

extension FolderWalk.Kind {
    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        default: self = .device
        }
    }
}

extension Files {
    /// The names in a folder as they are, sorted by their bytes.
    static func rawNames(in folder: RawPath) throws(FileError) -> [RawPath] {
        let path = folder.bytes.isEmpty ? RawPath(".") : folder
        guard let stream = opendir(path.characters) else {
            throw FileError(.list, path.shown, code: errno)
        }
        defer { closedir(stream) }
        var names: [RawPath] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                // A share that went away ends a list as the last name does, but for this.
                guard errno == 0 else { throw FileError(.list, path.shown, code: errno) }
                return names.sorted(by: RawPath.precedes)
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8) && name != Array("..".utf8) {
                names.append(RawPath(bytes: name))
            }
        }
    }
}
