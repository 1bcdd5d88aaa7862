import Campaigns
import Findings
import Formulas
import Ledgers

/// The campaign's own rules in SQL.
extension Review {
    mutating func checkRules() throws(CheckError) {
        let violations = try form.rowConditions.hold(parameters)
        // Rules in the order of the table, so that one whose columns are all missing is told once.
        for index in Set(violations.joined()).sorted() {
            let compiled = form.rowRules[index]
            guard compiled.rule.applies(to: form.form.id, in: period),
                !compiled.fields.contains(where: { blocked.isColumnKnown($0) })
            else { continue }
            let isWholeSheet =
                !compiled.fields.isEmpty
                && !compiled.fields.contains(where: { blocked.hasColumn($0) })
            for (position, row) in rows.enumerated()
            where violations[position].contains(index) && isAsked(compiled, of: row) {
                if isWholeSheet {
                    findings.append(finding(compiled.rule, at: sheet, subject: nil, row))
                    break
                }
                let place = submission.places.place(of: compiled.fields, in: row.row)
                findings.append(finding(compiled.rule, at: place, subject: row.subject, row))
                if compiled.rule.severity == .error, compiled.rule.state == .active {
                    contradicted[position].append(Set(compiled.fields))
                }
            }
        }
        try checkFormRules()
    }

    private func isAsked(_ compiled: CompiledRule, of row: CheckedRow) -> Bool {
        guard row.standing == .own else { return false }
        if compiled.rule.kind == .month, row.past == nil { return false }
        return !blocked.containsAny(of: compiled.fields, in: row.row)
    }

    private func finding(
        _ rule: Rule, at place: Place, subject: Finding.Subject?, _ row: CheckedRow
    ) -> Finding {
        let message = Wording.message(of: rule) { hole in text(of: hole, row) }
        return Finding(
            code: rule.id, severity: rule.severity, at: place, subject: subject, message: message,
            advice: rule.advice)
    }

    /// `cur.file_done` of a row as a person reads it; nil for no column of the three tables.
    private func text(of hole: String, _ row: CheckedRow) -> String? {
        let parts = hole.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let (table, column) = (parts[0], parts[1])
        let tables = form.tables
        switch table {
        case "cur":
            return tables.current.index[column].map {
                Wording.text(row.current[$0], of: form.form.field(column))
            }
        case "prev":
            return tables.previous.index[column].map {
                Wording.text(row.previous[$0], of: form.form.field(column))
            }
        case "roster":
            return tables.roster.index[column].map { row.roster[$0].description }
        default:
            return nil
        }
    }

    /// Rules over the whole return; sums over rows with known faults say nothing.
    private mutating func checkFormRules() throws(CheckError) {
        guard !form.formRules.isEmpty, !rows.isEmpty, rows.allSatisfy({ $0.standing == .own })
        else {
            return
        }
        for compiled in form.formRules where compiled.rule.applies(to: form.form.id, in: period) {
            let isFaulty = rows.contains { blocked.containsAny(of: compiled.fields, in: $0.row) }
            guard !isFaulty, !compiled.fields.contains(where: blocked.isColumnKnown),
                let values = try compiled.violation(parameters)
            else { continue }
            let texts = Dictionary(
                zip(compiled.holes, values.map(\.description)),
                uniquingKeysWith: { first, _ in first })
            findings.append(
                Finding(
                    code: compiled.rule.id, severity: compiled.rule.severity,
                    at: submission.places.headPlace(of: compiled.fields),
                    message: Wording.message(of: compiled.rule) { texts[$0] },
                    advice: compiled.rule.advice))
        }
    }
}
