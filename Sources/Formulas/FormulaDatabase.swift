import CSQLite

/// The world in which a campaign's formulas run: tables in memory, nothing else in reach.
///
/// The owner fills tables; formulas only read them. An authorizer admits SELECT, the tables made here
/// and an allow-list of functions; a progress handler stops a runaway. `LEAST` and `GREATEST` are
/// registered as other engines have them: NULL if an argument is NULL.
///
/// Not thread-safe: one database, one thread.
package final class FormulaDatabase {
    private let connection: OpaquePointer
    private let guardian: FormulaGuardian
    /// The statements that empty and fill tables, by table.
    private var deletions: [String: FormulaStatement] = [:]
    private var insertions: [String: FormulaStatement] = [:]
    /// What begins and ends the filling of tables.
    private var frame: (begin: FormulaStatement, end: FormulaStatement)?

    /// One column of a table, with SQLite's type: `INTEGER`, `REAL` or `TEXT`.
    package struct Column: Hashable, Sendable {
        package var name: String
        package var type: String

        package init(_ name: String, _ type: String) {
            self.name = name
            self.type = type
        }
    }

    /// The functions that formulas may call, in lower case; `LEAST` and `GREATEST` among them.
    package static var functions: Set<String> { FormulaGuardian.functions }

    package init() throws(FormulaError) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(":memory:", &handle, flags, nil) == SQLITE_OK, let handle else {
            sqlite3_close_v2(handle)
            throw .unavailable("SQLite gives no database in memory")
        }
        connection = handle
        guardian = FormulaGuardian()
        registerPortableFunctions(on: connection)
        guardian.watch(connection)
    }

    deinit {
        sqlite3_close_v2(connection)
    }

    /// Makes an empty table; one of the same name is replaced.
    package func createTable(_ name: String, columns: [Column]) throws(FormulaError) {
        deletions[name] = nil
        insertions[name] = nil
        try asOwner("DROP TABLE IF EXISTS \(quoted(name))")
        let definitions = columns.map { "\(quoted($0.name)) \($0.type)" }.joined(separator: ", ")
        try asOwner("CREATE TABLE \(quoted(name)) (\(definitions))")
        guardian.tables.insert(name)
    }

    /// Empties a table and fills it with rows, each with a value for every column in order.
    ///
    /// Where the rows are numbered, the first column is their position and has no value in them.
    package func fill(
        _ name: String, rows: [[SQLValue]], areNumbered: Bool = false
    ) throws(FormulaError) {
        try fill([(name, rows)], areNumbered: areNumbered)
    }

    /// The same of several tables in one go.
    package func fill(
        _ tables: [(name: String, rows: [[SQLValue]])], areNumbered: Bool = false
    ) throws(FormulaError) {
        guardian.isOwnerAtWork = true
        defer { guardian.isOwnerAtWork = false }
        let (begin, commit) = try transaction()
        try begin.run(binding: [])
        defer { try? commit.run(binding: []) }
        for (name, rows) in tables { try replace(name, rows, areNumbered: areNumbered) }
    }

    private func replace(
        _ name: String, _ rows: [[SQLValue]], areNumbered: Bool
    ) throws(FormulaError) {
        try statement("DELETE FROM \(quoted(name))", of: name, in: &deletions).run(binding: [])
        guard let width = rows.first?.count else { return }
        let insertion = try statement(
            Self.insertion(into: name, width: areNumbered ? width + 1 : width), of: name,
            in: &insertions)
        for (position, row) in rows.enumerated() {
            precondition(row.count == width, "every row has a value for every column")
            try insertion.run(binding: row, behind: areNumbered ? position : nil)
        }
    }

    private func transaction() throws(FormulaError) -> (FormulaStatement, FormulaStatement) {
        if let frame { return frame }
        let frame = (
            try FormulaStatement("BEGIN", on: connection, guardian: guardian),
            try FormulaStatement("COMMIT", on: connection, guardian: guardian)
        )
        self.frame = frame
        return frame
    }

    private static func insertion(into name: String, width: Int) -> String {
        let holes = Array(repeating: "?", count: width).joined(separator: ",")
        return "INSERT INTO \(quoted(name)) VALUES (\(holes))"
    }

    private func statement(
        _ sql: @autoclosure () -> String, of table: String,
        in statements: inout [String: FormulaStatement]
    ) throws(FormulaError) -> FormulaStatement {
        if let statement = statements[table] { return statement }
        let statement = try FormulaStatement(sql(), on: connection, guardian: guardian)
        statements[table] = statement
        return statement
    }

    /// Compiles a query; the statement may be run again and again while the tables are refilled.
    package func prepare(_ sql: String) throws(FormulaError) -> FormulaStatement {
        try FormulaStatement(sql, on: connection, guardian: guardian)
    }

    /// Compiles and runs a query once.
    package func rows(
        _ sql: String, parameters: [String: SQLValue] = [:]
    ) throws(FormulaError) -> [[SQLValue]] {
        try prepare(sql).rows(parameters: parameters)
    }

    private func asOwner(_ sql: String) throws(FormulaError) {
        guardian.isOwnerAtWork = true
        defer { guardian.isOwnerAtWork = false }
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
            throw .unavailable(String(cString: sqlite3_errmsg(connection)))
        }
    }
}

/// A name as an SQL identifier.
package func quoted(_ identifier: String) -> String {
    let hasQuotes = identifier.utf8.contains(UInt8(ascii: "\""))
    return "\"" + (hasQuotes ? identifier.replacing("\"", with: "\"\"") : identifier) + "\""
}
