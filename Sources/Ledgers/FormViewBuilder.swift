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
    /// What entries keep from earlier periods, where it is known already.
    var carried: CarriedValues?

    private var campaign: Campaign { snapshot.campaign }

    func view() throws -> FormView {
        let schema = FormSchema(viewOf: form, in: campaign)
        let subjects: [Subject]
        if form.nature == .inspection {
            subjects = try records()
        } else if form.sector == nil {
            subjects = try freeRows()
        } else {
            subjects = try entries()
        }
        return FormView(
            name: form.id, columns: schema.sqlColumns,
            rows: subjects.map { subject in schema.columns.map { value(of: $0.origin, subject) } })
    }

    /// What a row of the view is made of.
    private struct Subject {
        var code: String
        var unit: Unit?
        var entry: RosterEntry?
        var isReported = true
        var values: FieldValues = [:]
        /// The fields' values in each of the quarter's months to date.
        var months: [FieldValues] = []
    }

    private func value(of origin: FormSchema.Origin, _ subject: Subject) -> SQLValue {
        switch origin {
        case .code: .text(subject.code)
        case .name: .text(subject.entry?.name ?? "")
        case .unit: subject.unit.map { .text($0.code) } ?? .null
        case .coUnit: subject.entry?.coUnit.map { .text($0) } ?? .null
        case .rosterAttribute(let name): Settings.value(subject.entry?.attributes[name] ?? "")
        case .unitAttribute(let name): Settings.value(subject.unit?.attributes[name] ?? "")
        case .field(let id): subject.values[id]?.sql ?? .null
        case .reported: .integer(subject.isReported ? 1 : 0)
        case .quarter(let id): FieldValue.sum(subject.months.lazy.compactMap { $0[id] })
        // Worked out when rules run, and columns of another view.
        case .inspection, .submission: .null
        }
    }

    // MARK: Forms with a roster

    private func entries() throws -> [Subject] {
        let entries = campaign.entries(of: form, in: period)
        let own = try ownValues(in: period)
        let accepted = try snapshot.values(of: form, in: period)
        let carried =
            try self.carried
            ?? CarriedValues(
                snapshot: snapshot, form: form, period: period,
                codes: entries.map(\.code), accepted: accepted)
        let earlier = try period.quarterToDate.dropLast().map { try ownValues(in: $0) }
        return entries.map { entry in
            let values = own[entry.code] ?? [:]
            return Subject(
                code: entry.code, unit: campaign.unit(entry.unit), entry: entry,
                isReported: accepted[entry.code] != nil,
                values: values.completed(by: carried[entry.code]),
                months: [values] + earlier.compactMap { $0[entry.code] })
        }
    }

    /// What a period itself says: inspected, else accepted; nothing carried.
    private func ownValues(in period: Period) throws -> [String: FieldValues] {
        let accepted = try snapshot.values(of: form, in: period)
        guard purpose == .assessment else { return accepted }
        let inspected = try snapshot.inspections.get().values(of: form, in: period)
        return accepted.merging(inspected) { accepted, inspected in
            inspected.completed(by: accepted)
        }
    }

    // MARK: Forms without one

    /// The rows as submitted, by unit in the order of the table; the code is the row's ordinal.
    ///
    /// Free rows have nothing by which the months could be joined: their quarter is their own value. Over
    /// items of the three lists lies what the office decided; those that were left out come last.
    private func freeRows() throws -> [Subject] {
        let rows = Dictionary(
            grouping: try snapshot.rows(ofForm: form.id, in: period), by: \.unit)
        let sent = campaign.units.flatMap { unit in (rows[unit.code] ?? []).map { (unit, $0) } }
        let overlay =
            try purpose == .assessment && form.isItemList
            ? ItemOverlay(
                book: snapshot.items(through: period), form: form, period: period,
                campaign: campaign) : nil
        let submitted = sent.enumerated().map { index, sent in
            let values = overlay?.values(sent.1.values, of: sent.0.code) ?? sent.1.values
            return Subject(
                code: String(index + 1), unit: sent.0, values: values, months: [values])
        }
        let leftOut = (overlay?.leftOut() ?? []).map { unit, number, values in
            Subject(code: number, unit: unit, values: values, months: [values])
        }
        return submitted + leftOut
    }

    /// The records of the match window, each credited to the unit whose duty it is.
    private func records() throws -> [Subject] {
        try snapshot.inspections.get().window(endingWith: period, ofForm: form.id).map { record in
            Subject(
                code: record.record.subject, unit: campaign.unit(record.record.dutyUnit),
                entry: campaign.entry(record.record.subject), values: record.values,
                months: [record.values])
        }
    }
}

extension FieldValue {
    /// The sum of numbers; NULL where there is none.
    static func sum(_ values: some Sequence<FieldValue>) -> SQLValue {
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
