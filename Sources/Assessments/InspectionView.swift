import Campaigns
import Formulas
import Ledgers

/// The inspection records of the match window as a view: one row a record, `unit` the duty unit.
///
/// The window reaches over several periods, so it is made from `PeriodFacts.inspections` and not from
/// the view of the form, which has one period's rows. It has the columns that a record knows; a formula
/// that reads another is an error and not a silent NULL.
struct InspectionView {
    private static let recordColumns = [
        "visit_id", "visit_date", "item", "unit_code", "unit_name", "duty_unit", "observed",
        "result", "feedback", "verdict",
    ]

    static func view(
        named name: String, of records: [InspectionRecord], in campaign: Campaign
    ) -> FormView {
        let references = UnitReferences(campaign)
        let columns = ["code", "name", "unit", "co_unit"] + recordColumns
        let rows = records.map { record -> [SQLValue] in
            let subject = campaign.entry(record.subject)
            let title: SQLValue = subject.map { .text($0.name) } ?? .null
            let unit: SQLValue =
                references.code(of: record.dutyUnit).map { .text($0) } ?? .null
            return [
                .text(record.subject), title, unit,
                // The duty unit alone is responsible for what was seen.
                .null,
                .text(record.visit), .text(record.visitDate), .text(record.item),
                .text(record.subject), title, .text(record.dutyUnit), .text(record.observed),
                .text(record.result), .text(record.feedback), .text(record.verdict), .integer(1),
            ]
        }
        return FormView(
            name: name,
            columns: columns.map { FormulaDatabase.Column($0, "TEXT") }
                + [FormulaDatabase.Column("reported", "INTEGER")],
            rows: rows)
    }
}
