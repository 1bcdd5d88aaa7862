import Campaigns
import Files
import Testing

/// The tables that ship.
enum ShippedCampaign {
    private static let loaded = Result { try read() }

    static func load() throws -> Campaign { try loaded.get() }

    private static func read() throws -> Campaign {
        let root = #filePath.split(separator: "/Tests/").first.map(String.init) ?? "."
        let folder = root + "/Templates/five-in-one"
        var sources: [(name: String, bytes: [UInt8])] = []
        for name in try Files.names(in: folder) where name.hasSuffix(".csv") {
            sources.append((name, try Files.read(folder + "/" + name)))
        }
        return try #require(CampaignLoader.reading(of: sources).campaign)
    }

    /// The same tables for a handful of units: some of each kind, and a few of their roster entries.
    static func small(using dice: inout Dice) throws -> Campaign {
        let all = try load()
        var units: [Unit] = []
        for (kind, count) in [("township", 5), ("subdistrict", 1), ("department", 4)] {
            units += all.units.filter { $0.kind == kind }.shuffled(using: &dice).prefix(count)
        }
        units.sort { $0.ordinal < $1.ordinal }
        let codes = Set(units.map(\.code))
        var roster: [RosterEntry] = []
        for unit in units {
            for sector in Set(all.roster.map(\.sector)).sorted() {
                let own = all.roster.filter { $0.unit == unit.code && $0.sector == sector }
                roster += own.prefix(Int.random(in: 1...3, using: &dice))
            }
        }
        for place in roster.indices where !codes.contains(roster[place].coUnit ?? "") {
            roster[place].coUnit =
                dice.chance(40)
                ? units.filter { $0.kind == "department" }.randomElement(using: &dice)?.code : nil
        }
        return Campaign(
            settings: all.settings, units: units, roster: roster, forms: all.forms,
            choices: all.choices, rules: all.rules, indicators: all.indicators,
            inspectionItems: all.inspectionItems, tasks: all.tasks, calendar: all.calendar,
            recipients: all.recipients)
    }
}
