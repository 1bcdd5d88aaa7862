import Campaigns
import Findings
import Ledgers

extension Workshop {
    /// The same as things stood when something was told: what was known, the tables that were in use, the
    /// moment that its files state; nil where these tables are not in the archive any more.
    func asItWas(when publication: Publication) throws(RunError) -> Workshop? {
        try asItWas(
            at: publication.asOf, knownBy: publication.horizon, tables: publication.campaignVersion)
    }

    /// The same as things stood at a moment, by an event; the tables are those that were in use then where
    /// no version is named.
    func asItWas(
        at moment: Moment, knownBy event: Int, tables: String? = nil
    ) throws(RunError) -> Workshop? {
        var then = self
        then.asOf = moment
        then.horizon = event
        let inUse = try ledgerWork { () throws(LedgerError) in
            try ledger.campaignVersion(inUseAt: event)
        }
        let version = tables ?? inUse
        guard let version, version != Ledger.version(of: sources) else { return then }
        guard let campaign = try archivedCampaign(ofVersion: version) else { return nil }
        then.campaign = try ConfirmedNames(ledger, knownBy: event).campaign(campaign)
        return then
    }
}

extension RunError {
    /// What was asked for cannot be made again without the tables of its time.
    static var tablesAreLost: RunError {
        .fault(
            Bilingual(
                "当时用的活动表格不在台账的档案里了：请运行 tongbao ledger verify",
                "the tables of that time are not in the ledger’s archive any more: "
                    + "run “tongbao ledger verify”"))
    }
}
