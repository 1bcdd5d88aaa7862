/// A threshold that a formula asks a column to reach: `duty_days >= :ratio * :workdays`.
package struct FormulaThreshold: Hashable, Sendable {
    package var table: String?
    package var column: String
    /// The bound in the formula's own words; it holds no column, so it can be evaluated by itself.
    package var bound: String

    /// The thresholds of a formula, in its order: `column >= bound`, `column < bound` (reached where the
    /// comparison is false) and the same turned round; none of a formula that is not portable.
    package static func all(in sql: String) -> [FormulaThreshold] {
        var parser = FormulaParser(sql)
        guard let node = try? parser.parse() else { return [] }
        var thresholds: [FormulaThreshold] = []
        node.visit { part in
            guard case .binary(let sign, let left, let right) = part.expression else { return }
            let (column, bound): (FormulaNode, FormulaNode)
            switch sign {
            case ">=", "<": (column, bound) = (left, right)
            case "<=", ">": (column, bound) = (right, left)
            default: return
            }
            guard case .column(let table, let name) = column.expression, !bound.readsColumns else {
                return
            }
            let threshold = FormulaThreshold(table: table, column: name, bound: bound.text)
            if !thresholds.contains(threshold) { thresholds.append(threshold) }
        }
        return thresholds
    }
}

extension FormulaNode {
    fileprivate var readsColumns: Bool {
        var reads = false
        visit { part in
            switch part.expression {
            case .column, .foreign: reads = true
            default: break
            }
        }
        return reads
    }
}
