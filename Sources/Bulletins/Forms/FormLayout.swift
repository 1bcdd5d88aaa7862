import Campaigns
import Findings
import Formulas
import Workbooks

/// Where everything stands on an issued form: which rows, which columns, which cell.
struct FormLayout {
    let campaign: Campaign
    let form: Form
    let unit: Unit
    let period: Period
    let asOf: Moment
    /// The name of the sheet.
    let sheet: String
    let rows: [Row]
    /// Without `:asof`, which nobody knows before the form is checked.
    private let parameters: [String: SQLValue]
    /// What formulas may name, in lower case.
    private let current: [String: FormSchema.Origin]
    private let previous: [String: String]
    private let roster: [String: FormSchema.Origin]

    /// A row to be filled in.
    struct Row {
        /// On the sheet.
        let number: Int
        /// Nil in a form of free rows.
        let entry: RosterEntry?
        /// The columns of `prev`; nil where months cannot be compared.
        let past: [String: SQLValue]?
        /// What the row of an item of the three lists starts with, by field; nil for any other row.
        var item: [String: SQLValue]?
    }

    /// Title, whose and of when, how it stands, heads.
    static let headRow = 4
    /// Of a form whose rows nobody knows beforehand; at least ten of them for what is new.
    private static let freeRows = 30

    init(
        _ form: Form, sheet: String, facts: BlankFormFacts, campaign: Campaign
    ) {
        self.campaign = campaign
        self.form = form
        self.sheet = sheet
        unit = facts.unit
        period = facts.period
        asOf = facts.asOf
        var parameters = campaign.parameters(in: facts.period, on: facts.asOf.date)
        parameters["asof"] = nil
        self.parameters = parameters
        let schema = FormSchema(rowOf: form, in: campaign, named: "cur").columns
        current = Self.index(schema) { $0.origin }
        previous = Self.index(schema) { $0.name }
        roster = Self.index(FormSchema(rosterIn: campaign).columns) { $0.origin }
        let first = Self.headRow + 1
        if form.sector == nil {
            let items = form.isItemList ? facts.items.filter(\.isOnForms) : []
            rows = (0..<max(Self.freeRows, items.count + 10)).map { index in
                let item =
                    index < items.count
                    ? items[index].startingValues(in: campaign, of: form) : nil
                return Row(number: first + index, entry: nil, past: nil, item: item)
            }
        } else {
            let past = facts.previous?[form.id] ?? [:]
            rows = campaign.entries(of: form, in: facts.period)
                .filter { $0.unit == facts.unit.code }.enumerated()
                .map { Row(number: first + $0, entry: $1, past: past[$1.code]) }
        }
    }

    private static func index<Value>(
        _ columns: [FormSchema.Column], _ value: (FormSchema.Column) -> Value
    ) -> [String: Value] {
        Dictionary(
            columns.map { ($0.name.lowercased(), value($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    var fields: [Field] { form.fields }
    var firstRow: Int { Self.headRow + 1 }
    var lastRow: Int { Self.headRow + rows.count }
    /// The column behind the form's own.
    var checkColumn: Int { fields.count + 1 }

    func column(of field: Field) -> Int {
        (fields.firstIndex { $0.id == field.id } ?? 0) + 1
    }

    func cell(of field: Field, in row: Row) -> CellReference {
        CellReference(row: row.number, column: column(of: field))
    }

    /// A cell as formulas on other sheets name it: `'农村'!D5`.
    func reference(to field: Field, in row: Row) -> String {
        SheetNames.location(sheet, cell(of: field, in: row).description)
    }

    /// The note by which a row explains itself.
    var noteField: Field? { fields.first { $0.type == .note } }

    /// The head as it is printed: with the unit, which the reader takes off again.
    ///
    /// On a line of its own, for heads are narrow.
    static func head(of field: Field, separator: String = "\n") -> String {
        field.unit.map { "\(field.header)\(separator)（\($0)）" } ?? field.header
    }

    /// A row without anything of the clerk's; nil where every row is about somebody.
    func isUntouched(_ row: Row) -> SheetCondition? {
        guard form.sector == nil else { return nil }
        let cells = fields.filter { $0.type != .unitName }.map { reference(to: $0, in: row) }
        return .formula("COUNTA(\(cells.joined(separator: ",")))=0")
    }

    // MARK: What formulas name

    /// What the formulas of a row see.
    ///
    /// `:asof` is known to limits alone, as the latest day on which the form can still be on time; when it
    /// is checked, nobody knows yet, so that no rule may ask.
    func context(of row: Row, isLimit: Bool = false) -> SheetContext {
        var parameters = parameters
        if isLimit { parameters["asof"] = .text(latestDay.description) }
        return SheetContext(
            parameters: parameters, serial: { CivilDate($0)?.serial },
            operand: { table, column in operand(table, column, row) })
    }

    private var latestDay: CivilDate { max(campaign.due(period), asOf).date }

    private func operand(_ table: String?, _ column: String, _ row: Row) -> SheetOperand? {
        let column = column.lowercased()
        switch table?.lowercased() {
        case "prev":
            return previous[column].map { .constant(row.past?[$0] ?? .null) }
        case "roster":
            return roster[column].flatMap { operand($0, row) }
        case nil, "cur", form.id.lowercased():
            return current[column].flatMap { operand($0, row) }
        default: return nil
        }
    }

    private func operand(_ origin: FormSchema.Origin, _ row: Row) -> SheetOperand? {
        switch origin {
        case .field(let id): return form.field(id).map { operand(of: $0, row) }
        case .reported: return .constant(.integer(1))
        case .unit: return .constant(.text(unit.code))
        case .unitAttribute(let name):
            return .constant(Settings.value(unit.attributes[name] ?? ""))
        case .code: return row.entry.map { .constant(.text($0.code)) }
        case .name: return row.entry.map { .constant(.text($0.name)) }
        case .coUnit: return row.entry.map { .constant($0.coUnit.map { .text($0) } ?? .null) }
        case .rosterAttribute(let name):
            return row.entry.map { .constant(Settings.value($0.attributes[name] ?? "")) }
        case .quarter, .inspection, .submission: return nil
        }
    }

    private func operand(of field: Field, _ row: Row) -> SheetOperand {
        let carried = field.carries ? row.past?[field.id] ?? .null : .null
        let cell = reference(to: field, in: row)
        switch field.type {
        case .integer, .decimal, .percent:
            let otherwise: SQLValue =
                switch field.blank {
                case .zero: .integer(0)
                case .notApplicable: .null
                case .missing: carried
                }
            return .cell(
                cell, field.type == .integer ? .integer : .real, otherwise: otherwise)
        case .date: return .cell(cell, .date, otherwise: carried)
        case .enumeration(let list):
            return .cell(cell, .choice(choices(of: list)), otherwise: carried)
        case .subjectCode:
            return row.entry.map { .constant(.text($0.code)) } ?? .cell(cell, .text)
        case .subjectName:
            return row.entry.map { .constant(.text($0.name)) } ?? .cell(cell, .text)
        case .text, .note, .code, .unitName:
            return .cell(cell, .text, otherwise: carried)
        }
    }

    func choices(of list: String) -> [String] { campaign.choices[list]?.values ?? [] }
}
