import Bulletins
import Campaigns
import Files
import Findings

/// The Outbox: a folder a period, swapped in at once, never half done.
struct Outbox {
    let folder: String
    /// Where it is remembered which files of a period are ours; what people add stays.
    let state: String

    /// Makes the files the content of a period's folder.
    ///
    /// - Returns: the paths below the Outbox that are new or changed, sorted; empty where nothing is.
    func replace(_ period: Period, with files: [OutputFile]) throws(RunError) -> [String] {
        do throws(FileError) {
            return try swapped(period, files)
        } catch {
            throw .cannotWrite(Bilingual("写不了输出：\(error)", "cannot write the output: \(error)"))
        }
    }

    private func swapped(
        _ period: Period, _ files: [OutputFile]
    ) throws(FileError) -> [String] {
        let target = folder + "/" + period.description
        let ours = previousPaths(period)
        let paths = Set(files.map(\.path))
        var changed: [String] = []
        for file in files where (try? Files.read(target + "/" + file.path)) != file.bytes {
            changed.append(file.path)
        }
        let stale = ours.subtracting(paths).filter { Files.exists(target + "/" + $0) }
        guard !changed.isEmpty || !stale.isEmpty else { return [] }
        try Files.createFolder(folder)
        let staged = folder + "/.\(period).tongbao-part"
        try Files.remove(staged)
        try Files.createFolder(staged)
        for file in files {
            if let parent = Files.parent(of: file.path) {
                try Files.createFolder(staged + "/" + parent)
            }
            try Files.write(file.bytes, to: staged + "/" + file.path)
        }
        if Files.exists(target) {
            for entry in try Files.tree(target).files
            where !paths.contains(entry.path) && !ours.contains(entry.path) {
                if let parent = Files.parent(of: entry.path) {
                    try Files.createFolder(staged + "/" + parent)
                }
                try Files.write(
                    Files.read(target + "/" + entry.path), to: staged + "/" + entry.path)
            }
        }
        try remember(paths, period)
        try Files.replaceFolder(target, with: staged)
        return (changed + stale).sorted().map { "\(period)/\($0)" }
    }

    private func listPath(_ period: Period) -> String { state + "/outbox/\(period).txt" }

    private func previousPaths(_ period: Period) -> Set<String> {
        guard let bytes = try? Files.read(listPath(period)) else { return [] }
        return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    private func remember(_ paths: Set<String>, _ period: Period) throws(FileError) {
        try Files.createFolder(state + "/outbox", mode: 0o700)
        let all = paths.union(previousPaths(period)).sorted().joined(separator: "\n")
        try Files.write(Array((all + "\n").utf8), to: listPath(period), mode: 0o600)
    }
}
