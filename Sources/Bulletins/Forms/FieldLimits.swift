import Campaigns
import Formulas

/// The limits of a field in one row: those that are known when the form is issued, and those that hang
/// on other cells.
struct FieldLimits {
    var minimum: SQLValue?
    var maximum: SQLValue?
    var relations: [Relation] = []
    /// Formulas that have no counterpart on a sheet.
    var untold: [String] = []

    /// A limit that another cell sets.
    struct Relation {
        var isMaximum: Bool
        /// The limit, and where there is one.
        var limit: String
        var isKnown: SheetCondition
        var reads: [Field]
    }

    init(_ field: Field, in row: FormLayout.Row, of layout: FormLayout) {
        for (bound, isMaximum) in [(field.minimum, false), (field.maximum, true)] {
            switch bound {
            case nil: continue
            case .number(let number, _): set(.real(number), isMaximum: isMaximum)
            case .sql(let sql): read(sql, isMaximum: isMaximum, row, layout)
            }
        }
    }

    private mutating func set(_ value: SQLValue, isMaximum: Bool) {
        if isMaximum { maximum = value } else { minimum = value }
    }

    private mutating func read(
        _ sql: String, isMaximum: Bool, _ row: FormLayout.Row, _ layout: FormLayout
    ) {
        do throws(SheetFormulaError) {
            let formula = try SheetFormula(sql)
            let value = try formula.value(in: layout.context(of: row, isLimit: true))
            if let constant = value.constant {
                if !constant.isNull { set(constant, isMaximum: isMaximum) }
            } else {
                relations.append(
                    Relation(
                        isMaximum: isMaximum, limit: value.text, isKnown: value.isKnown,
                        reads: layout.fields(readBy: formula)))
            }
        } catch {
            untold.append(sql)
        }
    }
}

extension FormLayout {
    /// The cells of the row that a formula reads.
    func fields(readBy formula: SheetFormula) -> [Field] {
        let names = Set(
            formula.columns.filter { column in
                switch column.table?.lowercased() {
                case nil, "cur", form.id.lowercased(): true
                default: false
                }
            }.map { $0.name.lowercased() })
        return fields.filter { names.contains($0.id.lowercased()) }
    }
}
