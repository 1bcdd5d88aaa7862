import Formulas

/// The thresholds of the screens (疑点筛查) that look at a county's returns together.
///
/// Settings like any other, with a default where the table lacks them; what each means stands beside it
/// in the table of settings.
package enum ScreenThreshold: String, CaseIterable, Sendable {
    /// Below this share of confirmed flags a screen goes quiet.
    case precisionMin = "screen_precision_min"
    /// And with at least this many flags decided.
    case decidedMin = "screen_decided_min"
    /// How many months back flags are counted.
    case months = "screen_months"
    case twinRowsMin = "twin_rows_min"
    case twinShare = "twin_share"
    case heapingRowsMin = "heaping_rows_min"
    case heapingShareMin = "heaping_share_min"
    /// Thresholds under it are met by nearly everyone, or by nobody: nothing can be told from them.
    case heapingValueMin = "heaping_value_min"
    case shrinkShare = "shrink_share"
    case shrinkCountMin = "shrink_count_min"
    case outlierMonths = "outlier_months"
    case outlierMonthsMin = "outlier_months_min"
    case outlierDeviations = "outlier_deviations"
    case outlierCountMin = "outlier_count_min"

    package var standard: Double {
        switch self {
        case .precisionMin: 0.2
        case .decidedMin: 5
        case .months: 12
        case .twinRowsMin: 5
        case .twinShare: 0.8
        case .heapingRowsMin: 8
        case .heapingShareMin: 0.6
        case .heapingValueMin: 3
        case .shrinkShare: 0.1
        case .shrinkCountMin: 3
        case .outlierMonths: 6
        case .outlierMonthsMin: 4
        case .outlierDeviations: 5
        case .outlierCountMin: 10
        }
    }
}

extension Settings {
    /// A screen's threshold; its default where the table says nothing.
    package func number(_ threshold: ScreenThreshold) -> Double {
        self[threshold.rawValue].flatMap { Self.value($0).number } ?? threshold.standard
    }

    /// A threshold that is a count; never below 0.
    package func count(_ threshold: ScreenThreshold) -> Int {
        Int(max(0, min(1e6, number(threshold).rounded(.up))))
    }
}
