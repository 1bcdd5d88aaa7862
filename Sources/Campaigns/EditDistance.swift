/// The number of characters to put in, take out, replace or swap with a neighbour to turn one text into
/// another; used to propose names, never to accept them.
///
/// Nil where it is above `limit`.
package func editDistance(
    _ one: some StringProtocol, _ other: some StringProtocol, limit: Int = .max
) -> Int? {
    let (one, other) = (Array(one), Array(other))
    guard abs(one.count - other.count) <= limit else { return nil }
    guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 1...one.count {
        var current = [row]
        current.reserveCapacity(other.count + 1)
        for column in 1...other.count {
            let cost = one[row - 1] == other[column - 1] ? 0 : 1
            var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
            if row > 1, column > 1, one[row - 1] == other[column - 2],
                one[row - 2] == other[column - 1]
            {
                best = min(best, beforeLast[column - 2] + 1)
            }
            current.append(best)
        }
        if let least = current.min(), least > limit { return nil }
        (beforeLast, last) = (last, current)
    }
    return last[other.count] <= limit ? last[other.count] : nil
}

/// The words of a list that are nearest to a text, at most `count`, nearest first, equally near ones in
/// the order of the list; a word that shares nothing with the text is not near.
///
/// Both sides are compared by their keys (`Folding`).
package func nearest(
    to text: some StringProtocol, among words: [String], count: Int = 1
) -> [String] {
    let key = Folding.key(text)
    guard !key.isEmpty else { return [] }
    var near: [(distance: Int, place: Int, word: String)] = []
    for (place, word) in words.enumerated() {
        let other = Folding.key(word)
        let limit = max(key.count, other.count) - 1
        if let distance = editDistance(key, other, limit: limit) {
            near.append((distance, place, word))
        }
    }
    near.sort { ($0.distance, $0.place) < ($1.distance, $1.place) }
    var proposals: [String] = []
    for candidate in near where !proposals.contains(candidate.word) {
        proposals.append(candidate.word)
        if proposals.count == count { break }
    }
    return proposals
}
