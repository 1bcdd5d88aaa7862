import Campaigns
import Files
package import Findings
import Ledgers
import Workbooks

/// What `campaign diff` found: a new version of the tables beside an older one, before it is taken in.
package struct CampaignDifference: Codable, Sendable {
    /// What the new tables are compared with, in Chinese and in English.
    package var old: String
    package var oldEnglish: String
    package var new: String
    /// They have no form or no unit in common: a run on the old one's ledger would stop.
    package var isOtherCampaign: Bool
    package var change: CampaignChangeReport

    init(
        from old: Campaign, called name: Bilingual, to new: Campaign, at path: String,
        on day: CivilDate, told: [Period]
    ) {
        (self.old, oldEnglish, self.new) = (name.chinese, name.english, path)
        isOtherCampaign = !CampaignIdentity(new).isSameCampaign(as: CampaignIdentity(old))
        change = CampaignChangeReport(
            CampaignChange(from: old, to: new, on: day),
            toldMonths: CampaignChange.months(told, countedOtherwiseThanBy: old, by: new))
    }

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        let other = say(
            "这是另一个活动：没有一张相同的报表或没有一个相同的单位；运行时请给它自己的 --state、--inbox、--outbox",
            "this is another campaign: no form or no unit in common; run it with its own --state, --inbox and --outbox"
        )
        return [say("\(old) → \(new)", "\(oldEnglish) → \(new)")] + (isOtherCampaign ? [other] : [])
            + (change.isEmpty ? [say("没有变化", "no change")] : change.lines(in: language))
    }
}

extension CampaignDesk {
    /// What is different between two versions of the tables, the old and the new one, each a folder or a
    /// workbook; where one is named alone, between those that the ledger used last and that one.
    ///
    /// - Throws: `RunError.usage` where none is named, or more than two; `RunError.campaign` where the new
    ///   tables have faults, which are mended first.
    package static func diff(
        _ versions: [String], state: String, asOf: String?
    ) throws(RunError) -> CampaignDifference {
        guard let new = versions.last, versions.count <= 2 else {
            throw .usage(
                Bilingual(
                    "要写明比哪两版：tongbao campaign diff 旧表 新表；只写新表的，与台账上次用的一版比",
                    "name the versions: tongbao campaign diff OLD NEW; the new one alone is compared with "
                        + "what the ledger used last"))
        }
        let old = versions.count == 2 ? versions[0] : nil
        for path in versions where !Files.exists(path) { throw .noSuchFile(path) }
        let (campaign, sources) = try Workshop.campaign(at: new)
        let day = try Workshop.moment(asOf, campaign).date
        let (known, name, told): (Campaign, Bilingual, [Period])
        if let old {
            (known, name, told) = (try draft(at: old), Bilingual(old, old), [])
        } else {
            (known, name, told) = try inUse(state, orElse: (campaign, Ledger.version(of: sources)))
        }
        return CampaignDifference(
            from: known, called: name, to: campaign, at: new, on: day, told: told)
    }

    /// Tables as far as they can be understood: an old version may have faults.
    private static func draft(at path: String) throws(RunError) -> Campaign {
        do throws(CampaignError) {
            return try CampaignLoader.load(path).draft
        } catch {
            throw .setUp(error.message)
        }
    }

    /// The tables that a ledger used last, and the months that were published; `this` where they are the same
    /// version.
    private static func inUse(
        _ state: String, orElse this: (campaign: Campaign, version: String)
    ) throws(RunError) -> (Campaign, Bilingual, [Period]) {
        guard Files.exists(state + "/ledger.sqlite") else {
            throw .setUp(
                Bilingual(
                    "“\(state)”里没有台账，没有可比的上一版：写两个（campaign diff 旧表 新表），或用 --state 指台账文件夹",
                    "there is no ledger in \(state), nothing to compare with: name both (campaign diff OLD NEW), or the state folder with --state"
                ))
        }
        let ledger = try ledgerWork { () throws(LedgerError) in try Ledger.open(state) }
        let inUse = try ledgerWork { () throws(LedgerError) in try ledger.campaignInUse() }
        guard let inUse else {
            throw .setUp(
                Bilingual(
                    "台账还没有用过任何表格：先运行 tongbao run",
                    "the ledger has not used any tables yet: run tongbao run first"))
        }
        let name = Bilingual(
            "台账里的一版（\(inUse.since.short) 起用）",
            "the version in the ledger (in use since \(inUse.since.short))")
        if inUse.version == this.version { return (this.campaign, name, []) }
        guard let known = try Workshop.archivedCampaign(ofVersion: inUse.version, in: ledger)
        else {
            throw .fault(
                Bilingual(
                    "台账上次用的表格不在档案里：台账有损坏",
                    "the tables that the ledger used last are not in its archive: it is damaged"))
        }
        let told = try ledgerWork { () throws(LedgerError) in try ledger.publishedPeriods() }
        return (known, name, told)
    }
}
