import Campaigns
import Findings
import Formulas
import Ledgers

/// One row of a return with everything that formulas may ask about it.
struct CheckedRow {
    var row: ReturnRow
    var standing: Standing
    /// Nil where the form has no sector or the row's name is not on the roster.
    var entry: RosterEntry?
    /// A line of `cur`: the submitted value, else the carried one.
    var current: [SQLValue]
    /// A line of `prev`, NULL throughout where the subject was never reported.
    var previous: [SQLValue]
    /// A line of `roster`.
    var roster: [SQLValue]
    /// The subject was reported before, so that months can be compared.
    var hasPast: Bool

    var subject: Finding.Subject? {
        entry.map { Finding.Subject(code: $0.code, name: $0.name) }
    }

    /// What a row is to the unit that sent it.
    enum Standing {
        /// Its own to report, or of a form without a roster.
        case own
        /// Not recognised: another finding says so, and rules have nothing to hold on to.
        case unknown
        /// Merged away or closed, and reported all the same: only that is asked.
        case closed
        /// Known to the roster of a later day.
        case future
        /// Another unit's to report.
        case foreign
    }
}

/// Makes the checked rows of a return.
struct RowReader {
    let campaign: Campaign
    let tables: FormTables
    let period: Period
    let unit: String?
    let past: PastView?
    /// Engine columns of inspection rows.
    let inspections: InspectionColumns?

    func rows(of submission: Submission) -> [CheckedRow] {
        submission.rows.enumerated().map { checked($0.element, ordinal: $0.offset + 1) }
    }

    private func checked(_ row: ReturnRow, ordinal: Int) -> CheckedRow {
        let entry = row.subject.flatMap { campaign.entry($0) }
        let past = entry.flatMap { self.past?.row(of: $0.code) }
        return CheckedRow(
            row: row, standing: standing(of: entry), entry: entry,
            current: current(row, entry, past, ordinal),
            previous: past?.comparable
                ?? Array(repeating: .null, count: tables.previous.columns.count),
            roster: roster(entry), hasPast: past != nil)
    }

    private func standing(of entry: RosterEntry?) -> CheckedRow.Standing {
        guard tables.form.sector != nil else { return .own }
        guard let entry else { return .unknown }
        if entry.validFrom.map({ period.lastDay < $0 }) ?? false { return .future }
        if !entry.isValid(on: period.lastDay) { return .closed }
        return unit == nil || entry.unit == unit ? .own : .foreign
    }

    private func current(
        _ row: ReturnRow, _ entry: RosterEntry?, _ past: PastView.Row?, _ ordinal: Int
    ) -> [SQLValue] {
        let layout = tables.current
        var line = Array(repeating: SQLValue.null, count: layout.columns.count)
        func set(_ column: String, _ value: SQLValue) {
            if let index = layout.index[column] { line[index] = value }
        }
        let rostered = tables.form.sector != nil
        let owner = rostered ? entry?.unit : unit
        set("code", .text(rostered ? entry?.code ?? "" : String(ordinal)))
        set("name", .text(entry?.name ?? ""))
        set("unit", owner.map(SQLValue.text) ?? .null)
        set("co_unit", entry?.coUnit.map(SQLValue.text) ?? .null)
        for (name, text) in entry?.attributes ?? [:] { set("roster_" + name, Settings.value(text)) }
        let attributes = owner.flatMap { campaign.unit($0)?.attributes } ?? [:]
        for (name, text) in attributes { set("unit_" + name, Settings.value(text)) }
        for field in tables.form.fields {
            let value = value(of: field, row, entry, past)
            set(field.id, value)
            // A quarter's sum is of what was submitted; carried values are in none.
            guard field.type.isNumber, !field.isCumulative else { continue }
            let submitted = row.values[field.id]?.sql ?? .null
            set(field.id + "_quarter", sum(submitted, past?.quarter(field.id, to: period) ?? .null))
        }
        set("reported", .integer(1))
        for (column, value) in inspections?.values(of: row) ?? [:] { set(column, value) }
        return line
    }

    private func value(
        of field: Field, _ row: ReturnRow, _ entry: RosterEntry?, _ past: PastView.Row?
    ) -> SQLValue {
        if let value = row.values[field.id] { return value.sql }
        switch field.type {
        case .subjectCode: return entry.map { .text($0.code) } ?? .null
        case .subjectName: return entry.map { .text($0.name) } ?? .null
        default: return field.carries ? past?.value(field.id) ?? .null : .null
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

    private func roster(_ entry: RosterEntry?) -> [SQLValue] {
        guard let entry else {
            return Array(repeating: .null, count: tables.roster.columns.count)
        }
        return tables.roster.columns.map { column in
            switch column.name {
            case "code": .text(entry.code)
            case "name": .text(entry.name)
            case "unit": .text(entry.unit)
            case "co_unit": entry.coUnit.map(SQLValue.text) ?? .null
            default: entry.attributes[column.name].map(Settings.value) ?? .null
            }
        }
    }
}
