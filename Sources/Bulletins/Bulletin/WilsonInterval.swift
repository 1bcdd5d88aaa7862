/// The interval in which a share lies with 95 % confidence, by Wilson's formula.
struct WilsonInterval {
    let low: Double
    let high: Double

    /// Nil where the texts are no counts or nothing was counted.
    init?(_ successes: String, of total: String) {
        guard let successes = Double(successes), let total = Double(total), total > 0,
            (0...total).contains(successes)
        else { return nil }
        let z = 1.959_963_984_540_054
        let share = successes / total
        let scale = 1 + z * z / total
        let middle = (share + z * z / (2 * total)) / scale
        let half =
            z * (share * (1 - share) / total + z * z / (4 * total * total)).squareRoot() / scale
        low = max(0, middle - half)
        high = min(1, middle + half)
    }

    /// `38.2%—96.4%`.
    var text: String { "\(Self.percent(low))—\(Self.percent(high))" }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
