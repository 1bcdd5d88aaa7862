/// Finds units and roster entries by the names that people write on sheets.
///
/// A name matches by its key (`NameFolding`) on name, short name or alias: as it stands, else with
/// official prefixes and suffixes taken off (中共, the county; 人民政府, 党委, 村民委员会 …), on both sides;
/// a roster entry's also with the unit before it that reports it (城关镇东关村). Nothing is ever matched
/// by likeness, simplified and traditional characters are not one; likeness only orders the proposals.
/// Validity is not looked at.
package struct NameBook: Sendable {
    private let units: [Unit]
    private let roster: [RosterEntry]
    private let county: String
    private let unitNames: UnitNames
    private let rosterIndex: NameIndex

    /// Reads the campaign's units, roster and the name of its county.
    package init(_ campaign: Campaign) {
        units = campaign.units
        roster = campaign.roster
        unitNames = UnitNames(campaign)
        county = unitNames.county
        rosterIndex = NameIndex(roster.map { [$0.name] + $0.aliases }, county: county)
    }

    /// The units that a name stands for, in the order of the table: none, one, or several where it is
    /// ambiguous.
    package func units(named name: some StringProtocol) -> [Unit] { unitNames.units(named: name) }

    /// The roster entries of a sector that a name stands for, in the order of the roster; with a unit's
    /// code only those that the unit reports.
    package func entries(
        named name: some StringProtocol, sector: String, unit: String? = nil
    ) -> [RosterEntry] {
        let places = places(named: name, sector: sector, unit: unit)
        guard places.isEmpty else { return places.map { roster[$0] } }
        let key = NameFolding.key(name)
        var found: Set<Int> = []
        for owner in units where unit == nil || owner.code == unit {
            for prefix in [owner.name, owner.shortName].map({ NameFolding.key($0) })
            where key.count > prefix.count && key.hasPrefix(prefix) {
                found.formUnion(
                    self.places(
                        named: key.dropFirst(prefix.count), sector: sector, unit: owner.code))
            }
        }
        return found.sorted().map { roster[$0] }
    }

    private func places(
        named name: some StringProtocol, sector: String, unit: String?
    ) -> [Int] {
        let readings = OfficialName(name, county: county).readings
        return rosterIndex.places(of: readings) { place, _ in
            roster[place].sector == sector && (unit == nil || roster[place].unit == unit)
        }
    }

    /// The names of the three units nearest to a name that matches none.
    package func unitProposals(for name: some StringProtocol) -> [String] {
        proposals(for: name, among: units.map { ($0.name, [$0.name, $0.shortName] + $0.aliases) })
    }

    /// The names of the three roster entries nearest to a name that matches none, of a sector and, with
    /// a unit's code, of that unit.
    package func entryProposals(
        for name: some StringProtocol, sector: String, unit: String? = nil
    ) -> [String] {
        proposals(
            for: name,
            among: roster.filter { $0.sector == sector && (unit == nil || $0.unit == unit) }
                .map { ($0.name, [$0.name] + $0.aliases) })
    }

    /// Compares the shortest readings of both sides; names that share no character are not near.
    ///
    /// A name with lost characters (东?村) is nearest to those that it fits.
    private func proposals(
        for name: some StringProtocol, among candidates: [(name: String, spellings: [String])]
    ) -> [String] {
        guard let key = shortest(name), key.unicodeScalars.count <= OfficialName.longest else {
            return []
        }
        let pattern = LostCharacters(key)
        var near: [(distance: Int, place: Int)] = []
        for (place, candidate) in candidates.enumerated() {
            let distances = candidate.spellings.compactMap { spelling -> Int? in
                guard let other = shortest(spelling) else { return nil }
                if pattern.fit(other) { return 0 }
                return editDistance(key, other, limit: max(key.count, other.count) - 1)
            }
            if let distance = distances.min() { near.append((distance, place)) }
        }
        near.sort { ($0.distance, $0.place) < ($1.distance, $1.place) }
        var proposals: [String] = []
        for (_, place) in near where !proposals.contains(candidates[place].name) {
            proposals.append(candidates[place].name)
            if proposals.count == 3 { break }
        }
        return proposals
    }

    private func shortest(_ name: some StringProtocol) -> String? {
        OfficialName(name, county: county).readings.map(\.key).min { $0.count < $1.count }
    }
}
