import Assessments
import Campaigns

extension IndicatorRow {
    /// `45/48项，95%置信区间83.2%—97.9%`; nil where nothing was counted.
    var sampleNote: String? {
        WilsonInterval(numerator, of: denominator).map { interval in
            "\(numerator)/\(denominator)项，95%置信区间\(interval.text)"
        }
    }
}
