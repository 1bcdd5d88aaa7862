import Campaigns
package import Ledgers

// The one door through which trends and years look at what was published of a month.

extension PublishedMonth {
    /// How a unit stood, as it was last told; nil where it was not in the ranking.
    func rank(of unit: String) -> PublishedRank? { lastRanks.first { $0.unit == unit } }

    /// A unit's score and rank as they were last told; both nil where it was not ranked.
    package func figure(of unit: String) -> MonthlyFigure {
        var figure = figure(rank(of: unit))
        let told = self.figure(ranks.first { $0.unit == unit })
        figure.isCorrected = figure != told
        return figure
    }

    private func figure(_ rank: PublishedRank?) -> MonthlyFigure {
        guard let rank, rank.rank != nil else { return MonthlyFigure(period: period) }
        return MonthlyFigure(period: period, score: rank.score, rank: rank.rank)
    }
}

extension [PublishedMonth] {
    /// How many periods without a gap before another the unit stood in the bottom, as it was last told:
    /// whom a correction took out of it was not there.
    func bottomRun(of unit: String, before period: Period) -> Int {
        var period = period
        var count = 0
        for earlier in self {
            period = period.previous
            guard earlier.period == period, earlier.lastBottom.contains(unit) else { break }
            count += 1
        }
        return count
    }
}
