/// Finds units by the names that people write on sheets, as `NameBook` does; for who asks for nothing else.
package struct UnitNames: Sendable {
    private let units: [Unit]
    private let index: NameIndex
    /// The folded name of the county.
    let county: String

    /// Reads the campaign's units and the name of its county.
    package init(_ campaign: Campaign) {
        units = campaign.units
        county = NameFolding.key(campaign.settings.text(.county))
        index = NameIndex(
            units.map { [$0.name, $0.shortName] + $0.aliases }, county: county)
    }

    /// The units that a name stands for, in the order of the table: none, one, or several where it is
    /// ambiguous.
    package func units(named name: some StringProtocol) -> [Unit] {
        let readings = OfficialName(name, county: county).readings
        return index.places(of: readings) { place, reading in
            !reading.lostOffice || !units[place].shortName.contains("办事处")
        }.map { units[$0] }
    }
}
