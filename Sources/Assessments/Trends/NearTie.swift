import Campaigns

/// A run of neighbouring ranks with scores so close that their order tells little (差距很小的名次).
///
/// Each differs from the next by less than `near_tie`; the ends may lie further apart, and `spread` says
/// how far. Units that share one rank are no run: they have no order.
package struct NearTie: Sendable, Hashable {
    /// The ranks of the ends, the better first.
    package var first: Int
    package var last: Int
    /// The names of the units, in the order of the ranking.
    package var names: [String]
    /// The best score less the worst, two decimals.
    package var spread: String
    /// The ends too differ by less than `near_tie`.
    package var isClose: Bool

    package init(first: Int, last: Int, names: [String], spread: String, isClose: Bool) {
        self.first = first
        self.last = last
        self.names = names
        self.spread = spread
        self.isClose = isClose
    }

    /// The longest runs among a group's standings, from the top down.
    static func all(in standings: [Standing], under limit: Fraction) -> [NearTie] {
        let ranked = standings.compactMap { standing -> Entry? in
            guard let rank = standing.rank, let score = Fraction(printed: standing.score) else {
                return nil
            }
            return Entry(name: standing.name, rank: rank, score: score)
        }
        var runs: [[Entry]] = []
        for entry in ranked {
            if let before = runs.last?.last, before.score - entry.score < limit {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
        return runs.compactMap { run in
            guard let first = run.first, let last = run.last, first.rank < last.rank else {
                return nil
            }
            let spread = first.score - last.score
            return NearTie(
                first: first.rank, last: last.rank, names: run.map(\.name),
                spread: spread.text(places: 2), isClose: spread < limit)
        }
    }

    private struct Entry {
        var name: String
        var rank: Int
        var score: Fraction
    }
}
