package import Campaigns

/// The figures of one period (考核结果): every number as it is printed, and nothing rounded twice.
package struct Assessment: Sendable {
    package var period: Period
    package var asOf: Moment
    /// The period has not closed: rank, change and talks are empty.
    package var isDraft: Bool
    /// Ranking groups in the order in which `units` first names them.
    package var groups: [RankGroup]
    /// Indicators in the order of the table, each with a row a credited unit and the county's.
    package var indicators: [IndicatorResult]
    /// Identifies the campaign's weights: where it differs from the previous period's, no change of
    /// rank is shown.
    package var weights: String
    /// 建议约谈, for the office alone.
    package var talks: [TalkSuggestion]
    /// Units in the bottom of their groups (末位), in the order of `units`, whatever their score.
    ///
    /// The next period needs them to see who stands there two periods running. Empty in a draft.
    package var bottom: [String] = []

    package init(
        period: Period, asOf: Moment, isDraft: Bool, groups: [RankGroup],
        indicators: [IndicatorResult], weights: String, talks: [TalkSuggestion]
    ) {
        self.period = period
        self.asOf = asOf
        self.isDraft = isDraft
        self.groups = groups
        self.indicators = indicators
        self.weights = weights
        self.talks = talks
    }
}

package struct RankGroup: Sendable, Hashable {
    package var name: String
    /// Ranked units by rank, ties in the order of `units`; then the unranked.
    package var standings: [Standing]

    package init(name: String, standings: [Standing]) {
        self.name = name
        self.standings = standings
    }
}

/// How one unit stands.
package struct Standing: Sendable, Hashable {
    package var unit: String
    package var name: String
    /// Nil in a draft and where unranked.
    package var rank: Int?
    /// 不参评: the applicable weight is under `unranked_below`.
    package var isUnranked: Bool
    /// Two decimals, half away from zero; nil where unranked.
    package var score: String?
    /// 100·Σwk/Σw before deductions and bonus, two decimals; nil where unranked.
    package var baseScore: String?
    /// Positive, two decimals.
    package var deductions: String
    package var bonus: String
    /// The sum of the applicable weights, as short as it can be written (`98.5`).
    package var applicableWeight: String
    package var previousRank: Int?
    package var change: Change
    package var light: Light?
    /// What the deductions are made of, in the order late, missing, returned, misreport.
    package var items: [DeductionItem]

    package init(unit: String, name: String) {
        self.unit = unit
        self.name = name
        isUnranked = false
        deductions = "0.00"
        bonus = "0.00"
        applicableWeight = "0"
        change = .hidden
        items = []
    }

    package enum Change: Sendable, Hashable {
        /// Previous rank − rank: positive is up.
        case places(Int)
        /// 新: there was no rank before.
        case new
        /// Group or weights changed, unranked, or a draft: nothing is shown.
        case hidden

        /// As the contract table prints it: `2`, `-1`, `0`, `新` or nothing.
        package var text: String {
            switch self {
            case .places(let places): String(places)
            case .new: "新"
            case .hidden: ""
            }
        }
    }
}

package struct DeductionItem: Sendable, Hashable {
    package var kind: Kind
    /// Positive, two decimals.
    package var points: String
    /// How many days, returns, submissions or misreports.
    package var count: Int

    package enum Kind: String, Sendable, CaseIterable {
        case late, missing, returned, misreport
    }

    package init(kind: Kind, points: String, count: Int) {
        self.kind = kind
        self.points = points
        self.count = count
    }
}

package enum Light: String, Sendable, Hashable {
    case green, yellow, red
}

/// One indicator over the county.
package struct IndicatorResult: Sendable, Hashable {
    package var id: String
    package var title: String
    package var sector: String
    package var form: String
    /// The parameters left open on which the indicator stands: it is suspended (停评) for all.
    package var suspendedBy: [String]
    /// In the order of `units`, only those to whom the indicator is credited and whose weight is
    /// above 0; then the county's row (`code` is `county`).
    package var rows: [IndicatorRow]

    package init(
        id: String, title: String, sector: String, form: String, suspendedBy: [String],
        rows: [IndicatorRow]
    ) {
        self.id = id
        self.title = title
        self.sector = sector
        self.form = form
        self.suspendedBy = suspendedBy
        self.rows = rows
    }
}

/// One unit's value of an indicator; empty texts stand for what does not apply.
package struct IndicatorRow: Sendable, Hashable {
    /// A unit's code, or `county`.
    package var code: String
    package var name: String
    /// As short as they can be written, at most 6 decimals.
    package var numerator: String
    package var denominator: String
    /// A fraction with 12 decimals, half away from zero.
    package var rate: String
    package var k: String
    /// As in the campaign's table; empty on the county's row.
    package var weight: String
    package var light: Light?
    /// k is 0 because no accepted return stands behind it.
    package var isSilent: Bool
    /// Not applicable because the office allowed the silence behind it (免报、延期).
    package var isExcused = false

    package init(code: String, name: String) {
        self.code = code
        self.name = name
        numerator = ""
        denominator = ""
        rate = ""
        k = ""
        weight = ""
        isSilent = false
    }
}

/// A suggestion to talk with a unit (建议约谈): the system suggests, people decide.
package struct TalkSuggestion: Sendable, Hashable {
    package var unit: String
    package var name: String
    package var reasons: [Reason]

    package enum Reason: Sendable, Hashable {
        case bottomBelow(score: String)
        case bottomConsecutive(periods: Int)
        case misreport(count: Int)
        case redIndicator(id: String, title: String)
    }

    package init(unit: String, name: String, reasons: [Reason]) {
        self.unit = unit
        self.name = name
        self.reasons = reasons
    }
}
