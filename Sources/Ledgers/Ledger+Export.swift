package import Campaigns
import Formulas
import GRDB

/// A table of one period for other programs.
package struct ExportTable: Sendable {
    /// Where it goes: `form=rural/period=2020-06`, `view=rural/period=2020-06`.
    package var folder: String
    package var period: Period
    package var header: [String]
    /// NULL, be it blank or 不适用, is empty.
    package var rows: [[String]]
}

extension Ledger {
    /// The returns that stand at a moment, a table a form and period, by form, then period.
    ///
    /// Columns are `unit, code, revision, received_at, file, sheet, row`, then the form's fields by id; rows
    /// stand by unit, then in the order of the sheet.
    /// What was reported, not what is counted: nothing is carried, and no inspected value stands in.
    package func export(
        of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> [ExportTable] {
        try readingAtOnce { db in
            let snapshot = try LedgerSnapshot(db, of: campaign, asOf: moment)
            return try campaign.forms.flatMap { form in
                try snapshot.periods(ofForm: form.id).map { period in
                    try snapshot.table(of: form, in: period)
                }
            }
        }
    }
}

extension LedgerSnapshot {
    fileprivate func table(of form: Form, in period: Period) throws -> ExportTable {
        let fields = form.fields.map(\.id)
        var table = ExportTable(
            folder: "form=\(form.id)/period=\(period)", period: period,
            header: ["unit", "code", "revision", "received_at", "file", "sheet", "row"] + fields,
            rows: [])
        for (unit, head) in standing(ofForm: form.id, in: period) {
            let revision = revisions(ofForm: form.id, unit: unit, in: period).count
            let stored = try Row.fetchCursor(
                db,
                sql:
                    "SELECT number, subject, \"values\" FROM returnRow WHERE reading = ? ORDER BY ordinal",
                arguments: [head.reading])
            while let row = try stored.next() {
                guard let values = JSON(row["values"] as String).flatMap(FieldValue.values) else {
                    throw LedgerError.damaged("a row of reading \(head.reading)")
                }
                let subject: String? = row["subject"]
                let place: [String] = [
                    unit, subject ?? "", String(revision), head.received.description,
                    head.path, head.sheet ?? "", String(row["number"] as Int),
                ]
                table.rows.append(place + fields.map { values[$0]?.sql.description ?? "" })
            }
        }
        return table
    }
}
