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

    let campaign: Campaign
    let form: Form
    /// In the order of the form.
    let fields: [LineField]
    let fieldOrder: FieldOrder
    let database: FormulaDatabase
    private(set) var current: Layout
    private(set) var previous: Layout
    private(set) var roster: Layout
    /// What formulas and messages have been found to read, by table.
    private var used: [String: Set<String>] = [:]

    /// The columns of a table in order, the position aside.
    struct Layout {
        let columns: [FormSchema.Column]
        /// What each column is filled with.
        let origins: [LineOrigin]
        let index: [String: Int]
        /// Some column says something of the unit whose row it is.
        let namesOwner: Bool

        init(_ columns: [FormSchema.Column], of form: Form) {
            self.columns = columns
            origins = columns.map { LineOrigin($0.origin, in: form) }
            namesOwner = columns.contains { $0.origin.isOfOwner }
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
        self.campaign = campaign
        self.form = form
        fields = form.fields.map(LineField.init)
        fieldOrder = FieldOrder(form.fields.map(\.id))
        let row = FormSchema(rowOf: form, in: campaign, named: "cur").columns
        (current, previous) = (Layout(row, of: form), Layout(row, of: form))
        roster = Layout(FormSchema(rosterIn: campaign).columns, of: form)
        do {
            database = try FormulaDatabase()
        } catch {
            throw .unavailable(error)
        }
        try createTables()
    }

    private func createTables() throws(CheckError) {
        let key = FormulaDatabase.Column(Self.position, "INTEGER PRIMARY KEY")
        for (name, layout) in [("cur", current), ("prev", previous), ("roster", roster)] {
            do {
                let columns = layout.columns.map { FormulaDatabase.Column($0.name, $0.type) }
                try database.createTable(name, columns: [key] + columns)
            } catch {
                throw .unavailable(error)
            }
        }
    }

    /// Leaves out of the tables what nothing reads.
    ///
    /// A form is compiled once and filled in many times. Statements are to be prepared afterwards.
    func narrow() throws(CheckError) {
        func narrowed(_ table: String, _ layout: Layout) -> Layout {
            Layout(layout.columns.filter { used[table]?.contains($0.name) ?? false }, of: form)
        }
        current = narrowed("cur", current)
        previous = narrowed("prev", previous)
        roster = narrowed("roster", roster)
        try createTables()
    }

    /// Notes that the holes of a message, `cur.cadres`, are read.
    func note(holes: [String]) {
        for hole in holes {
            let parts = hole.split(separator: ".", maxSplits: 1).map(String.init)
            if parts.count == 2 { used[parts[0], default: []].insert(parts[1]) }
        }
    }

    /// What bare names are looked up in: the row's own values, under the form's name.
    var ownRow: Source { Source(sql: "cur AS \(quoted(form.id))", order: "\"#\"") }

    /// Replaces all lines; the three have one line each for every row, in the same order.
    func fill(_ rows: [CheckedRow]) throws(CheckError) {
        do {
            try database.fill(
                [
                    ("cur", rows.map(\.current)), ("prev", rows.map(\.previous)),
                    ("roster", rows.map(\.roster)),
                ], areNumbered: true)
        } catch {
            throw .unavailable(error)
        }
    }

    /// The fields of the form that a query reads, in the order of the form; an engine's column of an
    /// inspection stands for the fields that it is computed from.
    func fields(readBy query: String) throws(FormulaError) -> [String] {
        var names: Set<String> = []
        for read in try database.prepare(query).columnsRead {
            used[read.table, default: []].insert(read.column)
            guard read.table == "cur" else { continue }
            names.formUnion(InspectionColumns.sources[read.column] ?? [])
            names.insert(read.column)
        }
        return form.fields.map(\.id).filter(names.contains)
    }
}
