package import Formulas

/// The columns that formulas see: of the view of a form, of `cur` and `prev`, of `roster`, of
/// `submission`.
///
/// Who builds a view walks over `columns` and gives a value for each origin; who checks a formula makes
/// empty tables of them. The two cannot drift apart.
package struct FormSchema: Hashable, Sendable {
    /// The table's name in formulas.
    package var name: String
    /// In their one order, which is the order of the values in a row.
    package var columns: [Column]

    /// A column, as formulas name it.
    package struct Column: Hashable, Sendable {
        /// Unique in its table, letter case aside.
        package var name: String
        /// SQLite's type; `BLOB`, which converts nothing, where the value decides.
        package var type: String
        /// What to fill it with.
        package var origin: Origin
    }

    /// Where the value of a column comes from.
    package enum Origin: Hashable, Sendable {
        /// The roster entry's code; the ordinal of the row, as text, in a form without a sector.
        case code
        /// The roster entry's name; empty text in a form without a sector.
        case name
        /// The responsible unit's code; the submitting unit's in a form without a sector.
        case unit
        case coUnit
        case rosterAttribute(String)
        case unitAttribute(String)
        case field(String)
        /// 1 or 0.
        case reported
        /// The sum of a field over the quarter's months to date.
        case quarter(String)
        case inspection(InspectionFact)
        case submission(SubmissionFact)
    }

    /// What is worked out for an inspection record before its rules run.
    package enum InspectionFact: String, Sendable, CaseIterable {
        /// 1 or 0: the visit lies in the window in which the reported value says the same thing.
        case comparable
        /// `over`, `under` or `none`.
        case deviation
        /// 1 or 0: something adverse was seen that the return leaves out.
        case adverse
        /// Working days since the visit.
        case waitedDays = "waited_days"
        case reportedValue = "reported_value"
    }

    /// The columns of `submission`: one row an expected return.
    package enum SubmissionFact: String, Sendable, CaseIterable {
        case unit, form
        case onTime = "on_time"
        case firstOKRows = "first_ok_rows"
        case totalRows = "total_rows"
    }

    /// Names in formulas that no form may have.
    package static let reservedNames: Set = ["cur", "prev", "roster", "submission"]

    /// The view of a form, named by its id.
    package init(viewOf form: Form, in campaign: Campaign) {
        name = form.id
        columns = [
            Column(name: "code", type: "TEXT", origin: .code),
            Column(name: "name", type: "TEXT", origin: .name),
            Column(name: "unit", type: "TEXT", origin: .unit),
            Column(name: "co_unit", type: "TEXT", origin: .coUnit),
        ]
        columns += campaign.rosterAttributes.map {
            Column(name: "roster_" + $0, type: "BLOB", origin: .rosterAttribute($0))
        }
        columns += campaign.unitAttributes.map {
            Column(name: "unit_" + $0, type: "BLOB", origin: .unitAttribute($0))
        }
        columns += form.fields.map {
            Column(name: $0.id, type: $0.type.sqlType, origin: .field($0.id))
        }
        columns.append(Column(name: "reported", type: "INTEGER", origin: .reported))
        columns += form.quarterFields.map {
            Column(
                name: Self.quarterName(of: $0.id), type: $0.type.sqlType, origin: .quarter($0.id))
        }
        dropDoubles()
    }

    /// The columns that the view of a form has beside those of its fields, by their names in lower case.
    static func ownNames(ofViewOf form: Form, in campaign: Campaign) -> Set<String> {
        var bare = form
        bare.fields = []
        let names =
            FormSchema(viewOf: bare, in: campaign).columns.map(\.name)
            + form.quarterFields.map(\.id).map(quarterName)
        return Set(names.map { $0.lowercased() })
    }

    private static func quarterName(of field: String) -> String { field + "_quarter" }

    /// `cur` and `prev` of a form's rules: the columns of its view and, for an inspection form, what is
    /// worked out for each record.
    package init(rowOf form: Form, in campaign: Campaign, named name: String) {
        self.init(viewOf: form, in: campaign)
        self.name = name
        guard form.nature == .inspection else { return }
        let inspection: [Column] = InspectionFact.allCases.map { fact in
            let isFlag = fact == .comparable || fact == .adverse || fact == .waitedDays
            return Column(
                name: fact.rawValue, type: isFlag ? "INTEGER" : "TEXT", origin: .inspection(fact))
        }
        // A field of the form that bears the name keeps it.
        columns += inspection
        dropDoubles()
    }

    /// `roster` of rules: the entry's code and its attributes by their plain names.
    package init(rosterIn campaign: Campaign) {
        name = "roster"
        columns = [Column(name: "code", type: "TEXT", origin: .code)]
        columns += campaign.rosterAttributes.map {
            Column(name: $0, type: "BLOB", origin: .rosterAttribute($0))
        }
        dropDoubles()
    }

    /// One row an expected return of the period.
    package static let submission = FormSchema(
        name: "submission",
        columns: SubmissionFact.allCases.map { fact in
            let isText = fact == .unit || fact == .form
            return Column(
                name: fact.rawValue, type: isText ? "TEXT" : "INTEGER", origin: .submission(fact))
        })

    /// The columns of `submission` as `FormulaDatabase` takes them.
    package static var submissionColumns: [FormulaDatabase.Column] { submission.sqlColumns }

    private init(name: String, columns: [Column]) {
        self.name = name
        self.columns = columns
    }

    /// SQLite tells names of different case not apart; the first stays.
    private mutating func dropDoubles() {
        var seen: Set<String> = []
        columns = columns.filter { seen.insert($0.name.lowercased()).inserted }
    }

    /// What `FormulaDatabase.createTable` takes.
    package var sqlColumns: [FormulaDatabase.Column] {
        columns.map { FormulaDatabase.Column($0.name, $0.type) }
    }
}
