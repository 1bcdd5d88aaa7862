import Bulletins
import Campaigns
import Files
import Findings
import Ledgers

/// A folder for the office alone, below the state folder, with files of ours in it: what people put there
/// or changed stays, what is not made any more is taken away.
///
/// A slip that lies on after its reason is gone would accuse somebody of what is not so.
struct OfficeFolder {
    let folder: String

    /// Which files are ours, beside them.
    private static let listName = ".tongbao-list"

    /// `<state>/office/2020-06/约谈`.
    init(_ name: String, of period: Period, state: String) {
        folder = "\(state)/office/\(period)/\(name)"
    }

    /// Makes the files the content of the folder.
    func put(_ files: [OutputFile]) throws(RunError) {
        do throws(FileError) {
            let listPath = folder + "/" + Self.listName
            guard !files.isEmpty || Files.exists(listPath) else { return }
            try Files.createFolder(folder, mode: 0o700)
            let previous = (try? Files.read(listPath)).map { OutboxList($0) } ?? OutboxList()
            var list = OutboxList()
            for file in files { list.add(file.path, hashes: [Ledger.hash(of: file.bytes)]) }
            // Both lists meanwhile: what a run that is cut off has written is ours.
            let known = previous.union(list)
            try Files.write(known.bytes, to: listPath, mode: 0o600)
            for path in known.paths.sorted() {
                let new = files.first { $0.path == path }
                try clear(folder + "/" + path, path, for: new, known)
                if let new {
                    try Files.write(new.bytes, to: folder + "/" + path, mode: 0o600)
                }
            }
            try Files.write(list.bytes, to: listPath, mode: 0o600)
        } catch {
            throw .cannotWrite(
                Bilingual(
                    "写不了台账文件夹：\(error.words.chinese)",
                    "cannot write the state folder: \(error.words.english)"))
        }
    }

    /// Takes away what is ours, and moves aside what somebody has written into.
    private func clear(
        _ path: String, _ name: String, for new: OutputFile?, _ list: OutboxList
    ) throws(FileError) {
        guard Files.exists(path) else { return }
        let bytes = try Files.read(path)
        if bytes == new?.bytes { return }
        if list.isOurs(name, bytes) {
            try Files.remove(path)
        } else {
            _ = try Files.move(path, toFree: OutboxLeftovers.marked(path))
        }
    }
}
