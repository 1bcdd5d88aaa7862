import Campaigns
import Ledgers

/// What is known of the units' months, and the trends that follow from it.
struct Course {
    let assessment: Assessment
    /// The published months before this one, latest first.
    let history: [PublishedMonth]
    /// Those that are shown, earliest first.
    let months: [Period]

    private var period: Period { assessment.period }

    /// The trends of a group's units, in the order of the ranking.
    func units(of group: RankGroup) -> [UnitTrend] {
        let standings = group.standings
        let changes = standings.map { change(of: $0, in: group.name) }
        let changePlaces = SharedPlaces.of(changes)
        let means = standings.map { mean(of: $0) }
        let meanPlaces = SharedPlaces.of(means.map { $0?.mean })
        return standings.indices.map { index in
            let standing = standings[index]
            let isAtBottom = assessment.bottom.contains(standing.unit)
            let earlier = history.bottomRun(of: standing.unit, before: period)
            return UnitTrend(
                unit: standing.unit, name: standing.name,
                months: months.map { figure(of: standing, in: $0) },
                progress: changePlaces[index].flatMap { place in
                    changes[index].map {
                        Progress(change: $0.text(places: 2), place: place)
                    }
                },
                yearToDate: meanPlaces[index].flatMap { place in
                    means[index].map {
                        YearToDate(mean: $0.mean.text(places: 2), months: $0.months, rank: place)
                    }
                },
                bottomMonths: ofYear.count { $0.lastBottom.contains(standing.unit) }
                    + (isAtBottom ? 1 : 0),
                bottomRun: isAtBottom ? earlier + 1 : 0)
        }
    }

    private var ofYear: [PublishedMonth] { history.filter { $0.period.year == period.year } }

    private func figure(of standing: Standing, in month: Period) -> MonthlyFigure {
        if month == period {
            return MonthlyFigure(period: month, score: standing.score, rank: standing.rank)
        }
        return history.first { $0.period == month }?.figure(of: standing.unit)
            ?? MonthlyFigure(period: month)
    }

    private func change(of standing: Standing, in group: String) -> Fraction? {
        guard let last = history.first(where: { $0.period == period.previous }),
            let before = last.rank(of: standing.unit), before.rank != nil,
            before.group == group, before.weights == assessment.weights,
            standing.rank != nil, let now = Fraction(printed: standing.score),
            let then = Fraction(printed: before.score)
        else { return nil }
        return now - then
    }

    /// As printed, over the months of the year in which the unit was ranked.
    private func mean(of standing: Standing) -> (mean: Fraction, months: Int)? {
        let earlier = ofYear.map { $0.figure(of: standing.unit) }
        let scores = (earlier.map(\.score) + [standing.rank == nil ? nil : standing.score])
            .compactMap { Fraction(printed: $0) }
        guard let mean = scores.mean else { return nil }
        return (mean.rounded(toPlaces: 2), scores.count)
    }
}

/// Places by value, the highest first: 1, 2, 2, 4.
enum SharedPlaces {
    /// One for each value, in its order; nil for nil.
    static func of(_ values: [Fraction?]) -> [Int?] {
        let sorted = values.compactMap { $0 }.sorted(by: >)
        return values.map { value in
            value.flatMap { value in sorted.firstIndex(of: value).map { $0 + 1 } }
        }
    }
}

extension Fraction {
    /// A figure as it was printed; nil where there is none.
    init?(printed text: String?) {
        guard let decimal = text.flatMap({ ExactDecimal($0) }) else { return nil }
        self.init(decimal)
    }
}

extension [Fraction] {
    /// The exact arithmetic mean; nil of nothing.
    var mean: Fraction? { isEmpty ? nil : sum / Fraction(count) }
}
