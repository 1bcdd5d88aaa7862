import Campaigns

/// The order within one ranking group (组内排名), by the score as rounded.
///
/// Ranks go 1, 2, 2, 4; equal scores share a rank and stand in the order of `units`.
struct Ranking {
    /// Ranked cards by rank, ties in the order of `units`.
    let ranked: [(card: Scorecard, rank: Int)]
    /// In the order of `units`.
    let unranked: [Scorecard]

    /// Takes the cards in the order of `units`.
    init(_ cards: [Scorecard]) {
        let scored = cards.enumerated().compactMap { place, card in
            card.score.map { (card: card, place: place, score: $0) }
        }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.place < $1.place }
        var ranked: [(card: Scorecard, rank: Int)] = []
        for (index, entry) in scored.enumerated() {
            let isTied = index > 0 && scored[index - 1].score == entry.score
            ranked.append((entry.card, isTied ? ranked[index - 1].rank : index + 1))
        }
        self.ranked = ranked
        unranked = cards.filter { $0.score == nil }
    }

    /// The units in the group's bottom (末位): the last n ranked places, ties across the line included.
    ///
    /// n is `bottom_n`, `bottom_n_small` in a group of fewer than `small_group_below`; a group of fewer
    /// than `bottom_min_group` has no bottom. The size counts all of the group's units, ranked or not.
    func bottom(_ settings: Settings) -> [Scorecard] {
        let size = ranked.count + unranked.count
        guard size >= settings.integer(.bottomMinGroup) else { return [] }
        let isSmall = size < settings.integer(.smallGroupBelow)
        let places = settings.integer(isSmall ? .bottomNSmall : .bottomN)
        guard places > 0, let line = ranked.suffix(places).first?.rank else { return [] }
        return ranked.filter { $0.rank >= line }.map(\.card)
    }
}

/// The campaign's weights as one text: where it differs between two periods, no change of rank is shown.
///
/// Every indicator with a weight by its id, sorted: `R01=2/0;R02=4/0`. The order of the table and
/// indicators that weigh nothing do not matter; neither does what is suspended or out of season.
enum WeightIdentity {
    static func text(of campaign: Campaign) -> String {
        campaign.indicators.filter { $0.weightTownship != .zero || $0.weightDepartment != .zero }
            .map { "\($0.id)=\($0.weightTownship)/\($0.weightDepartment)" }
            .sorted()
            .joined(separator: ";")
    }
}
