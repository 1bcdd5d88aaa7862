extension Campaign {
    /// These tables over the units and the roster of others: what the rules alone change can be told
    /// from what the roster changes.
    package func overRoster(of other: Campaign) -> Campaign {
        Campaign(
            settings: settings, units: other.units, roster: other.roster, forms: forms,
            choices: choices, rules: rules, indicators: indicators,
            inspectionItems: inspectionItems, tasks: tasks, calendar: calendar,
            recipients: recipients, clockOffset: clockOffset, unitAttributes: unitAttributes,
            rosterAttributes: rosterAttributes)
    }
}
