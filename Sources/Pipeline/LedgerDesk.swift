import Campaigns
import Files
import Findings
import Ledgers
import Workbooks

/// Verifies, backs up, rebuilds, exports and prints the ledger.
package struct LedgerDesk {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// Looks for damage; changes nothing.
    package func verify() throws(RunError) -> VerifyReport {
        try verified(options.state, underLock: true)
    }

    /// Copies the state folder without the quarantine, and verifies the copy.
    ///
    /// - Returns: where the copy lies, and what was found in it.
    package func backup(to target: String?) throws(RunError) -> VerifyReport {
        guard Ledger.exists(in: options.state) else { throw noLedger }
        let target = if let target { target } else { try datedTarget() }
        guard !Files.exists(target) else {
            throw .cannotWrite(
                Bilingual(
                    "\(target) 已经有了：备份写在新的文件夹里，另起一个名字",
                    "\(target) is there already: a backup is written into a new folder, give another name"
                ))
        }
        let ledger = try Workshop.ledgerToLookAt(options.state)
        do throws(FileError) {
            if let parent = Files.parent(of: target) {
                try Files.createFolder(parent, mode: 0o700)
            }
        } catch {
            throw .cannotWrite(
                Bilingual(
                    "建不了备份文件夹：\(error.words.chinese)",
                    "cannot make the backup's folder: \(error.words.english)"))
        }
        try ledgerWork { () throws(LedgerError) in try ledger.backup(to: target) }
        return try verified(target, underLock: false)
    }

    /// `<state>-backup/2020-07-06T090000`, by the campaign's clock.
    private func datedTarget() throws(RunError) -> String {
        let workshop = try Workshop.look(options)
        return "\(options.state)-backup/\(workshop.asOf.description.filter { $0 != ":" })"
    }

    /// Makes the database again from the events, and takes originals that are missing or damaged from
    /// the Inbox where their bytes still lie there.
    package func rebuild() throws(RunError) -> RebuildReport {
        guard Ledger.exists(in: options.state) else { throw noLedger }
        let lock = try RunLock(options.state)
        return try withExtendedLifetime(lock) { () throws(RunError) in
            let rebuilt = try ledgerWork { () throws(LedgerError) in
                try LedgerRebuilding(folder: options.state)
            }
            var report = RebuildReport(
                events: rebuilt.events, restoredEvents: rebuilt.restored,
                keptAside: rebuilt.keptAside, restoredOriginals: 0,
                verification: try verified(options.state, underLock: false))
            let lost = Set(report.verification.lostOriginals)
            if !lost.isEmpty {
                report.restoredOriginals = try restore(lost)
                report.verification = try verified(options.state, underLock: false)
            }
            return report
        }
    }

    /// Writes the rows that stand as `form=…/period=…/rows.csv`, or the views that indicators are measured
    /// over as `view=…/period=…/rows.csv` with their parameters; gives the paths, sorted.
    package func export(
        to folder: String, areViewsAsked: Bool = false
    ) throws(RunError) -> [String] {
        guard Ledger.exists(in: options.state) else { throw noLedger }
        let workshop = try Workshop.look(options)
        let tables = try ledgerWork { () throws(LedgerError) in
            areViewsAsked
                ? try workshop.ledger.exportViews(
                    of: workshop.campaign, period: options.period, asOf: workshop.asOf)
                : try workshop.ledger.export(of: workshop.campaign, asOf: workshop.asOf)
        }
        var paths: [String] = []
        do throws(FileError) {
            for table in tables where options.period == nil || options.period == table.period {
                // Programs read it: no byte order mark, and no apostrophe before what looks like a
                // formula.
                var writer = CSVWriter(byteOrderMark: false, guardsFormulas: false)
                writer.add(table.header)
                for row in table.rows { writer.add(row) }
                let place = "\(folder)/\(table.folder)"
                try Files.createFolder(place, mode: 0o700)
                try Files.write(writer.bytes, to: place + "/rows.csv", mode: 0o600)
                paths.append(place + "/rows.csv")
            }
        } catch {
            throw .cannotWrite(Bilingual("写不了：\(error)", "cannot write: \(error)"))
        }
        return paths.sorted()
    }

    /// Hands over the canonical text of the ledger: equal text, equal knowledge.
    package func dump(_ body: ([UInt8]) -> Void) throws(RunError) {
        guard Ledger.exists(in: options.state) else { throw noLedger }
        let ledger = try Workshop.ledgerToLookAt(options.state)
        try ledgerWork { () throws(LedgerError) in try ledger.dump(body) }
    }

    // MARK: Pieces

    private var noLedger: RunError {
        .setUp(
            Bilingual(
                "\(options.state) 里没有台账：先运行 tongbao run，或用 --state 指明",
                "there is no ledger in \(options.state): run “tongbao run” first, or name it with --state"
            ))
    }

    private func verified(
        _ folder: String, underLock: Bool
    ) throws(RunError) -> VerifyReport {
        guard Ledger.exists(in: folder) else { throw noLedger }
        let lock = underLock ? try RunLock(folder) : nil
        return try withExtendedLifetime(lock) { () throws(RunError) in
            VerifyReport(
                folder: folder,
                try ledgerWork { () throws(LedgerError) in
                    try LedgerVerification(folder: folder)
                })
        }
    }

    /// Takes originals from the Inbox again; says how many.
    private func restore(_ lost: Set<String>) throws(RunError) -> Int {
        let inbox = options.inbox
        guard Files.isFolder(inbox) else { return 0 }
        let ledger = try ledgerWork { () throws(LedgerError) in try Ledger.open(options.state) }
        var count = 0
        for entry in (try? Files.tree(inbox).files) ?? [] {
            guard let bytes = try? Files.read(inbox + "/" + entry.path, limit: 1 << 28) else {
                continue
            }
            for original in originals(in: bytes) where lost.contains(Ledger.hash(of: original)) {
                try ledgerWork { () throws(LedgerError) in try ledger.restore(original) }
                count += 1
            }
        }
        return count
    }

    /// A file's own bytes, and those of its members where it is an archive.
    private func originals(in bytes: [UInt8]) -> [[UInt8]] {
        guard var bundle = try? FileBundle(bytes, limits: options.limits) else { return [bytes] }
        return [bytes] + bundle.members.compactMap { try? bundle.bytes(of: $0) }
    }
}
