import Campaigns
import Formulas

/// Makes the view of a form: one row a roster entry, whatever arrived.
///
/// A value is, in this order: what an inspection confirmed (for assessments), what the accepted return
/// of the period says, what an earlier one says for fields that carry, NULL.
struct FormViewBuilder {
    let snapshot: LedgerSnapshot
    let form: Form
    let period: Period
    let purpose: ViewPurpose

    private var campaign: Campaign { snapshot.campaign }

    func view() throws -> FormView {
        let schema = FormSchema(viewOf: form, in: campaign)
        let rows: [[SQLValue]]
        if form.nature == .inspection {
            rows = try inspectionRows(schema)
        } else if form.sector == nil {
            rows = try freeRows(schema)
        } else {
            rows = try rosterRows(schema)
        }
        return FormView(name: form.id, columns: schema.sqlColumns, rows: rows)
    }

    // MARK: Forms with a roster

    private func rosterRows(_ schema: FormSchema) throws -> [[SQLValue]] {
        let entries = campaign.entries(of: form, in: period)
        let accepted = try snapshot.values(of: form, in: period)
        let inspected = try inspectedValues(in: period)
        let carried = try CarriedValues(
            snapshot: snapshot, form: form, period: period, entries: entries, accepted: accepted)
        let quarters = try quarterSums(schema, entries, accepted: accepted, inspected: inspected)
        var rows: [[SQLValue]] = []
        rows.reserveCapacity(entries.count)
        for (index, entry) in entries.enumerated() {
            var row = identity(
                schema, code: entry.code, name: entry.name, unit: entry.unit, entry: entry)
            let own = accepted[entry.code]
            for field in form.fields {
                let value =
                    inspected[entry.code]?[field.id] ?? own?[field.id]
                    ?? carried[entry.code, field.id]
                row.append(value?.sql ?? .null)
            }
            row.append(.integer(own == nil ? 0 : 1))
            rows.append(row + quarters[index])
        }
        return rows
    }

    /// For every entry the sums of the quarter's months to date, in the order of the form's `quarterFields`.
    private func quarterSums(
        _ schema: FormSchema, _ entries: [RosterEntry],
        accepted: [String: [String: FieldValue]], inspected: [String: [String: FieldValue]]
    ) throws -> [[SQLValue]] {
        var months = [(accepted, inspected)]
        for month in period.quarterToDate where month != period {
            months.append(
                (try snapshot.values(of: form, in: month), try inspectedValues(in: month)))
        }
        return entries.map { entry in
            form.quarterFields.map { field in
                FieldValue.sum(
                    months.compactMap { accepted, inspected in
                        inspected[entry.code]?[field.id] ?? accepted[entry.code]?[field.id]
                    })
            }
        }
    }

    private func inspectedValues(in period: Period) throws -> [String: [String: FieldValue]] {
        guard purpose == .assessment else { return [:] }
        return try snapshot.inspections.get().values(of: form, in: period)
    }

    // MARK: Forms without one

    /// The rows as submitted, by unit in the order of the table; the code is the row's ordinal.
    private func freeRows(_ schema: FormSchema) throws -> [[SQLValue]] {
        var byUnit: [String: [AcceptedRow]] = [:]
        for row in try snapshot.rows(ofForm: form.id, in: period) {
            byUnit[row.unit, default: []].append(row)
        }
        var rows: [[SQLValue]] = []
        for unit in campaign.units.map(\.code) {
            for row in byUnit[unit] ?? [] {
                rows.append(
                    identity(
                        schema, code: String(rows.count + 1), name: nil, unit: unit, entry: nil)
                        + values(schema, row.values))
            }
        }
        return rows
    }

    /// The records of the match window, each credited to the unit whose duty it is.
    private func inspectionRows(_ schema: FormSchema) throws -> [[SQLValue]] {
        let records = try snapshot.inspections.get().window(
            endingWith: period, ofForm: form.id)
        return records.map { record in
            let entry = campaign.entry(record.record.subject)
            return identity(
                schema, code: record.record.subject, name: entry?.name,
                unit: record.record.dutyUnit, entry: entry) + values(schema, record.values)
        }
    }

    /// Fields, `reported`, and the row's own values again as those of the quarter: free rows have
    /// nothing by which the months could be joined.
    private func values(_ schema: FormSchema, _ values: [String: FieldValue]) -> [SQLValue] {
        form.fields.map { values[$0.id]?.sql ?? .null } + [.integer(1)]
            + form.quarterFields.map { values[$0.id]?.sql ?? .null }
    }

    /// `code, name, unit, co_unit` and the attributes of entry and unit.
    private func identity(
        _ schema: FormSchema, code: String, name: String?, unit: String, entry: RosterEntry?
    ) -> [SQLValue] {
        let attributes = campaign.unit(unit)?.attributes ?? [:]
        return [
            .text(code), name.map { .text($0) } ?? .null, unit.isEmpty ? .null : .text(unit),
            entry?.coUnit.map { .text($0) } ?? .null,
        ]
            + campaign.rosterAttributes.map { Settings.value(entry?.attributes[$0] ?? "") }
            + campaign.unitAttributes.map { Settings.value(attributes[$0] ?? "") }
    }
}

extension FieldValue {
    /// The sum of numbers; NULL where there is none.
    static func sum(_ values: [FieldValue]) -> SQLValue {
        var sum: SQLValue = .null
        for value in values {
            switch (sum, value.sql) {
            case (.null, .integer(let number)): sum = .integer(number)
            case (.null, .real(let number)): sum = .real(number)
            case (.integer(let one), .integer(let other)):
                let (total, overflow) = one.addingReportingOverflow(other)
                sum = overflow ? .real(Double(one) + Double(other)) : .integer(total)
            case (let one, let other):
                guard let left = one.number, let right = other.number else { continue }
                sum = .real(left + right)
            }
        }
        return sum
    }
}
