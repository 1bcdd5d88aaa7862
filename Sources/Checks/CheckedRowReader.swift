import Campaigns
import Formulas
import Ledgers
import Workbooks

/// Makes the checked rows of a return.
struct CheckedRowReader {
    let tables: FormTables
    let period: Period
    let unit: String?
    let past: PastView?
    /// Engine columns of inspection rows.
    let inspections: InspectionColumns?

    init(
        tables: FormTables, period: Period, unit: String?, past: PastView?,
        inspections: InspectionColumns?
    ) {
        self.tables = tables
        self.period = period
        self.unit = unit
        self.past = past
        self.inspections = inspections
    }

    func rows(of submission: Submission) -> [CheckedRow] {
        submission.rows.enumerated().map { checked($0.element, ordinal: $0.offset + 1) }
    }

    private func checked(_ row: ReturnRow, ordinal: Int) -> CheckedRow {
        let entry = row.subject.flatMap { tables.campaign.entry($0) }
        let past = entry.flatMap { self.past?.row(of: $0.code) }
        let submitted = row.values.arranged(in: tables.fieldOrder)
        let source = Source(
            submitted: submitted, ordinal: ordinal, entry: entry, past: past,
            owner: tables.current.namesOwner || tables.roster.namesOwner
                ? (tables.form.sector == nil ? unit : entry?.unit).flatMap {
                    tables.campaign.unit($0)
                }
                : nil,
            facts: inspections?.facts(of: row) ?? [:])
        return CheckedRow(
            row: row, standing: standing(of: entry), entry: entry,
            submitted: submitted, past: past,
            current: tables.current.origins.map { value(of: $0, source) },
            previous: past?.comparable ?? tables.previous.blank,
            roster: entry == nil
                ? tables.roster.blank
                : tables.roster.origins.map { value(of: $0, source) })
    }

    /// Everything that a line is made of.
    private struct Source {
        /// By the ordinal of the field.
        let submitted: [FieldValue?]
        let ordinal: Int
        let entry: RosterEntry?
        let past: PastView.Row?
        /// The responsible unit, or the sender of a form without a sector, where a column tells of it.
        let owner: Unit?
        let facts: [FormSchema.InspectionFact: SQLValue]
    }

    private func standing(of entry: RosterEntry?) -> CheckedRow.Standing {
        guard tables.form.sector != nil else { return .own }
        guard let entry else { return .unknown }
        if entry.validFrom.map({ period.lastDay < $0 }) ?? false { return .future }
        if !entry.isValid(on: period.lastDay) { return .closed }
        return unit == nil || entry.unit == unit ? .own : .foreign
    }

    private func value(of origin: LineOrigin, _ source: Source) -> SQLValue {
        switch origin {
        case .field(let ordinal, let fact):
            // 上报值 of an inspection is the engine's to fill in, whatever stands in the cell.
            if let fact, let value = source.facts[fact] { return value }
            return value(ofField: ordinal, source)
        case .quarter(let ordinal, let column):
            // Of what was submitted; carried values are in no sum.
            let submitted = source.submitted[ordinal]?.sql ?? .null
            return sum(submitted, source.past?.quarter(column) ?? .null)
        case .other(let origin):
            return value(of: origin, source)
        }
    }

    private func value(of origin: FormSchema.Origin, _ source: Source) -> SQLValue {
        switch origin {
        case .code:
            let code = tables.form.sector == nil ? String(source.ordinal) : source.entry?.code
            return code.map(SQLValue.text) ?? .null
        case .name:
            return .text(source.entry?.name ?? "")
        case .unit:
            return (source.owner?.code ?? unit).map(SQLValue.text) ?? .null
        case .coUnit:
            return source.entry?.coUnit.map(SQLValue.text) ?? .null
        case .rosterAttribute(let name):
            return source.entry?.attributes[name].map(Settings.value) ?? .null
        case .unitAttribute(let name):
            return source.owner?.attributes[name].map(Settings.value) ?? .null
        case .reported:
            return .integer(1)
        case .inspection(let fact):
            return source.facts[fact] ?? .null
        case .submission, .field, .quarter:
            return .null
        }
    }

    private func value(ofField ordinal: Int, _ source: Source) -> SQLValue {
        if let value = source.submitted[ordinal] { return value.sql }
        let field = tables.fields[ordinal]
        switch field.standIn {
        case .entryCode: return source.entry.map { .text($0.code) } ?? .null
        case .entryName: return source.entry.map { .text($0.name) } ?? .null
        case .carried: return source.past?.value(field.id) ?? .null
        case nil: return .null
        }
    }

    private func sum(_ one: SQLValue, _ other: SQLValue) -> SQLValue {
        switch (one, other) {
        case (.integer(let one), .integer(let other)):
            let (sum, overflow) = one.addingReportingOverflow(other)
            return overflow ? .real(Double(one) + Double(other)) : .integer(sum)
        case (_, .null): return one
        case (.null, _): return other
        default: return .real((one.number ?? 0) + (other.number ?? 0))
        }
    }
}
