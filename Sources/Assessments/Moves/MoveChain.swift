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
    /// The bonus less the deductions.
    private var extras: Fraction
    private let ladder: RankLadder?
    private(set) var rank: Int

    /// Starts where a scorecard stands; nil where nothing counts on it.
    init?(at card: Scorecard, ladder: RankLadder?) {
        guard !card.applicableWeight.isZero else { return nil }
        self.ladder = ladder
        (terms, weighted, weight, base) = ([:], .zero, .zero, .zero)
        (deductions, bonus, extras) = ([:], .zero, .zero)
        (score, rank) = (.zero, 0)
        take(card)
        score = base + extras
        rank = ladder?.rank(of: score) ?? 0
    }

    /// Puts another whole scorecard in the place of this one.
    mutating func exchange(for card: Scorecard, because cause: Move.Cause) {
        take(card)
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
        guard deductions[kind] ?? .zero != points else { return }
        extras = extras + (deductions[kind] ?? .zero) - points
        deductions[kind] = points
        note(.deduction(kind))
    }

    mutating func exchange(bonus points: Fraction) {
        guard bonus != points else { return }
        extras = extras + points - bonus
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
        extras = bonus - card.deductions.total
        rebase()
    }

    private mutating func note(_ cause: Move.Cause) {
        let new = base + extras
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

    /// Of a unit, among what was published of its group: everybody's score in hundredths.
    init(without unit: String, among published: [(unit: String, score: Int)]) {
        scores = published.filter { $0.unit != unit }.map(\.score)
    }

    /// Of a score that has yet to be rounded.
    func rank(of score: Fraction) -> Int {
        rank(ofHundredths: score.rounded(toPlaces: 2).hundredths)
    }

    func rank(ofHundredths score: Int) -> Int { 1 + scores.count { $0 > score } }
}

extension Deductions {
    /// By kind; kinds that did not happen are left out.
    var points: [DeductionItem.Kind: Fraction] {
        Dictionary(items.map { ($0.kind, $0.points) }, uniquingKeysWith: +)
    }
}
