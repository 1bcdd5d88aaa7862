import Campaigns
import Formulas

/// The rows that one slip less would make of a row with findings.
///
/// Slips in one figure are tried on the cells that the findings point at, and on what their limits
/// depend on; two neighbours are exchanged where one of them is such a cell; a shift is looked for where
/// it can have begun, not behind the last of them.
struct SlipCandidates {
    let form: CompiledForm
    let places: ReturnPlaces
    let reading: SlipReading
    /// The fields that can slip, in the order of the sheet: neither names nor codes.
    let line: [Field]
    /// Those of them that are no notes.
    private let figures: [Field]
    private let compiled: [String: CompiledField]

    /// An amount in 元 has at least this many; less is no amount typed for 万元.
    private static let leastUnits = 1000.0

    init(_ form: CompiledForm, _ places: ReturnPlaces, in campaign: Campaign) {
        self.form = form
        self.places = places
        reading = SlipReading(campaign: campaign)
        line = form.form.fields
            .filter { places.columns[$0.id] != nil && $0.type.canSlip }
            .sorted { (places.columns[$0.id] ?? 0) < (places.columns[$1.id] ?? 0) }
        figures = line.filter { $0.type != .note }
        compiled = Dictionary(
            form.fields.map { ($0.field.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The candidates for a row, each another row than it and than the others.
    func rows(for row: CheckedRow, failing: Set<String>) -> [MendedRow] {
        var failing = failing
        for id in failing {
            failing.formUnion(compiled[id]?.minimum?.reads ?? [])
            failing.formUnion(compiled[id]?.maximum?.reads ?? [])
        }
        let all = scaled(row, failing) + swapped(row, failing) + shifted(row, failing)
        var seen: Set<FieldValues> = [row.row.values]
        return all.filter { seen.insert($0.row.values).inserted }
    }

    /// The one candidate of a row for a slip; nil where it cannot have been made there.
    func row(_ row: CheckedRow, without slip: Slip) -> MendedRow? {
        switch slip {
        case .scaled(let field, let scale):
            return compiled[field].flatMap { scaled(row, $0, scale) }
        case .swapped(let left, let right):
            return exchange(left, right, in: row)
        case .shiftedRight(let field):
            return line.firstIndex { $0.id == field }.flatMap { movedLeft(row, from: $0) }
        case .shiftedLeft(let field):
            return line.firstIndex { $0.id == field }.flatMap { movedRight(row, from: $0) }
        case .totalRow, .lastMonthsSheet:
            return nil
        }
    }

    // MARK: One figure

    private func scaled(_ row: CheckedRow, _ failing: Set<String>) -> [MendedRow] {
        line.filter { failing.contains($0.id) && $0.type.isNumber }.compactMap { compiled[$0.id] }
            .flatMap { field in Slip.Scale.allCases.compactMap { scaled(row, field, $0) } }
    }

    private func scaled(
        _ row: CheckedRow, _ compiled: CompiledField, _ scale: Slip.Scale
    ) -> MendedRow? {
        let field = compiled.field
        guard let old = row.value(compiled).number, old != 0,
            Self.applies(scale, to: old, of: field)
        else { return nil }
        let (times, over) = scale.factor
        // Binary fractions times ten have a tail that nobody typed.
        let new = (old * times / over * 1e8).rounded() / 1e8
        let value: FieldValue
        if field.type == .integer {
            guard let whole = Int(exactly: new) else { return nil }
            value = .integer(whole)
        } else {
            value = .real(new)
        }
        var mended = row.row
        mended.values[field.id] = value
        mended.changes.removeAll { $0.field == field.id }
        return MendedRow(
            slip: .scaled(field: field.id, scale), row: mended,
            reads: Wording.text(value.sql, of: field))
    }

    private static func applies(_ scale: Slip.Scale, to value: Double, of field: Field) -> Bool {
        switch scale {
        case .extraZero, .missingZero: true
        case .unitsForMyriads: (field.unit ?? "").hasPrefix("万") && value >= leastUnits
        case .myriadsForUnits: field.unit == "元"
        case .hundredth, .hundredfold: field.type == .percent
        }
    }

    // MARK: Two neighbours

    private func swapped(_ row: CheckedRow, _ failing: Set<String>) -> [MendedRow] {
        zip(line, line.dropFirst()).compactMap { left, right in
            guard failing.contains(left.id) || failing.contains(right.id) else { return nil }
            return exchange(left.id, right.id, in: row)
        }
    }

    private func exchange(_ one: String, _ other: String, in row: CheckedRow) -> MendedRow? {
        // Free text takes anything, which proves nothing.
        guard let left = compiled[one]?.field, left.type != .text, left.type != .note,
            let right = compiled[other]?.field, right.type != .text, right.type != .note,
            let first = places.columns[one], places.columns[other] == first + 1,
            !SlipReading.isBlank(left, in: row.row), !SlipReading.isBlank(right, in: row.row),
            let leftText = SlipReading.texts(of: left, in: row.row),
            let rightText = SlipReading.texts(of: right, in: row.row)
        else { return nil }
        var mended = row.row
        guard put(rightText, in: left, of: &mended), put(leftText, in: right, of: &mended) else {
            return nil
        }
        return MendedRow(slip: .swapped(left: one, right: other), row: mended, reads: nil)
    }

    // MARK: A shift by one

    private func shifted(_ row: CheckedRow, _ failing: Set<String>) -> [MendedRow] {
        guard let last = line.lastIndex(where: { failing.contains($0.id) }) else { return [] }
        return (0...last).flatMap { start in
            [movedLeft(row, from: start), movedRight(row, from: start)].compactMap { $0 }
        }
    }

    /// Undoes a shift to the right, which leaves its first cell blank.
    private func movedLeft(_ row: CheckedRow, from start: Int) -> MendedRow? {
        guard line.count > start + 1, SlipReading.isBlank(line[start], in: row.row),
            isTogether(line[start...])
        else { return nil }
        var mended = row.row
        for (target, source) in zip(line[start...], line[start...].dropFirst()) {
            guard let texts = SlipReading.texts(of: source, in: row.row),
                put(texts, in: target, of: &mended)
            else { return nil }
        }
        guard let last = line.last, put([""], in: last, of: &mended) else { return nil }
        return MendedRow(slip: .shiftedRight(from: line[start].id), row: mended, reads: nil)
    }

    /// Undoes a shift to the left, which leaves the last cell before the notes blank.
    private func movedRight(_ row: CheckedRow, from start: Int) -> MendedRow? {
        guard figures.count > start + 1, let last = figures.last,
            SlipReading.isBlank(last, in: row.row), isTogether(figures[start...])
        else { return nil }
        var mended = row.row
        for (target, source) in zip(figures[start...].dropFirst(), figures[start...]) {
            guard let texts = SlipReading.texts(of: source, in: row.row),
                put(texts, in: target, of: &mended)
            else { return nil }
        }
        guard put([""], in: figures[start], of: &mended) else { return nil }
        return MendedRow(slip: .shiftedLeft(from: figures[start].id), row: mended, reads: nil)
    }

    /// The columns stand side by side, none of another kind between them.
    private func isTogether(_ fields: ArraySlice<Field>) -> Bool {
        let columns = fields.compactMap { places.columns[$0.id] }
        return zip(columns, columns.dropFirst()).allSatisfy { $0 + 1 == $1 }
    }

    /// Puts what a cell said into another of the row; false where it would mean nothing there.
    private func put(_ texts: [String], in field: Field, of row: inout ReturnRow) -> Bool {
        switch reading.read(texts, as: field) {
        case .unreadable: return false
        case .blank: row.values[field.id] = nil
        case .value(let value): row.values[field.id] = value
        }
        row.unread[field.id] = nil
        row.changes.removeAll { $0.field == field.id }
        return true
    }
}

extension FieldType {
    /// What names the row, or another unit, is checked against lists and slips otherwise.
    fileprivate var canSlip: Bool {
        switch self {
        case .code, .subjectCode, .subjectName, .unitName: false
        default: true
        }
    }
}
