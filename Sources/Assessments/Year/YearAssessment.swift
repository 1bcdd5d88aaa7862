package import Campaigns

/// The scores of a year (年度考核), as they are printed: monthly mean, year-end attainment and review,
/// weighed by their shares.
///
/// What is not known is open, and a unit with an open part has no total: nothing is printed as if it were
/// whole. Every figure is exact until it is rounded once, to two decimals, half away from zero.
package struct YearAssessment: Sendable {
    package var year: Int
    package var asOf: Moment
    /// The months of the year that were published, earliest first.
    package var months: [Period]
    /// What the total is made of, with its share: parts without a share are left out.
    package var shares: [Share]
    /// Ranking groups in the order in which `units` first names them.
    package var groups: [YearGroup]
    /// December's figures as known now; nil before it was published.
    package var december: Assessment?

    /// A part of the total and how much it weighs.
    package struct Share: Sendable, Hashable {
        package var part: YearPart
        /// In per cent of all shares, as short as it can be written: `60`.
        package var percent: String
    }

    /// Every unit that can have a total has one.
    package var isComplete: Bool {
        groups.allSatisfy { $0.scorecards.allSatisfy { $0.total != nil || $0.isOutside } }
    }
}

/// What a year's score is made of.
package enum YearPart: String, Sendable, CaseIterable {
    /// 各月平均得分: over the months in which the unit was ranked.
    case months
    /// 年终指标达成: 100·Σwk/Σw of December, without deductions and bonus.
    case yearEnd = "year_end"
    /// 述职评议测评: what the answers on the ballot are worth, by votes.
    case review
}

/// The scorecards of one ranking group, by rank, those without one in the order of `units`.
package struct YearGroup: Sendable, Hashable {
    package var name: String
    package var scorecards: [YearScorecard]
}

/// One unit's year (述职评分).
package struct YearScorecard: Sendable, Hashable {
    package var unit: String
    package var name: String
    /// The twelve months of the year.
    package var months: [MonthlyFigure]
    /// In the order of `YearAssessment.shares`.
    package var parts: [PartFigure]
    /// Two decimals; nil while a part is open.
    package var total: String?
    /// By the total as printed; nil while any unit of the group that can have a total has none.
    package var rank: Int?
    /// 等次; nil without a total, and where a veto leaves it to people.
    package var grade: String?
    /// 一票否决: they mark the grade and change no score.
    package var vetoes: [Veto]

    /// What one part came to.
    package struct PartFigure: Sendable, Hashable {
        package var part: YearPart
        /// Two decimals; nil while it is open.
        package var value: String?
        /// Why it is open; nil where it is not.
        package var open: Reason?
        /// Months that were counted, or votes; nil where neither is asked for.
        package var count: String?
    }

    /// Why a part is not known.
    package enum Reason: Sendable, Hashable {
        /// Ranked in no published month of the year.
        case neverRanked
        /// December was not published yet.
        case notPublished
        /// December was published with other weights than those of today's tables.
        case weightsChanged
        /// Not ranked in December: too little weight applies.
        case unranked
        /// No sheet of the review names the unit.
        case notReviewed
        /// It was registered without a vote.
        case noVotes
        /// The sheet names the unit twice.
        case reviewedTwice
        /// An answer on the ballot has no value in `review_values`.
        case noValue
    }

    /// A veto with the month of the register and its basis.
    package struct Veto: Sendable, Hashable {
        package var period: Period
        package var basis: String
    }

    /// It cannot have a total, whatever is still to come: never ranked.
    var isOutside: Bool {
        parts.contains { $0.open == .neverRanked }
            && !parts.contains { $0.open == .notPublished }
    }
}
