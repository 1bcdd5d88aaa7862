import Campaigns
import Ledgers

/// Who to talk with, and why (建议约谈): the system suggests, people decide.
///
/// In the bottom of the group with a score under `talk_score_below`; in the bottom `talk_consecutive`
/// periods running, whatever the score; a confirmed misreport; one of `talk_indicators` red, a
/// `deadline` one from its due date on.
struct Talks {
    let settings: Settings
    let facts: PeriodFacts
    let figures: [IndicatorFigures]
    /// Units in the bottom of their groups in this period, by code, with their scores.
    let bottom: [String: Fraction]
    /// Misreports confirmed in this period, by unit.
    let misreports: [String: Int]

    /// The suggestions for some units, in their order; reasons in the order above.
    func suggestions(for units: [Unit]) -> [TalkSuggestion] {
        units.compactMap { unit in
            let reasons = reasons(for: unit.code)
            return reasons.isEmpty
                ? nil : TalkSuggestion(unit: unit.code, name: unit.name, reasons: reasons)
        }
    }

    private func reasons(for unit: String) -> [TalkSuggestion.Reason] {
        var reasons: [TalkSuggestion.Reason] = []
        if let score = bottom[unit] {
            if score < settings.fraction(.talkScoreBelow) {
                reasons.append(.bottomBelow(score: score.text(places: 2)))
            }
            let needed = settings.integer(.talkConsecutive)
            let running = 1 + facts.history.bottomRun(of: unit, before: facts.period)
            if needed > 0, running >= needed {
                reasons.append(.bottomConsecutive(periods: running))
            }
        }
        if let count = misreports[unit], count > 0 { reasons.append(.misreport(count: count)) }
        return reasons + redIndicators(of: unit)
    }

    private func redIndicators(of unit: String) -> [TalkSuggestion.Reason] {
        let watched = Set(settings.list(.talkIndicators))
        return figures.compactMap { figures in
            let indicator = figures.indicator
            guard watched.contains(indicator.id), figures.units[unit]?.light == .red else {
                return nil
            }
            if indicator.phase == .deadline {
                guard let due = indicator.due, due <= facts.period.lastDay else { return nil }
            }
            return .redIndicator(id: indicator.id, title: indicator.title)
        }
    }
}
