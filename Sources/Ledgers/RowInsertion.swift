import CSQLite
import GRDB

/// Puts one row into a table, its values bound one by one in the order of the columns.
///
/// The arguments of a GRDB statement are boxed and looked at several times, which for the rows of a return
/// takes longer than to store them.
struct RowInsertion {
    private let statement: OpaquePointer
    private var column: Int32 = 0

    fileprivate init(_ statement: OpaquePointer) {
        self.statement = statement
        sqlite3_reset(statement)
    }

    mutating func bind(_ integer: Int?) {
        column += 1
        if let integer {
            sqlite3_bind_int64(statement, column, Int64(integer))
        } else {
            sqlite3_bind_null(statement, column)
        }
    }

    mutating func bind(_ real: Double) {
        column += 1
        sqlite3_bind_double(statement, column, real)
    }

    mutating func bind(_ text: String?) {
        guard var text else {
            column += 1
            sqlite3_bind_null(statement, column)
            return
        }
        text.withUTF8 { bind($0) }
    }

    /// A text as UTF-8.
    mutating func bind(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { bind($0) }
    }

    private mutating func bind(_ text: UnsafeBufferPointer<UInt8>) {
        column += 1
        // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns. No address would be NULL, and
        // no text is none.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        text.withMemoryRebound(to: CChar.self) { text in
            _ = sqlite3_bind_text(
                statement, column, text.baseAddress ?? UnsafePointer(bitPattern: 1),
                Int32(text.count), transient)
        }
    }

    fileprivate func run() -> Int32 {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        return code
    }
}

extension Database {
    /// Runs a statement that gives no rows; compiled once, however often it is run.
    func insert(_ sql: String, _ bind: (inout RowInsertion) -> Void) throws {
        var insertion = RowInsertion(try cachedStatement(sql: sql).sqliteStatement)
        bind(&insertion)
        guard insertion.run() == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
                message: lastErrorMessage)
        }
    }
}
