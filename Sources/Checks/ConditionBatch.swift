import Formulas

/// Many conditions over the rows of a return, asked in one pass: SQLite gives each row the set of
/// those that hold, as bits of an integer.
final class ConditionBatch {
    /// A condition with the name under which it is reported.
    struct Condition {
        let name: String
        let sql: String
    }

    private let conditions: [Condition]
    private let source: FormTables.Source
    private let database: FormulaDatabase
    private let queries: [FormulaStatement]

    /// The sign bit and one to spare.
    private static let width = 60

    init(
        _ conditions: [Condition], from source: FormTables.Source, in database: FormulaDatabase
    ) throws(CheckError) {
        self.conditions = conditions
        self.source = source
        self.database = database
        var queries: [FormulaStatement] = []
        for start in stride(from: 0, to: conditions.count, by: Self.width) {
            let chunk = conditions[start..<min(start + Self.width, conditions.count)]
            let bits = chunk.enumerated().map { bit, condition in
                "CASE WHEN (\(condition.sql)\n) THEN \(1 << bit) ELSE 0 END"
            }
            do {
                let sql =
                    "SELECT \(bits.joined(separator: "\n+ ")) FROM \(source.sql) ORDER BY \(source.order)"
                queries.append(try database.prepare(sql))
            } catch {
                throw .formula(chunk.map(\.name).joined(separator: ", "), error)
            }
        }
        self.queries = queries
    }

    /// Which conditions hold: one list a row, in the order of the rows, each in the order of the
    /// conditions.
    func hold(_ parameters: [String: SQLValue]) throws(CheckError) -> [[Int]] {
        var hold: [[Int]] = []
        for (chunk, query) in queries.enumerated() {
            let rows: [[SQLValue]]
            do {
                rows = try query.rows(parameters: parameters)
            } catch {
                throw culprit(parameters) ?? .formula("rules", error)
            }
            if hold.isEmpty { hold = Array(repeating: [], count: rows.count) }
            for (row, values) in rows.enumerated() {
                guard case .integer(var bits) = values[0], bits != 0 else { continue }
                var index = chunk * Self.width
                while bits != 0 {
                    if bits & 1 == 1 { hold[row].append(index) }
                    bits >>= 1
                    index += 1
                }
            }
        }
        return hold
    }

    /// After a failure: the first condition that fails by itself.
    private func culprit(_ parameters: [String: SQLValue]) -> CheckError? {
        for condition in conditions {
            do {
                let sql = "SELECT 1 FROM \(source.sql) WHERE (\(condition.sql)\n)"
                _ = try database.rows(sql, parameters: parameters)
            } catch {
                return .formula(condition.name, error)
            }
        }
        return nil
    }
}
