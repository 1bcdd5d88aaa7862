extension Campaign {
    /// The units of a task: by kind or by name, those valid at a period's end, in the order of `units`.
    package func units(of task: CampaignTask, in period: Period) -> [Unit] {
        let names = NameBook(self)
        let named = Set(task.who.flatMap { names.units(named: $0) }.map(\.code))
        return units.filter {
            $0.isValid(on: period.lastDay)
                && (task.who.contains($0.kind) || named.contains($0.code))
        }
    }

    /// Who answers for a unit's items at a period's end: the unit, or the one that it was merged into.
    package func holder(of code: String, in period: Period) -> String {
        var (code, steps) = (code, 0)
        while let unit = unit(code), !unit.isValid(on: period.lastDay), let next = unit.mergedInto,
            steps < units.count
        {
            (code, steps) = (next, steps + 1)
        }
        return code
    }
}
