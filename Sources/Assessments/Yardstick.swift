import Campaigns

/// What a rate is held against in one period: how an indicator's phase turns a rate into k (完成系数).
///
/// `monthly`: rate/target. `linear`: rate/(base+(target−base)·month/12). `annual`: as monthly, and only
/// in December. `deadline`: as linear before `due`; from it on 1 where the target is reached, else
/// rate/target times `deadline_missed_factor`. It is reached in the first period whose last day is not
/// before `due`; without `due` it never is.
///
/// k is between 0 and 1. The lower bound matters only where lower is better and more was counted than
/// there is, so that 1 − rate is negative: an indicator takes its weight away, never more.
struct Yardstick {
    /// The `due` of a deadline has come.
    let isDue: Bool
    private let target: Fraction
    /// What has to be reached by the period's end for k = 1.
    private let expected: Fraction
    private let missedFactor: Fraction

    /// Nil where the indicator is not applicable to anyone: no target, or an annual one before
    /// December.
    init?(_ indicator: Indicator, in period: Period, missedFactor: Fraction) {
        guard let decimal = indicator.target,
            indicator.phase != .annual || period.month == 12
        else { return nil }
        let target = Fraction(decimal)
        let base = Fraction(indicator.base)
        let onTheWay = base + (target - base) * Fraction(period.month) / 12
        self.target = target
        self.missedFactor = missedFactor
        switch indicator.phase {
        case .monthly, .annual:
            isDue = false
            expected = target
        case .linear:
            isDue = false
            expected = onTheWay
        case .deadline:
            isDue = indicator.due.map { $0 <= period.lastDay } ?? false
            expected = isDue ? target : onTheWay
        }
    }

    /// k of a rate.
    func attainment(of rate: Fraction) -> Fraction {
        let share = Self.share(of: rate, in: expected)
        return isDue && share < 1 ? clipped(missedFactor * share) : share
    }

    /// The target of a deadline that has come is not reached: red, whatever k is.
    func isMissed(by rate: Fraction?) -> Bool {
        guard isDue else { return false }
        return rate.map { $0 < target } ?? true
    }

    /// rate/expected between 0 and 1; an expectation of 0 or less is met by whatever is not below it.
    private static func share(of rate: Fraction, in expected: Fraction) -> Fraction {
        guard expected > 0 else { return rate >= expected ? 1 : 0 }
        return min(1, max(0, rate / expected))
    }

    private func clipped(_ value: Fraction) -> Fraction { min(1, max(0, value)) }
}

/// The thresholds of the lights (红黄绿灯).
struct LightScale {
    private let green: Fraction
    private let yellow: Fraction

    init(_ settings: Settings) {
        green = settings.fraction(.lightGreen)
        yellow = settings.fraction(.lightYellow)
    }

    /// The light of a coefficient between 0 and 1.
    func light(_ k: Fraction) -> Light {
        if k >= green { return .green }
        return k >= yellow ? .yellow : .red
    }
}
