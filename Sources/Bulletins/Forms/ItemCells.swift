import Campaigns
import Formulas
import Workbooks

extension ListItem {
    /// What an issued form brings along in the row of the item, by field; how far it is, is left to the
    /// unit.
    ///
    /// What the county knows, and over it the row as it was reported last. The due date is the register's.
    func startingValues(in campaign: Campaign, of form: Form) -> [String: SQLValue] {
        let sector = campaign.entry(subject)?.sector
        let folder = campaign.forms.first { $0.sector != nil && $0.sector == sector }?.folder
        var values: [String: SQLValue] = [
            ItemField.list: .text(list.chinese), ItemField.unitCode: .text(unit),
            ItemField.unitName: .text(campaign.unit(unit)?.name ?? ""),
            ItemField.subject: .text(subject), ItemField.text: .text(text),
            ItemField.sector: .text(folder ?? ""), ItemField.source: .text(wordOnForm),
            ItemField.opened: .text(opened?.description ?? ""),
        ]
        if case .task = source { values[ItemField.indicator] = .text(number) }
        values.merge(row.byField.mapValues(\.sql).filter { !$0.value.isNull }) { _, reported in
            reported
        }
        values[ItemField.number] = .text(number)
        if let due { values[ItemField.due] = .text(due.description) }
        if extensions > 0 { values[ItemField.extensions] = .integer(extensions) }
        let starting = form.startingFields(in: campaign)
        return values.filter { starting.contains($0.key) && $0.value != .text("") }
    }

    private var wordOnForm: String {
        switch source {
        case .rule: ItemField.fromRules
        case .inspection: ItemField.fromInspections
        case .task: ItemField.fromTasks
        case .hand, .explanation, .own: ""
        }
    }

    /// It stands on the unit's next form: it is not verified, it can be named, and there is a day by which
    /// it is to be done.
    ///
    /// A task of the tables that the unit has on its own list is there already.
    package var isOnForms: Bool {
        guard state != .verified, !number.isEmpty else { return false }
        switch source {
        case .task: return due != nil && ownNumber == nil
        case .explanation: return false
        case .rule, .inspection, .hand, .own: return true
        }
    }
}
