import Campaigns
import Findings
import Formulas

/// The rules of a campaign that a form checks itself, row by row, as formulas of the sheet.
///
/// A rule that only the office may see, or that is on trial, never stands on a form.
struct RuleFormulas {
    let rule: Rule
    /// The cells that it reads, which are the cells that it marks.
    let fields: [Field]
    /// Where the rule is violated, by the number of the row; rows where it cannot be have none.
    let violations: [Int: SheetCondition]

    /// Nil for a rule that does not concern single rows of the form.
    ///
    /// - Throws: Why it is left to the county.
    init?(_ rule: Rule, on layout: FormLayout) throws(SheetFormulaError) {
        guard case .sql(let sql) = rule.test, rule.state == .active,
            rule.severity == .error || rule.severity == .query,
            [.row, .month, .roster].contains(rule.kind),
            rule.applies(to: layout.form.id, in: layout.period)
        else { return nil }
        let formula = try SheetFormula(sql)
        self.rule = rule
        fields = layout.fields(readBy: formula)
        var violations: [Int: SheetCondition] = [:]
        for row in layout.rows {
            if rule.kind == .month, row.past == nil { continue }
            let condition = try formula.condition(in: layout.context(of: row))
            if condition != .never { violations[row.number] = condition }
        }
        self.violations = violations
    }

    /// The sentence of a row, its holes filled from the row's cells, as a formula.
    func message(in row: FormLayout.Row, of layout: FormLayout) -> String {
        var parts: [String] = []
        var text = ""
        var rest = rule.message.chinese[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let hole = rest[rest.index(after: open)..<close].trimmed
            switch Self.shown(hole, in: row, of: layout) {
            case .text(let known): text += known
            case .formula(let formula):
                if !text.isEmpty { parts.append(SheetFormula.literal(text)) }
                text = ""
                parts.append(formula)
            }
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        let advice = rule.advice.chinese
        text += (advice.isEmpty ? "" : "（\(advice)）") + "；"
        parts.append(SheetFormula.literal(text))
        return parts.joined(separator: "&")
    }

    private enum Shown {
        case text(String)
        case formula(String)
    }

    /// What a hole shows: a value that is known, or the cell as a person reads it.
    private static func shown(
        _ hole: String, in row: FormLayout.Row, of layout: FormLayout
    ) -> Shown {
        let parts = hole.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return .text("…") }
        let field = layout.form.field(parts[1])
        switch layout.context(of: row).operand(parts[0], parts[1]) {
        case nil: return .text("…")
        case .constant(let value):
            if field?.type == .percent, let number = value.number {
                return .text(SQLValue.real((number * 1e10).rounded() / 1e8).description + "%")
            }
            return .text(value.isNull ? "空" : value.description)
        case .cell(let cell, let kind, let otherwise):
            let value =
                field?.type == .percent
                ? "ROUND(\(cell)*100,8)&\"%\""
                : kind == .date ? "TEXT(\(cell),\"yyyy-mm-dd\")" : cell
            // A blank that means 0 is said to be 0.
            let blank = otherwise == .integer(0) ? "0" : "\"空\""
            return .formula("IF(LEN(TRIM(\(cell)))=0,\(blank),\(value))")
        }
    }
}
