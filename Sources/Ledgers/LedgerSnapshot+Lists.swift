package import Campaigns

extension LedgerSnapshot {
    /// The register of items at the end of a period; made once.
    func items(through period: Period) throws -> ItemBook {
        if let book = itemBooks[period] { return book }
        let book = try ItemBook(self, through: period)
        itemBooks[period] = book
        return book
    }

    /// What units have reported on their items up to a period: where an earlier one was asked for last, and
    /// the same units answer, what came since is added.
    func itemReports(through period: Period, holders: [String: String]) throws -> ItemReports {
        var reports = lastItemReports ?? ItemReports(holders: holders)
        // Nobody else holds them while they are added to.
        lastItemReports = nil
        if reports.holders != holders || reports.period.map({ $0 >= period }) ?? false {
            reports = ItemReports(holders: holders)
        }
        try reports.advance(to: period, self)
        lastItemReports = reports
        return reports
    }

    /// `repeatedExplanations`, asked for once.
    func repeated(in period: Period) throws -> [RepeatedExplanation] {
        if let known = repeatedByPeriod[period] { return known }
        let repeated = try repeatedExplanations(in: period)
        repeatedByPeriod[period] = repeated
        return repeated
    }

    /// The objections to a period's figures that stand, in the order in which they were raised; all
    /// periods' where none is named.
    func objections(in period: Period? = nil) -> [Objection] {
        var outcomes: [Int: Objection.Outcome] = [:]
        let standing = acts.acts.filter { $0.revokedBy == nil }
        for act in standing {
            guard case .objectionDecision(let number, let isUpheld) = act.content else { continue }
            outcomes[number] = .init(
                isUpheld: isUpheld, reason: act.reason, moment: act.moment)
        }
        return standing.compactMap { act in
            guard case .objection(let protest) = act.content,
                period.map({ $0 == protest.period }) ?? true
            else { return nil }
            return Objection(
                number: act.id, unit: protest.unit, period: protest.period, about: protest.about,
                text: protest.text, raised: act.moment, outcome: outcomes[act.id])
        }
    }
}

extension Ledger {
    /// The register of items at the end of a period, by what was known at a moment: by unit in the order
    /// of the table, list, day of opening, number.
    ///
    /// Items that were verified in an earlier month are among them and say so.
    package func items(
        through period: Period, of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> [ListItem] {
        try readingAtOnce { db in
            try LedgerSnapshot(db, of: campaign, asOf: moment).items(through: period).items
        }
    }

    /// All objections that stood at a moment, in the order in which they were raised.
    package func objections(
        of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> [Objection] {
        try reading { db in
            try LedgerSnapshot(db, of: campaign, asOf: moment, forms: []).objections()
        }
    }
}
