/// A unit's or a village's name as officials write it: with the county before it, an organ behind it,
/// a seal in brackets.
struct OfficialName {
    /// One way to read the name.
    struct Reading: Hashable {
        /// Folded, never empty.
        var key: String
        /// 办事处 was taken off, which may not be done to reach a unit that is called so.
        var lostOffice = false
        /// How many prefixes and suffixes were taken off.
        var depth = 0
    }

    /// The name as it stands first, then with ever more taken off.
    let readings: [Reading]

    /// Longest first, so that 村民委员会 is not read as 村民 + 委员会.
    private static let suffixes = [
        "村民委员会", "居民委员会", "(盖章)", "(公章)", "(签章)", "人民政府", "办事处", "村委会", "居委会", "委员会",
        "党工委", "党委", "党组",
    ]

    /// Scalars; what is longer is no name, and is compared as it stands.
    static let longest = 80

    /// Reads a name; `county` is the folded name of the county, which may stand before any name.
    init(_ text: some StringProtocol, county: String) {
        let key = NameFolding.key(text)
        guard !key.isEmpty else {
            readings = []
            return
        }
        var readings = [Reading(key: key)]
        var next = 0
        while next < readings.count && key.unicodeScalars.count <= Self.longest {
            for reading in Self.shortened(readings[next], county: county)
            where !readings.contains(where: { $0.key == reading.key }) {
                readings.append(reading)
            }
            next += 1
        }
        self.readings = readings
    }

    /// What is left of a name without one prefix or one suffix.
    private static func shortened(_ reading: Reading, county: String) -> [Reading] {
        var shorter: [Reading] = []
        func add(_ key: some StringProtocol, lostOffice: Bool = false) {
            guard !key.isEmpty else { return }
            shorter.append(
                Reading(
                    key: String(key), lostOffice: reading.lostOffice || lostOffice,
                    depth: reading.depth + 1))
        }
        for prefix in ["中共", county] where !prefix.isEmpty {
            if let rest = reading.key.rest(behind: prefix) { add(rest) }
        }
        for suffix in suffixes {
            guard let rest = reading.key.rest(before: suffix) else { continue }
            add(rest, lostOffice: suffix == "办事处")
            // 东关村委会 is 东关村's as well as 东关's.
            if suffix.begins(with: "村"), !rest.isEmpty { add(rest + "村") }
            break
        }
        return shorter
    }
}

extension String {
    /// What stands behind a beginning; nil where the text does not begin so.
    fileprivate func rest(behind start: String) -> Substring? {
        begins(with: start)
            ? self[utf8.index(startIndex, offsetBy: start.utf8.count)...] : nil
    }

    /// What stands before an end; nil where the text does not end so.
    fileprivate func rest(before end: String) -> Substring? {
        ends(with: end) ? self[..<utf8.index(endIndex, offsetBy: -end.utf8.count)] : nil
    }
}
