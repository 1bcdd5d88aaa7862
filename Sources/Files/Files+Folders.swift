import CLinux
import Glibc

extension Files {
    /// Makes a folder and the ones above it, durably; one that is there is left as it is.
    package static func createFolder(_ path: String, mode: UInt32 = 0o755) throws(FileError) {
        if isFolder(path) { return }
        let parent = parent(of: path)
        if let parent, parent != path { try createFolder(parent, mode: mode) }
        try FailPoint.folder.pass(path)
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            throw FileError(.create, path, code: errno)
        }
        try sync(folder: parent ?? (path.hasPrefix("/") ? "/" : "."))
    }

    /// Sets the rights of a file or folder; those that it has already are not set again.
    package static func setMode(_ mode: UInt32, of path: String) throws(FileError) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & 0o7777 == mode { return }
        try FailPoint.mode.pass(path)
        guard chmod(path, mode) == 0 else { throw FileError(.create, path, code: errno) }
    }

    /// Removes a file or a folder with all in it; what is not there is no error.
    package static func remove(_ path: String) throws(FileError) { try remove(RawPath(path)) }

    package static func remove(_ path: RawPath) throws(FileError) {
        var status = stat()
        guard lstat(path.characters, &status) == 0 else {
            if errno == ENOENT { return }
            throw FileError(.remove, path.shown, code: errno)
        }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        if isFolder {
            for name in try rawNames(in: path) { try remove(path.appending(name)) }
        }
        try FailPoint.remove.pass(path.shown)
        guard (isFolder ? rmdir(path.characters) : unlink(path.characters)) == 0 else {
            throw FileError(.remove, path.shown, code: errno)
        }
    }

    /// Puts a folder in the place of another at one stroke, durably.
    ///
    /// A reader sees the old folder whole or the new one whole, also where the process dies in between.
    ///
    /// - Returns: whether there was another; it stands at `staged` then.
    package static func exchangeFolder(
        _ path: String, with staged: String
    ) throws(FileError) -> Bool {
        let isThere = exists(path)
        try FailPoint.exchange.pass(path)
        let result = isThere ? clinux_exchange(staged, path) : rename(staged, path)
        guard result == 0 else { throw FileError(.rename, path, code: errno) }
        try sync(folder: parent(of: path) ?? ".")
        return isThere
    }

    /// Puts a folder in the place of another at one stroke; what stood there is removed afterwards.
    package static func replaceFolder(_ path: String, with staged: String) throws(FileError) {
        if try exchangeFolder(path, with: staged) { try remove(staged) }
    }

    /// Moves a file or folder to a path where nothing stands, durably; the folders above are made.
    ///
    /// - Throws: `FileError` with `EEXIST` where something stands there.
    package static func move(_ path: RawPath, to target: RawPath) throws(FileError) {
        if let folder = target.parent { try createFolders(folder) }
        try FailPoint.rename.pass(target.shown)
        var result = clinux_move(path.characters, target.characters)
        if result != 0 && errno == EINVAL {
            // Some shares do not know how to leave alone what stands there: a look has to do.
            var status = stat()
            guard lstat(target.characters, &status) != 0 else {
                throw FileError(.rename, target.shown, code: EEXIST)
            }
            result = rename(path.characters, target.characters)
        }
        guard result == 0 else { throw FileError(.rename, target.shown, code: errno) }
        try sync(target.parent ?? RawPath("."))
        try sync(path.parent ?? RawPath("."))
    }

    /// Moves a file to a path whose folders are made; where something stands there already, a number is
    /// added to the name, so that nothing is overwritten.
    ///
    /// - Returns: where it stands now.
    @discardableResult
    package static func move(
        _ path: String, toFree target: String
    ) throws(FileError) -> String {
        var free = target
        var number = 2
        while true {
            do throws(FileError) {
                try move(RawPath(path), to: RawPath(free))
                return free
            } catch {
                guard error.code == EEXIST else { throw error }
                free = numbered(target, number)
                number += 1
            }
        }
    }

    /// `a/报表-2.xlsx` for `a/报表.xlsx` and 2.
    package static func numbered(_ path: String, _ number: Int) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
            return "\(path)-\(number)"
        }
        return path.dropLast(name.count) + "\(name[..<dot])-\(number)\(name[dot...])"
    }

    private static func createFolders(_ path: RawPath) throws(FileError) {
        var status = stat()
        if stat(path.characters, &status) == 0 { return }
        if let parent = path.parent { try createFolders(parent) }
        try FailPoint.folder.pass(path.shown)
        guard mkdir(path.characters, 0o755) == 0 || errno == EEXIST else {
            throw FileError(.create, path.shown, code: errno)
        }
    }

    private static func sync(_ folder: RawPath) throws(FileError) {
        let descriptor = open(folder.characters, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.sync, folder.shown, code: errno) }
        defer { close(descriptor) }
        try FailPoint.sync.pass(folder.shown)
        guard fsync(descriptor) == 0 else {
            throw FileError(.sync, folder.shown, code: errno)
        }
    }
}
