/// A formula taken apart, as far as the question of portability needs it.
struct FormulaNode {
    var expression: Expression
    /// The formula's own words for this part, to be quoted.
    var text: String

    indirect enum Expression {
        case number(isReal: Bool)
        case string(String)
        case null
        case boolean
        case parameter(String)
        case column(table: String?, name: String)
        case call(String, arguments: [FormulaNode], filter: FormulaNode?)
        /// `-`, `+` and `NOT`.
        case unary(String, FormulaNode)
        /// Comparison, arithmetic, `AND`, `OR`, `LIKE`; names in upper case.
        case binary(String, FormulaNode, FormulaNode)
        case isNull(FormulaNode)
        case among(FormulaNode, [FormulaNode])
        case between(FormulaNode, FormulaNode, FormulaNode)
        case choice(base: FormulaNode?, branches: [Branch], otherwise: FormulaNode?)
        case cast(FormulaNode, type: String)
        /// What is outside the portable subset and not looked into (a subquery, a window).
        case foreign
    }

    struct Branch {
        var condition: FormulaNode
        var result: FormulaNode
    }
}

/// What is wrong with a formula though SQLite may take it.
package enum FormulaFault: Hashable, Sendable {
    /// Another engine refuses it or computes something else.
    case construct(String, instead: String)
    /// A literal compared with an enumeration that lacks it.
    case unknownValue(String, of: [String])
    case unknownColumn(String, candidates: [String])
    /// With the colon.
    case unknownParameter(String)
    /// The text could not be followed beyond a word; SQLite says whether it is SQL at all.
    case unreadable(String)
    /// An aggregate in a formula over a single row.
    case aggregateOfRow(String)
}
