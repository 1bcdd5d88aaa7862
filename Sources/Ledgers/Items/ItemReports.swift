import Campaigns

/// What units have reported on their items, month by month up to a period, by the number of the item.
///
/// A later period's reports are these with the months in between: a run that asks for a year of them looks
/// at every row once.
struct ItemReports {
    /// An item by its unit and number; numbers are compared by their keys.
    struct Key: Hashable {
        var unit: String
        var number: String

        init(_ unit: String, _ number: String) {
            self.unit = unit
            self.number = Folding.key(number)
        }
    }

    /// Who answers for the items of units that were merged into others.
    let holders: [String: String]
    private(set) var period: Period?
    private(set) var histories: [Key: ItemHistory] = [:]
    /// In the order in which they first appeared.
    private(set) var keys: [Key] = []
    /// The units whose return of the period itself stands.
    private(set) var reporting: Set<String> = []
    /// The rows of each unit's last return that name an indicator or a task, by form in the order of the table.
    private var naming: [[String: [ItemReport]]] = []

    init(holders: [String: String]) {
        self.holders = holders
    }

    /// Takes in the months after the period up to a later one.
    mutating func advance(to period: Period, _ snapshot: LedgerSnapshot) throws {
        let forms = snapshot.campaign.forms.filter(\.isItemList).map(\.id)
        if naming.isEmpty { naming = Array(repeating: [:], count: forms.count) }
        let months = Set(forms.flatMap { snapshot.periods(ofForm: $0) }).filter { month in
            month <= period && self.period.map { $0 < month } ?? true
        }
        self.period = period
        reporting = []
        for month in months.sorted() {
            for (place, form) in forms.enumerated() {
                let rows = try snapshot.rows(ofForm: form, in: month)
                let reports = Dictionary(grouping: rows) { holders[$0.unit] ?? $0.unit }
                    .mapValues { $0.map { ItemReport($0.values, in: month) } }
                for (unit, reports) in reports.sorted(by: { $0.key < $1.key }) {
                    if month == period { reporting.insert(unit) }
                    for report in reports { add(report, of: unit) }
                    naming[place][unit] = reports.filter { !$0.indicator.isEmpty }
                }
            }
        }
    }

    private mutating func add(_ report: ItemReport, of unit: String) {
        let key = Key(unit, report.number)
        if histories[key]?.add(report) == nil {
            keys.append(key)
            histories[key] = ItemHistory(report)
        }
    }

    /// What the rows of a unit's last return say of each indicator or task that they name.
    func byIndicator() -> [Key: [ItemReport]] {
        var reports: [Key: [ItemReport]] = [:]
        for (unit, named) in naming.joined() {
            for report in named {
                reports[Key(unit, report.indicator), default: []].append(report)
            }
        }
        return reports
    }
}
