package import Campaigns

/// Why a unit moved (升降原因): the change of its score and rank since last month, in parts that add up
/// to it.
///
/// Score: this month's as printed less last month's as first published. Rank: last month's as first
/// published less this month's, positive is up. Decision 0020 says in which order the parts are taken.
package struct Move: Sendable, Hashable {
    package var unit: String
    package var group: String
    /// As first published, two decimals.
    package var previousScore: String
    /// As printed, two decimals.
    package var score: String
    /// In hundredths of a point.
    package var change: Int
    /// In the order of the chain; what is exactly 0 is left out.
    package var parts: [Part]
    /// Nil where ranks are not compared: the group or the weights changed.
    package var rank: RankMove?

    package init(
        unit: String, group: String, previousScore: String, score: String, change: Int,
        parts: [Part], rank: RankMove? = nil
    ) {
        self.unit = unit
        self.group = group
        self.previousScore = previousScore
        self.score = score
        self.change = change
        self.parts = parts
        self.rank = rank
    }

    /// One reason, and what it did.
    package struct Part: Sendable, Hashable {
        package var cause: Cause
        /// Exactly; all of them add up to the change before rounding.
        package var points: Fraction
        /// As printed, in hundredths of a point: all of them add up to `change`.
        package var hundredths: Int
        /// How many places it moved the unit while the others stood where they were published last
        /// month; 0 where ranks are not compared.
        package var places: Int

        package init(cause: Cause, points: Fraction, hundredths: Int, places: Int) {
            self.cause = cause
            self.points = points
            self.hundredths = hundredths
            self.places = places
        }
    }

    package struct RankMove: Sendable, Hashable {
        package var previous: Int
        package var now: Int
        /// Places won (positive) or lost because other units moved, came or left.
        package var others: Int

        /// Previous − now: the parts' places and the others' add up to it.
        package var places: Int { previous - now }

        package init(previous: Int, now: Int, others: Int) {
            self.previous = previous
            self.now = now
            self.others = others
        }
    }

    /// Why a score is not what it was; indicators by id, forms by id.
    package enum Cause: Sendable, Hashable {
        /// Last month is another today than it was published (上月更正).
        case corrections
        /// Other tables: weights, targets, formulas, settings (考核办法调整).
        case tables
        /// What the calendar asks by now: a rising demand, a due date, a season (进度要求).
        case demand(indicator: String)
        /// Roster entries that came, left or went to another unit (名册变化).
        case roster
        /// 本单位工作.
        case work(indicator: String)
        /// An indicator over the returns themselves: on time, right at once (按时报送、一次合格).
        case reporting(indicator: String)
        /// An indicator began to count for the unit, or ceased to (计分指标增减).
        case scope(indicator: String, begins: Bool)
        /// A form's indicators were 0 because no accepted return stood behind them, this month or last
        /// (未报按0计).
        case silence(form: String, isNow: Bool)
        /// The office allowed the silence behind a form, this month or last (免报、延期).
        case relief(form: String, isNow: Bool)
        case deduction(DeductionItem.Kind)
        case bonus
    }
}

/// What can be said of a unit's move: its parts, or why there are none.
package enum MoveAnswer: Sendable, Hashable {
    case split(Move)
    case unsplit(Obstacle)

    package enum Obstacle: Sendable, Hashable {
        /// 不参评, this month.
        case unranked
        /// It had no rank last month: new, or 不参评 then.
        case new
        /// Last month's tables are not in the archive any more, or do not run.
        case tablesLost
        /// The unit, or all that counted for it last month, does not count by what is known today.
        case nothingLeft
    }
}

/// The moves of a period against the one before.
package struct Moves: Sendable {
    package let previous: Period
    /// In the order of `units`: every unit that is scored this month.
    package let answers: [(unit: String, answer: MoveAnswer)]
    private let byUnit: [String: MoveAnswer]

    package init(previous: Period, answers: [(unit: String, answer: MoveAnswer)]) {
        self.previous = previous
        self.answers = answers
        byUnit = Dictionary(
            answers.map { ($0.unit, $0.answer) }, uniquingKeysWith: { first, _ in first })
    }

    /// Nil for a unit that is not scored.
    package subscript(unit: String) -> MoveAnswer? { byUnit[unit] }
}
