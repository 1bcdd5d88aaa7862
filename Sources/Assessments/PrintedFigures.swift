import Campaigns
package import Ledgers

/// The figures of a period as they are printed, each by whose and which it is: what two tellings of one
/// period are compared by.
package struct PrintedFigures: Sendable {
    private struct Key: Hashable {
        var unit: String
        var item: FigureChange.Item
    }

    private var values: [Key: [String]] = [:]
    private var order: [Key] = []

    /// The figures of an assessment.
    package init(_ assessment: Assessment) {
        self.init(ranks: assessment.publishedRanks, figures: assessment.publishedFigures)
    }

    /// What was told; without `figures` ranks and scores alone.
    package init(ranks: [PublishedRank], figures: [PublishedFigure]?) {
        for rank in ranks {
            add(rank.unit, .rank, [rank.rank.map(String.init) ?? ""])
            add(rank.unit, .score, [rank.score ?? ""])
            // An older program kept no parts of the score: nothing can be said of them.
            guard let deductions = rank.deductions else { continue }
            add(rank.unit, .baseScore, [rank.baseScore ?? ""])
            add(rank.unit, .deductions, [deductions])
            add(rank.unit, .bonus, [rank.bonus ?? ""])
        }
        for figure in figures ?? [] {
            add(
                figure.unit, .indicator(figure.indicator),
                [figure.numerator, figure.denominator, figure.rate, figure.k])
        }
    }

    private mutating func add(_ unit: String, _ item: FigureChange.Item, _ texts: [String]) {
        let key = Key(unit: unit, item: item)
        if values.updateValue(texts, forKey: key) == nil { order.append(key) }
    }

    /// What is another in later figures, or is not there any more, or was not there.
    ///
    /// Kinds of figures that these do not have at all are not compared. Units stand in the order of the later
    /// ranking, the county last; of a unit its rank comes first, indicators in their order.
    package func changes(to later: PrintedFigures) -> [FigureChange] {
        let hasParts = order.contains { $0.item == .deductions }
        let hasIndicators = order.contains { if case .indicator = $0.item { true } else { false } }
        let keys = later.order + order.filter { later.values[$0] == nil }
        let found = keys.compactMap { key -> FigureChange? in
            switch key.item {
            case .rank, .score: break
            case .baseScore, .deductions, .bonus: if !hasParts { return nil }
            case .indicator: if !hasIndicators { return nil }
            }
            let (before, after) = (values[key] ?? [], later.values[key] ?? [])
            guard before != after else { return nil }
            return FigureChange(unit: key.unit, item: key.item, before: before, after: after)
        }
        var units: [String] = []
        for unit in keys.map(\.unit) where unit != "county" && !units.contains(unit) {
            units.append(unit)
        }
        let places = Dictionary(zip(units, units.indices), uniquingKeysWith: { first, _ in first })
        return found.enumerated().sorted {
            (places[$0.element.unit] ?? .max, $0.offset) < (
                places[$1.element.unit] ?? .max, $1.offset
            )
        }.map(\.element)
    }
}

extension Assessment {
    /// The ranks and scores as they are published, in the order of the bulletin.
    package var publishedRanks: [PublishedRank] {
        groups.flatMap { group in
            group.standings.map { standing in
                var rank = PublishedRank(
                    unit: standing.unit, group: group.name, rank: standing.rank,
                    score: standing.score, weights: weights)
                rank.baseScore = standing.baseScore
                rank.deductions = standing.deductions
                rank.bonus = standing.bonus
                return rank
            }
        }
    }

    /// The indicators' values as they are published, in the order of 指标.csv.
    package var publishedFigures: [PublishedFigure] {
        indicators.flatMap { indicator in
            indicator.rows.map { row in
                PublishedFigure(
                    indicator: indicator.id, unit: row.code, numerator: row.numerator,
                    denominator: row.denominator, rate: row.rate, k: row.k)
            }
        }
    }
}
