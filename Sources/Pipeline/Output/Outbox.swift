import Assessments
import Bulletins
import Campaigns
import Files
import Findings
import Ledgers
import Workbooks

/// The Outbox: a folder a period, swapped in at once, never half done.
struct Outbox {
    let folder: String
    /// Where it is remembered which files of a period are ours; what people add or change stays.
    let state: String
    /// Whose Outbox it is.
    let campaign: Campaign

    /// What became of a period's folder.
    struct Change {
        /// Paths below the Outbox that are new or changed, sorted; empty where nothing is.
        var written: [String] = []
        /// Paths below the Outbox under which files of ours are kept that somebody had changed.
        var kept: [String] = []
    }

    /// Makes the files the content of a month's or a year's folder.
    func replace(
        _ shelf: OutboxFolder, with files: [OutputFile]
    ) throws(RunError) -> Change {
        try OutboxMark(outbox: folder).set(campaign)
        return try putting { () throws(FileError) in
            try swapped(
                shelf, files.map { StagedFile($0.path, $0.bytes) }, previous: list(shelf))
        }
    }

    /// Makes the files the content of some folders of a period; the period's other files stay.
    func update(
        _ period: Period, folders: [String], with files: [OutputFile]
    ) throws(RunError) -> Change {
        try OutboxMark(outbox: folder).set(campaign)
        return try putting { () throws(FileError) in
            let shelf = OutboxFolder.month(period)
            let previous = list(shelf)
            // The others keep the hashes that they had: what somebody has changed stays known as that.
            let kept = previous.hashes.compactMap { path, hashes -> StagedFile? in
                let isReplaced = folders.contains { path.hasPrefix($0 + "/") }
                guard !isReplaced, let bytes = try? Files.read(self.path(of: path, period)) else {
                    return nil
                }
                return StagedFile(path, bytes, hashes: hashes)
            }
            return try swapped(
                shelf, kept + files.map { StagedFile($0.path, $0.bytes) }, previous: previous)
        }
    }

    /// The path of a file of a period.
    func path(of name: String, _ period: Period) -> String { "\(folder)/\(period)/\(name)" }

    /// All files of the period that are ours are still there.
    func isWhole(_ period: Period) -> Bool {
        let paths = list(.month(period)).paths
        return !paths.isEmpty && paths.allSatisfy { Files.exists(path(of: $0, period)) }
    }

    /// Brings to an end what runs that were killed have left half done, in any period.
    ///
    /// - Returns: paths below the Outbox under which files are kept that somebody had changed.
    func mend() throws(RunError) -> [String] {
        guard let names = try? Files.names(in: folder) else { return [] }
        return try putting { () throws(FileError) in
            var kept: [String] = []
            for name in names where name.hasPrefix(".") && name.hasSuffix(Files.partSuffix) {
                let middle = name.dropFirst().dropLast(Files.partSuffix.count)
                guard let shelf = OutboxFolder(String(middle)) else { continue }
                kept += try cleared(shelf, list: list(shelf))
            }
            return kept
        }
    }

    /// A file as it is put into a period's folder, and the hashes by which it is known as ours.
    private struct StagedFile {
        var path: String
        var bytes: [UInt8]
        var hashes: Set<String>

        init(_ path: String, _ bytes: [UInt8], hashes: Set<String>? = nil) {
            self.path = path
            self.bytes = bytes
            self.hashes = hashes ?? [Ledger.hash(of: bytes)]
        }
    }

    private func swapped(
        _ shelf: OutboxFolder, _ files: [StagedFile], previous: OutboxList
    ) throws(FileError) -> Change {
        let target = folder + "/" + shelf.description
        var list = OutboxList()
        var changed: [String] = []
        for file in files {
            list.add(file.path, hashes: file.hashes)
            if (try? Files.read(target + "/" + file.path)) != file.bytes {
                changed.append(file.path)
            }
        }
        let stale = previous.paths.subtracting(list.paths)
            .filter { Files.exists(target + "/" + $0) }
        guard !changed.isEmpty || !stale.isEmpty else {
            try remember(list, shelf)
            return Change()
        }
        // Both lists until the folder is exchanged and cleared: a run that is cut off takes nothing of
        // ours for something that a person has put there.
        let known = previous.union(list)
        try remember(known, shelf)
        let staged = leftover(shelf)
        try Files.createFolder(staged)
        for file in files {
            if let parent = Files.parent(of: file.path) {
                try Files.createFolder(staged + "/" + parent)
            }
            try Files.write(file.bytes, to: staged + "/" + file.path)
        }
        let wasThere = try Files.exchangeFolder(target, with: staged)
        let kept = wasThere ? try cleared(shelf, list: known) : []
        try remember(list, shelf)
        return Change(written: (changed + stale).sorted().map { "\(shelf)/\($0)" }, kept: kept)
    }

    private func cleared(_ shelf: OutboxFolder, list: OutboxList) throws(FileError) -> [String] {
        let target = folder + "/" + shelf.description
        return try OutboxLeftovers(target: target, leftover: leftover(shelf), list: list).clear()
            .map { "\(shelf)/\($0)" }
    }

    /// Where a period's folder is made ready, and where the old one stands once they are exchanged.
    private func leftover(_ shelf: OutboxFolder) -> String {
        "\(folder)/.\(shelf)\(Files.partSuffix)"
    }

    private func listPath(_ shelf: OutboxFolder) -> String { state + "/outbox/\(shelf).txt" }

    private func list(_ shelf: OutboxFolder) -> OutboxList {
        (try? Files.read(listPath(shelf))).map { OutboxList($0) } ?? OutboxList()
    }

    private func remember(_ list: OutboxList, _ shelf: OutboxFolder) throws(FileError) {
        try Files.createFolder(state + "/outbox", mode: 0o700)
        try Files.write(list.bytes, to: listPath(shelf), mode: 0o600)
    }

    private func putting<Value>(_ work: () throws(FileError) -> Value) throws(RunError) -> Value {
        do throws(FileError) {
            return try work()
        } catch {
            throw .cannotWrite(error.outbox)
        }
    }
}

extension Outbox {
    init(_ workshop: Workshop) {
        self.init(
            folder: workshop.options.outbox, state: workshop.options.state,
            campaign: workshop.campaign)
    }
}
