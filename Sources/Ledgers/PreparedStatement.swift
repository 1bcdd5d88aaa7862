import CSQLite
import GRDB

/// A statement that is compiled once, however often it is run: values are bound and columns read by position.
///
/// The arguments and the rows of a GRDB statement are boxed and looked at several times, which for what is
/// asked and stored of every file takes longer than to find and to store it.
struct PreparedStatement {
    private let db: Database
    /// Holds what `handle` is the address of.
    private let statement: Statement
    private let handle: OpaquePointer

    fileprivate init(_ sql: String, _ db: Database) throws {
        self.db = db
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// Runs a statement that gives no rows.
    func run(_ bind: (inout ValueBinding) -> Void) throws {
        _ = try firstRow(bind) { _ in }
    }

    /// What `read` makes of the first row; nil where there is none.
    func firstRow<Value>(
        _ bind: (inout ValueBinding) -> Void, _ read: (StoredRow) throws -> Value
    ) throws -> Value? {
        begin(bind)
        defer { sqlite3_reset(handle) }
        return try next() ? read(StoredRow(handle)) : nil
    }

    /// Hands over each row in its turn.
    func eachRow(
        _ bind: (inout ValueBinding) -> Void, _ take: (StoredRow) throws -> Void
    ) throws {
        begin(bind)
        defer { sqlite3_reset(handle) }
        while try next() { try take(StoredRow(handle)) }
    }

    private func begin(_ bind: (inout ValueBinding) -> Void) {
        sqlite3_reset(handle)
        var binding = ValueBinding(handle)
        bind(&binding)
    }

    private func next() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
                message: db.lastErrorMessage)
        }
    }
}

extension Database {
    func prepared(_ sql: String) throws -> PreparedStatement { try PreparedStatement(sql, self) }

    /// Runs a statement that gives no rows, once.
    func insert(_ sql: String, _ bind: (inout ValueBinding) -> Void) throws {
        try prepared(sql).run(bind)
    }
}

/// Binds the values of a statement one by one, in the order of its parameters.
struct ValueBinding {
    private let statement: OpaquePointer
    private var position: Int32 = 0

    fileprivate init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    mutating func bind(_ integer: Int?) {
        position += 1
        if let integer {
            sqlite3_bind_int64(statement, position, Int64(integer))
        } else {
            sqlite3_bind_null(statement, position)
        }
    }

    mutating func bind(_ real: Double) {
        position += 1
        sqlite3_bind_double(statement, position, real)
    }

    mutating func bind(_ text: String?) {
        guard var text else {
            position += 1
            sqlite3_bind_null(statement, position)
            return
        }
        text.withUTF8 { bind($0) }
    }

    /// A text as UTF-8.
    mutating func bind(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { bind($0) }
    }

    private mutating func bind(_ text: UnsafeBufferPointer<UInt8>) {
        position += 1
        // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns. No address would be NULL, and
        // no text is none.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        text.withMemoryRebound(to: CChar.self) { text in
            _ = sqlite3_bind_text(
                statement, position, text.baseAddress ?? UnsafePointer(bitPattern: 1),
                Int32(text.count), transient)
        }
    }
}

/// A row that was found, its columns counted from 0; good until the next one is asked for.
struct StoredRow {
    private let statement: OpaquePointer

    fileprivate init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    /// 0 where there is none.
    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    /// Empty where there is none.
    func text(_ column: Int32) -> String {
        guard let text = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }
}
