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
        try checkRanges(areRelations: false)
    }

    /// The limits that hang on other cells, where no rule has said so in better words.
    mutating func checkRelations() throws(CheckError) {
        try checkRanges(areRelations: true)
    }

    private mutating func checkRequired(
        _ compiled: CompiledField, _ conditions: [[Int]]
    ) throws(CheckError) {
        let field = compiled.field
        guard !blocked.isColumnKnown(field.id) else { return }
        for (position, row) in rows.enumerated() where row.standing.countsCells {
            guard row.value(compiled).isNull, !blocked.contains(field.id, in: row.row),
                isOwed(field, in: row)
            else { continue }
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
            let isCrossedOut = row.submitted[compiled.ordinal] == .notApplicable
            find(
                isCrossedOut
                    ? .markedNotApplicable(column: field.header)
                    : .missingValue(column: field.header), in: field, of: row,
                advice: field.type.isNumber
                    ? Bilingual("填实际的数，没有就填0", "put the figure, 0 if there is none")
                    : Bilingual("按实际填写，不能填“—”", "fill it in; — does not do here"))
        }
    }

    /// Limits that hang on other cells, or those that do not; a cell may have one of each.
    private mutating func checkRanges(areRelations: Bool) throws(CheckError) {
        func isWanted(_ limit: CompiledField.Limit?) -> Bool {
            limit.map { $0.reads.isEmpty != areRelations } ?? false
        }
        let wanted = form.fields.filter { isWanted($0.minimum) || isWanted($0.maximum) }
        guard !wanted.isEmpty else { return }
        let bounds = try form.bounds?.values(parameters) ?? []
        for (position, row) in rows.enumerated() where row.standing.countsCells {
            for compiled in wanted {
                let range = Range(
                    minimum: compiled.minimum?.value(in: bounds, at: position),
                    maximum: compiled.maximum?.value(in: bounds, at: position),
                    isMinimumWanted: isWanted(compiled.minimum),
                    isMaximumWanted: isWanted(compiled.maximum))
                check(range, of: compiled, row, at: position)
            }
        }
    }

    /// The limits of one cell.
    private struct Range {
        let minimum: CompiledField.Limit.Value?
        let maximum: CompiledField.Limit.Value?
        let isMinimumWanted: Bool
        let isMaximumWanted: Bool
    }

    private mutating func check(
        _ range: Range, of compiled: CompiledField, _ row: CheckedRow, at position: Int
    ) {
        let field = compiled.field
        // What was carried was judged when it was reported.
        let value = row.value(compiled)
        guard !value.isNull else { return }
        let (minimum, maximum) = (range.minimum, range.maximum)
        let isBelow = minimum.map { value.isOrdered(before: $0.value) } ?? false
        let isAbove = maximum.map { $0.value.isOrdered(before: value) } ?? false
        guard isBelow && range.isMinimumWanted || isAbove && range.isMaximumWanted else { return }
        let reads =
            (isBelow ? compiled.minimum : nil).reads + (isAbove ? compiled.maximum : nil).reads
        guard !blocked.containsAny(of: [field.id] + reads, in: row.row) else { return }
        if !reads.isEmpty {
            let cells = Set(reads).union([field.id])
            guard !contradicted[position].contains(where: cells.isSubset) else { return }
        }
        let found = Wording.text(value, of: field)
        if field.type == .date, isAbove, case .text(let text) = value,
            let date = CivilDate(text), period.lastDay < date, let last = maximum?.text(of: field)
        {
            find(
                .badDate(column: field.header, found: found, reason: .after(last)), in: field,
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

    /// The limit of the row at a position.
    func value(in bounds: [[SQLValue]], at position: Int) -> Value {
        switch self {
        case .number(let number, let digits): Value(value: .real(number), digits: digits)
        case .sql(let index, _): Value(value: bounds[position][index], digits: nil)
        }
    }
}

extension CompiledField.Limit? {
    fileprivate var reads: [String] { self?.reads ?? [] }
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
