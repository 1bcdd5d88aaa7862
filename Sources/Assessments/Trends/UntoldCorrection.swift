package import Campaigns

// What has become known of last month since it was told, and stands in no correction yet: the change of a
// score since last month holds it, and it is nobody's progress.

extension UnitTrend {
    /// By how much last month's score is known to be better (positive) or worse than it was last told, in
    /// hundredths of a point.
    package func untold(_ move: Move, since month: Period) -> Int {
        guard let told = Fraction(printed: months.first { $0.period == month }?.score),
            let published = Fraction(printed: move.previousScore)
        else { return 0 }
        let corrected = move.parts(under: .corrections).map(\.hundredths).reduce(0, +)
        return published.hundredths + corrected - told.hundredths
    }
}

extension Progress {
    /// In hundredths of a point.
    package var hundredths: Int { Fraction(printed: change)?.hundredths ?? 0 }
}
