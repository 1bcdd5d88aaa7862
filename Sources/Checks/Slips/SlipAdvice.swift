import Campaigns
import Findings
import Formulas
import Ledgers

/// Puts the most likely slip (最可能的笔误) into the advice of the findings that it would explain.
///
/// A proposal, never applied. Only errors and queries are looked at: what the office alone sees is not
/// told, not even by a proposal.
struct SlipAdvice {
    let search: SlipSearch
    let rows: [CheckedRow]
    private let map: RowMap

    /// Fewer rows with the same slip are so many slips; from here on it is the column that is wrong.
    static let leastShared = 3
    /// The share of the rows with something in the column that have to share the slip.
    private static let shareOfColumn = 0.8
    /// Rows of a sheet that, all equal to last month's, are no coincidence.
    private static let leastCopied = 2

    /// The rows of the return as the search sees them.
    init(_ search: SlipSearch) {
        self.search = search
        rows = search.reader.rows(of: search.submission)
        map = RowMap(search.submission)
    }

    private var form: Form { search.form.form }
    private var submission: Submission { search.submission }

    /// The findings with proposals; where one slip runs down a column, one finding in place of all that
    /// follow from it.
    func advised(_ findings: [Finding]) throws(CheckError) -> [Finding] {
        var findings = findings
        let asked = findings.indices.filter { isAsked(findings[$0]) }
        guard !asked.isEmpty else { return findings }
        if isLastMonths {
            for index in asked { advise(&findings[index], .lastMonthsSheet) }
            return findings
        }
        let totals = totalRows
        var failing: [Int: FailingRow] = [:]
        for index in asked {
            let finding = findings[index]
            let rows = map.rows(of: finding)
            if !totals.isDisjoint(with: rows) {
                advise(&findings[index], .totalRow)
            } else if let row = rows.first, rows.count == 1, isMendable(finding) {
                note(finding, in: &failing[row, default: FailingRow()])
            }
        }
        guard !failing.isEmpty else { return findings }
        let slips = try search.slips(of: rows, failing: failing)
        let (shared, told, columns) = try shared(slips, failing: failing, findings)
        var result: [Finding] = []
        for finding in findings {
            guard isMendable(finding), let row = soleRow(of: finding) else {
                result.append(finding)
                continue
            }
            if told.contains(row) { continue }
            var finding = finding
            if let mended = slips[row] { advise(&finding, mended.slip, reads: mended.reads) }
            result.append(finding)
        }
        // A total that is right contradicts a column that is wrong.
        result.removeAll { finding in
            finding.check == .wrongTotal && !finding.place.cells.isEmpty
                && finding.place.cells.allSatisfy { columns.contains($0.column) }
        }
        return result + shared
    }

    // MARK: Which findings

    private func isAsked(_ finding: Finding) -> Bool {
        (finding.severity == .error || finding.severity == .query) && !map.rows(of: finding).isEmpty
    }

    /// The finding is one that another figure could make go away.
    private func isMendable(_ finding: Finding) -> Bool {
        guard isAsked(finding) else { return false }
        guard let check = finding.check else { return true }
        switch check {
        case .missingValue, .outOfRange, .badDate, .amountScale, .notANumber, .notAnInteger,
            .unknownChoice, .unitInValue:
            return true
        default: return false
        }
    }

    private func soleRow(of finding: Finding) -> Int? {
        let rows = map.rows(of: finding)
        return rows.count == 1 ? rows.first : nil
    }

    private func fields(of finding: Finding) -> Set<String> {
        let columns = Set(finding.place.cells.map(\.column))
        return Set(submission.places.columns.filter { columns.contains($0.value) }.map(\.key))
    }

    private func note(_ finding: Finding, in row: inout FailingRow) {
        let fields = fields(of: finding)
        row.fields.formUnion(fields)
        if finding.severity == .error { row.hasError = true }
        if finding.check == .amountScale { row.farAbove.formUnion(fields) }
    }

    private func advise(_ finding: inout Finding, _ slip: Slip, reads: String? = nil) {
        let proposal = slip.proposal(reads: reads, in: form)
        let advice = finding.advice
        finding.advice = Bilingual(
            proposal.chinese + (advice.chinese.isEmpty ? "" : "；不是的话，\(advice.chinese)"),
            proposal.english + (advice.english.isEmpty ? "" : "; if not, \(advice.english)"))
    }

    // MARK: One slip down a column

    /// The findings that stand for a slip which most of the sheet shares, the rows that they tell of, and
    /// the columns that are wrong by it.
    private func shared(
        _ slips: [Int: MendedRow], failing: [Int: FailingRow], _ findings: [Finding]
    ) throws(CheckError) -> (findings: [Finding], rows: Set<Int>, columns: Set<Int>) {
        var positions: [Slip: [Int]] = [:]
        for (position, mended) in slips { positions[mended.slip, default: []].append(position) }
        var shared: [Finding] = []
        var told: Set<Int> = []
        var columns: Set<Int> = []
        let frequent = positions.filter { $0.value.count >= Self.leastShared }
            .sorted {
                ($1.value.count, $0.value.min() ?? 0) < ($0.value.count, $1.value.min() ?? 0)
            }
        for (slip, found) in frequent {
            let others = failing.keys.filter { slips[$0] == nil && !told.contains($0) }.sorted()
            let further = try search.sharing(slip, among: others, of: rows)
            let all = Set(found).union(further.keys)
            guard Double(all.count) >= Self.shareOfColumn * Double(filled(slip)) else { continue }
            let replaced = findings.filter { finding in
                isMendable(finding) && soleRow(of: finding).map(all.contains) ?? false
            }
            guard let finding = finding(slip, all, in: replaced) else { continue }
            shared.append(finding)
            told.formUnion(all)
            columns.formUnion(self.columns(slip))
        }
        return (shared, told, columns)
    }

    /// Those of its fields; of a shift, all that follow as well.
    private func columns(_ slip: Slip) -> Set<Int> {
        let own = Set(slip.fields.compactMap { submission.places.columns[$0] })
        switch slip {
        case .shiftedRight, .shiftedLeft:
            return Set(submission.places.columns.values.filter { $0 >= own.min() ?? .max })
        case .scaled, .amountsInUnits, .wrongHeadUnit, .swapped, .totalRow, .lastMonthsSheet:
            return own
        }
    }

    /// The rows that hold something where the slip would be seen.
    private func filled(_ slip: Slip) -> Int {
        let figures: Set<String>
        switch slip {
        case .scaled, .amountsInUnits, .wrongHeadUnit, .swapped: figures = Set(slip.fields)
        default: return rows.count { $0.standing == .own }
        }
        let compiled = search.form.fields.filter { figures.contains($0.field.id) }
        return rows.count { row in
            row.standing == .own && compiled.contains { (row.value($0).number ?? 0) != 0 }
        }
    }

    /// One finding at all the cells, as grave as the gravest that it replaces; nil where the campaign
    /// does not want it.
    private func finding(_ slip: Slip, _ positions: Set<Int>, in replaced: [Finding]) -> Finding? {
        let rows = positions.sorted().map { submission.rows[$0] }
        var place = submission.places.headPlace(of: slip.fields)
        place.cells = rows.flatMap { submission.places.place(of: slip.fields, in: $0).cells }
        var finding = Finding(
            .sameSlip(rows: rows.count, slip: slip.shared(in: form)), at: place)
        finding.severity = replaced.map(\.severity).min() ?? .error
        let (shown, _) = search.book.dressed(
            [finding], form: submission.form, period: search.period)
        return shown.first
    }

    // MARK: Slips of the whole

    /// Every row is what last month's accepted return said.
    private var isLastMonths: Bool {
        let own = rows.filter { $0.standing == .own }
        let compared = search.form.fields.filter {
            submission.places.columns[$0.field.id] != nil && $0.field.type != .note
                && !$0.field.type.namesSomething
        }
        return own.count >= Self.leastCopied && own.count == rows.count && !compared.isEmpty
            && own.allSatisfy { row in
                guard let past = row.past, past.isReported else { return false }
                return compared.allSatisfy { row.value($0).isSame(as: past.raw($0)) }
            }
    }

    /// Rows that are nobody's, or an entry's second one, and the sum of all others.
    private var totalRows: Set<Int> {
        let codes = rows.compactMap(\.entry?.code)
        let doubled = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }
        let figures = search.form.fields.filter { $0.field.type.isNumber }
        let sums = figures.map { compiled in
            rows.reduce(0) { $0 + ($1.value(compiled).number ?? 0) }
        }
        return Set(
            rows.indices.filter { position in
                let row = rows[position]
                let isSpare =
                    row.standing == .unknown || row.standing == .nameless
                    || row.entry.map { doubled[$0.code] != nil } ?? false
                guard isSpare, rows.count > Self.leastCopied else { return false }
                let values = figures.map { row.value($0).number }
                let isSum = zip(values, sums).allSatisfy { value, sum in
                    value.map { abs(sum - $0 - $0) <= 1e-6 * max(1, abs($0)) } ?? true
                }
                return isSum && values.count { ($0 ?? 0) != 0 } > 1
            })
    }
}
