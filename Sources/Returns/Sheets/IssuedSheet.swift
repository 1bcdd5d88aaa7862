import Campaigns
import Findings
import Workbooks

// Forms that were issued by us and come back as nobody has filled them in.

extension TakenSheet {
    /// A form of ours on which nothing is filled in but what it may have been issued with.
    ///
    /// One workbook holds all forms of a unit, and they need not be filled in on one evening: what nobody
    /// has touched is no return, least of all a wrong one.
    func isUnfilled(in campaign: Campaign) -> Bool {
        guard isIssued else { return false }
        let starting = form.startingFields(in: campaign)
        let columns = form.fields.filter { !starting.contains($0.id) }
            .compactMap { heads.columns[$0.id] }
        guard !columns.isEmpty else { return false }
        return !rows.data.contains { row in
            columns.contains { column in
                guard let cell = row[column: column] else { return false }
                return !cell.value.text.trimmed.isEmpty || cell.value.isUnfinished
            }
        }
    }
}

extension ReturnReader {
    /// A note for each form that is not filled in; an error where there is nothing else in the file.
    func unfilledFindings(
        _ sheets: [TakenSheet], isAll: Bool, _ path: String
    ) -> [Finding] {
        guard !sheets.isEmpty else { return [] }
        guard isAll else {
            return sheets.map {
                Finding(
                    .unfilledForm(form: $0.form.title), at: Place(file: path, sheet: $0.grid.name))
            }
        }
        return [
            Finding(.nothingFilled(forms: sheets.map(\.form.title)), at: Place(file: path))
        ]
    }
}
