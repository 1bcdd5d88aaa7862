import Campaigns
import Ledgers

/// Writes exact figures as they are printed: scores with two decimals, rates and k with twelve.
struct FigurePrinter {
    let campaign: Campaign
    let facts: PeriodFacts
    let isDraft: Bool
    let weights: String
    private let scale: LightScale

    init(campaign: Campaign, facts: PeriodFacts, isDraft: Bool) {
        self.campaign = campaign
        self.facts = facts
        self.isDraft = isDraft
        weights = WeightIdentity.text(of: campaign)
        scale = LightScale(campaign.settings)
    }

    /// In a draft nobody is ranked, and the order of `units` gives nothing away.
    func group(named name: String, _ ranking: Ranking) -> RankGroup {
        let entries =
            ranking.ranked.map { (card: $0.card, rank: isDraft ? nil : Optional($0.rank)) }
            + ranking.unranked.map { (card: $0, rank: nil) }
        var standings = entries.map { standing(of: $0.card, rank: $0.rank, in: name) }
        if isDraft {
            let places = Dictionary(
                zip(campaign.units.map(\.code), campaign.units.indices),
                uniquingKeysWith: { first, _ in first })
            standings.sort { (places[$0.unit] ?? 0) < (places[$1.unit] ?? 0) }
        }
        return RankGroup(name: name, standings: standings)
    }

    private func standing(of card: Scorecard, rank: Int?, in group: String) -> Standing {
        var standing = Standing(unit: card.unit.code, name: card.unit.name)
        standing.rank = rank
        standing.isUnranked = card.isUnranked
        standing.score = card.score?.text(places: 2)
        standing.baseScore = card.base?.text(places: 2)
        standing.deductions = card.deductions.total.text(places: 2)
        standing.bonus = card.bonus.text(places: 2)
        standing.applicableWeight = card.applicableWeight.shortText(places: 12)
        standing.items = card.deductions.items.map {
            DeductionItem(kind: $0.kind, points: $0.points.text(places: 2), count: $0.count)
        }
        // The light goes by what stands beside it: base_score as printed.
        standing.light = card.base.map { scale.light($0.rounded(toPlaces: 2) / 100) }
        guard !card.isUnranked else { return standing }
        let previous = facts.previousRanks[card.unit.code]
        standing.previousRank = previous?.rank
        if let rank { standing.change = change(to: rank, from: previous, in: group) }
        return standing
    }

    /// Previous rank − rank; 新 where there was none; hidden where the group or the weights changed.
    private func change(
        to rank: Int, from previous: PublishedRank?, in group: String
    ) -> Standing.Change {
        guard let previous, let previousRank = previous.rank else { return .new }
        guard previous.group == group, previous.weights == weights else { return .hidden }
        return .places(previousRank - rank)
    }

    /// Units in the order of the table, then the county.
    func indicator(_ figures: IndicatorFigures) -> IndicatorResult {
        let indicator = figures.indicator
        var rows: [IndicatorRow] = []
        for unit in campaign.units {
            guard let figure = figures.units[unit.code] else { continue }
            let weight = indicator.weight(forKind: unit.kind).description
            rows.append(row(figure, code: unit.code, name: unit.name, weight: weight))
        }
        rows.append(row(figures.county, code: "county", name: "全县", weight: ""))
        return IndicatorResult(
            id: indicator.id, title: indicator.title, sector: indicator.sector,
            form: indicator.form, suspendedBy: figures.suspendedBy, rows: rows)
    }

    private func row(
        _ figure: Figure, code: String, name: String, weight: String
    ) -> IndicatorRow {
        var row = IndicatorRow(code: code, name: name)
        row.numerator = figure.measure.numerator?.shortText(places: Fraction.formulaPlaces) ?? ""
        row.denominator =
            figure.measure.denominator?.shortText(places: Fraction.formulaPlaces) ?? ""
        row.rate = figure.rate?.text(places: 12) ?? ""
        row.k = figure.k?.text(places: 12) ?? ""
        row.weight = weight
        row.light = figure.light
        row.isSilent = figure.isSilent
        row.isExcused = figure.isExcused
        return row
    }
}
