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

    var applicableWeight: Fraction { terms.map(\.weight).sum }

    /// 100·Σwk/Σw; nil where unranked.
    var base: Fraction? {
        let weight = applicableWeight
        guard !isUnranked, weight > 0 else { return nil }
        return terms.map { $0.weight * $0.k }.sum * 100 / weight
    }

    /// Rounded to two decimals, half away from zero, the one rounding of the score; nil where unranked.
    var score: Fraction? {
        base.map { ($0 - deductions.total + bonus).rounded(toPlaces: 2) }
    }

    init(
        _ unit: Unit, figures: [IndicatorFigures], deductions: Deductions, awards: Fraction,
        settings: Settings
    ) {
        self.unit = unit
        self.deductions = deductions
        bonus = min(awards, settings.fraction(.bonusCap))
        terms = figures.enumerated().compactMap { place, figures in
            figures.units[unit.code]?.k.map {
                Term(
                    place: place, weight: Fraction(figures.indicator.weight(forKind: unit.kind)),
                    k: $0)
            }
        }
        let weight = terms.map(\.weight).sum
        isUnranked = weight < settings.fraction(.unrankedBelow) || weight.isZero
    }
}
