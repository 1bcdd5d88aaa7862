import Campaigns
import Formulas

/// The formulas of one form, compiled once: rules, conditions of `required`, limits.
final class CompiledForm {
    let form: Form
    let tables: FormTables
    let fields: [CompiledField]
    /// Rules asked of every row; `rowConditions` answers in the same order.
    let rowRules: [CompiledRule]
    let rowConditions: ConditionBatch
    let requiredConditions: ConditionBatch
    let bounds: BoundQuery?
    let formRules: [FormRule]

    init(_ form: Form, in campaign: Campaign) throws(CheckError) {
        self.form = form
        let tables = try FormTables(form, in: campaign)
        self.tables = tables
        var rowRules: [CompiledRule] = []
        var formRules: [FormRule] = []
        for rule in campaign.rules where rule.state != .retired {
            guard case .sql(let sql) = rule.test, rule.form == form.id || rule.form == "*" else {
                continue
            }
            do {
                // In a WHERE an aggregate is a mistake, and SQLite says so.
                let clause = rule.kind == .form ? "SELECT (\(sql)\n) FROM " : "SELECT 1 FROM "
                let filter = rule.kind == .form ? "" : " WHERE (\(sql)\n)"
                let probe = try tables.database.prepare(clause + FormTables.rows.sql + filter)
                let fields = tables.fields(readBy: probe)
                if rule.kind == .form {
                    formRules.append(try FormRule(rule, sql: sql, fields: fields, in: tables))
                } else {
                    rowRules.append(CompiledRule(rule: rule, sql: sql, fields: fields))
                }
            } catch {
                // A rule for all forms holds where its columns exist.
                if rule.form != "*" { throw .formula(rule.id, error) }
            }
        }
        self.rowRules = rowRules
        self.formRules = formRules
        rowConditions = try ConditionBatch(
            rowRules.map { .init(name: $0.rule.id, sql: $0.sql) }, from: FormTables.rows,
            in: tables.database)
        (fields, requiredConditions, bounds) = try Self.compileFields(tables)
    }

    private static func compileFields(
        _ tables: FormTables
    ) throws(CheckError) -> ([CompiledField], ConditionBatch, BoundQuery?) {
        var fields: [CompiledField] = []
        var conditions: [ConditionBatch.Condition] = []
        var bounds: [BoundQuery.Bound] = []
        func reads(_ sql: String, _ name: String) throws(CheckError) -> [String] {
            do {
                return tables.fields(
                    readBy: try tables.database.prepare(
                        "SELECT 1 FROM \(tables.ownRow.sql) WHERE (\(sql)\n)"))
            } catch {
                throw .formula(name, error)
            }
        }
        func compile(_ bound: Field.Bound?, _ name: String) throws(CheckError) -> CompiledField
            .Limit?
        {
            switch bound {
            case nil:
                return nil
            case .number(let number, let digits):
                return .number(number, digits: digits)
            case .sql(let sql):
                let read = try reads(sql, name)
                bounds.append(.init(name: name, sql: sql))
                return .sql(index: bounds.count - 1, reads: read)
            }
        }
        for field in tables.form.fields {
            let name = "\(tables.form.id).\(field.id)"
            var requirement = CompiledField.Requirement.never
            switch field.required {
            case .never: break
            case .always: requirement = .always
            case .when(let sql):
                let read = try reads(sql, name + ".required")
                conditions.append(.init(name: name + ".required", sql: sql))
                requirement = .when(condition: conditions.count - 1, reads: read)
            }
            fields.append(
                CompiledField(
                    field: field, index: tables.current.index[field.id] ?? 0,
                    requirement: requirement,
                    minimum: try compile(field.minimum, name + ".min"),
                    maximum: try compile(field.maximum, name + ".max")))
        }
        let batch = try ConditionBatch(conditions, from: tables.ownRow, in: tables.database)
        let query = bounds.isEmpty ? nil : try BoundQuery(bounds, in: tables)
        return (fields, batch, query)
    }
}

/// A rule that is asked of every row.
struct CompiledRule {
    let rule: Rule
    let sql: String
    /// The fields whose cells a finding points at.
    let fields: [String]
}

/// A field with its formulas.
struct CompiledField {
    let field: Field
    /// The column in a line of `cur`.
    let index: Int
    let requirement: Requirement
    let minimum: Limit?
    let maximum: Limit?

    enum Requirement {
        case never, always
        case when(condition: Int, reads: [String])
    }

    enum Limit {
        case number(Double, digits: String)
        case sql(index: Int, reads: [String])

        /// The row's other fields on which the limit depends.
        var reads: [String] {
            switch self {
            case .number: []
            case .sql(_, let reads): reads
            }
        }
    }
}

/// The limits that are formulas, evaluated for all rows in one pass.
struct BoundQuery {
    struct Bound {
        let name: String
        let sql: String
    }

    private let query: ParameterisedQuery
    private let names: String

    init(_ bounds: [Bound], in tables: FormTables) throws(CheckError) {
        names = bounds.map(\.name).joined(separator: ", ")
        do {
            let columns = bounds.map { "(\($0.sql)\n)" }.joined(separator: ", ")
            query = ParameterisedQuery(
                try tables.database.prepare(
                    "SELECT \(columns) FROM \(tables.ownRow.sql) ORDER BY \(tables.ownRow.order)"))
        } catch {
            throw .formula(names, error)
        }
    }

    /// One list a row.
    func values(_ parameters: [String: SQLValue]) throws(CheckError) -> [[SQLValue]] {
        do {
            return try query.rows(parameters)
        } catch {
            throw .formula(names, error)
        }
    }
}

/// A rule over the whole return: aggregates, with the values of its message's holes.
struct FormRule {
    let rule: Rule
    let fields: [String]
    /// The holes of the message, `SUM(cur.cadres)`, in the order of the query's columns.
    let holes: [String]
    private let query: ParameterisedQuery

    init(
        _ rule: Rule, sql: String, fields: [String], in tables: FormTables
    ) throws(FormulaError) {
        self.rule = rule
        self.fields = fields
        holes = Wording.holes(in: rule)
        let columns = ([sql] + holes).map { "(\($0)\n)" }.joined(separator: ", ")
        query = ParameterisedQuery(
            try tables.database.prepare("SELECT \(columns) FROM \(FormTables.rows.sql)"))
    }

    /// The values of the holes where the rule is violated; nil where it holds.
    func violation(_ parameters: [String: SQLValue]) throws(CheckError) -> [SQLValue]? {
        do {
            let rows = try query.rows(parameters)
            return rows.first { ($0[0].number ?? 0) != 0 }.map { Array($0.dropFirst()) }
        } catch {
            throw .formula(rule.id, error)
        }
    }
}
