import CSQLite

/// A compiled query of a campaign: what it reads is known, and it runs with named parameters.
package final class FormulaStatement {
    /// A column that the query reads.
    package struct ColumnRead: Hashable, Sendable, Comparable {
        package var table: String
        package var column: String

        package static func < (left: Self, right: Self) -> Bool {
            (left.table, left.column) < (right.table, right.column)
        }
    }

    private let statement: OpaquePointer
    private let connection: OpaquePointer
    private let guardian: FormulaGuardian
    /// Every column of the tables that the query reads, sorted.
    package let columnsRead: [ColumnRead]
    /// The names of its parameters without the colon, sorted.
    package let parameters: [String]
    /// The same in their places, from 1 on; nil for one without a name.
    private let names: [String?]

    init(
        _ sql: String, on connection: OpaquePointer, guardian: FormulaGuardian
    ) throws(FormulaError) {
        guardian.startCompiling()
        var handle: OpaquePointer?
        var rest = ""
        let code = sql.withCString { text -> Int32 in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v2(connection, text, -1, &handle, &tail)
            rest = tail.map { String(cString: $0) } ?? ""
            return code
        }
        guard code == SQLITE_OK, let handle else {
            let reason = String(cString: sqlite3_errmsg(connection))
            sqlite3_finalize(handle)
            if let denied = guardian.denied { throw .denied(denied) }
            throw .syntax(code == SQLITE_OK ? "empty" : reason)
        }
        guard rest.allSatisfy(\.isWhitespace) else {
            sqlite3_finalize(handle)
            throw .syntax("more than one statement")
        }
        // REINDEX and EXPLAIN pass the authorizer; harmless, but they compute nothing.
        let isQuery = sqlite3_column_count(handle) > 0 && sqlite3_stmt_isexplain(handle) == 0
        guard isQuery || guardian.isOwnerAtWork else {
            sqlite3_finalize(handle)
            throw .syntax("not a query")
        }
        statement = handle
        self.connection = connection
        self.guardian = guardian
        columnsRead = guardian.columnsRead.sorted()
        names = (1..<max(1, sqlite3_bind_parameter_count(handle) + 1))
            .map { sqlite3_bind_parameter_name(handle, $0).map { String(cString: $0 + 1) } }
        parameters = names.compactMap { $0 }.sorted()
    }

    deinit {
        sqlite3_finalize(statement)
    }

    /// Runs the query; a parameter without a value is NULL, a value without a parameter is left aside.
    package func rows(parameters: [String: SQLValue]) throws(FormulaError) -> [[SQLValue]] {
        for (place, name) in names.enumerated() {
            bind(name.flatMap { parameters[$0] } ?? .null, at: Int32(place) + 1)
        }
        return try run()
    }

    /// Runs a statement that gives no rows, with values by position, perhaps a number before them.
    func run(binding values: [SQLValue], behind number: Int? = nil) throws(FormulaError) {
        var index: Int32 = 0
        if let number {
            index += 1
            sqlite3_bind_int64(statement, index, Int64(number))
        }
        for value in values {
            index += 1
            bind(value, at: index)
        }
        _ = try run()
    }

    private func run() throws(FormulaError) -> [[SQLValue]] {
        defer { sqlite3_reset(statement) }
        guardian.startRunning()
        var rows: [[SQLValue]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                rows.append((0..<sqlite3_column_count(statement)).map { value(at: $0) })
            case SQLITE_DONE:
                return rows
            case SQLITE_INTERRUPT:
                throw .runaway
            default:
                throw .failed(String(cString: sqlite3_errmsg(connection)))
            }
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) {
        switch value {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let integer): sqlite3_bind_int64(statement, index, Int64(integer))
        case .real(let real): sqlite3_bind_double(statement, index, real)
        case .text(let text):
            // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
            let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            var text = text
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { bytes in
                    // No address would be NULL, and no text is none.
                    _ = sqlite3_bind_text(
                        statement, index, bytes.baseAddress ?? UnsafePointer(bitPattern: 1),
                        Int32(bytes.count), transient)
                }
            }
        }
    }

    private func value(at index: Int32) -> SQLValue {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: .integer(Int(sqlite3_column_int64(statement, index)))
        case SQLITE_FLOAT: .real(sqlite3_column_double(statement, index))
        case SQLITE_TEXT:
            sqlite3_column_text(statement, index).map { .text(String(cString: $0)) } ?? .null
        default: .null
        }
    }
}
