/// Places in a list by the names of what stands there: `exact` for what the tables say, `stripped` for what is
/// left of official names.
struct NameIndex: Sendable {
    private var exact: [String: [Int]] = [:]
    private var stripped: [String: [Int]] = [:]

    init(_ names: [[String]], county: String) {
        for (place, names) in names.enumerated() {
            for name in names {
                let readings = OfficialName(name, county: county).readings
                guard let first = readings.first else { continue }
                Self.add(place, under: first.key, to: &exact)
                for reading in readings.dropFirst() {
                    Self.add(place, under: reading.key, to: &stripped)
                }
            }
        }
    }

    private static func add(_ place: Int, under key: String, to list: inout [String: [Int]]) {
        if list[key]?.last != place { list[key, default: []].append(place) }
    }

    /// The places that the least shortened fitting readings lead to, in ascending order; readings
    /// shortened alike that lead to different places are not chosen between.
    func places(
        of readings: [OfficialName.Reading], where admits: (Int, OfficialName.Reading) -> Bool
    ) -> [Int] {
        for list in [exact, stripped] {
            var found: Set<Int> = []
            var depth = 0
            for reading in readings where found.isEmpty || reading.depth == depth {
                depth = reading.depth
                found.formUnion((list[reading.key] ?? []).filter { admits($0, reading) })
            }
            if !found.isEmpty { return found.sorted() }
        }
        return []
    }
}
