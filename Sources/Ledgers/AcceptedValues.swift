import Campaigns

extension LedgerSnapshot {
    /// The accepted values of a form and period by roster entry, of whoever had to report it.
    ///
    /// The roster says who reports an entry now. That unit's return counts first. Another unit's row
    /// counts where the roster has moved since: the responsible unit's accepted return does not have the
    /// entry, or that unit did not exist yet, or the sender has been merged into it. Otherwise the
    /// entry is not reported: a row that a neighbour added does not stand in for a silent unit.
    func values(of form: Form, in period: Period) throws -> [String: [String: FieldValue]] {
        let key = ReturnKey(form: form.id, period: period)
        if let values = valuesByReturn[key] { return values }
        let rows = try rows(ofForm: form.id, in: period)
        var values: [String: [String: FieldValue]] = [:]
        for row in rows {
            guard let subject = row.subject, values[subject] == nil,
                campaign.entry(subject)?.unit == row.unit
            else { continue }
            values[subject] = row.values
        }
        for row in rows {
            guard let subject = row.subject, values[subject] == nil,
                let entry = campaign.entry(subject),
                stands(row, for: entry, ofForm: form.id, in: period)
            else { continue }
            values[subject] = row.values
        }
        valuesByReturn[key] = values
        return values
    }

    private func stands(
        _ row: AcceptedRow, for entry: RosterEntry, ofForm form: String, in period: Period
    ) -> Bool {
        if !revisions(ofForm: form, unit: entry.unit, in: period).isEmpty { return true }
        guard let unit = campaign.unit(entry.unit), unit.isValid(on: period.lastDay) else {
            return true
        }
        return isMerged(row.unit, into: entry.unit)
    }

    private func isMerged(_ unit: String, into other: String) -> Bool {
        var next = campaign.unit(unit)?.mergedInto
        // A ring of mergers is the campaign's mistake, not a reason to run for ever.
        for _ in campaign.units {
            guard let code = next else { return false }
            if code == other { return true }
            next = campaign.unit(code)?.mergedInto
        }
        return false
    }
}

/// The values that fields marked `carry` keep from earlier periods.
///
/// A field that the period's accepted return leaves open has the latest earlier accepted value; what an
/// inspection said is not carried. An explicit 不适用, now or then, ends the search. Cumulative fields
/// restart each January, so for them only the same year counts: nothing is carried into January.
struct CarriedValues {
    private var values: [String: [String: FieldValue]] = [:]

    init(
        snapshot: LedgerSnapshot, form: Form, period: Period, entries: [RosterEntry],
        accepted: [String: [String: FieldValue]]
    ) throws {
        let fields = form.fields.filter(\.carries)
        guard !fields.isEmpty else { return }
        var open: [(code: String, fields: [Field])] = entries.compactMap { entry in
            let missing = fields.filter { accepted[entry.code]?[$0.id] == nil }
            return missing.isEmpty ? nil : (entry.code, missing)
        }
        for earlier in snapshot.periods(ofForm: form.id, before: period) {
            if earlier.year < period.year {
                open = open.map { ($0.code, $0.fields.filter { !$0.isCumulative }) }
            }
            open.removeAll(where: \.fields.isEmpty)
            guard !open.isEmpty else { return }
            let then = try snapshot.values(of: form, in: earlier)
            for index in open.indices {
                guard let row = then[open[index].code] else { continue }
                for field in open[index].fields {
                    guard let value = row[field.id] else { continue }
                    values[open[index].code, default: [:]][field.id] = value
                }
                open[index].fields.removeAll { row[$0.id] != nil }
            }
        }
    }

    /// The values that an entry keeps, by field.
    subscript(code: String) -> [String: FieldValue] { values[code] ?? [:] }
}
