import Bulletins
import Files
import Findings
import Foundation
import Ledgers

/// The folder that blank forms are written to; what somebody has filled in there stays.
struct FormsFolder {
    let folder: String

    /// Which files of the folder are ours, by their hashes.
    ///
    /// It lies beside them, for the folder may be any, and no ledger is needed to issue forms.
    static let listName = ".tongbao-forms"

    /// What became of a file.
    struct Change {
        var isWritten: Bool
        /// The name under which a file that somebody had changed is kept.
        var kept: String?
    }

    /// Whether it is another folder or one below it, by whatever way they are named.
    func lies(inside other: String) -> Bool {
        func parts(_ path: String) -> [String] {
            URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
        }
        return parts(folder).starts(with: parts(other))
    }

    /// Writes the files, each whole; one that stands there already with the same bytes is left alone.
    ///
    /// Where they are all that belong there, those of ours that are not among them go, such as that of a unit
    /// which has ended; what somebody has filled in stays.
    func put(_ files: [OutputFile], areAll: Bool = false) throws(RunError) -> [Change] {
        do throws(FileError) {
            try Files.createFolder(folder)
            let path = folder + "/" + Self.listName
            let previous = (try? Files.read(path)).map { OutboxList($0) } ?? OutboxList()
            var list = previous
            for file in files { list.add(file.path, hashes: [Ledger.hash(of: file.bytes)]) }
            // Both lists while files are exchanged: what a run that is cut off has written is ours.
            try write(previous.union(list), to: path)
            var changes: [Change] = []
            for file in files { changes.append(try put(file, previous.union(list))) }
            if areAll {
                for old in previous.paths.subtracting(files.map(\.path)).sorted() {
                    try remove(old, previous)
                    list.remove(old)
                }
            }
            try write(list, to: path)
            return changes
        } catch {
            throw .cannotWrite(
                Bilingual(
                    "写不了空表：\(error.words.chinese)",
                    "cannot write the blank forms: \(error.words.english)"))
        }
    }

    private func remove(_ name: String, _ list: OutboxList) throws(FileError) {
        let path = folder + "/" + name
        guard Files.exists(path), list.isOurs(name, try Files.read(path)) else { return }
        try Files.remove(path)
    }

    private func put(_ file: OutputFile, _ list: OutboxList) throws(FileError) -> Change {
        let path = folder + "/" + file.path
        var kept: String?
        if Files.exists(path) {
            let bytes = try Files.read(path)
            if bytes == file.bytes { return Change(isWritten: false, kept: nil) }
            if !list.isOurs(file.path, bytes) {
                let free = try Files.move(path, toFree: OutboxLeftovers.marked(path))
                kept = Files.name(of: free)
            }
        }
        try Files.write(file.bytes, to: path)
        return Change(isWritten: true, kept: kept)
    }

    private func write(_ list: OutboxList, to path: String) throws(FileError) {
        guard (try? Files.read(path)) != list.bytes else { return }
        try Files.write(list.bytes, to: path)
    }
}
