import Campaigns
import Files
import Findings
import Ledgers
import Returns

// Several campaigns stand side by side, each with its state folder, Inbox and Outbox. A run that is
// pointed at the wrong ones, or whose tables would turn the ledger's numbers into others, stops before it
// has touched anything.

extension Workshop {
    /// Stops where the ledger was kept by tables of another campaign.
    static func check(
        _ campaign: Campaign, _ sources: [(name: String, bytes: [UInt8])], against ledger: Ledger,
        at state: String
    ) throws(RunError) {
        let inUse = try ledgerWork { () throws(LedgerError) in try ledger.campaignInUse() }
        guard let inUse, inUse.version != Ledger.version(of: sources),
            let known = try archivedCampaign(ofVersion: inUse.version, in: ledger)
        else { return }
        let (mine, other) = (CampaignIdentity(campaign), CampaignIdentity(known))
        guard !mine.isSameCampaign(as: other) else {
            return try checkMeasures(of: campaign, since: known, against: ledger)
        }
        throw .otherCampaign(
            Bilingual(
                "台账“\(state)”记的是另一个活动（\(other.title)），与这些表格（\(mine.title)）没有一张相同的报表或没有一个相同的单位；什么也没有动。请用 --state 指这个活动自己的台账文件夹（没有的会新建），--inbox、--outbox 也各用各的",
                "the ledger in \(state) belongs to another campaign (\(other.title)): these tables (\(mine.title)) have no form or no unit in common with it; nothing was touched. Give this campaign a state folder of its own with --state (a new one is made), and its own --inbox and --outbox"
            ))
    }

    /// Stops where a column for which returns have come is now counted in ten thousands of what it was:
    /// its numbers in the ledger stay as they are, and whatever is added up or carried would be wrong.
    private static func checkMeasures(
        of campaign: Campaign, since known: Campaign, against ledger: Ledger
    ) throws(RunError) {
        for form in campaign.forms {
            guard let earlier = known.form(form.id) else { continue }
            let scaled = form.fields.compactMap { field in
                earlier.field(field.id).flatMap { Rescaling(from: $0, to: field) }
            }
            guard let first = scaled.first else { continue }
            let isReported = try ledgerWork { () throws(LedgerError) in
                try ledger.holdsReturns(of: form.id)
            }
            if isReported { throw .setUp(first.reason(in: form)) }
        }
    }

    /// A version that the ledger was kept by, as far as it can be understood; nil where its tables are
    /// not in the archive any more.
    static func archivedCampaign(
        ofVersion version: String, in ledger: Ledger
    ) throws(RunError) -> Campaign? {
        let tables = try ledgerWork { () throws(LedgerError) in
            try ledger.campaignTables(ofVersion: version)
        }
        return tables.map { CampaignLoader.reading(of: $0).draft }
    }

    func archivedCampaign(ofVersion version: String) throws(RunError) -> Campaign? {
        try Self.archivedCampaign(ofVersion: version, in: ledger)
    }
}

/// A column whose numbers would mean something else by a power of ten, or by being shares.
private struct Rescaling {
    let old: Field
    let new: Field

    init?(from old: Field, to new: Field) {
        let isScaled =
            UnitConversion.exponent(from: old.unit ?? "", to: new.unit).map { $0 != 0 } ?? false
        guard isScaled || (old.type == .percent) != (new.type == .percent) else { return nil }
        (self.old, self.new) = (old, new)
    }

    func reason(in form: Form) -> Bilingual {
        func measure(_ field: Field) -> String {
            field.unit ?? (field.type == .percent ? "%" : "")
        }
        return Bilingual(
            "fields 表：《\(form.title)》的“\(new.header)”（\(form.id).\(new.id)）由“\(measure(old))”改成了“\(measure(new))”，台账里的数仍按“\(measure(old))”记，不会换算，累计和带入的数都会错；什么也没有动。请改回去；确实要换单位的，另起一个 id",
            "fields: “\(new.header)” (\(form.id).\(new.id)) is now in “\(measure(new))”, the ledger's numbers stay in “\(measure(old))” and are not converted: sums and carried values would be wrong; nothing was touched. Put it back, or give the column a new id"
        )
    }
}

/// Says whose Outbox it is: a small file beside the periods' folders, which are left alone.
///
/// Two campaigns in one Outbox would mix their files in the folders of the months, where nobody could
/// tell them apart again. An Outbox without periods is free to be taken over.
struct OutboxMark {
    let outbox: String

    /// Not to be seen among the months in a file manager.
    static let name = ".tongbao-campaign"

    private var path: String { outbox + "/" + Self.name }

    /// Stops where what lies in the Outbox is of another campaign.
    func check(_ campaign: Campaign) throws(RunError) {
        let mine = CampaignIdentity(campaign)
        guard let other = read(), !mine.isSameCampaign(as: other), holdsPeriods else { return }
        throw .otherCampaign(
            Bilingual(
                "输出文件夹“\(outbox)”里是另一个活动（\(other.title)）的通报，与这些表格（\(mine.title)）没有一张相同的报表或没有一个相同的单位；什么也没有动。请用 --outbox 另指一个文件夹；旧通报不要了的，先移走它们",
                "the Outbox \(outbox) holds the bulletins of another campaign (\(other.title)): these tables (\(mine.title)) have no form or no unit in common with it; nothing was touched. Name another folder with --outbox, or move the old bulletins away first"
            ))
    }

    /// Marks the Outbox as the campaign's; written only where it says something else.
    func set(_ campaign: Campaign) throws(RunError) {
        let mine = CampaignIdentity(campaign)
        let lines =
            ["campaign \(mine.title.split(whereSeparator: \.isNewline).joined(separator: " "))"]
            + mine.forms.map { "form \($0)" } + mine.units.map { "unit \($0)" }
        do throws(FileError) {
            try Files.createFolder(outbox)
            try Files.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
        } catch {
            throw .cannotWrite(error.outbox)
        }
    }

    private func read() -> CampaignIdentity? {
        guard let bytes = try? Files.read(path, limit: 16 << 20) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        func values(_ key: String) -> [String] {
            lines.filter { $0.hasPrefix(key + " ") }.map { String($0.dropFirst(key.count + 1)) }
        }
        return CampaignIdentity(
            title: values("campaign").first ?? "", forms: values("form"), units: values("unit"))
    }

    private var holdsPeriods: Bool {
        ((try? Files.names(in: outbox)) ?? []).contains { Period($0) != nil }
    }
}
