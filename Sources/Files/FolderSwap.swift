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
