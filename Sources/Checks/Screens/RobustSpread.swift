/// Where figures lie and how far they scatter, by medians (中位数、绝对中位差): a few wild ones move neither.
struct RobustSpread {
    let median: Double
    /// The median distance from the median.
    private let spread: Double

    /// Makes the median distance a standard deviation of normal figures.
    private static let factor = 1.4826
    /// Figures that hardly ever change still may by a tenth.
    private static let leastShare = 0.1

    private init(median: Double, spread: Double) {
        self.median = median
        self.spread = spread
    }

    /// Nil for no figures.
    init?(_ figures: [Double]) {
        guard let median = Self.median(of: figures),
            let spread = Self.median(of: figures.map { abs($0 - median) })
        else { return nil }
        self.init(median: median, spread: spread)
    }

    /// Comparable with a standard deviation, and never 0.
    ///
    /// Where most figures are equal the median distance is 0 and says nothing; the scatter is never taken
    /// for less than that of counting (the root of the count), a tenth of the median, and 1.
    private var deviation: Double {
        max(
            Self.factor * spread, max(0, median).squareRoot(), Self.leastShare * abs(median), 1)
    }

    /// How many deviations a figure lies above the median.
    func height(of figure: Double) -> Double { (figure - median) / deviation }

    /// The same of sums over so many such figures, as far as they go together.
    func times(_ count: Int) -> RobustSpread {
        RobustSpread(median: median * Double(count), spread: spread * Double(count))
    }

    private static func median(of figures: [Double]) -> Double? {
        guard !figures.isEmpty else { return nil }
        let sorted = figures.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
