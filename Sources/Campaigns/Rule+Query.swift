extension Rule {
    /// The tables that a rule in SQL of this kind sees, each with the rows that it is about.
    ///
    /// All but `form` hold one row a table when the rule runs; `cur` of a `form` rule holds the return.
    package var tables: [String] {
        switch kind {
        case .month: ["cur", "prev", "roster"]
        case .row, .roster, .inspection: ["cur", "roster"]
        case .form: ["cur"]
        case .file, .cell, .screen: []
        }
    }

    /// The query that gives one value, true where the rule is violated; nil for a built-in check.
    package var query: String? {
        guard case .sql(let condition) = test, !tables.isEmpty else { return nil }
        // On lines of its own: a comment at its end ends there.
        return "SELECT (\n\(condition)\n) FROM \(tables.joined(separator: ", "))"
    }
}
