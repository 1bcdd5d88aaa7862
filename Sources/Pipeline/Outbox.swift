import Assessments
import Bulletins
import Campaigns
import Files
import Findings
import Workbooks

/// The Outbox: a folder a period, swapped in at once, never half done.
struct Outbox {
    let folder: String
    /// Where it is remembered which files of a period are ours; what people add stays.
    let state: String
    private let campaign: Campaign

    init(_ workshop: Workshop) {
        folder = workshop.options.outbox
        state = workshop.options.state
        campaign = workshop.campaign
    }

    /// Makes the files the content of a period's folder.
    ///
    /// - Returns: the paths below the Outbox that are new or changed, sorted; empty where nothing is.
    func replace(
        _ period: Period, with files: [OutputFile]
    ) throws(RunError) -> [String] {
        try OutboxMark(outbox: folder).set(campaign)
        do throws(FileError) {
            return try swapped(period, files)
        } catch {
            throw .cannotWrite(Bilingual("写不了输出：\(error)", "cannot write the output: \(error)"))
        }
    }

    /// Makes the files the content of some folders of a period; the period's other files stay.
    func update(
        _ period: Period, folders: [String], with files: [OutputFile]
    ) throws(RunError) -> [String] {
        let target = folder + "/" + period.description
        let others = previousPaths(period).filter { path in
            !folders.contains { path.hasPrefix($0 + "/") }
        }
        let kept = others.sorted().compactMap { path in
            (try? Files.read(target + "/" + path)).map { OutputFile(path: path, bytes: $0) }
        }
        try OutboxMark(outbox: folder).set(campaign)
        do throws(FileError) {
            return try swapped(period, kept + files)
        } catch {
            throw .cannotWrite(Bilingual("写不了输出：\(error)", "cannot write the output: \(error)"))
        }
    }

    /// The path of a file of a period.
    func path(of name: String, _ period: Period) -> String { "\(folder)/\(period)/\(name)" }

    /// The period was rendered from just this, and all of its files are still there.
    func isCurrent(_ period: Period, key: String) -> Bool {
        guard let bytes = try? Files.read(keyPath(period)), bytes == Array(key.utf8) else {
            return false
        }
        let paths = previousPaths(period)
        return !paths.isEmpty && paths.allSatisfy { Files.exists(path(of: $0, period)) }
    }

    /// A table for the office alone, which never reaches the Outbox.
    static func writeOffice(
        _ table: ContractTable, of period: Period, state: String
    ) throws(RunError) {
        let folder = "\(state)/office/\(period)"
        do throws(FileError) {
            try Files.createFolder(folder, mode: 0o700)
            try Files.write(
                CSVWriter.file(table.rows), to: folder + "/" + table.file, mode: 0o600)
        } catch {
            throw .cannotWrite(
                Bilingual("写不了台账文件夹：\(error)", "cannot write the state folder: \(error)"))
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
        // Old and new names until the folder is exchanged: a run that is cut off takes neither for
        // something that a person has put there.
        try remember(paths.union(ours), period)
        try Files.replaceFolder(target, with: staged)
        try remember(paths, period)
        return (changed + stale).sorted().map { "\(period)/\($0)" }
    }

    func keyPath(_ period: Period) -> String { state + "/outbox/\(period).key" }

    private func listPath(_ period: Period) -> String { state + "/outbox/\(period).txt" }

    private func previousPaths(_ period: Period) -> Set<String> {
        guard let bytes = try? Files.read(listPath(period)) else { return [] }
        return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    private func remember(_ paths: Set<String>, _ period: Period) throws(FileError) {
        try Files.createFolder(state + "/outbox", mode: 0o700)
        let all = paths.sorted().joined(separator: "\n")
        try Files.write(Array((all + "\n").utf8), to: listPath(period), mode: 0o600)
    }
}
