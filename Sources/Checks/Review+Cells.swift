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
            checkRequired(compiled, conditions)
        }
        bounds = try form.bounds?.values(parameters) ?? []
        checkRanges(of: form.limitedFields, areRelations: false)
    }

    /// The limits that hang on other cells, where no rule has said so in better words.
    mutating func checkRelations() {
        checkRanges(of: form.relatedFields, areRelations: true)
    }

    private mutating func checkRequired(
        _ compiled: CompiledField, _ conditions: [[Int]]
    ) {
        if case .never = compiled.requirement { return }
        guard !blocked.isColumnKnown(compiled.field.id) else { return }
        for (position, row) in rows.enumerated() where row.standing.countsCells {
            let field = compiled.field
            guard row.isBlank(compiled), !blocked.contains(field.id, in: row.row),
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
                find(
                    .missingColumn(column: field.header, proposals: [], isIssued: false), at: sheet)
                blocked.block(column: field.id)
                return
            }
            // A blank may mean that, where the field does not have to be filled in.
            let isCrossedOut =
                row.submitted[compiled.ordinal] == .notApplicable
                && !row.row.changes.contains { $0.field == field.id && $0.raw.isEmpty }
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
    private mutating func checkRanges(of fields: [CompiledField], areRelations: Bool) {
        for (position, row) in rows.enumerated() where row.standing.countsCells {
            for compiled in fields {
                // What was carried was judged when it was reported.
                let value = row.value(compiled)
                if value.isNull { continue }
                let isBelow = compiled.minimum?.isAbove(value, in: bounds, at: position) ?? false
                let isAbove = compiled.maximum?.isBelow(value, in: bounds, at: position) ?? false
                guard
                    isBelow && compiled.minimum?.isRelation == areRelations
                        || isAbove && compiled.maximum?.isRelation == areRelations
                else { continue }
                tell(value, isBelow: isBelow, isAbove: isAbove, of: compiled, row, at: position)
            }
        }
    }

    /// A cell that is out of its limits.
    private mutating func tell(
        _ value: SQLValue, isBelow: Bool, isAbove: Bool, of compiled: CompiledField,
        _ row: CheckedRow, at position: Int
    ) {
        let field = compiled.field
        let reads =
            (isBelow ? compiled.minimum : nil).reads + (isAbove ? compiled.maximum : nil).reads
        guard !blocked.containsAny(of: [field.id] + reads, in: row.row) else { return }
        if !reads.isEmpty {
            let cells = Set(reads).union([field.id])
            guard !contradicted[position].contains(where: cells.isSubset) else { return }
        }
        let found = Wording.text(value, of: field)
        if field.type == .date, isAbove, case .text(let text) = value,
            let date = CivilDate(text), period.lastDay < date,
            let last = compiled.maximum?.text(of: field, in: bounds, at: position)
        {
            find(
                .badDate(column: field.header, found: found, reason: .after(last)), in: field,
                of: row)
        } else {
            find(
                .outOfRange(
                    column: field.header, found: found,
                    minimum: compiled.minimum?.text(of: field, in: bounds, at: position),
                    maximum: compiled.maximum?.text(of: field, in: bounds, at: position)),
                in: field, of: row)
        }
    }
}

/// A limit as the row at a position has it, where the formulas of all rows gave `bounds`.
extension CompiledField.Limit {
    fileprivate func isAbove(_ value: SQLValue, in bounds: [[SQLValue]], at position: Int) -> Bool {
        switch self {
        case .number(let number, _): value.number.map { $0 < number } ?? false
        case .sql(let index, _): value.isOrdered(before: bounds[position][index])
        }
    }

    fileprivate func isBelow(_ value: SQLValue, in bounds: [[SQLValue]], at position: Int) -> Bool {
        switch self {
        case .number(let number, _): value.number.map { number < $0 } ?? false
        case .sql(let index, _): bounds[position][index].isOrdered(before: value)
        }
    }

    /// As a person reads it, a number as the campaign writes it; nil where there is none.
    fileprivate func text(
        of field: Field, in bounds: [[SQLValue]], at position: Int
    ) -> String? {
        switch self {
        case .number(let number, let digits):
            field.type == .percent ? Wording.text(.real(number), of: field) : digits
        case .sql(let index, _):
            bounds[position][index].isNull ? nil : Wording.text(bounds[position][index], of: field)
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
