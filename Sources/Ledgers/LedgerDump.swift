import GRDB

/// The canonical text of a ledger: a line of JSON a row, table by table, in the order of their keys.
///
/// Two ledgers with the same text know the same; the caches, which may be lost, are not in it. Columns
/// are sorted by name, numbers have their shortest digits.
struct LedgerDump {
    let db: Database

    /// Hands over the lines of a table, line ends included.
    func lines(of table: (name: String, key: String), _ body: ([UInt8]) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM \(table.name) ORDER BY \(table.key)")
        while let row = try rows.next() {
            var members: JSONObject = ["table": .string(table.name)]
            for (column, value) in row { members[column] = try Self.json(value) }
            try body(JSON.object(members).bytes + [UInt8(ascii: "\n")])
        }
    }

    private static func json(_ value: DatabaseValue) throws -> JSON {
        switch value.storage {
        case .null: .null
        case .int64(let integer): .integer(Int(integer))
        case .double(let real): .real(real)
        case .string(let text): .string(text)
        case .blob: throw LedgerError.damaged("a column that no table has")
        }
    }
}

extension Ledger {
    /// Hands over the ledger's canonical text, line by line: equal text, equal knowledge.
    package func dump(_ body: ([UInt8]) -> Void) throws(LedgerError) {
        try reading { db in
            let dump = LedgerDump(db: db)
            for table in LedgerSchema.tables { try dump.lines(of: table) { body($0) } }
        }
    }
}
