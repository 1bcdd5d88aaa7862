/// The interval in which a share lies with 95 % confidence (置信区间), by Wilson's formula.
package struct WilsonInterval: Hashable, Sendable {
    package let low: Double
    package let high: Double

    /// The two-sided 95 % quantile of the normal distribution.
    package static let quantile = 1.959_963_984_540_054

    /// Nil where the texts are no counts or nothing was counted.
    package init?(_ successes: String, of total: String) {
        guard let successes = Double(successes), let total = Double(total) else { return nil }
        self.init(successes, of: total, quantile: Self.quantile)
    }

    /// Nil where nothing was counted.
    package init?(_ successes: Int, of total: Int, quantile: Double = quantile) {
        self.init(Double(successes), of: Double(total), quantile: quantile)
    }

    private init?(_ successes: Double, of total: Double, quantile z: Double) {
        guard total > 0, (0...total).contains(successes) else { return nil }
        let share = successes / total
        let scale = 1 + z * z / total
        let middle = (share + z * z / (2 * total)) / scale
        let half =
            z * (share * (1 - share) / total + z * z / (4 * total * total)).squareRoot() / scale
        low = max(0, middle - half)
        high = min(1, middle + half)
    }

    /// `38.2%—96.4%`.
    package var text: String { "\(Self.percent(low))—\(Self.percent(high))" }

    /// A share with one decimal, as the interval's ends are printed.
    package static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
