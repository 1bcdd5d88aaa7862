import Campaigns
import Formulas
import Workbooks

/// A row in which a unit reports on an item.
struct ItemReport {
    let period: Period
    let values: FieldValues
    let number: String
    /// The indicator or the task that it names; empty for none.
    let indicator: String
    let due: CivilDate?
    let isDone: Bool
    /// As the unit says it.
    let state: ListItem.State

    init(_ values: FieldValues, in period: Period) {
        self.period = period
        self.values = values
        number = Self.text(ItemField.number, values)
        indicator = Self.text(ItemField.indicator, values)
        due = CivilDate(Self.text(ItemField.due, values))
        let progress = Self.text(ItemField.progress, values)
        isDone = progress == ItemField.isDone || progress == ItemField.isClosed
        state =
            switch Self.text(ItemField.verification, values) {
            case ItemField.sentBack: .reopened
            case ItemField.passed where isDone: .verified
            default: isDone ? .closed : .open
            }
    }

    func text(_ field: String) -> String { Self.text(field, values) }

    var done: CivilDate? { CivilDate(text(ItemField.done)) }

    private static func text(_ field: String, _ values: FieldValues) -> String {
        values[field]?.sql.description.trimmed ?? ""
    }
}
