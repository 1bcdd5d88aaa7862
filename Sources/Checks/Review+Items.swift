import Campaigns
import Findings
import Ledgers

/// Rows on items of the three lists, which are told apart by their numbers.
extension Review {
    /// A number names one item: a second row with it is one too many, and would count once more.
    ///
    /// One finding a number, at the cells of all its rows.
    mutating func checkNumbers() {
        guard form.isItemList, let field = form.form.field(ItemField.number) else { return }
        var rowsByKey: [String: [CheckedRow]] = [:]
        for row in rows {
            if let key = row.itemKey { rowsByKey[key, default: []].append(row) }
        }
        guard rowsByKey.count < rows.count else { return }
        for row in rows {
            guard let doubles = row.itemKey.flatMap({ rowsByKey[$0] }), doubles.count > 1,
                doubles.first === row
            else { continue }
            var place = submission.places.place(of: [field.id], in: row.row)
            for other in doubles.dropFirst() {
                let further = submission.places.place(of: [field.id], in: other.row)
                place.cells += further.cells
                // A line of a CSV: the one that is too many.
                place.line = further.line
            }
            let number = row.row.values[field.id]?.description ?? ""
            find(.duplicateNumber(column: field.header, number: number), at: place)
        }
    }

    /// Whether the row has to say what its field asks for: of an item of the county's the unit is not asked
    /// for what the register itself does not know.
    func isOwed(_ field: Field, in row: CheckedRow) -> Bool {
        guard form.isItemList, !ItemField.owedOnCountys.contains(field.id),
            let number = row.row.values[ItemField.number]
        else { return true }
        return !form.tables.campaign.isCountysItem(number.description)
    }
}

extension CheckedRow {
    /// The number of the item as the register compares it; nil where there is none.
    fileprivate var itemKey: String? {
        row.values[ItemField.number].map { Folding.key($0.description) }
            .flatMap { $0.isEmpty ? nil : $0 }
    }
}
