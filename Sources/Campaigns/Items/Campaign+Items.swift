extension Campaign {
    /// The tasks of the tables with the units that they are for: by kind or by name, those valid at a
    /// period's end, in the order of `units`.
    package func assignments(
        in period: Period, by names: UnitNames
    ) -> [(task: CampaignTask, units: [Unit])] {
        let valid = units.filter { $0.isValid(on: period.lastDay) }
        let kinds = Set(units.map(\.kind))
        return tasks.map { task in
            let named = Set(
                task.who.filter { !kinds.contains($0) }.flatMap { names.units(named: $0) }
                    .map(\.code))
            return (
                task, valid.filter { task.who.contains($0.kind) || named.contains($0.code) }
            )
        }
    }

    /// Who answers at a period's end for the items of units that were merged into others, by the units' codes.
    package func holders(in period: Period) -> [String: String] {
        var holders: [String: String] = [:]
        for unit in units {
            let holder = holder(of: unit.code, in: period)
            if holder != unit.code { holders[unit.code] = holder }
        }
        return holders
    }

    /// An item with the number was opened by the county: by a rule, an inspection or the office, or as a
    /// task of the tables.
    package func isCountysItem(_ number: String) -> Bool {
        if ItemList.isCountys(number: number) { return true }
        let key = Folding.key(number)
        return tasks.contains { Folding.key($0.id) == key }
    }

    /// Who answers for a unit's items at a period's end: the unit, or the one that it was merged into.
    private func holder(of code: String, in period: Period) -> String {
        var (code, steps) = (code, 0)
        while let unit = unit(code), !unit.isValid(on: period.lastDay), let next = unit.mergedInto,
            steps < units.count
        {
            (code, steps) = (next, steps + 1)
        }
        return code
    }
}
