import CLinux
import Glibc

extension Files {
    /// Puts a folder in the place of another at one stroke; what stood there is removed afterwards.
    ///
    /// A reader sees the old folder whole or the new one whole, also where the process dies in between.
    package static func replaceFolder(_ path: String, with staged: String) throws(FileError) {
        guard exists(path) else {
            guard rename(staged, path) == 0 else { throw FileError(.rename, path, code: errno) }
            return
        }
        guard clinux_exchange(staged, path) == 0 else {
            throw FileError(.rename, path, code: errno)
        }
        try remove(staged)
    }

    /// Gives a file that is complete its name, in the place of what bears it: fsync, rename, fsync of the
    /// folder.
    package static func install(_ path: String, as target: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileError(.open, path, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(.sync, path, code: errno) }
        guard rename(path, target) == 0 else { throw FileError(.rename, path, code: errno) }
        try sync(folder: parent(of: target) ?? ".")
    }

    /// Moves a file to a path whose folders are made; where a file is there already, a number is added
    /// to the name, so that nothing is overwritten.
    package static func move(_ path: String, to target: String) throws(FileError) {
        if let folder = parent(of: target) { try createFolder(folder) }
        var free = target
        var number = 2
        while exists(free) {
            free = "\(target)-\(number)"
            number += 1
        }
        guard rename(path, free) == 0 else { throw FileError(.rename, path, code: errno) }
    }
}
