import Glibc

/// One regular file below a folder, as a walk met it.
package struct FileEntry: Hashable, Sendable {
    /// Below the folder that was walked, `/` between folders.
    package var path: String
    package var size: Int
    /// Seconds since 1970, to the nanosecond.
    package var modified: Double
}

/// The regular files below a folder, and what else lies there and is never opened.
package struct FileTree: Sendable {
    /// Sorted by the bytes of their paths.
    package private(set) var files: [FileEntry] = []
    /// Sorted by the bytes of their paths.
    package private(set) var ignored: [Ignored] = []

    /// Something that is never followed nor read.
    package struct Ignored: Hashable, Sendable {
        package var path: RawPath
        package var reason: Reason
        package var isFolder: Bool

        package init(path: RawPath, reason: Reason, isFolder: Bool) {
            self.path = path
            self.reason = reason
            self.isFolder = isFolder
        }
    }

    package enum Reason: Hashable, Sendable {
        case link, pipe, socket, device
        /// A name with control characters.
        case controlCharacters
        /// A name that is no UTF-8.
        case encoding
        /// The system does not let us: `errno`.
        case unreadable(Int32)
    }

    /// Walks a folder; into folders with odd names it does not go.
    ///
    /// - Throws: `FileError` where the folder itself cannot be listed; one below it is `ignored`.
    package init(_ folder: String) throws(FileError) {
        let walk = try FolderWalk(RawPath(folder)) { Self.oddity(of: $0) == nil }
        for entry in walk.entries {
            let reason = Self.reason(entry.kind) ?? Self.oddity(of: entry.path)
            let isFolder = entry.kind == .folder
            if let reason {
                ignored.append(Ignored(path: entry.path, reason: reason, isFolder: isFolder))
            } else if !isFolder, let path = entry.path.text {
                files.append(FileEntry(path: path, size: entry.size, modified: entry.modified))
            }
        }
        for (path, code) in walk.unreadable {
            let isFolder = walk.entries.contains { $0.path == path }
            ignored.append(Ignored(path: path, reason: .unreadable(code), isFolder: isFolder))
        }
        ignored.sort { RawPath.precedes($0.path, $1.path) }
    }

    /// Forgets what is named otherwise than `isWanted` says, be it a file or never opened.
    package mutating func keep(_ isWanted: (String) -> Bool) {
        files.removeAll { !isWanted($0.path) }
        ignored.removeAll { $0.path.text.map { !isWanted($0) } ?? false }
    }

    private static func reason(_ kind: FolderWalk.Kind) -> Reason? {
        switch kind {
        case .file, .folder: nil
        case .link: .link
        case .pipe: .pipe
        case .socket: .socket
        case .device: .device
        }
    }

    /// What is wrong with a name; nil for a plain one.
    private static func oddity(of path: RawPath) -> Reason? {
        guard let text = path.text else { return .encoding }
        let hasControls = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return hasControls ? .controlCharacters : nil
    }
}

extension Files {
    /// All regular files below a folder that is our own; see `FileTree`.
    ///
    /// - Throws: `FileError` where anything below it cannot be read.
    package static func tree(_ folder: String) throws(FileError) -> FileTree {
        let tree = try FileTree(folder)
        for ignored in tree.ignored {
            if case .unreadable(let code) = ignored.reason {
                throw FileError(.list, folder + "/" + ignored.path.shown, code: code)
            }
        }
        return tree
    }
}
