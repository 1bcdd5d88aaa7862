import Campaigns

extension LedgerSnapshot {
    /// The accepted values of a form and period by roster entry, of whoever had to report it.
    ///
    /// The roster says who reports an entry now. That unit's return counts first. Another unit's row
    /// counts where the roster has moved since: the responsible unit's accepted return does not have the
    /// entry, or that unit did not exist yet, or the sender has been merged into it. Otherwise the
    /// entry is not reported: a row that a neighbour added does not stand in for a silent unit.
    func values(of form: Form, in period: Period) throws -> [String: FieldValues] {
        let key = ReturnKey(form: form.id, period: period)
        if let values = valuesByReturn[key] { return values }
        let rows = try rows(ofForm: form.id, in: period)
        var values: [String: FieldValues] = [:]
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

    /// The unit whose return the values of an entry are taken from, as `values` does it.
    func reporters(of form: Form, in period: Period) throws -> [String: String] {
        let rows = try rows(ofForm: form.id, in: period)
        var reporters: [String: String] = [:]
        for row in rows {
            guard let subject = row.subject, campaign.entry(subject)?.unit == row.unit else {
                continue
            }
            reporters[subject] = row.unit
        }
        for row in rows {
            guard let subject = row.subject, reporters[subject] == nil,
                let entry = campaign.entry(subject),
                stands(row, for: entry, ofForm: form.id, in: period)
            else { continue }
            reporters[subject] = row.unit
        }
        return reporters
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
