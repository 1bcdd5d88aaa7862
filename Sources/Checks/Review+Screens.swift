import Campaigns
import Findings
import Formulas
import Ledgers

/// Looks at the return as a whole for what no single cell gives away.
extension Review {
    mutating func screen() {
        screenCodes()
        guard form.form.sector != nil, form.form.nature == .units else { return }
        screenAmounts()
        screenCopies()
        screenVariance()
        screenRestart()
    }

    private var ownRows: [CheckedRow] { rows.filter { $0.standing == .own } }

    /// The figures of the month itself, which are new each time.
    private var monthlyFigures: [CompiledField] {
        form.fields.filter { $0.field.type.isNumber && !$0.field.isCumulative }
    }

    /// The last character of a unified social credit code is computed from the others; a code that the
    /// roster has as well is right whatever the sum says.
    private mutating func screenCodes() {
        for compiled in form.fields where compiled.field.type == .subjectCode {
            for row in rows where row.standing.countsCells {
                guard case .text(let code) = row.value(compiled),
                    code.count == CreditCode.length, code != row.entry?.code,
                    !CreditCode.isValid(code), !blocked.contains(compiled.field.id, in: row.row)
                else { continue }
                find(
                    .codeCheckDigit(column: compiled.field.header, found: code),
                    in: compiled.field, of: row)
            }
        }
    }

    /// 元 typed for 万元: far above what the county reported last time; nothing without a last time.
    mutating func screenAmounts() {
        guard let past else { return }
        let ratio = number("amount_median_ratio", standard: 100)
        for compiled in form.fields {
            guard compiled.field.type == .decimal, compiled.field.unit == "万元",
                let median = past.median(of: compiled), median > 0
            else { continue }
            let field = compiled.field
            for row in ownRows {
                guard let value = row.value(compiled).number, value >= ratio * median,
                    !blocked.contains(field.id, in: row.row)
                else { continue }
                find(
                    .amountScale(
                        column: field.header, found: SQLValue.real(value).description,
                        median: SQLValue.real(median).description),
                    in: field, of: row)
            }
        }
    }

    /// Last month's sheet sent again: nearly all rows equal in everything but their names.
    private mutating func screenCopies() {
        guard past != nil, !monthlyFigures.isEmpty else { return }
        let compared = form.fields.filter { !$0.field.type.namesSomething }
        var equal = 0
        var total = 0
        for row in ownRows {
            total += 1
            guard let earlier = row.past, earlier.isReported else { continue }
            let isEqual = compared.allSatisfy { row.value($0).isSame(as: earlier.raw($0)) }
            if isEqual { equal += 1 }
        }
        guard total > 0, Double(equal) >= number("same_share", standard: 0.95) * Double(total)
        else { return }
        find(.sameAsLastMonth(share: "\(equal * 100 / total)%"), at: sheet)
    }

    /// The same figures down the whole sheet.
    private mutating func screenVariance() {
        let rows = ownRows
        let figures = monthlyFigures
        guard let first = rows.first, !figures.isEmpty,
            Double(rows.count) >= number("no_variance_rows", standard: 8),
            figures.contains(where: { first.value($0).number != nil })
        else { return }
        let isAlike = figures.allSatisfy { compiled in
            let value = first.value(compiled)
            return rows.allSatisfy { $0.value(compiled).isSame(as: value) }
        }
        if isAlike { find(.noVariance(rows: rows.count), at: sheet) }
    }

    /// A setting that is the engine's own threshold.
    private func number(_ key: String, standard: Double) -> Double {
        form.tables.campaign.settings[key].flatMap { Settings.value($0).number } ?? standard
    }
}

extension FieldType {
    /// Says whose row it is and not how it stands.
    var namesSomething: Bool {
        switch self {
        case .subjectCode, .subjectName, .unitName: true
        default: false
        }
    }
}

extension SQLValue {
    /// Equal as SQL compares, an integer and a real by value; NULL is the same as NULL.
    func isSame(as other: SQLValue) -> Bool {
        if let one = number, let other = other.number { return one == other }
        return self == other
    }
}
