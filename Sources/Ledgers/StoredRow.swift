import CSQLite

/// One row that a query gives, its columns read by their numbers from 0; good until the next row.
///
/// A row of GRDB is copied or looked at through several layers, which for the rows of returns takes longer
/// than to find them.
struct StoredRow {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    /// 0 for NULL.
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
