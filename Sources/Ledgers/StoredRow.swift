import CSQLite
import GRDB

/// One row that a query gives, its columns read by their numbers from 0; good until the next row.
///
/// A row of GRDB is copied or looked at through several layers, which for the rows of returns takes longer
/// than to find them.
struct StoredRow {
    fileprivate let statement: OpaquePointer

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    /// Nil for NULL.
    func optionalInteger(_ column: Int32) -> Int? {
        isNull(column) ? nil : integer(column)
    }

    /// Empty for NULL.
    func text(_ column: Int32) -> String {
        withText(column) { String(decoding: $0, as: UTF8.self) }
    }

    /// Nil for NULL.
    func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// Shows a text's bytes where they lie.
    func withText<Value>(
        _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
    ) rethrows -> Value {
        // The bytes are counted after they were asked for, as SQLite wants it.
        let start = sqlite3_column_text(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    private func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(statement, column) == SQLITE_NULL
    }
}

extension Database {
    /// Walks through the rows of a query; compiled once, however often it is asked.
    ///
    /// `body` does not ask the same query.
    func forEachRow(
        _ sql: String, _ arguments: StatementArguments, _ body: (StoredRow) throws -> Void
    ) throws {
        let query = try cachedStatement(sql: sql)
        try query.setArguments(arguments)
        let statement = query.sqliteStatement
        sqlite3_reset(statement)
        defer { sqlite3_reset(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(StoredRow(statement: statement))
            case SQLITE_DONE: return
            default:
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
                    message: lastErrorMessage, sql: sql)
            }
        }
    }
}
