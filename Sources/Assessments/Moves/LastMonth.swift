package import Campaigns
package import Ledgers

/// Last month, as this month is held against it.
///
/// The facts are those known today; their `asOf` is the moment at which the month was first published, so
/// that what falls due by a day falls due by that day.
package struct LastMonth: Sendable {
    /// By the tables of this month.
    package var month: AssessedPeriod
    package var tables: FormerTables

    package init(month: AssessedPeriod, tables: FormerTables = .same) {
        self.month = month
        self.tables = tables
    }
}

/// The tables by which last month was published.
package enum FormerTables: Sendable {
    /// Those that hold now.
    case same
    case other(FormerScores)
    /// Not in the archive any more, or they do not run.
    case lost
}

/// Last month's exact scores by the tables by which it was published, and half-way to those that hold
/// now.
package struct FormerScores: Sendable {
    /// By the former tables.
    let former: [String: Scorecard]
    /// By this month's rules, over the units and the roster as they stood in the former tables.
    let formerRoster: [String: Scorecard]?

    /// - Parameters:
    ///   - former: the tables of then, and last month's facts by them
    ///   - formerRoster: this month's tables with the units and the roster of then, and the facts by
    ///     them; nil where units and roster are the same
    /// - Throws: where a formula of then does not run today.
    package init(
        former: (campaign: Campaign, facts: PeriodFacts),
        formerRoster: (campaign: Campaign, facts: PeriodFacts)?
    ) throws(AssessmentError) {
        self.former = try Self.scores(former.campaign, former.facts)
        if let (campaign, facts) = formerRoster {
            self.formerRoster = try Self.scores(campaign, facts)
        } else {
            self.formerRoster = nil
        }
    }

    private static func scores(
        _ campaign: Campaign, _ facts: PeriodFacts
    ) throws(AssessmentError) -> [String: Scorecard] {
        let assessor = Assessor(campaign: campaign)
        return assessor.scorecards(of: facts, by: try assessor.figures(of: facts))
    }
}
