import Campaigns
import Formulas

/// The tables that a form's formulas look at: `cur`, `prev` and `roster`, one line each a row of the
/// return, held together by the position of the row.
///
/// A row without a predecessor has a line of NULLs in `prev`; whether that makes a rule void is for
/// the caller to say.
final class FormTables {
    /// Joins the lines of one row; the name can be no field's.
    static let position = "#"
    /// What a rule selects from: a row with its past and its roster entry.
    static let rows = Source(
        sql: "cur JOIN prev ON prev.\"#\" = cur.\"#\" JOIN roster ON roster.\"#\" = cur.\"#\"",
        order: "cur.\"#\"")

    let form: Form
    let database: FormulaDatabase
    let current: Layout
    let previous: Layout
    let roster: Layout

    /// The columns of a table in order, the position aside.
    struct Layout {
        let columns: [FormSchema.Column]
        let index: [String: Int]

        init(_ schema: FormSchema) {
            columns = schema.columns
            index = Dictionary(
                zip(columns.map(\.name), columns.indices), uniquingKeysWith: { first, _ in first })
        }

        /// A line without a value.
        var blank: [SQLValue] { Array(repeating: .null, count: columns.count) }
    }

    /// A FROM clause, and the order of the rows in it.
    struct Source {
        let sql: String
        let order: String
    }

    init(_ form: Form, in campaign: Campaign) throws(CheckError) {
        self.form = form
        let schemas = [
            FormSchema(rowOf: form, in: campaign, named: "cur"),
            FormSchema(rowOf: form, in: campaign, named: "prev"), FormSchema(rosterIn: campaign),
        ]
        (current, previous, roster) = (Layout(schemas[0]), Layout(schemas[1]), Layout(schemas[2]))
        do {
            database = try FormulaDatabase()
            let key = FormulaDatabase.Column(Self.position, "INTEGER PRIMARY KEY")
            for schema in schemas {
                try database.createTable(schema.name, columns: [key] + schema.sqlColumns)
            }
        } catch {
            throw .unavailable(error)
        }
    }

    /// What bare names are looked up in: the row's own values, under the form's name.
    var ownRow: Source { Source(sql: "cur AS \(quoted(form.id))", order: "\"#\"") }

    /// Replaces all lines; the three have one line each for every row, in the same order.
    func fill(_ rows: [CheckedRow]) throws(CheckError) {
        do {
            try database.fill("cur", rows: Self.numbered(rows, \.current))
            try database.fill("prev", rows: Self.numbered(rows, \.previous))
            try database.fill("roster", rows: Self.numbered(rows, \.roster))
        } catch {
            throw .unavailable(error)
        }
    }

    private static func numbered(
        _ rows: [CheckedRow], _ line: KeyPath<CheckedRow, [SQLValue]>
    ) -> [[SQLValue]] {
        rows.enumerated().map { [.integer($0.offset)] + $0.element[keyPath: line] }
    }

    /// The fields of the form that a query reads, in the order of the form; an engine's column of an
    /// inspection stands for the fields that it is computed from.
    func fields(readBy statement: FormulaStatement) -> [String] {
        var names: Set<String> = []
        for read in statement.columnsRead where read.table == "cur" {
            names.formUnion(InspectionColumns.sources[read.column] ?? [])
            names.insert(read.column)
        }
        return form.fields.map(\.id).filter(names.contains)
    }
}
