import Campaigns
import Formulas

/// The formulas of one form, compiled once: rules, conditions of `required`, limits.
final class CompiledForm {
    let form: Form
    let tables: FormTables
    let fields: [CompiledField]
    /// Those with a limit that hangs on nothing else, and those with one that hangs on other cells.
    let limitedFields: [CompiledField]
    let relatedFields: [CompiledField]
    /// The fields that name the row.
    let nameFields: [String]
    /// Rules asked of every row; `rowConditions` answers in the same order.
    let rowRules: [CompiledRule]
    let rowConditions: ConditionBatch
    let requiredConditions: ConditionBatch
    let bounds: BoundQuery?
    let formRules: [FormRule]

    /// First everything is tried, which tells what it reads; then the tables are narrowed to that, and
    /// the queries prepared.
    init(_ form: Form, in campaign: Campaign) throws(CheckError) {
        self.form = form
        nameFields = form.fields.filter { $0.type == .subjectName }.map(\.id)
        let tables = try FormTables(form, in: campaign)
        self.tables = tables
        let rules = try Self.rules(of: campaign, tables)
        var trial = FieldTrial(tables)
        let fields = try trial.fields()
        self.fields = fields
        limitedFields = fields.filter { $0.limits.contains { !$0.isRelation } }
        relatedFields = fields.filter { $0.limits.contains(where: \.isRelation) }
        try tables.narrow()

        rowRules = rules.filter { $0.rule.kind != .form }
        rowConditions = try ConditionBatch(
            rowRules.map { .init(name: $0.rule.id, sql: $0.sql) }, from: FormTables.rows,
            in: tables.database)
        requiredConditions = try ConditionBatch(
            trial.conditions, from: tables.ownRow, in: tables.database)
        bounds = trial.bounds.isEmpty ? nil : try BoundQuery(trial.bounds, in: tables)
        var formRules: [FormRule] = []
        for compiled in rules where compiled.rule.kind == .form {
            formRules.append(try FormRule(compiled, in: tables))
        }
        self.formRules = formRules
    }

    private static func rules(
        of campaign: Campaign, _ tables: FormTables
    ) throws(CheckError) -> [CompiledRule] {
        var rules: [CompiledRule] = []
        for rule in campaign.rules where rule.state != .retired {
            guard case .sql(let sql) = rule.test,
                rule.form == tables.form.id || rule.form == "*"
            else { continue }
            let rows = FormTables.rows.sql
            do {
                // In a WHERE an aggregate is a mistake, and SQLite says so.
                let query =
                    rule.kind == .form
                    ? "SELECT (\(sql)\n) FROM \(rows)" : "SELECT 1 FROM \(rows) WHERE (\(sql)\n)"
                let fields = try tables.fields(readBy: query)
                let holes = Wording.holes(in: rule)
                if rule.kind == .form {
                    let columns = ([sql] + holes).map { "(\($0)\n)" }.joined(separator: ", ")
                    _ = try tables.fields(readBy: "SELECT \(columns) FROM \(rows)")
                } else {
                    tables.note(holes: holes)
                }
                rules.append(CompiledRule(rule: rule, sql: sql, fields: fields))
            } catch {
                // A rule for all forms holds where its columns exist.
                if rule.form != "*" { throw .formula(rule.id, error) }
            }
        }
        return rules
    }
}

/// Tries the formulas of a form's fields and gathers them by kind.
private struct FieldTrial {
    private let tables: FormTables
    private(set) var conditions: [ConditionBatch.Condition] = []
    private(set) var bounds: [BoundQuery.Bound] = []

    init(_ tables: FormTables) {
        self.tables = tables
    }

    mutating func fields() throws(CheckError) -> [CompiledField] {
        var fields: [CompiledField] = []
        for (ordinal, field) in tables.form.fields.enumerated() {
            let name = "\(tables.form.id).\(field.id)"
            fields.append(
                CompiledField(
                    field: field, ordinal: ordinal,
                    requirement: try requirement(field.required, name + ".required"),
                    minimum: try limit(field.minimum, name + ".min"),
                    maximum: try limit(field.maximum, name + ".max")))
        }
        return fields
    }

    private mutating func requirement(
        _ requirement: Field.Requirement, _ name: String
    ) throws(CheckError) -> CompiledField.Requirement {
        switch requirement {
        case .never: return .never
        case .always: return .always
        case .when(let sql):
            let read = try reads(sql, name)
            conditions.append(.init(name: name, sql: sql))
            return .when(condition: conditions.count - 1, reads: read)
        }
    }

    private mutating func limit(
        _ bound: Field.Bound?, _ name: String
    ) throws(CheckError) -> CompiledField.Limit? {
        switch bound {
        case nil: return nil
        case .number(let number, let digits): return .number(number, digits: digits)
        case .sql(let sql):
            let read = try reads(sql, name)
            bounds.append(.init(name: name, sql: sql))
            return .sql(index: bounds.count - 1, reads: read)
        }
    }

    private func reads(_ sql: String, _ name: String) throws(CheckError) -> [String] {
        do {
            return try tables.fields(
                readBy: "SELECT 1 FROM \(tables.ownRow.sql) WHERE (\(sql)\n)")
        } catch {
            throw .formula(name, error)
        }
    }
}
