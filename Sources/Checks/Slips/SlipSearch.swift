import Campaigns
import Findings
import Formulas
import Ledgers

/// Looks for the one slip whose undoing makes a row hold everything that it is asked.
///
/// The candidates of all rows are judged together, as rows of a return of their own: by the same
/// required cells, limits, rules and last month as the return itself, in a formula database that nothing
/// else uses.
struct SlipSearch {
    let book: RuleBook
    /// Compiled for the search alone.
    let form: CompiledForm
    let submission: Submission
    let period: Period
    let parameters: [String: SQLValue]
    let past: PastView?
    /// What was found while the return was read.
    let known: [Finding]
    let reader: CheckedRowReader
    let candidates: SlipCandidates

    /// Rows of a return that are looked at, and candidates that are judged.
    static let rowLimit = 60
    static let candidateLimit = 4000

    init(
        book: RuleBook, form: CompiledForm, submission: Submission,
        period: Period, parameters: [String: SQLValue], past: PastView?, known: [Finding]
    ) {
        self.book = book
        self.form = form
        self.submission = submission
        self.period = period
        self.parameters = parameters
        self.past = past
        self.known = known
        reader = CheckedRowReader(
            tables: form.tables, period: period, unit: submission.unit,
            past: past, inspections: nil)
        candidates = SlipCandidates(form, submission.places, in: form.tables.campaign)
    }

    /// The one mended row of each failing row that has exactly one, by the row's place among the
    /// submission's rows.
    func slips(
        of rows: [CheckedRow], failing: [Int: FailingRow]
    ) throws(CheckError) -> [Int: MendedRow] {
        var tried: [(position: Int, mended: MendedRow)] = []
        let evidence = SlipEvidence(fields: form.fields)
        var count = 0
        for position in failing.keys.sorted().prefix(Self.rowLimit) {
            let row = rows[position]
            guard row.standing == .own, let faults = failing[position] else { continue }
            let own = candidates.rows(for: row, failing: faults.fields)
            count += own.count
            guard count <= Self.candidateLimit else { break }
            // To be judged costs most: where none would be proposed, none need be the only one.
            guard own.contains(where: { faults.admits($0.slip, evidence.of($0, for: row)) })
            else { continue }
            tried += own.map { (position, $0) }
        }
        var found: [Int: [MendedRow]] = [:]
        for (candidate, holds) in zip(tried, try holding(tried.map(\.mended.row))) where holds {
            found[candidate.position, default: []].append(candidate.mended)
        }
        var slips: [Int: MendedRow] = [:]
        for (position, mended) in found {
            guard let only = mended.first, mended.count == 1,
                failing[position]?.admits(only.slip, evidence.of(only, for: rows[position]))
                    ?? false
            else { continue }
            slips[position] = only
        }
        return slips
    }

    /// The further rows that hold without a slip which others have been found to share.
    func sharing(
        _ slip: Slip, among positions: [Int], of rows: [CheckedRow]
    ) throws(CheckError) -> [Int: MendedRow] {
        let tried = positions.prefix(Self.candidateLimit).compactMap { position in
            candidates.row(rows[position], without: slip).map { (position, $0) }
        }
        var sharing: [Int: MendedRow] = [:]
        for (candidate, holds) in zip(tried, try holding(tried.map(\.1.row))) where holds {
            sharing[candidate.0] = candidate.1
        }
        return sharing
    }

    /// Whether nothing is found in each of some rows.
    private func holding(_ rows: [ReturnRow]) throws(CheckError) -> [Bool] {
        guard !rows.isEmpty else { return [] }
        var trial = submission
        trial.places.isCSV = false
        trial.places.sheet = submission.places.sheet ?? ""
        let first = submission.places.headerRow + 1
        trial.rows = rows.enumerated().map { offset, row in
            var row = row
            row.number = first + offset
            row.line = nil
            return row
        }
        // What is said of columns holds for every candidate; what is said of cells is to be judged anew.
        let heads = known.filter { finding in
            finding.place.line == nil && finding.place.cells.allSatisfy { $0.row < first }
        }
        var review = Review(
            book: book, form: form, submission: trial, period: period,
            parameters: parameters, rows: reader.rows(of: trial), past: past, known: heads)
        try form.tables.fill(review.rows)
        try review.checkCells()
        try review.checkRules()
        review.checkRelations()
        review.screenAmounts()
        // What the office alone sees neither makes nor breaks a proposal.
        let told = book.dressed(review.findings, form: submission.form, period: period).shown
            .filter { $0.severity == .error || $0.severity == .query }
        let faulty = Set(told.flatMap { $0.place.cells.map(\.row) })
        return rows.indices.map { index in
            !faulty.contains(first + index) && isRead(rows[index])
        }
    }

    /// Every cell that can slip was read, or is by now.
    private func isRead(_ row: ReturnRow) -> Bool {
        candidates.line.allSatisfy { row.unread[$0.id] == nil }
    }
}
