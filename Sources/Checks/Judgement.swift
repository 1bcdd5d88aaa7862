package import Campaigns
package import Findings
package import Ledgers

/// What becomes of a submission (裁定), from what was found in it.
package enum Judgement {
    /// An error sends it back, personal data puts it away, what is no return is left out of account,
    /// everything else lets it stand.
    ///
    /// - Parameters:
    ///   - submission: The return with its rows.
    ///   - findings: All of its findings, dressed; those on trial are not among them.
    ///   - campaign: Whose roster says how many rows are owed.
    /// - Returns: The verdict with the findings sorted and the rows counted: `okRows` are the unit's
    ///   entries that stand exactly once in a row without an error, none where an error concerns the
    ///   file as a whole. The queries that notes answer are told with it.
    package static func verdict(
        on submission: Submission, findings: [Finding], campaign: Campaign
    ) -> Verdict {
        let owed = owedEntries(of: submission, in: campaign)
        var status = Delivery.Status.accepted
        if findings.contains(where: { $0.severity == .error }) { status = .returned }
        // Nothing was read: whatever the campaign makes of the reason, nothing can be taken.
        if submission.rows.isEmpty { status = .returned }
        if findings.contains(where: { $0.check == .personalData && $0.severity == .error }) {
            status = .quarantined
        }
        if status == .returned, findings.contains(where: { $0.check == .notAReturn }) {
            status = .stray
        }
        let sorted = findings.sorted()
        return Verdict(
            status: status, findings: sorted, okRows: okRows(of: submission, findings, owed),
            totalRows: owed.count,
            // Nothing of a file in quarantine is kept, its notes least of all.
            explanations: status == .quarantined || !sorted.contains { $0.severity == .query }
                ? [] : Explanations(campaign: campaign).explanations(of: sorted, in: submission))
    }

    /// The codes of the entries that the unit owes in the form.
    private static func owedEntries(of submission: Submission, in campaign: Campaign) -> Set<String>
    {
        guard let form = submission.form.flatMap(campaign.form), let unit = submission.unit,
            let period = submission.period
        else { return [] }
        return Set(campaign.entries(of: form, unit: unit, in: period).map(\.code))
    }

    private static func okRows(
        of submission: Submission, _ findings: [Finding], _ owed: Set<String>
    ) -> Int {
        let errors = findings.filter { $0.severity == .error }
        var faulty: Set<Int> = []
        let map = errors.isEmpty ? nil : RowMap(submission)
        for finding in errors {
            let rows = map?.rows(of: finding) ?? []
            let isWhole = rows.isEmpty || finding.check?.scope == .file
            // An absent entry is not counted anyway; its absence is no fault of the other rows.
            if isWhole, finding.check != .absentEntry { return 0 }
            faulty.formUnion(rows)
        }
        var rowsByCode: [String: [Int]] = [:]
        for (position, row) in submission.rows.enumerated() {
            guard let subject = row.subject, owed.contains(subject) else { continue }
            rowsByCode[subject, default: []].append(position)
        }
        return rowsByCode.values.count { rows in rows.count == 1 && faulty.isDisjoint(with: rows) }
    }
}

/// Finds the rows of a submission that a finding points at.
struct RowMap {
    private let places: ReturnPlaces
    private var byNumber: [Int: Int] = [:]
    private var byLine: [Int: Int] = [:]

    init(_ submission: Submission) {
        places = submission.places
        for (position, row) in submission.rows.enumerated() {
            byNumber[row.number] = position
            if let line = row.line { byLine[line] = position }
        }
    }

    /// Positions in the submission's rows; empty for the head, the sheet and the file.
    func rows(of finding: Finding) -> Set<Int> {
        let place = finding.place
        guard place.file == places.file, place.sheet == nil || place.sheet == places.sheet else {
            return []
        }
        var rows = Set(place.cells.compactMap { byNumber[$0.row] })
        if let row = place.line.flatMap({ byLine[$0] }) { rows.insert(row) }
        return rows
    }
}
