import Assessments
import Campaigns
import Findings
import Ledgers

/// Finds out why units moved since last month: with last month as it is known today, and with the tables
/// by which it was published.
struct MoveDesk {
    let workshop: Workshop

    /// The facts of the month before as they are to be compared with.
    ///
    /// What falls due by a day falls due by the day of which the month's bulletin tells.
    func lastMonth(_ facts: PeriodFacts) throws(RunError) -> PeriodFacts {
        guard let published = try publication(of: facts.period), published.asOf <= facts.asOf else {
            return facts
        }
        var facts = facts
        facts.asOf = published.asOf
        return facts
    }

    /// Nil in a draft, and where last month was not published.
    func moves(from last: AssessedPeriod, to this: AssessedPeriod) throws(RunError) -> Moves? {
        let period = last.facts.period
        guard !this.assessment.isDraft, this.facts.history.contains(where: { $0.period == period }),
            let published = try publication(of: period)
        else { return nil }
        let tables = try formerTables(published, of: period)
        do throws(AssessmentError) {
            return try Mover(
                campaign: workshop.campaign, from: LastMonth(month: last, tables: tables), to: this
            ).moves
        } catch {
            throw RunError(error)
        }
    }

    /// The same for a question about one period.
    func moves(_ period: Period) throws(RunError) -> Moves? {
        guard workshop.campaign.isClosed(period, asOf: workshop.asOf),
            try publication(of: period.previous) != nil
        else { return nil }
        let facts = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(
                of: [period, period.previous], of: workshop.campaign, asOf: workshop.asOf,
                knownBy: workshop.horizon)
        }
        return try moves(from: assessed(lastMonth(facts[1])), to: assessed(facts[0]))
    }

    private func assessed(_ facts: PeriodFacts) throws(RunError) -> AssessedPeriod {
        do throws(AssessmentError) {
            return try Assessor(campaign: workshop.campaign).assessed(facts)
        } catch {
            throw RunError(error)
        }
    }

    private func publication(of period: Period) throws(RunError) -> Publication? {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publications(of: period, knownBy: workshop.horizon).published
        }
    }

    // MARK: The tables of then

    private func formerTables(
        _ published: Publication, of period: Period
    ) throws(RunError) -> FormerTables {
        let inUse = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.campaignVersion(inUseAt: published.horizon)
        }
        guard let version = published.campaignVersion ?? inUse, try !isInUse(version) else {
            return .same
        }
        guard let tables = try workshop.archivedCampaign(ofVersion: version) else { return .lost }
        let names = try ConfirmedNames(workshop.ledger, asOf: workshop.asOf)
        let then = names.campaign(tables)
        let now = workshop.campaign
        let isSameRoster = then.units == now.units && then.roster == now.roster
        let halfWay = isSameRoster ? nil : now.overRoster(of: then)
        let facts = try self.facts(of: period, by: then, at: published.asOf)
        let halfWayFacts: PeriodFacts?
        if let halfWay {
            halfWayFacts = try self.facts(of: period, by: halfWay, at: published.asOf)
        } else {
            halfWayFacts = nil
        }
        do throws(AssessmentError) {
            return .other(
                try FormerScores(
                    former: (then, facts),
                    formerRoster: halfWay.flatMap { halfWay in
                        halfWayFacts.map { (halfWay, $0) }
                    }))
        } catch {
            // They were good enough once; that they are not today must not stop this month.
            return .lost
        }
    }

    private func facts(
        of period: Period, by campaign: Campaign, at moment: Moment
    ) throws(RunError) -> PeriodFacts {
        var facts = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(
                of: period, of: campaign, asOf: workshop.asOf, knownBy: workshop.horizon)
        }
        facts.asOf = moment
        return facts
    }

    /// Names that the office confirmed since change no figure of last month.
    private func isInUse(_ version: String) throws(RunError) -> Bool {
        let known = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.campaignSources(ofVersion: version)
        }
        func tables(_ sources: [(name: String, sha256: String)]) -> [String: String] {
            Dictionary(
                sources.filter { $0.name != ConfirmedNames.source }.map { ($0.name, $0.sha256) },
                uniquingKeysWith: { first, _ in first })
        }
        let mine = workshop.sources.map { (name: $0.name, sha256: Ledger.hash(of: $0.bytes)) }
        return known.map(tables) == tables(mine)
    }
}

extension RunError {
    init(_ error: AssessmentError) {
        self = .fault(
            Bilingual("指标算不下去：\(error)", "an indicator failed: \(error)"))
    }
}
