import Campaigns
import Findings
import Workbooks

// Forms that were issued by us and come back: what their markers settle, and those that nobody has
// filled in.

extension FormMarker {
    /// The marker of a sheet, of one form or of any.
    ///
    /// A copied sheet may stand in a workbook with another form's marker: one that names a sheet is that
    /// sheet's alone.
    static func marker(of sheet: Grid, in workbook: Workbook, form: String? = nil) -> FormMarker? {
        markers(in: workbook.definedNames).first { marker in
            (marker.sheet ?? sheet.name) == sheet.name
                && (form.map { $0 == marker.form } ?? (marker.sheet != nil))
        }
    }
}

extension [HeaderBlock] {
    /// The block of the form that the sheet's marker names, alone, where the sheet still resembles it.
    ///
    /// Two forms with like columns are no riddle then. Otherwise the blocks as they are.
    func settled(
        by marker: FormMarker?, least likeness: Double, form: (HeaderBlock) -> String
    ) -> [HeaderBlock] {
        guard let marker,
            let block = first(where: { form($0) == marker.form && $0.likeness >= likeness })
        else { return self }
        return [block]
    }
}

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
