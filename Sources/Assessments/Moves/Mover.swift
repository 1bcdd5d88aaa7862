package import Campaigns
import Ledgers

/// Takes the moves of a period apart: why each unit's score and rank are not what they were.
///
/// One thing after the other is exchanged, always in the same order: last month as published → as it is
/// known today → by this month's tables → against this month's demand → without the rows that left →
/// this month's work → with the rows that joined → deductions → bonus. Decision 0020 says why.
package struct Mover {
    private let campaign: Campaign
    private let last: LastMonth
    private let this: AssessedPeriod
    private let stages: MoveStages
    private let cardsNow: [String: Scorecard]
    private let cardsLast: [String: Scorecard]
    /// The scores of last month as first published, in hundredths, by group.
    private let published: [String: [(unit: String, score: Int)]]
    private let indicatorPlaces: [String: Int]

    /// Both months are measured by the tables of this month.
    package init(
        campaign: Campaign, from last: LastMonth, to this: AssessedPeriod
    ) throws(AssessmentError) {
        self.campaign = campaign
        self.last = last
        self.this = this
        let assessor = Assessor(campaign: campaign)
        cardsNow = assessor.scorecards(of: this.facts, by: this.figures)
        cardsLast = assessor.scorecards(of: last.month.facts, by: last.month.figures)
        published = Dictionary(grouping: this.facts.previousRanks.values, by: \.group)
            .mapValues { ranks in
                ranks.compactMap { rank in
                    rank.rank == nil ? nil : Self.hundredths(rank.score).map { (rank.unit, $0) }
                }
            }
        indicatorPlaces = Dictionary(
            zip(campaign.indicators.map(\.id), campaign.indicators.indices),
            uniquingKeysWith: { first, _ in first })
        stages = try MoveStages(from: last.month, to: this, campaign: campaign)
    }

    /// An answer for every unit that is scored this month, in the order of `units`.
    package var moves: Moves {
        var standings: [String: (group: String, standing: Standing)] = [:]
        for group in this.assessment.groups {
            for standing in group.standings { standings[standing.unit] = (group.name, standing) }
        }
        return Moves(
            previous: last.month.facts.period,
            answers: campaign.units.compactMap { unit in
                standings[unit.code].map { (unit.code, answer(unit, $0.standing, in: $0.group)) }
            })
    }

    private func answer(_ unit: Unit, _ standing: Standing, in group: String) -> MoveAnswer {
        guard let score = Self.hundredths(standing.score), let now = cardsNow[unit.code] else {
            return .unsplit(.unranked)
        }
        let previous = this.facts.previousRanks[unit.code]
        guard let previous, let told = Self.hundredths(previous.score) else {
            return .unsplit(.new)
        }
        if case .lost = last.tables { return .unsplit(.tablesLost) }
        guard let cards = cardsOfLastMonth(unit.code) else { return .unsplit(.nothingLeft) }

        var ladder: RankLadder?
        if case .places = standing.change {
            ladder = RankLadder(without: unit.code, among: published[group] ?? [])
        }
        guard var chain = MoveChain(at: cards[0].card, ladder: ladder) else {
            return .unsplit(.nothingLeft)
        }
        let known = chain.score.rounded(toPlaces: 2).hundredths
        let placesCorrected = ladder.map { $0.rank(ofHundredths: told) - chain.rank } ?? 0
        for (card, cause) in cards.dropFirst() { chain.exchange(for: card, because: cause) }
        exchangeIndicators(of: unit, in: &chain)
        let points = now.deductions.points
        for kind in DeductionItem.Kind.allCases {
            chain.exchange(kind, for: points[kind] ?? .zero)
        }
        chain.exchange(bonus: now.bonus)

        let change = score - told
        var parts = parts(of: chain, total: change - (known - told))
        if known != told {
            parts.insert(
                Move.Part(
                    cause: .corrections, points: Fraction(known - told, 100),
                    hundredths: known - told, places: placesCorrected), at: 0)
        }
        var move = Move(
            unit: unit.code, group: group, previousScore: previous.score ?? "",
            score: standing.score ?? "", change: change, parts: parts)
        if let ladder, let before = previous.rank, let rank = standing.rank {
            // From where the unit's own parts have brought it.
            let others = chain.rank - rank + (before - ladder.rank(ofHundredths: told))
            move.rank = Move.RankMove(previous: before, now: rank, others: others)
        }
        return .split(move)
    }

    /// Last month's scorecard as it is known today, then by what came after it until this month's tables;
    /// nil where the unit is not scored by the one or the other.
    private func cardsOfLastMonth(_ unit: String) -> [(card: Scorecard, cause: Move.Cause)]? {
        guard let byThese = cardsLast[unit] else { return nil }
        guard case .other(let scores) = last.tables else { return [(byThese, .corrections)] }
        guard let former = scores.former[unit] else { return nil }
        let rules = scores.formerRoster?[unit]
        return [(former, .corrections)] + (rules.map { [($0, .tables)] } ?? [])
            + [(byThese, rules == nil ? .tables : .roster)]
    }

    private func exchangeIndicators(of unit: Unit, in chain: inout MoveChain) {
        let courses = stages.this.indices.map { stages.steps(of: unit.code, at: $0) }
        for stage in MoveStages.Stage.allCases {
            for (place, course) in courses.enumerated() {
                guard let step = course.firstIndex(where: { $0.stage == stage }) else { continue }
                let before =
                    step > 0 ? course[step - 1].figure : stages.last[place].units[unit.code]
                let indicator = stages.this[place].indicator
                chain.exchange(
                    k: course[step].figure?.k,
                    weight: Fraction(indicator.weight(forKind: unit.kind)), at: place,
                    because: cause(of: stage, indicator, before, course[step].figure))
            }
        }
    }

    private func cause(
        of stage: MoveStages.Stage, _ indicator: Indicator, _ before: Figure?, _ after: Figure?
    ) -> Move.Cause {
        switch stage {
        case .demand: return .demand(indicator: indicator.id)
        case .leavers, .joiners: return .roster
        case .work: break
        }
        let (wasSilent, isSilent) = (before?.isSilent ?? false, after?.isSilent ?? false)
        if wasSilent != isSilent { return .silence(form: indicator.form, isNow: isSilent) }
        let (wasExcused, isExcused) = (before?.isExcused ?? false, after?.isExcused ?? false)
        if wasExcused != isExcused { return .relief(form: indicator.form, isNow: isExcused) }
        if (before?.k == nil) != (after?.k == nil) {
            return .scope(indicator: indicator.id, begins: after?.k != nil)
        }
        return indicator.form == "submission"
            ? .reporting(indicator: indicator.id) : .work(indicator: indicator.id)
    }

    /// What the chain put down to each cause, in the order of the chain, printed so that it adds up to
    /// `total` hundredths.
    private func parts(of chain: MoveChain, total: Int) -> [Move.Part] {
        let effects = chain.effects.filter { !$0.value.points.isZero || $0.value.places != 0 }
            .map { (key: $0.key, value: $0.value, order: order(of: $0.key)) }
            .sorted { $0.order < $1.order }
        let printed = Apportionment.hundredths(effects.map(\.value.points), total: total)
        return zip(effects, printed).map { effect, hundredths in
            Move.Part(
                cause: effect.key, points: effect.value.points, hundredths: hundredths,
                places: effect.value.places)
        }
    }

    /// A printed score in hundredths; nil where there is none.
    private static func hundredths(_ score: String?) -> Int? {
        score.flatMap { ExactDecimal($0) }.map { Fraction($0).hundredths }
    }

    private func order(of cause: Move.Cause) -> (Int, Int) {
        (cause.stage, place(of: cause))
    }

    private func place(of cause: Move.Cause) -> Int {
        switch cause {
        case .demand(let id), .work(let id), .reporting(let id), .scope(let id, _):
            indicatorPlaces[id] ?? 0
        case .silence(let form, _), .relief(let form, _):
            campaign.forms.firstIndex { $0.id == form } ?? 0
        case .deduction(let kind): DeductionItem.Kind.allCases.firstIndex(of: kind) ?? 0
        case .corrections, .tables, .roster, .bonus: 0
        }
    }
}

extension Move.Cause {
    /// Its place in the chain.
    fileprivate var stage: Int {
        switch self {
        case .corrections: 0
        case .tables: 1
        case .demand: 2
        case .roster: 3
        case .work: 4
        case .scope: 5
        case .silence: 6
        case .relief: 7
        case .reporting: 8
        case .deduction: 9
        case .bonus: 10
        }
    }
}
