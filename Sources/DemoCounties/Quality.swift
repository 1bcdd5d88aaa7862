/// How well a unit does its work, from about 0.35 to 1: what makes a ranking out of random numbers.
struct Quality: Sendable {
    private let seed: UInt64
    private let unit: String
    /// The unit's level over everything.
    let general: Double

    init(seed: UInt64, unit: String) {
        self.seed = seed
        self.unit = unit
        var random = SplitMix64(seed, "quality", unit)
        // Most do well, some do not.
        let draw = random.fraction()
        general = 0.45 + 0.53 * (1 - draw * draw)
    }

    /// The level in one field of work (农村, 非公 …): near the general one, and a little better or worse
    /// from month to month, so that places change.
    func level(_ topic: String, month: Int) -> Double {
        var random = SplitMix64(seed, "quality", unit, topic)
        let own = (random.fraction() - 0.5) * 0.24
        let drift = (random.fraction() - 0.45) * 0.03 * Double(month)
        return min(0.99, max(0.3, general + own + drift))
    }

    /// Another unit's quality.
    func other(_ unit: String) -> Quality { Quality(seed: seed, unit: unit) }
}
