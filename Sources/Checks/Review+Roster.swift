import Campaigns
import Findings
import Ledgers

/// The return's rows against the roster: every entry of the unit once, and nobody else's.
extension Review {
    mutating func checkRoster() {
        guard form.form.sector != nil, form.form.nature == .units else { return }
        checkForeignRows()
        checkDuplicates()
        checkAbsent()
    }

    private mutating func checkForeignRows() {
        for row in rows where row.standing != .own {
            guard let entry = row.entry else { continue }
            let place = submission.places.place(of: form.nameFields, in: row.row)
            switch row.standing {
            case .own, .unknown, .nameless:
                break
            case .closed:
                find(
                    .closedEntry(name: entry.name, mergedInto: successor(of: entry)), at: place,
                    subject: row.subject)
            case .future:
                find(
                    .unknownEntry(found: entry.name, candidates: [], proposals: []), at: place,
                    subject: row.subject)
            case .foreign:
                let other = form.tables.campaign.unit(entry.unit)?.name ?? entry.unit
                find(
                    .reportedByTwo(name: entry.name, other: other), at: place, subject: row.subject)
            }
        }
    }

    /// The name of what an entry was merged into; with its code where the name is the same, as of a village that
    /// has gone to another unit.
    private func successor(of entry: RosterEntry) -> String? {
        guard let code = entry.mergedInto else { return nil }
        guard let target = form.tables.campaign.entry(code) else { return code }
        return target.name == entry.name ? "\(target.name) \(code)" : target.name
    }

    /// One finding an entry, at all its rows.
    private mutating func checkDuplicates() {
        // Of a row that is not the unit's to report only that is asked.
        let rows = rows.filter { $0.standing == .own && $0.entry != nil }
        let rowsByCode = Dictionary(grouping: rows) { $0.entry?.code ?? "" }
        guard rowsByCode.count < rows.count else { return }
        for row in rows {
            guard let entry = row.entry, let doubles = rowsByCode[entry.code], doubles.count > 1,
                doubles.first?.row.number == row.row.number
            else { continue }
            var place = submission.places.place(of: form.nameFields, in: row.row)
            for other in doubles.dropFirst() {
                let further = submission.places.place(of: form.nameFields, in: other.row)
                place.cells += further.cells
                // A line of a CSV: the one that is too many.
                place.line = further.line
            }
            find(.duplicateEntry(name: entry.name), at: place, subject: row.subject)
        }
    }

    /// Entries of the unit without a row, unless the reason is told already.
    ///
    /// Nothing was recognised at all, or unknown rows were asked whether they are these entries. One row
    /// can be one entry only: where more are asked about than there are unknown rows, some are missing
    /// for certain.
    private mutating func checkAbsent() {
        guard let unit = submission.unit else { return }
        let present = Set(rows.compactMap(\.entry?.code))
        if present.isEmpty, known.contains(where: { $0.severity == .error }) { return }
        let asked = known.filter { $0.check == .unknownEntry }
            .map { $0.message.chinese + $0.advice.chinese }
        let absent = form.tables.campaign.entries(of: form.form, unit: unit, in: period)
            .filter { !present.contains($0.code) }
        let proposed = Set(
            absent.filter { entry in asked.contains { $0.contains("“\(entry.name)”") } }
                .map(\.code))
        let isTold = proposed.count <= rows.count { $0.standing == .unknown }
        for entry in absent where !(isTold && proposed.contains(entry.code)) {
            find(
                .absentEntry(name: entry.name), at: sheet,
                subject: Finding.Subject(code: entry.code, name: entry.name))
        }
    }
}
