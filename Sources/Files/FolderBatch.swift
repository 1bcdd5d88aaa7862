import Glibc

/// Renames many files into folders, and fsyncs each folder once instead of once a file.
///
/// A name is durable only after `sync`: nothing that cannot be made again may depend on it before.
package struct FolderBatch: Sendable {
    /// The folders with names that may not be on the disk yet.
    private var unsynced: Set<String> = []
    /// Folders that were seen to be there.
    private var known: Set<String> = []

    package init() {}

    /// Makes a folder in one that is there; one that is there is left as it is.
    package mutating func makeFolder(_ path: String, mode: UInt32) throws(FileError) {
        guard !known.contains(path) else { return }
        if !Files.isFolder(path) {
            try FailPoint.folder.pass(path)
            guard mkdir(path, mode) == 0 || errno == EEXIST else {
                throw FileError(.create, path, code: errno)
            }
            unsynced.insert(Files.parent(of: path) ?? ".")
        }
        known.insert(path)
    }

    /// Gives a file whose bytes are on the disk its name, in the place of what bears it.
    package mutating func move(_ path: String, onto target: String) throws(FileError) {
        try Files.move(path, onto: target)
        unsynced.insert(Files.parent(of: target) ?? ".")
    }

    /// Makes all names durable, in the order of the folders' names.
    package mutating func sync() throws(FileError) {
        for folder in unsynced.sorted() { try Files.sync(folder: folder) }
        unsynced = []
    }
}
