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
                guard case .text(let code) = row.row.values[compiled.field.id],
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
    private mutating func screenAmounts() {
        guard let past else { return }
        let ratio = number("amount_median_ratio", standard: 100)
        for compiled in form.fields {
            let field = compiled.field
            guard field.type == .decimal, field.unit == "万元",
                let median = past.median(of: field.id), median > 0
            else { continue }
            for row in ownRows {
                guard let value = row.row.values[field.id]?.sql.number, value >= ratio * median,
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
        guard let past, !monthlyFigures.isEmpty else { return }
        let compared = form.fields.filter { !$0.field.type.namesSomething }
        var equal = 0
        var total = 0
        for row in ownRows {
            guard let entry = row.entry else { continue }
            total += 1
            guard let earlier = past.row(of: entry.code), earlier.isReported else { continue }
            let isEqual = compared.allSatisfy { compiled in
                let value = row.row.values[compiled.field.id]?.sql ?? .null
                return value.isSame(as: earlier.raw(compiled.field.id))
            }
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
            figures.contains(where: { first.row.values[$0.field.id]?.sql.number != nil })
        else { return }
        let isAlike = figures.allSatisfy { compiled in
            let value = first.row.values[compiled.field.id]?.sql ?? .null
            return rows.allSatisfy { row in
                (row.row.values[compiled.field.id]?.sql ?? .null).isSame(as: value)
            }
        }
        if isAlike { find(.noVariance(rows: rows.count), at: sheet) }
    }

    /// A setting that is the engine's own threshold.
    private func number(_ key: String, standard: Double) -> Double {
        campaign.settings[key].flatMap { Settings.value($0).number } ?? standard
    }
}

extension PastView {
    /// The middle of what the county reported; nil where nobody did.
    fileprivate func median(of field: String) -> Double? {
        guard let column = view.columns.firstIndex(where: { $0.name == field }) else { return nil }
        let values = view.rows.compactMap { $0[column].number }.sorted()
        guard !values.isEmpty else { return nil }
        let middle = values.count / 2
        return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
    }
}

extension FieldType {
    /// Says whose row it is and not how it stands.
    fileprivate var namesSomething: Bool {
        switch self {
        case .subjectCode, .subjectName, .unitName: true
        default: false
        }
    }
}

extension SQLValue {
    /// Equal as SQL compares, an integer and a real by value; NULL is the same as NULL.
    fileprivate func isSame(as other: SQLValue) -> Bool {
        if let one = number, let other = other.number { return one == other }
        return self == other
    }
}
