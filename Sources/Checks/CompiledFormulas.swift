import Campaigns
import Formulas

/// A rule with what it reads.
final class CompiledRule {
    let rule: Rule
    let sql: String
    /// The fields whose cells a finding points at.
    let fields: [String]

    init(rule: Rule, sql: String, fields: [String]) {
        self.rule = rule
        self.sql = sql
        self.fields = fields
    }
}

/// A field with its formulas.
final class CompiledField {
    let field: Field
    /// The place among the form's fields.
    let ordinal: Int
    let requirement: Requirement
    let minimum: Limit?
    let maximum: Limit?

    init(
        field: Field, ordinal: Int, requirement: Requirement, minimum: Limit?, maximum: Limit?
    ) {
        self.field = field
        self.ordinal = ordinal
        self.requirement = requirement
        self.minimum = minimum
        self.maximum = maximum
    }

    var limits: [Limit] { [minimum, maximum].compactMap { $0 } }

    enum Requirement {
        case never, always
        case when(condition: Int, reads: [String])
    }

    enum Limit {
        case number(Double, digits: String)
        case sql(index: Int, reads: [String])

        /// It hangs on other cells of the row.
        var isRelation: Bool { !reads.isEmpty }

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

    private let query: FormulaStatement
    private let names: String

    init(_ bounds: [Bound], in tables: FormTables) throws(CheckError) {
        names = bounds.map(\.name).joined(separator: ", ")
        do {
            let columns = bounds.map { "(\($0.sql)\n)" }.joined(separator: ", ")
            query = try tables.database.prepare(
                "SELECT \(columns) FROM \(tables.ownRow.sql) ORDER BY \(tables.ownRow.order)")
        } catch {
            throw .formula(names, error)
        }
    }

    /// One list a row.
    func values(_ parameters: [String: SQLValue]) throws(CheckError) -> [[SQLValue]] {
        do {
            return try query.rows(parameters: parameters)
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
    private let query: FormulaStatement

    init(_ compiled: CompiledRule, in tables: FormTables) throws(CheckError) {
        rule = compiled.rule
        fields = compiled.fields
        holes = Wording.holes(in: rule)
        let columns = ([compiled.sql] + holes).map { "(\($0)\n)" }.joined(separator: ", ")
        do {
            query = try tables.database.prepare("SELECT \(columns) FROM \(FormTables.rows.sql)")
        } catch {
            throw .formula(rule.id, error)
        }
    }

    /// The values of the holes where the rule is violated; nil where it holds.
    func violation(_ parameters: [String: SQLValue]) throws(CheckError) -> [SQLValue]? {
        do {
            let rows = try query.rows(parameters: parameters)
            return rows.first { ($0[0].number ?? 0) != 0 }.map { Array($0.dropFirst()) }
        } catch {
            throw .formula(rule.id, error)
        }
    }
}
