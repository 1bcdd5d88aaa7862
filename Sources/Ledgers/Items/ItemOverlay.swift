import Campaigns
import Formulas
import Workbooks

/// Lays what the office decided over the rows that units submitted on their items.
///
/// A form without a sector takes its rows as submitted, and so do these, but for items on which the
/// office has decided: their due date, their verification and their sending back are the office's. An
/// item that counts and that the unit has left out stands in the view as a row of its own, so that
/// nobody gains by leaving it out.
struct ItemOverlay {
    let book: ItemBook
    let form: Form
    let period: Period
    let campaign: Campaign

    /// A row of a unit with the office's decisions on it.
    func values(_ values: FieldValues, of unit: String) -> FieldValues {
        // A row on a task of the campaign has a number of its own, and names the task.
        [ItemField.number, ItemField.indicator].compactMap { field in
            book.decided(unit, values[field]?.sql.description ?? "")
        }.reduce(values) { laid($0, under: $1) }
    }

    /// The rows of items that count and are not in their unit's return, in the order of the register.
    ///
    /// What rules, inspections and the tables open counts once the unit has reported on it or the office
    /// has decided something about it.
    func leftOut() -> [(unit: Unit, number: String, values: FieldValues)] {
        let expected = Set(campaign.unitsExpected(for: form, in: period).map(\.code))
        return book.items.compactMap { item in
            guard counts(item), !item.isReported, !item.isPast, item.state != .verified,
                expected.contains(item.unit), let unit = campaign.unit(item.unit)
            else { return nil }
            return (unit, item.number, row(of: item, unit))
        }
    }

    private func counts(_ item: ListItem) -> Bool {
        switch item.source {
        case .hand: true
        case .own: item.isDecided
        case .rule, .inspection, .task: item.isDecided || !item.row.isEmpty
        case .explanation: false
        }
    }

    private func laid(
        _ values: FieldValues, under item: ListItem
    ) -> FieldValues {
        var values = values
        if let due = item.due { values[ItemField.due] = .text(due.description) }
        let isDone = [ItemField.isDone, ItemField.isClosed].map { FieldValue.text($0) }
            .contains(values[ItemField.progress])
        switch item.state {
        case .open: break
        case .closed:
            if !isDone { done(ItemField.isDone, item, &values) }
        case .verified:
            if !isDone { done(ItemField.isClosed, item, &values) }
            values[ItemField.verification] = .text(ItemField.passed)
        case .reopened:
            values[ItemField.verification] = .text(ItemField.sentBack)
        }
        return values
    }

    private func done(
        _ progress: String, _ item: ListItem, _ values: inout FieldValues
    ) {
        values[ItemField.progress] = .text(progress)
        values[ItemField.done] = item.done.map { .text($0.description) }
    }

    private func row(of item: ListItem, _ unit: Unit) -> FieldValues {
        let texts = [
            ItemField.number: item.number, ItemField.list: item.list.chinese,
            ItemField.unitCode: unit.code, ItemField.unitName: unit.name,
            ItemField.subject: item.subject, ItemField.text: item.text,
            ItemField.opened: item.opened?.description ?? "",
        ]
        let values = texts.filter { form.field($0.key) != nil && !$0.value.isEmpty }
            .mapValues { FieldValue.text($0) }
        return laid(FieldValues(values), under: item)
    }
}
