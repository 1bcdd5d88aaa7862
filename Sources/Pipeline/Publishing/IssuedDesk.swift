import Bulletins
import Campaigns
import Files
import Findings
import Ledgers

/// Makes a past bulletin again as it was issued: from what was known then, by the tables of that time.
///
/// Nothing of the ledger or the Outbox is touched. Whether the files are the same bytes as those that were
/// issued is told by the hashes that were kept with the publication.
package struct IssuedDesk {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// Writes the files below a folder that is new or empty; without one, below the state folder.
    package func rebuild(to folder: String?) throws(RunError) -> IssuedReport {
        let workshop = try Workshop.look(options)
        let period = workshop.period
        if let folder { try check(folder) }
        let told = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publications(of: period)
        }
        guard let issued = told.published else {
            throw .usage(
                Bilingual(
                    "\(period.chinese)还没有通报过，没有可重做的；要看现在的数，运行 tongbao bulletin --period \(period)",
                    "\(period) has not been published: there is nothing to make again; "
                        + "“tongbao bulletin --period \(period)” writes it as it stands now"))
        }
        guard let then = try workshop.asItWas(when: issued) else { throw .tablesAreLost }
        let rendering = PeriodRendering(workshop: then, period: period)
        let files = try rendering.files(
            rendering.compute(), told: told.filter { $0.event < issued.event })
        let target = folder ?? "\(options.state)/issued/\(period)"
        try put(files, in: target)
        var report = IssuedReport(period, issued, in: target)
        report.compare(files, with: issued)
        report.isByOtherTables =
            issued.campaignVersion.map { $0 != Ledger.version(of: workshop.sources) } ?? false
        return report
    }

    private func check(_ folder: String) throws(RunError) {
        guard !FormsFolder(folder: folder).lies(inside: options.outbox) else {
            throw .usage(
                Bilingual(
                    "--to 不能在输出文件夹里：那里是现行的通报",
                    "--to must not lie in the Outbox, where the bulletins of today are"))
        }
        guard !FormsFolder(folder: folder).lies(inside: options.inbox) else {
            throw .usage(
                Bilingual(
                    "--to 不能在收件文件夹里：会被当作报来的表",
                    "--to must not lie in the Inbox, where it would be taken for returns"))
        }
        guard !Files.exists(folder) || (try? Files.names(in: folder))?.isEmpty == true else {
            throw .usage(
                Bilingual(
                    "--to 要写一个新的或空的文件夹：\(folder) 里已有东西",
                    "--to takes a new or an empty folder: there is something in \(folder)"))
        }
    }

    /// All of it or nothing: what stood there before is taken away.
    private func put(_ files: [OutputFile], in folder: String) throws(RunError) {
        do throws(FileError) {
            let staged = folder + Files.partSuffix
            try Files.remove(staged)
            try Files.createFolder(staged)
            for file in files {
                if let parent = Files.parent(of: file.path) {
                    try Files.createFolder(staged + "/" + parent)
                }
                try Files.write(file.bytes, to: staged + "/" + file.path)
            }
            try Files.replaceFolder(folder, with: staged)
        } catch {
            throw .cannotWrite(
                Bilingual(
                    "写不了：\(error.words.chinese)", "cannot write: \(error.words.english)"))
        }
    }
}
