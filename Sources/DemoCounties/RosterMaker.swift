import Campaigns
import Workbooks

/// Makes the roster of a county: every village, community, enterprise, social organisation and branch.
struct RosterMaker {
    let seed: UInt64
    let units: [Unit]

    private static let start = CivilDate(year: 2016, month: 1, day: 1)
    private var territorial: [Unit] { units.filter { !$0.isDepartment } }
    private var towns: [Unit] { units.filter { $0.kind == "township" } }
    private var departments: [Unit] { units.filter(\.isDepartment) }
    private var responsible: [Unit] { departments.filter { $0.rankGroup == "县直部门A组" } }

    var roster: [RosterEntry] {
        var roster =
            VillageMaker(seed: seed, units: territorial, senders: responsible).entries
            + communities + enterprises + socialOrganizations + branches
        for place in roster.indices { roster[place].ordinal = place }
        return roster
    }

    /// The second-level number within a division code.
    static func second(_ unit: Unit) -> Int { Int(unit.code.dropFirst(6).prefix(3)) ?? 0 }

    private var communities: [RosterEntry] {
        var owners: [Unit] = []
        for (place, unit) in territorial.enumerated() {
            let count =
                unit.kind == "subdistrict"
                ? 4 : place == 0 ? 5 : place % 2 == 1 && place % 14 < 11 ? 1 : 0
            owners += Array(repeating: unit, count: count)
        }
        var numbers: [String: Int] = [:]
        return zip(owners, VillageNames.communities(owners.count, seed: seed)).map { unit, stem in
            numbers[unit.code, default: 0] += 1
            return RosterEntry(
                code: DivisionCodes.division(Self.second(unit), numbers[unit.code] ?? 1),
                name: stem + "社区", aliases: [stem + "居委会"], sector: "community",
                unit: unit.code, attributes: ["town": unit.shortName], validFrom: Self.start)
        }
    }

    private var enterprises: [RosterEntry] {
        let owners = spread(towns.count * 60 / 14) { place, unit in
            if unit.kind == "subdistrict" || place == 0 { return 5 }
            return place % 14 < 11 ? 2 : place % 14 == 11 ? 1 : 0
        }
        let names = OrganizationNames.enterprises(owners.count, seed: seed)
        var random = SplitMix64(seed, "enterprises")
        var entries: [RosterEntry] = []
        for (place, unit) in owners.enumerated() {
            let isAboveScale = random.chance(0.4)
            let sender = random.chance(0.35) ? random.pick(responsible).code : nil
            let year = random.chance(0.08) ? 2020 : 2016
            entries.append(
                RosterEntry(
                    code: CreditCode.make("91", serial: 11 + place, mark: "6"),
                    name: names[place].name, aliases: [names[place].short],
                    sector: "enterprise", unit: unit.code, coUnit: sender,
                    attributes: [
                        "town": unit.shortName, "above_scale": isAboveScale ? "是" : "否",
                    ],
                    validFrom: CivilDate(year: year, month: year == 2020 ? 3 : 1, day: 1)))
        }
        return entries
    }

    /// Three quarters belong to a department in charge, the rest to the town where they are (区域兜底).
    private var socialOrganizations: [RosterEntry] {
        let count = towns.count * 40 / 14
        let names = OrganizationNames.socialOrganizations(count, seed: seed)
        // A few departments have none, though they send first secretaries.
        let inCharge = responsible.prefix(max(1, responsible.count * 10 / 14))
        let fallback = territorial.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
        var random = SplitMix64(seed, "social organisations")
        var entries: [RosterEntry] = []
        for (place, name) in names.enumerated() {
            let isFallback = place % 4 == 3
            let turn = isFallback ? place / 4 : place - place / 4
            let unit =
                isFallback
                ? fallback[turn % fallback.count] : inCharge[turn % inCharge.count]
            let town = isFallback ? unit : random.pick(territorial)
            entries.append(
                RosterEntry(
                    code: CreditCode.make(name.kind, serial: 503 + place, mark: "J"),
                    name: name.name, aliases: name.short == name.name ? [] : [name.short],
                    sector: "social_org", unit: unit.code,
                    attributes: ["town": town.shortName], validFrom: Self.start))
        }
        return inOrderOfUnits(entries)
    }

    private var branches: [RosterEntry] {
        let doubled = departments.count * 10 / 24
        var entries: [RosterEntry] = []
        for unit in units {
            let number =
                unit.isDepartment
                ? String(unit.code.suffix(4)) : "9" + padded(Self.second(unit), to: 3)
            let place = departments.firstIndex { $0.code == unit.code } ?? doubled
            let names = place < doubled ? ["机关第一党支部", "机关第二党支部"] : ["机关党支部"]
            for (ordinal, name) in names.enumerated() {
                entries.append(
                    RosterEntry(
                        code: "JG" + number + padded(ordinal + 1, to: 2),
                        name: unit.shortName + name,
                        aliases: names.count == 1
                            ? [unit.shortName + "支部"] : [unit.shortName + name.dropFirst(2)],
                        sector: "organ", unit: unit.code, validFrom: Self.start))
            }
        }
        return entries
    }

    /// Deals `count` seats to units by turns, in each turn those whose share reaches it, and puts the
    /// seats into the order of the units.
    private func spread(_ count: Int, share: (Int, Unit) -> Int) -> [Unit] {
        let shares = territorial.enumerated().map { share($0.offset, $0.element) }
        var seats = shares.map { _ in 0 }
        var (dealt, turn) = (0, 0)
        while dealt < count {
            for place in seats.indices where shares[place] > turn && dealt < count {
                seats[place] += 1
                dealt += 1
            }
            turn = (turn + 1) % (shares.max() ?? 1)
        }
        return zip(territorial, seats).flatMap { Array(repeating: $0, count: $1) }
    }

    private func inOrderOfUnits(_ entries: [RosterEntry]) -> [RosterEntry] {
        units.flatMap { unit in entries.filter { $0.unit == unit.code } }
    }
}
