/// A value as SQLite knows it.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)

    package var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The number of an integer or a real; nil for text and NULL.
    package var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .real(let real): real
        case .null, .text: nil
        }
    }
}

extension SQLValue: CustomStringConvertible {
    /// The value as a person reads it: no trailing zeros, NULL as nothing.
    package var description: String {
        switch self {
        case .null: ""
        case .integer(let integer): String(integer)
        case .real(let real):
            real == real.rounded() && abs(real) < 1e15 ? String(Int(real)) : String(real)
        case .text(let text): text
        }
    }
}
