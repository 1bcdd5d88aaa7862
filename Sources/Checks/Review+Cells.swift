import Campaigns
import Findings
import Formulas
import Ledgers
import Workbooks

/// Cells by themselves: required, and within their limits.
extension Review {
    /// Everything but the limits that hang on other cells of the row.
    mutating func checkCells() throws(CheckError) {
        let conditions = try form.requiredConditions.hold(parameters)
        for compiled in form.fields {
            try checkRequired(compiled, conditions)
        }
        try checkRanges { $0.rangeReads.isEmpty }
    }

    /// The limits that hang on other cells, where no rule has said so in better words.
    mutating func checkRelations() throws(CheckError) {
        try checkRanges { !$0.rangeReads.isEmpty }
    }

    private mutating func checkRequired(
        _ compiled: CompiledField, _ conditions: [[Int]]
    ) throws(CheckError) {
        let field = compiled.field
        guard !blocked.isColumnKnown(field.id) else { return }
        for (position, row) in rows.enumerated() where row.standing.countsCells {
            let value = row.row.values[field.id] ?? .notApplicable
            guard value == .notApplicable, !blocked.contains(field.id, in: row.row) else {
                continue
            }
            switch compiled.requirement {
            case .never: return
            case .always: break
            case .when(let condition, let reads):
                guard conditions[position].contains(condition),
                    !blocked.containsAny(of: reads, in: row.row)
                else { continue }
            }
            guard blocked.hasColumn(field.id) else {
                // A row may be named by its code alone, or by its name.
                if field.type == .subjectCode || field.type == .subjectName { return }
                // One missing column, not one cell a row.
                find(.missingColumn(column: field.header, proposals: []), at: sheet)
                blocked.block(column: field.id)
                return
            }
            find(
                .missingValue(column: field.header), in: field, of: row,
                advice: field.type.isNumber
                    ? Bilingual("填实际的数，没有就填0", "put the figure, 0 if there is none")
                    : Bilingual("按实际填写，不能填“—”", "fill it in; — does not do here"))
        }
    }

    private mutating func checkRanges(
        _ isWanted: (CompiledField) -> Bool
    ) throws(CheckError) {
        let wanted = form.fields.filter {
            ($0.minimum != nil || $0.maximum != nil) && isWanted($0)
        }
        guard !wanted.isEmpty else { return }
        let bounds = try form.bounds?.values(parameters) ?? []
        for (position, row) in rows.enumerated() where row.standing.countsCells {
            let evaluated = bounds.isEmpty ? [] : bounds[position]
            for compiled in wanted {
                checkRange(compiled, row, at: position, evaluated)
            }
        }
    }

    private mutating func checkRange(
        _ compiled: CompiledField, _ row: CheckedRow, at position: Int, _ evaluated: [SQLValue]
    ) {
        let field = compiled.field
        // What was carried was judged when it was reported.
        guard let value = row.row.values[field.id]?.sql, !value.isNull else { return }
        let minimum = compiled.minimum?.value(in: evaluated)
        let maximum = compiled.maximum?.value(in: evaluated)
        let isBelow = minimum.map { value.isOrdered(before: $0.value) } ?? false
        let isAbove = maximum.map { $0.value.isOrdered(before: value) } ?? false
        guard isBelow || isAbove else { return }
        let reads = compiled.rangeReads
        guard !blocked.containsAny(of: [field.id] + reads, in: row.row) else { return }
        if !reads.isEmpty {
            let cells = Set(reads).union([field.id])
            guard !contradicted[position].contains(where: cells.isSubset) else { return }
        }
        let found = Wording.text(value, of: field)
        if field.type == .date, isAbove, case .text(let text) = value,
            let date = CivilDate(text), period.lastDay < date
        {
            find(
                .badDate(column: field.header, found: found, reason: .afterPeriod), in: field,
                of: row)
        } else {
            find(
                .outOfRange(
                    column: field.header, found: found, minimum: minimum?.text(of: field),
                    maximum: maximum?.text(of: field)),
                in: field, of: row)
        }
    }
}

extension CheckedRow.Standing {
    /// The cells of a row that is to be dropped are nobody's worry.
    var countsCells: Bool {
        switch self {
        case .own, .unknown: true
        case .closed, .future, .foreign: false
        }
    }
}

extension CompiledField.Limit {
    /// A limit as one row has it.
    struct Value {
        let value: SQLValue
        /// As the campaign writes it, where it is a number.
        let digits: String?

        func text(of field: Field) -> String? {
            if value.isNull { return nil }
            return field.type == .percent
                ? Wording.text(value, of: field) : digits ?? value.description
        }
    }

    func value(in evaluated: [SQLValue]) -> Value {
        switch self {
        case .number(let number, let digits): Value(value: .real(number), digits: digits)
        case .sql(let index, _): Value(value: evaluated[index], digits: nil)
        }
    }
}

extension SQLValue {
    /// Less than another of its kind: numbers by value, texts (dates) by their characters; never where
    /// one is NULL or the kinds differ.
    fileprivate func isOrdered(before other: SQLValue) -> Bool {
        if let one = number, let other = other.number { return one < other }
        if case .text(let one) = self, case .text(let other) = other { return one < other }
        return false
    }
}
