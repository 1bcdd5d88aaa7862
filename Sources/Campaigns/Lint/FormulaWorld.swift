import Findings
import Formulas

/// Empty tables with the right columns, on which the formulas about one form are tried.
struct FormulaWorld {
    private let database: FormulaDatabase
    private var columns: [String: [PortabilityCheck.Column]] = [:]
    private var names: [String: [String]] = [:]
    private let parameters: [String: SQLValue]

    init(
        _ schemas: [FormSchema], fields: [Field], campaign: Campaign,
        parameters: [String: SQLValue]
    ) throws(FormulaError) {
        database = try FormulaDatabase()
        self.parameters = parameters
        let fields = Dictionary(fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for schema in schemas {
            try database.createTable(schema.name, columns: schema.sqlColumns)
            names[schema.name] = schema.columns.map { "\(schema.name).\($0.name)" }
            columns[schema.name] = schema.columns.map { column in
                PortabilityCheck.Column(
                    column.name, type: column.type, isNullable: column.origin.isNullable,
                    values: column.origin.field.flatMap { fields[$0]?.choices }
                        .flatMap { campaign.choices[$0]?.values })
            }
        }
    }

    /// The tables' columns as formulas write them: `cur.cadres`.
    func names(in tables: [String]) -> [String] { tables.flatMap { names[$0] ?? [] } }

    /// What is wrong with a formula over some tables, as problems of a column of a table.
    func problems(
        _ sql: String, over tables: [String], for purpose: PortabilityCheck.Purpose,
        column: String
    ) -> [Problem] {
        guard !sql.isEmpty else { return [] }
        let check = PortabilityCheck(
            tables: columns.filter { tables.contains($0.key) }, parameters: parameters)
        let faults = check.faults(in: sql, for: purpose)
        let explained = faults.filter(\.explainsRefusal).map { problem($0, column) }
        do {
            let names = tables.map { "\"\($0)\"" }.joined(separator: ", ")
            _ = try database.prepare("SELECT (\n\(sql)\n) FROM \(names)")
            return faults.map { problem($0, column) }
        } catch {
            // What SQLite stumbles over first has mostly been named, with what to do about it.
            return explained.isEmpty
                ? [.formulaError(column: column, reason: error.description)] : explained
        }
    }

    private func problem(_ fault: FormulaFault, _ column: String) -> Problem {
        switch fault {
        case .construct(let construct, let instead):
            return .formulaPortability(column: column, construct: construct, instead: instead)
        case .unknownValue(let found, let values):
            return .tableReference(
                column: column, found: found, table: "choices",
                nearest: nearest(to: found, among: values).first)
        case .unknownColumn(let found, let candidates):
            return .tableReference(
                column: column, found: found, table: "fields",
                nearest: nearest(to: found, among: candidates).first)
        case .unknownParameter(let found):
            let names = parameters.keys.sorted().map { ":" + $0 }
            return .tableReference(
                column: column, found: found, table: "settings",
                nearest: nearest(to: found, among: names).first)
        case .unreadable(let word):
            return .formulaPortability(
                column: column, construct: word, instead: "CASE, COALESCE, LEAST, GREATEST")
        case .aggregateOfRow(let text):
            return .formulaError(
                column: column, reason: "\(text)：只有一行，不能汇总 (there is only one row)")
        }
    }
}

extension FormulaFault {
    /// The fault may be the reason why SQLite refuses the formula.
    fileprivate var explainsRefusal: Bool {
        switch self {
        case .construct, .unknownColumn: true
        case .unknownValue, .unknownParameter, .unreadable, .aggregateOfRow: false
        }
    }
}

extension FormSchema.Origin {
    /// False where every row has a value.
    fileprivate var isNullable: Bool {
        switch self {
        case .code, .name, .unit, .reported, .submission: false
        default: true
        }
    }

    fileprivate var field: String? {
        if case .field(let id) = self { id } else { nil }
    }
}
