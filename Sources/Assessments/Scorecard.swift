import Campaigns
import Ledgers

/// One unit's score, exactly: S = 100·Σwk/Σw over applicable indicators − deductions + bonus.
struct Scorecard {
    struct Term {
        /// The indicator's place in the table.
        var place: Int
        var weight: Fraction
        var k: Fraction
    }

    let unit: Unit
    /// The applicable indicators, in the order of the table.
    let terms: [Term]
    let deductions: Deductions
    /// At most `bonus_cap`.
    let bonus: Fraction
    /// Σw is under `unranked_below` (不参评).
    let isUnranked: Bool

    /// Σw over the applicable indicators.
    let applicableWeight: Fraction
    /// 100·Σwk/Σw; nil where unranked.
    let base: Fraction?
    /// Rounded to two decimals, half away from zero, the one rounding of the score; nil where unranked.
    let score: Fraction?

    init(
        _ unit: Unit, figures: [IndicatorFigures], deductions: Deductions, awards: Fraction,
        settings: Settings
    ) {
        self.unit = unit
        self.deductions = deductions
        let bonus = min(awards, settings.fraction(.bonusCap))
        self.bonus = bonus
        let terms = figures.enumerated().compactMap { place, figures -> Term? in
            figures.units[unit.code]?.k.map {
                Term(
                    place: place, weight: Fraction(figures.indicator.weight(forKind: unit.kind)),
                    k: $0)
            }
        }
        self.terms = terms
        let weight = terms.map(\.weight).sum
        applicableWeight = weight
        isUnranked = weight < settings.fraction(.unrankedBelow) || weight.isZero
        base = isUnranked ? nil : terms.map { $0.weight * $0.k }.sum * 100 / weight
        score = base.map { ($0 - deductions.total + bonus).rounded(toPlaces: 2) }
    }
}
