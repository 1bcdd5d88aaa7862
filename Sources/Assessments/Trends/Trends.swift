package import Campaigns
package import Ledgers

/// How the units' scores run over the months (走势): near ties, progress, the bottom, the year to date,
/// the last twelve months.
///
/// Made of what was told last of each month (its bulletin, or the last correction of it) and of the period's
/// own figures, as they are printed: like is compared with like. A score with two
/// decimals is exact from there, means and changes are rounded once, to two decimals, half away from
/// zero, and whatever is equal as printed shares a place.
package struct Trends: Sendable, Hashable {
    /// The period that they end with.
    package var period: Period
    /// The months of which anything was published, earliest first: at most twelve, this one the last.
    package var months: [Period]
    /// In the order of the assessment; none in a draft.
    package var groups: [GroupTrends]
    /// The campaign's weights changed among the year's months, so that their mean is over unlike scores.
    package var hasChangedWeights: Bool

    /// The trends that end with an assessment; `history` is what was published before it, latest first.
    package init(_ assessment: Assessment, history: [PublishedMonth], settings: Settings) {
        period = assessment.period
        let earlier = history.filter { $0.period < assessment.period }
        let known = Set(earlier.map(\.period)).union([assessment.period])
        months = Array(
            Self.twelveMonths(endingWith: assessment.period).drop { !known.contains($0) })
        let ofYear = earlier.filter { $0.period.year == assessment.period.year }
        hasChangedWeights = ofYear.contains { month in
            month.ranks.contains { $0.weights != assessment.weights }
        }
        groups = []
        guard !assessment.isDraft else { return }
        let course = Course(assessment: assessment, history: earlier, months: months)
        groups = assessment.groups.map { group in
            GroupTrends(
                name: group.name,
                nearTies: NearTie.all(
                    in: group.standings, under: settings.fraction(.nearTie)),
                units: course.units(of: group))
        }
    }

    /// There is a month to compare with.
    package var hasHistory: Bool { months.count > 1 }

    /// Of which months any unit's score or rank is another than its bulletin told.
    package var correctedMonths: Set<Period> {
        Set(groups.flatMap(\.units).flatMap(\.months).filter(\.isCorrected).map(\.period))
    }

    /// Last month is one of these.
    package var isLastMonthCorrected: Bool { correctedMonths.contains(period.previous) }

    /// What is known of a unit's last month; nil where it is not among the months, or the unit in no group.
    package func lastMonth(of unit: String) -> MonthlyFigure? {
        groups.flatMap(\.units).first { $0.unit == unit }?.months
            .first { $0.period == period.previous }
    }

    private static func twelveMonths(endingWith period: Period) -> [Period] {
        var months = [period]
        while months.count < 12, let first = months.first { months.insert(first.previous, at: 0) }
        return months
    }
}

/// The trends of one ranking group.
package struct GroupTrends: Sendable, Hashable {
    package var name: String
    /// From the top down.
    package var nearTies: [NearTie]
    /// In the order of the ranking, the unranked last.
    package var units: [UnitTrend]
}

/// How one unit's scores run over the months.
package struct UnitTrend: Sendable, Hashable {
    package var unit: String
    package var name: String
    /// One entry for each of `Trends.months`.
    package var months: [MonthlyFigure]
    /// Nil where the two months cannot be compared: not ranked in both, or with another group or other
    /// weights.
    package var progress: Progress?
    /// Nil where it was ranked in no month of the year.
    package var yearToDate: YearToDate?
    /// In how many of the year's months it stood in the bottom of its group (末位), this one included.
    package var bottomMonths: Int
    /// How many months running, ending with this one; 0 where it does not stand there now.
    package var bottomRun: Int
}

/// A unit's score and rank in one month; both nil where it was not ranked, or the month not published.
package struct MonthlyFigure: Sendable, Hashable {
    package var period: Period
    /// With two decimals.
    package var score: String?
    package var rank: Int?
    /// The bulletin told another score or rank; these are of its last correction (更正后).
    package var isCorrected: Bool

    package init(
        period: Period, score: String? = nil, rank: Int? = nil, isCorrected: Bool = false
    ) {
        self.period = period
        self.score = score
        self.rank = rank
        self.isCorrected = isCorrected
    }
}

/// The change of a score since last month, and its place among the group's (进步榜).
package struct Progress: Sendable, Hashable {
    /// Two decimals, with a sign where it falls: `1.25`, `-0.40`.
    package var change: String
    /// 1 has risen most; equal changes share a place.
    package var place: Int

    /// The score rose.
    package var isRise: Bool { !change.hasPrefix("-") && change != "0.00" }
}

/// The mean of a year's monthly scores so far (年内平均).
package struct YearToDate: Sendable, Hashable {
    /// Two decimals.
    package var mean: String
    /// Over how many months: those in which the unit was ranked.
    package var months: Int
    /// By the mean as printed, in the group of this month; equal ones share a rank.
    package var rank: Int
}
