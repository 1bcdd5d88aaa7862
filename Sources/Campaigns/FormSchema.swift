package import Formulas

/// The columns of the view of a form (DESIGN: “the view of a form”), in their one order.
///
/// `code, name, unit, co_unit`, the roster's attributes as `roster_<name>`, the responsible unit's as
/// `unit_<name>`, the fields, `reported`, and `<field>_quarter` for every number that is not cumulative.
/// A form without a sector has its rows as submitted: `code` is the row's ordinal, `unit` the sender.
package struct FormSchema: Hashable, Sendable {
    package var form: Form
    /// Names of roster attributes, in the order of the table.
    package var rosterAttributes: [String]
    /// Names of unit attributes, in the order of the table.
    package var unitAttributes: [String]

    package init(_ form: Form, in campaign: Campaign) {
        self.form = form
        rosterAttributes = campaign.rosterAttributes
        unitAttributes = campaign.unitAttributes
    }

    /// The fields that get a `_quarter` column.
    package var quarterFields: [Field] {
        form.fields.filter { $0.type.isNumber && !$0.isCumulative }
    }

    package var columns: [FormulaDatabase.Column] {
        let identity = ["code", "name", "unit", "co_unit"].map {
            FormulaDatabase.Column($0, "TEXT")
        }
        // Attributes have no type of their own: what parses as a number is one.
        let attributes =
            rosterAttributes.map { FormulaDatabase.Column("roster_" + $0, "") }
            + unitAttributes.map { FormulaDatabase.Column("unit_" + $0, "") }
        let fields = form.fields.map { FormulaDatabase.Column($0.id, $0.type.sqlType) }
        let quarters = quarterFields.map {
            FormulaDatabase.Column($0.id + "_quarter", $0.type.sqlType)
        }
        return identity + attributes + fields + [FormulaDatabase.Column("reported", "INTEGER")]
            + quarters
    }

    /// The columns of `cur` and `prev` in rules: those of the view and, for an inspection form, what the
    /// engine adds; where a field has the name of an added one, the field stays.
    package var rowColumns: [FormulaDatabase.Column] {
        guard form.nature == .inspection else { return columns }
        let taken = Set(columns.map(\.name))
        return columns + Self.inspectionColumns.filter { !taken.contains($0.name) }
    }

    /// The columns of `roster` in rules: the entry's identity and its attributes by their plain names.
    package var rosterColumns: [FormulaDatabase.Column] {
        let identity = ["code", "name", "unit", "co_unit"]
        return identity.map { FormulaDatabase.Column($0, "TEXT") }
            + rosterAttributes.filter { !identity.contains($0) }
            .map { FormulaDatabase.Column($0, "") }
    }

    /// Names in formulas that no form may have.
    package static let reservedNames: Set = ["cur", "prev", "roster", "submission"]

    /// The columns of the view `submission`: one row an expected return of the period.
    package static let submissionColumns: [FormulaDatabase.Column] = [
        .init("unit", "TEXT"), .init("form", "TEXT"), .init("on_time", "INTEGER"),
        .init("first_ok_rows", "INTEGER"), .init("total_rows", "INTEGER"),
    ]

    /// What the engine adds to the record of an inspection form when rules look at it.
    package static let inspectionColumns: [FormulaDatabase.Column] = [
        .init("comparable", "INTEGER"), .init("deviation", "TEXT"), .init("adverse", "INTEGER"),
        .init("waited_days", "INTEGER"), .init("reported_value", ""),
    ]
}
