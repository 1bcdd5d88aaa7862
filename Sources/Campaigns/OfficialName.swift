/// A unit's or a village's name as officials write it: with the county before it, an organ behind it,
/// a seal in brackets.
struct OfficialName {
    /// One way to read the name.
    struct Reading: Hashable {
        /// Folded, never empty.
        var key: String
        /// 办事处 was taken off, which may not be done to reach a unit that is called so.
        var lostOffice = false
    }

    /// The name as it stands first, then with ever more taken off.
    let readings: [Reading]

    /// Longest first, so that 村民委员会 is not read as 村民 + 委员会.
    private static let suffixes = [
        "(盖章)", "村民委员会", "居民委员会", "人民政府", "办事处", "委员会", "党工委", "党委", "党组",
    ]

    /// Reads a name; `county` is the folded name of the county, which may stand before any name.
    init(_ text: some StringProtocol, county: String) {
        let key = Folding.key(text)
        var readings: [Reading] = []
        var starts = [key]
        for prefix in ["中共", county] where !prefix.isEmpty {
            for start in starts where start.hasPrefix(prefix) && start.count > prefix.count {
                starts.append(String(start.dropFirst(prefix.count)))
            }
        }
        for start in starts {
            var reading = Reading(key: start)
            while !reading.key.isEmpty {
                if !readings.contains(reading) { readings.append(reading) }
                guard let suffix = Self.suffixes.first(where: { reading.key.hasSuffix($0) }),
                    reading.key.count > suffix.count
                else { break }
                reading.key.removeLast(suffix.count)
                if suffix == "办事处" { reading.lostOffice = true }
            }
        }
        self.readings = readings
    }
}
