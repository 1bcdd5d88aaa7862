import Campaigns
import Workbooks

/// One sheet before it is drawn: what stands where, with the habits of its author and planned faults.
struct SheetPlan: Sendable {
    var form: Form
    var unit: Unit?
    /// The month that the title names.
    var titleMonth: Period
    var filled: CivilDate
    var habits: SheetHabits
    var columns: [Column]
    var rows: [SheetRow]
    var hasTotal: Bool
    /// Places of rows in `rows`.
    var hiddenRows: Set<Int> = []
    /// Added to the total of a field.
    var totalErrors: [String: Int] = [:]

    struct Column: Sendable {
        /// Nil for a column that no field has.
        var field: Field?
        /// Where values of a column without a field are found.
        var key: String
        var header: String
        var group: String?
    }

    /// Fields that nobody adds up.
    private static let unsummed: Set = [
        "star", "sixhave", "read_hours", "read_words", "read_books", "study_days", "extend_cnt",
    ]

    init(
        form: Form, unit: Unit?, month: Period, filled: CivilDate, habits: SheetHabits,
        rows: [SheetRow], seed: UInt64
    ) {
        self.form = form
        self.unit = unit
        titleMonth = month
        self.filled = filled
        self.habits = habits
        self.rows = rows
        hasTotal = ["rural", "community", "enterprise"].contains(form.id) && rows.count > 1
        columns = Self.columns(of: form, habits: habits, rows: rows)
        var random = SplitMix64(seed, "headers", unit?.code ?? "", form.id)
        for place in columns.indices {
            columns[place].header = Self.header(
                columns[place], habits: habits, random: &random)
        }
        if habits.isShuffled {
            // The first columns tell whose row it is, the last are remarks; they stay.
            let fixed = columns.prefix { $0.field.map { !$0.type.isNumber } ?? true }.count
            let moved = random.shuffled(Array(columns[fixed...].dropLast()))
            columns.replaceSubrange(fixed..<(columns.count - 1), with: moved)
        }
    }

    /// The fields that the model knows, in the order of the form, without those the author leaves out.
    private static func columns(
        of form: Form, habits: SheetHabits, rows: [SheetRow]
    ) -> [Column] {
        form.fields.compactMap { field in
            guard rows.contains(where: { $0.values[field.id] != nil }) || field.required == .always
            else { return nil }
            let isOptional = field.required == .never
            if field.type == .subjectCode && isOptional && !habits.hasCodes { return nil }
            if field.id == "town" && isOptional && !habits.mergesTown { return nil }
            return Column(
                field: field, key: field.id, header: field.header,
                group: habits.headerRows == 2 ? HeaderGroups.group(of: field.id, in: form.id) : nil)
        }
    }

    private static func header(
        _ column: Column, habits: SheetHabits, random: inout SplitMix64
    ) -> String {
        guard let field = column.field else { return column.header }
        let isAliased = random.chance(habits.aliasShare) && !field.aliases.isEmpty
        let name = isAliased ? random.pick(Array(field.aliases.prefix(3))) : field.header
        guard habits.hasUnitBrackets, let unit = field.unit, !name.hasSuffix("）") else {
            return name
        }
        return name + "（" + unit + "）"
    }

    var title: String {
        let month = titleMonth.chinese
        return switch habits.title {
        case 0: "岚川县\(form.title)（\(month)）"
        case 1: "\(month)\(form.title)"
        case 2: "\(form.title)（\(month)份）"
        default: "岚川县\(month)\(form.title)"
        }
    }

    /// The total of a column over all rows in hundredths; nil where it is not added up.
    func total(of column: Column) -> SheetValue? {
        guard let field = column.field, field.type.isNumber, !Self.unsummed.contains(field.id)
        else { return nil }
        let sum =
            rows.reduce(0) { $0 + (value(column, in: $1).amount ?? 0) }
            + (totalErrors[field.id] ?? 0)
        return field.type == .integer ? .integer(sum / 100) : .hundredths(sum)
    }

    /// Text stands where a number should: a formula would leave it out, so the total is typed.
    func hasOnlyNumbers(_ column: Column) -> Bool {
        totalErrors[column.key] == nil
            && rows.allSatisfy {
                let value = value(column, in: $0)
                if case .text = value { return false }
                return true
            }
    }

    func value(_ column: Column, in row: SheetRow) -> SheetValue {
        row.values[column.key] ?? .blank
    }
}
