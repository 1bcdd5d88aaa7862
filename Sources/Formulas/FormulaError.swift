/// Why a formula did not run.
package enum FormulaError: Error, Hashable, Sendable {
    /// SQLite's own words about the text of the formula.
    case syntax(String)
    /// The formula reaches for something that formulas may not touch: a table, a function, a pragma.
    case denied(String)
    /// The formula ran longer than its allowance of steps.
    case runaway
    /// The formula fell over while running (an overflow, a type).
    case failed(String)
    /// No memory or a fault of ours.
    case unavailable(String)
}

extension FormulaError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .syntax(let reason), .failed(let reason), .unavailable(let reason): reason
        case .denied(let what): "not allowed: \(what)"
        case .runaway: "takes too long"
        }
    }
}
