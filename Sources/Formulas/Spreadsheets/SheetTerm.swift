/// A value on its way into a spreadsheet's formula.
struct SheetTerm {
    var kind: Kind
    /// A formula that gives the value where it is known, something else of the kind where not, and never
    /// an error: `AND` and `OR` look at all their arguments.
    var text: String
    var known: SheetCondition
    /// The value where it is known when the formula is made.
    var constant: SQLValue?

    enum Kind {
        case integer, real, text, date, null

        var isNumber: Bool { self == .integer || self == .real }
    }

    static let null = SheetTerm(kind: .null, text: "0", known: .never, constant: .null)

    /// A value that is known; NULL for a number that no sheet can hold.
    init(_ constant: SQLValue) {
        switch constant {
        case .null: self = .null
        case .integer(let number):
            self.init(
                kind: .integer, text: number < 0 ? "(\(number))" : String(number), known: .always,
                constant: constant)
        case .real(let number):
            guard number.isFinite else {
                self = .null
                return
            }
            self.init(
                kind: .real, text: SheetFormula.literal(number), known: .always,
                constant: constant)
        case .text(let text):
            self.init(
                kind: .text, text: SheetFormula.literal(text), known: .always, constant: constant)
        }
    }

    init(kind: Kind, text: String, known: SheetCondition, constant: SQLValue? = nil) {
        self.kind = kind
        self.text = text
        self.known = known
        self.constant = constant
    }

    /// A cell; what stands in for an empty one is of the cell's kind, or nothing.
    init(
        cell: String, _ kind: SheetOperand.Kind, otherwise: SQLValue, serial: (String) -> Int?
    ) {
        let isEmpty = "LEN(TRIM(\(cell)))=0"
        switch kind {
        case .integer, .real, .date:
            self.kind = kind == .integer ? .integer : kind == .real ? .real : .date
            var replacement = otherwise.number.map { SheetFormula.literal($0) }
            if kind == .date, case .text(let day) = otherwise {
                replacement = serial(day).map(String.init)
            }
            // Of a date the day counts, not the hour.
            let value = kind == .date ? "INT(N(\(cell)))" : "N(\(cell))"
            known = .formula("ISNUMBER(\(cell))")
            text = value
            if let replacement {
                known = .any([known, .formula(isEmpty)])
                text = replacement == "0" ? value : "IF(ISNUMBER(\(cell)),\(value),\(replacement))"
            }
        case .text, .choice:
            self.kind = .text
            if case .choice(let values) = kind {
                known = .any(values.map { Self.isExactly(cell, $0) })
            } else {
                known = .all(
                    [.formula("LEN(TRIM(\(cell)))>0")]
                        + Self.emptyWords.map { Self.isExactly(cell, $0).negated })
            }
            text = "TRIM(\(cell))"
            if case .text(let replacement) = otherwise {
                known = .any([known, .formula(isEmpty)])
                text = "IF(\(isEmpty),\(SheetFormula.literal(replacement)),\(text))"
            }
        }
    }

    /// What says in a text column that there is nothing to say.
    private static let emptyWords = ["无", "/", "—", "-"]

    private static func isExactly(_ cell: String, _ value: String) -> SheetCondition {
        .formula("EXACT(TRIM(\(cell)),\(SheetFormula.literal(value)))")
    }
}

/// Where a condition is true, and where it is false; both are false where it is NULL.
struct SheetTruth {
    var holds: SheetCondition
    var fails: SheetCondition

    static let null = SheetTruth(holds: .never, fails: .never)

    var negated: SheetTruth { SheetTruth(holds: fails, fails: holds) }

    init(holds: SheetCondition, fails: SheetCondition) {
        self.holds = holds
        self.fails = fails
    }

    init(_ constant: Bool) {
        self.init(holds: constant ? .always : .never, fails: constant ? .never : .always)
    }

    static func all(_ parts: [SheetTruth]) -> SheetTruth {
        SheetTruth(holds: .all(parts.map(\.holds)), fails: .any(parts.map(\.fails)))
    }

    static func any(_ parts: [SheetTruth]) -> SheetTruth {
        SheetTruth(holds: .any(parts.map(\.holds)), fails: .all(parts.map(\.fails)))
    }
}
