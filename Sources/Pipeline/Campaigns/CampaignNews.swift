import Assessments
import Campaigns
import Files
import Findings
import Ledgers

/// Tells the office what became different when another version of the tables came into use.
///
/// What is to be told follows from the ledger's versions and from the event up to which it was told, which
/// is noted when a run ends: a run that is killed before leaves it to the next one.
struct CampaignNews {
    let workshop: Workshop

    /// The changes that no completed run has told yet, and `名册变动.csv` of the months in which they
    /// came: of each month all of its changes, told before or not.
    func gather() throws(RunError) -> [CampaignChangeReport] {
        let ledger = workshop.ledger
        let told = told
        let inUse = try ledgerWork { () throws(LedgerError) in try ledger.campaignInUse() }
        guard let inUse, inUse.event != told else { return [] }
        let uses = try ledgerWork { () throws(LedgerError) in try ledger.campaignUses() }
        let untold = uses.dropFirst().filter { $0.event > told ?? 0 }
        let months = Set(untold.map(Self.month))
        var reports: [Int: CampaignChangeReport] = [:]
        for (old, new) in zip(uses, uses.dropFirst()) where months.contains(Self.month(of: new)) {
            reports[new.event] = try report(from: old, to: new)
        }
        for month in months.sorted() {
            let rows = uses.filter { Self.month(of: $0) == month }
                .flatMap { reports[$0.event]?.rows ?? [] }
            let table = ContractTable(
                file: "名册变动.csv", header: CampaignChangeReport.header, rows: rows)
            try OutboxMarks(state: workshop.options.state).writeOffice(table, of: month)
        }
        return untold.compactMap { reports[$0.event] }
    }

    /// Notes that everything was told; the last thing that a run does.
    func noteTold() throws(RunError) {
        let inUse = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.campaignInUse()
        }
        guard let inUse, inUse.event != told else { return }
        do throws(FileError) {
            try Files.createFolder(workshop.options.state + "/outbox", mode: 0o700)
            try Files.write(Array("\(inUse.event)\n".utf8), to: path, mode: 0o600)
        } catch {
            throw .cannotWrite(
                Bilingual(
                    "写不了台账文件夹：\(error.words.chinese)",
                    "cannot write the state folder: \(error.words.english)"))
        }
    }

    private var path: String { workshop.options.state + "/outbox/campaign.key" }

    /// The event up to which the office was told.
    private var told: Int? {
        guard let bytes = try? Files.read(path) else { return nil }
        return Int(String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? "")
    }

    /// The month that is being reported when tables come into use.
    private static func month(of use: Ledger.CampaignUse) -> Period {
        Period(containing: use.since.date).previous
    }

    private func report(
        from old: Ledger.CampaignUse, to new: Ledger.CampaignUse
    ) throws(RunError) -> CampaignChangeReport {
        let since = new.since.short
        guard let before = try workshop.archivedCampaign(ofVersion: old.version),
            let after = try workshop.archivedCampaign(ofVersion: new.version)
        else { return CampaignChangeReport(unknownSince: since) }
        let told = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publishedPeriods(knownBy: new.event)
        }
        var report = CampaignChangeReport(
            CampaignChange(from: before, to: after, on: new.since.date), since: since,
            toldMonths: CampaignChange.months(told, countedOtherwiseThanBy: before, by: after))
        report.changesNames = try names(ofVersion: old.version) != names(ofVersion: new.version)
        return report
    }

    /// The names that the office had confirmed, as they stand among a version's tables.
    private func names(ofVersion version: String) throws(RunError) -> [UInt8]? {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.campaignTables(ofVersion: version)
        }?.first { $0.name == ConfirmedNames.source }?.bytes
    }
}
