import Campaigns
import Workbooks

/// Makes the reporting units of a county.
///
/// Subdistricts are ranked with the towns: there are fewer than five of them in a county of usual size,
/// and a group of two would have no place worth the name.
struct UnitMaker {
    let seed: UInt64
    let towns: Int

    /// Every fourteenth name from the eleventh on is a 乡; the others are 镇.
    private static func isRural(_ place: Int) -> Bool { place % 14 >= 11 }

    var units: [Unit] {
        var units = townships + subdistricts + departments
        for place in units.indices { units[place].ordinal = place }
        return units
    }

    private var townships: [Unit] {
        TownNames.towns.prefix(towns).enumerated().map { place, name in
            let full = name.stem + (Self.isRural(place) ? "乡" : "镇")
            return make(
                code: DivisionCodes.division((Self.isRural(place) ? 200 : 100) + place),
                name: full, short: full,
                aliases: [name.stem, full + "人民政府", full + "党委"], kind: "township",
                group: "乡镇组", hasGroup: false, letters: name.letters)
        }
    }

    private var subdistricts: [Unit] {
        TownNames.subdistricts.prefix(max(1, towns / 7)).enumerated().map { place, name in
            let short = name.stem + "街道"
            return make(
                code: DivisionCodes.division(1 + place), name: short + "办事处", short: short,
                aliases: [name.stem, name.stem + "办事处", short + "党工委"], kind: "subdistrict",
                group: "乡镇组", hasGroup: false, letters: name.letters)
        }
    }

    private var departments: [Unit] {
        let count = max(6, towns * 24 / 14)
        let responsible = DepartmentNames.responsible.prefix(count * 14 / 24)
        let others = DepartmentNames.internalOnly.prefix(count - responsible.count)
        let groups = [(responsible, "县直部门A组"), (others, "县直部门B组")]
        var departments: [Unit] = []
        for (names, group) in groups {
            for name in names {
                departments.append(
                    make(
                        code: "BM" + padded(101 + departments.count, to: 4), name: name.full,
                        short: name.short, aliases: name.aliases, kind: "department",
                        group: group, hasGroup: name.hasGroup, letters: name.letters))
            }
        }
        return departments
    }

    private func make(
        code: String, name: String, short: String, aliases: [String], kind: String,
        group: String, hasGroup: Bool, letters: String
    ) -> Unit {
        Unit(
            code: code, name: name, shortName: short,
            aliases: aliases.filter { $0 != name && $0 != short }, kind: kind, rankGroup: group,
            mailbox: letters + "@lanchuan.example",
            validFrom: CivilDate(year: 2016, month: 1, day: 1),
            attributes: ["has_dangzu": hasGroup ? "是" : "否"])
    }
}

extension Unit {
    var isDepartment: Bool { kind == "department" }
}
