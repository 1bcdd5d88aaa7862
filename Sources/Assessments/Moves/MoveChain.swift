import Campaigns
import Ledgers

/// A unit's score on its way from last month to this one: one thing is exchanged after the other, and
/// what the score and the rank do then is put down to it.
///
/// Sums are carried along, so that an exchange costs the same however many indicators there are.
struct MoveChain {
    /// What was put down to each cause so far.
    private(set) var effects: [Move.Cause: Effect] = [:]
    /// The exact score where it has come to.
    private(set) var score: Fraction

    struct Effect {
        var points = Fraction.zero
        var places = 0
    }

    /// By the indicator's place in the table.
    private var terms: [Int: Scorecard.Term]
    private var weighted: Fraction
    private var weight: Fraction
    private var base: Fraction
    private var deductions: [DeductionItem.Kind: Fraction]
    private var bonus: Fraction
    private let ladder: RankLadder?
    private(set) var rank: Int

    /// Starts where a scorecard stands; nil where nothing counts on it.
    init?(at card: Scorecard, ladder: RankLadder?) {
        guard let base = card.exactBase else { return nil }
        self.base = base
        self.ladder = ladder
        (terms, weighted, weight) = ([:], .zero, .zero)
        (deductions, bonus) = ([:], .zero)
        score = .zero
        rank = 0
        take(card)
        score = base - card.deductions.total + card.bonus
        rank = ladder?.rank(of: score) ?? 0
    }

    /// Puts another whole scorecard in the place of this one.
    mutating func exchange(for card: Scorecard, because cause: Move.Cause) {
        take(card)
        rebase()
        note(cause)
    }

    /// Puts another k in the place of an indicator's; nil where it does not count.
    mutating func exchange(
        k: Fraction?, weight other: Fraction, at place: Int, because cause: Move.Cause
    ) {
        let (old, new) = (
            terms[place], k.map { Scorecard.Term(place: place, weight: other, k: $0) }
        )
        guard old?.k != new?.k || old?.weight != new?.weight else { return }
        if let old {
            weighted = weighted - old.weight * old.k
            weight = weight - old.weight
        }
        if let new {
            weighted += new.weight * new.k
            weight += new.weight
        }
        terms[place] = new
        rebase()
        note(cause)
    }

    mutating func exchange(_ kind: DeductionItem.Kind, for points: Fraction) {
        deductions[kind] = points
        note(.deduction(kind))
    }

    mutating func exchange(bonus points: Fraction) {
        bonus = points
        note(.bonus)
    }

    /// While nothing counts at all the base stays what it was: there is nothing that it could be.
    private mutating func rebase() {
        if !weight.isZero { base = weighted * 100 / weight }
    }

    private mutating func take(_ card: Scorecard) {
        terms = Dictionary(
            card.terms.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        weighted = card.terms.map { $0.weight * $0.k }.sum
        weight = card.applicableWeight
        deductions = card.deductions.points
        bonus = card.bonus
    }

    private mutating func note(_ cause: Move.Cause) {
        let new = base - DeductionItem.Kind.allCases.map { deductions[$0] ?? .zero }.sum + bonus
        guard new != score else { return }
        let place = ladder?.rank(of: new) ?? 0
        effects[cause, default: Effect()].points += new - score
        effects[cause, default: Effect()].places += rank - place
        score = new
        rank = place
    }
}

/// The other units of a group where they were published last month: what rank a score would have had.
struct RankLadder {
    /// In hundredths.
    private let scores: [Int]

    init(without unit: String, in group: String, published ranks: some Sequence<PublishedRank>) {
        scores = ranks.filter { $0.group == group && $0.unit != unit && $0.rank != nil }
            .compactMap { $0.score.flatMap { ExactDecimal($0) } }
            .map { Fraction($0).hundredths }
    }

    /// Of a score that has yet to be rounded.
    func rank(of score: Fraction) -> Int {
        rank(ofHundredths: score.rounded(toPlaces: 2).hundredths)
    }

    func rank(ofHundredths score: Int) -> Int { 1 + scores.count { $0 > score } }
}

extension Scorecard {
    /// 100·Σwk/Σw, of an unranked unit as well; nil where nothing counts.
    var exactBase: Fraction? {
        applicableWeight.isZero
            ? nil : terms.map { $0.weight * $0.k }.sum * 100 / applicableWeight
    }
}

extension Deductions {
    /// By kind; kinds that did not happen are left out.
    var points: [DeductionItem.Kind: Fraction] {
        Dictionary(items.map { ($0.kind, $0.points) }, uniquingKeysWith: +)
    }
}
