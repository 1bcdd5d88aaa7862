import Files
import Findings

/// What the arguments of a check lead to.
enum FilesToCheck {
    /// The files, in the order of the arguments, those of a folder by their paths; each once.
    ///
    /// - Returns: Besides them what lies in folders and is never opened.
    /// - Throws: `RunError.noSuchFile` for a path that leads nowhere, and for a folder without files.
    static func find(
        _ paths: [String]
    ) throws(RunError) -> (files: [String], ignored: [FileTree.Ignored]) {
        var files: [String] = []
        var ignored: [FileTree.Ignored] = []
        var known: Set<String> = []
        for path in paths {
            guard Files.exists(path) else { throw missing(path) }
            let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
            guard Files.isFolder(path) else {
                if known.insert(path).inserted { files.append(path) }
                continue
            }
            let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            let tree: FileTree
            do throws(FileError) {
                var all = try FileTree(folder)
                all.keep { InboxScan.isReturn($0) && !ReceiptRegister.isRegister($0) }
                tree = all
            } catch {
                throw .noSuchFile(path, why: error.words)
            }
            guard !tree.files.isEmpty || !tree.ignored.isEmpty else {
                throw .noSuchFile(
                    folder,
                    why: Bilingual(
                        "文件夹里没有可以校核的文件：\(folder)", "nothing to check in the folder \(folder)"))
            }
            for file in tree.files where known.insert(folder + "/" + file.path).inserted {
                files.append(folder + "/" + file.path)
            }
            ignored += tree.ignored.map {
                FileTree.Ignored(
                    path: RawPath(folder).appending($0.path), reason: $0.reason,
                    isFolder: $0.isFolder)
            }
        }
        return (files, ignored)
    }

    /// A name that is no UTF-8 reaches us with its bytes replaced, and so leads nowhere.
    private static func missing(_ path: String) -> RunError {
        guard path.unicodeScalars.contains("\u{FFFD}") else { return .noSuchFile(path) }
        return .noSuchFile(
            path,
            why: Bilingual(
                "文件名是乱码（不是 UTF-8），请先改名：\(path)", "the name is no UTF-8, rename it first: \(path)"))
    }
}
