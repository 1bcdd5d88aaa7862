package import Campaigns

extension Moves {
    /// The units of a group whose move is worth a word: those that rose, most first, then those that
    /// fell, most first; ties in the order of `units`.
    ///
    /// By places: whoever moved by `move_places` or more, and in any case the `move_count_min` that rose
    /// and fell most, ties included. Where ranks are not compared, by points, and only the latter.
    package func movers(
        in group: String, by settings: Settings
    ) -> (rising: [Move], falling: [Move]) {
        let all = answers.compactMap { _, answer -> Move? in
            guard case .split(let move) = answer, move.group == group else { return nil }
            return move
        }
        let ranked = all.filter { $0.rank != nil }
        let enough = ranked.isEmpty ? Int.max : max(1, settings.integer(.movePlaces))
        func most(_ size: (Move) -> Int) -> [Move] {
            let moved = (ranked.isEmpty ? all : ranked).enumerated()
                .filter { size($0.element) > 0 }
                .sorted {
                    let (one, other) = (size($0.element), size($1.element))
                    return one != other ? one > other : $0.offset < $1.offset
                }.map(\.element)
            let least = moved.prefix(settings.integer(.moveCountMin)).last.map(size) ?? Int.max
            return moved.filter { size($0) >= min(least, enough) }
        }
        return (most(\.size), most { -$0.size })
    }
}

extension Move {
    /// In places, else in hundredths of a point.
    fileprivate var size: Int { rank?.places ?? change }
}
