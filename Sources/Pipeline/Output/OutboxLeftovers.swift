import Files
import Glibc

/// Brings what people have put into a period's folder, or changed in it, out of the folder that was
/// exchanged for it, and clears that away.
///
/// Theirs are moved, not copied: links, names that are no UTF-8 and files that are open meanwhile come
/// along as they are. The same is done with what a killed run has left: in a folder that never stood
/// in the Outbox everything is ours.
struct OutboxLeftovers {
    /// The period's folder as it stands now.
    let target: String
    /// The other one.
    let leftover: String
    /// What is ours in either.
    let list: OutboxList

    /// What is put between the name of a file that somebody has changed and its ending.
    static let mark = "（人工修改）"

    /// - Returns: the paths below the period's folder of files of ours that somebody had changed, under
    ///   the names that they are kept by.
    func clear() throws(FileError) -> [String] {
        guard Files.isPlainFolder(leftover) else {
            try Files.remove(leftover)
            return []
        }
        var kept: [String] = []
        let walk = try FolderWalk(RawPath(leftover))
        if let (path, code) = walk.unreadable.first {
            // What cannot be looked at may be somebody's: it is not thrown away.
            throw FileError(.list, leftover + "/" + path.shown, code: code)
        }
        // What people have added goes first, to its own name; what they have changed takes a free one.
        let paths = list.paths
        let isListed = { (entry: FolderWalk.Entry) in
            entry.path.text.map(paths.contains) ?? false
        }
        for entry in walk.entries.filter({ !isListed($0) }) + walk.entries.filter(isListed) {
            if entry.kind == .folder {
                // An empty folder is somebody's too; ours are never empty.
                if !walk.entries.contains(where: { $0.path.parent == entry.path }) {
                    try move(entry.path)
                }
            } else if try !isOurs(entry) {
                if let path = try move(entry.path) { kept.append(path) }
            }
        }
        try Files.remove(leftover)
        return kept
    }

    private func isOurs(_ entry: FolderWalk.Entry) throws(FileError) -> Bool {
        guard entry.kind == .file, let path = entry.path.text else { return false }
        // Half a file of ours, from a run that was killed.
        if path.hasSuffix(Files.partSuffix),
            list.paths.contains(String(path.dropLast(Files.partSuffix.count)))
        {
            return true
        }
        let bytes = try Files.read(leftover + "/" + path)
        return list.isOurs(path, bytes) || (try? Files.read(target + "/" + path)) == bytes
    }

    /// Moves something to where it stood.
    ///
    /// - Returns: the marked name where something of ours stands there; nil where it has its own.
    @discardableResult
    private func move(_ path: RawPath) throws(FileError) -> String? {
        let (old, new) = (RawPath(leftover).appending(path), RawPath(target).appending(path))
        do throws(FileError) {
            try Files.move(old, to: new)
            return nil
        } catch {
            // A folder that stands there already, or a file of ours.
            guard error.code == EEXIST, let text = path.text else { throw error }
            if Files.isPlainFolder(leftover + "/" + text) { return nil }
            let marked = try Files.move(
                leftover + "/" + text, toFree: target + "/" + Self.marked(text))
            return String(marked.dropFirst(target.count + 1))
        }
    }

    /// `反馈/城关镇（人工修改）.xlsx` for `反馈/城关镇.xlsx`.
    static func marked(_ path: String) -> String {
        let name = Files.name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path + mark }
        return path.dropLast(name.count) + name[..<dot] + mark + name[dot...]
    }
}
