import Campaigns

/// How much each part of a year's score weighs, exactly.
struct YearShares {
    /// Parts with a share above 0.
    let parts: [(part: YearPart, share: Fraction)]

    init(_ settings: Settings) {
        let keys: [(YearPart, Settings.Key)] = [
            (.months, .yearMonthsShare), (.yearEnd, .yearEndShare), (.review, .yearReviewShare),
        ]
        parts = keys.map { ($0, settings.fraction($1)) }.filter { $0.1 > 0 }
    }

    /// Shares need not add up to 1, nor to 100.
    private var whole: Fraction { parts.map(\.share).sum }

    var printed: [YearAssessment.Share] {
        parts.map { part, share in
            .init(part: part, percent: (share * 100 / whole).shortText(places: 2))
        }
    }

    /// The weighed mean of the parts; nil while one of them is open, and without any.
    func total(of values: [(part: YearPart, value: Fraction?)]) -> Fraction? {
        guard !parts.isEmpty else { return nil }
        var sum = Fraction.zero
        for (part, share) in parts {
            guard let value = values.first(where: { $0.part == part })?.value else { return nil }
            sum += share * value
        }
        return sum / whole
    }
}
