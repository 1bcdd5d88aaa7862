import Campaigns
import Workbooks

/// Makes the villages, with what makes a roster hard: a name in two towns, former names, a character
/// outside the common sets, a village merged away in the spring.
struct VillageMaker {
    let seed: UInt64
    let units: [Unit]
    /// The departments that send first secretaries.
    let senders: [Unit]

    /// The last day of the village that is merged into a neighbour.
    static let mergerDay = CivilDate(year: 2020, month: 4, day: 30)
    private static let start = CivilDate(year: 2016, month: 1, day: 1)
    /// Ordinals of the towns with something odd; a county has at least four.
    private static let (twinTowns, rareTown, mergedTown) = ([1, 2], 3, 0)
    private static let (twin, rare) = ("石门坎", "𣲗水")

    var entries: [RosterEntry] {
        var random = SplitMix64(seed, "villages")
        let counts = units.map { unit in
            unit.kind == "subdistrict" ? 3 : random.integer(11...13)
        }
        let total = counts.reduce(0, +)
        var stems = VillageNames.villages(total, without: [Self.twin, Self.rare], seed: seed)[...]
        var entries: [RosterEntry] = []
        var sent = 0
        for (place, unit) in units.enumerated() {
            var names = Array(stems.prefix(counts[place]))
            stems = stems.dropFirst(counts[place])
            if Self.twinTowns.contains(place) { names[0] = Self.twin }
            if place == Self.rareTown { names[1] = Self.rare }
            for (number, stem) in names.enumerated() {
                var entry = village(stem, unit: unit, number: number, random: &random)
                if entry.attributes["fs_village"] == "是" {
                    entry.coUnit = senders[sent % senders.count].code
                    sent += 1
                }
                entries.append(entry)
            }
        }
        closeOne(&entries)
        return entries
    }

    private func village(
        _ stem: String, unit: Unit, number: Int, random: inout SplitMix64
    ) -> RosterEntry {
        var aliases = random.chance(0.4) ? [stem] : []
        if stem == Self.rare { aliases = ["韦水村", "（氵韦）水村"] }
        if random.chance(0.05) { aliases.append("原" + stem + "大队") }
        let isBackward = random.chance(0.09)
        let hasSecretary = isBackward || random.chance(0.33)
        // Towns that stand badly began badly: fewer sites at the beginning of the year.
        let share = 0.2 + 0.35 * Quality(seed: seed, unit: unit.code).general
        let site =
            random.chance(share)
            ? "达标" : random.pick(["新建中", "改建中", "未开工", "无场所", "改建中"])
        return RosterEntry(
            code: DivisionCodes.division(RosterMaker.second(unit), 200 + number),
            name: stem + "村", aliases: aliases, sector: "rural", unit: unit.code,
            attributes: [
                "town": unit.shortName, "fs_village": hasSecretary ? "是" : "否",
                "backward_base": isBackward ? "是" : "否", "site_base": site,
            ],
            validFrom: Self.start)
    }

    /// The last village of one town is merged into the one before it, whose old name it becomes.
    private func closeOne(_ entries: inout [RosterEntry]) {
        let town = units[Self.mergedTown].code
        guard let last = entries.lastIndex(where: { $0.unit == town }), last > 0 else { return }
        entries[last].validTo = Self.mergerDay
        entries[last].mergedInto = entries[last - 1].code
    }
}
