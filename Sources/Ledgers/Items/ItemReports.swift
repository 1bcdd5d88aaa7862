import Campaigns
import Formulas
import Workbooks

/// What units have reported on their items, month by month up to a period, by the number of the item.
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

    /// A row on an item.
    struct Report {
        var period: Period
        var values: [String: FieldValue]

        func text(_ field: String) -> String { values[field]?.sql.description.trimmed ?? "" }
        func date(_ field: String) -> CivilDate? { CivilDate(text(field)) }

        var isDone: Bool {
            [ItemField.isDone, ItemField.isClosed].contains(text(ItemField.progress))
        }

        /// As the unit says it.
        var state: ListItem.State {
            switch text(ItemField.verification) {
            case ItemField.sentBack: .reopened
            case ItemField.passed where isDone: .verified
            default: isDone ? .closed : .open
            }
        }
    }

    /// In the order of the months.
    private(set) var histories: [Key: [Report]] = [:]
    /// In the order in which they first appeared.
    private(set) var keys: [Key] = []
    /// The units whose return of the period itself stands.
    private(set) var reporting: Set<String> = []
    /// What the rows of a unit's last return say of each indicator or task that they name.
    private(set) var byIndicator: [Key: [Report]] = [:]

    init(_ snapshot: LedgerSnapshot, through period: Period, holder: (String) -> String) throws {
        let forms = snapshot.campaign.forms.filter(\.isItemList)
        for form in forms {
            var last: [String: [Report]] = [:]
            for month in snapshot.periods(ofForm: form.id) where month <= period {
                var rows: [String: [Report]] = [:]
                for row in try snapshot.rows(ofForm: form.id, in: month) {
                    rows[holder(row.unit), default: []]
                        .append(Report(period: month, values: row.values))
                }
                for (unit, reports) in rows.sorted(by: { $0.key < $1.key }) {
                    last[unit] = reports
                    if month == period { reporting.insert(unit) }
                    for report in reports { add(report, of: unit) }
                }
            }
            for (unit, reports) in last {
                for report in reports where !report.text(ItemField.indicator).isEmpty {
                    byIndicator[Key(unit, report.text(ItemField.indicator)), default: []]
                        .append(report)
                }
            }
        }
    }

    /// Of two rows with one number in a return the one that is not done counts: a second row must not
    /// close the first.
    private mutating func add(_ report: Report, of unit: String) {
        let key = Key(unit, report.text(ItemField.number))
        guard var history = histories[key] else {
            keys.append(key)
            histories[key] = [report]
            return
        }
        if let last = history.last, last.period == report.period {
            if last.isDone && !report.isDone { history[history.count - 1] = report }
        } else {
            history.append(report)
        }
        histories[key] = history
    }
}
