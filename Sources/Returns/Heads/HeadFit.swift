import Campaigns
import Findings
import Workbooks

/// Whether the rows of a sheet belong under its heads at all.
///
/// A row shifted by one cell, a table pasted under the heads of another: each cell is then wrong, and all
/// for one reason, which is what has to be said.
struct HeadFit {
    let sheet: TakenSheet

    /// So many rows tell a mistake of the layout from rows that are merely wrong.
    private static let leastRows = 3

    /// The one reason; nil where the rows fit well enough to be looked at cell by cell.
    func problem(rows: [ReturnRow], findings: [Finding]) -> Problem? {
        guard rows.count >= Self.leastRows else { return nil }
        let lines = Set(rows.map { $0.line ?? $0.number })
        var wrong: [Int: Set<Int>] = [:]
        for finding in findings where finding.severity == .error && Self.isOfKind(finding.check) {
            for cell in finding.place.cells where lines.contains(finding.place.line ?? cell.row) {
                wrong[cell.column, default: []].insert(cell.row)
            }
        }
        let names = nameColumn.flatMap { wrong[$0.column] }?.count ?? 0
        let isStranger = sheet.form.sector != nil && rows.allSatisfy { $0.subject == nil }
        let bad = wrong.filter { column, cells in
            column != nameColumn?.column && filled(column) > 0
                && cells.count * 5 >= filled(column) * 4 && cells.count >= Self.leastRows
        }
        if bad.count >= 3, bad.count * 3 >= sheet.heads.columns.count || isMixed(bad.keys) {
            let columns = bad.keys.sorted().compactMap { sheet.heads.heads[$0]?.text }
            return .headMisfit(columns: columns, rows: rows.count)
        }
        if isStranger, names >= Self.leastRows, names == rows.count, let nameColumn {
            return .unknownRows(column: nameColumn.head, rows: rows.count)
        }
        return nil
    }

    /// What a cell under the wrong head comes to; one that is empty or out of range may be under its own.
    private static func isOfKind(_ check: Check?) -> Bool {
        switch check {
        case .notANumber, .unknownChoice, .badDate, .notAnInteger, .unknownEntry, .unknownName,
            .ambiguousPercent, .damagedCode:
            true
        default: false
        }
    }

    /// Words under figures and figures under words: cells have moved, nobody misspells both.
    private func isMixed(_ columns: some Sequence<Int>) -> Bool {
        let types = Set(columns).compactMap { column in
            sheet.form.fields.first { sheet.heads.columns[$0.id] == column }?.type
        }
        return types.contains(where: \.isNumber) && !types.allSatisfy(\.isNumber)
    }

    private var nameColumn: (column: Int, head: String)? {
        sheet.form.fields.first { $0.type == .subjectName }
            .flatMap { sheet.heads.columns[$0.id] }
            .flatMap { column in sheet.heads.heads[column].map { (column, $0.text) } }
    }

    private func filled(_ column: Int) -> Int {
        sheet.rows.data.count { $0[column: column] != nil }
    }
}
