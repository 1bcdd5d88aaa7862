extension CampaignChange {
    /// The months among some in which other units or entries count by the new tables, or belong elsewhere.
    ///
    /// What was told of such a month comes out otherwise when it is written again: who is asked, the
    /// denominators, and with them the ranks.
    package static func months(
        _ periods: [Period], countedOtherwiseThanBy old: Campaign, by new: Campaign
    ) -> [Period] {
        periods.filter { counted(in: $0, by: old) != counted(in: $0, by: new) }
    }

    /// Who counts in a month, each with what it belongs to.
    private static func counted(in period: Period, by campaign: Campaign) -> Set<[String?]> {
        let day = period.lastDay
        let units = campaign.units.lazy.filter { $0.isValid(on: day) }
            .map { [$0.code, $0.kind, $0.rankGroup] }
        let entries = campaign.roster.lazy.filter { $0.isValid(on: day) }
            .map { [$0.code, $0.sector, $0.unit, $0.coUnit] }
        return Set(units).union(entries)
    }
}
