import Formulas
import Testing

struct FormulaDatabaseTests {
    let database: FormulaDatabase

    init() throws {
        database = try FormulaDatabase()
        try database.createTable(
            "rural",
            columns: [.init("cadres", "INTEGER"), .init("paid", "REAL"), .init("site", "TEXT")])
        try database.fill(
            "rural",
            rows: [
                [.integer(7), .real(1.5), .text("达标")], [.integer(5), .null, .text("无场所")],
                [.null, .real(2), .null],
            ])
    }

    private func value(_ sql: String, _ parameters: [String: SQLValue] = [:]) throws -> SQLValue? {
        try database.rows(sql, parameters: parameters).first?.first
    }

    private func error(_ sql: String) -> FormulaError? {
        do throws(FormulaError) {
            _ = try database.rows(sql)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a formula reads the tables that its owner made`() throws {
        #expect(try value("SELECT SUM(cadres) FROM rural") == .integer(12))
        #expect(try value("SELECT COUNT(*) FILTER (WHERE site = '达标') FROM rural") == .integer(1))
        #expect(try value("SELECT SUM(paid) FILTER (WHERE cadres > 9) FROM rural") == .null)
    }

    @Test(arguments: [
        "PRAGMA database_list", "ATTACH ':memory:' AS other", "DETACH main", "DROP TABLE rural",
        "DELETE FROM rural", "UPDATE rural SET cadres = 1", "INSERT INTO rural VALUES (1, 2, 3)",
        "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "BEGIN", "VACUUM", "ANALYZE", "REINDEX",
        "SELECT * FROM sqlite_master", "SELECT name FROM pragma_table_info('rural')",
        "SELECT load_extension('x')", "SELECT random()", "SELECT writefile('x', 'y')",
        "SELECT strftime('%s', 'now')", "SELECT * FROM json_each('[1]')", "EXPLAIN SELECT 1",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n",
    ])
    func `a formula reaches nothing else`(sql: String) throws {
        #expect(error(sql) != nil)
        #expect(try value("SELECT COUNT(*) FROM rural") == .integer(3))
    }

    @Test func `what is denied is named`() {
        #expect(error("SELECT random()") == .denied("random"))
        #expect(error("SELECT sql FROM sqlite_master") == .denied("sqlite_master"))
    }

    @Test func `one text is one statement`() {
        #expect(error("SELECT 1; SELECT 2") == .syntax("more than one statement"))
        #expect(error("") == .syntax("empty"))
        #expect(error("SELECT (1") != nil)
    }

    @Test(.timeLimit(.minutes(5))) func `a runaway is stopped and the next formula runs`() throws {
        try database.fill(
            "rural", rows: (0..<1000).map { [.integer($0), .real(0), .text("")] })
        #expect(
            error("SELECT SUM(a.cadres * b.cadres * c.cadres) FROM rural a, rural b, rural c")
                == .runaway)
        #expect(try value("SELECT COUNT(*) FROM rural") == .integer(1000))
    }

    @Test(arguments: [
        ("LEAST(3, 1, 2)", SQLValue.integer(1)), ("GREATEST(3, 1.5)", .integer(3)),
        ("LEAST(1.5, 2)", .real(1.5)), ("LEAST(1, NULL)", .null), ("GREATEST(NULL, 1)", .null),
        ("LEAST(NULL, NULL)", .null), ("GREATEST(2)", .integer(2)), ("least(-1, 0)", .integer(-1)),
    ])
    func `LEAST and GREATEST are as in other engines`(sql: String, expected: SQLValue) throws {
        #expect(try value("SELECT \(sql)") == expected)
    }

    @Test func `LEAST of texts fails instead of guessing`() {
        #expect(error("SELECT LEAST('a', 1)") == .failed("LEAST and GREATEST take numbers"))
    }

    @Test func `the columns that a formula reads are known`() throws {
        try database.createTable("prev", columns: [.init("cadres", "INTEGER")])
        let statement = try database.prepare(
            "SELECT rural.cadres < prev.cadres AND rural.site = '达标' FROM rural, prev")
        #expect(
            statement.columnsRead.map { "\($0.table).\($0.column)" }
                == ["prev.cadres", "rural.cadres", "rural.site"])
        #expect(try database.prepare("SELECT COUNT(*) FROM rural").columnsRead.isEmpty)
    }

    @Test func `a parameter without a value is NULL, and none outlives its run`() throws {
        let statement = try database.prepare(
            "SELECT COUNT(*) FROM rural WHERE cadres > :least AND site = :site")
        #expect(statement.parameters == ["least", "site"])
        let parameters: [String: SQLValue] = [
            "least": .integer(6), "site": .text("达标"), "unused": .real(1),
        ]
        #expect(try statement.rows(parameters: parameters) == [[.integer(1)]])
        #expect(try statement.rows(parameters: ["least": .integer(6)]) == [[.integer(0)]])
    }

    @Test func `a statement sees the tables as they are filled anew`() throws {
        let statement = try database.prepare("SELECT SUM(cadres) FROM rural")
        try database.fill("rural", rows: [[.integer(1), .null, .null]])
        #expect(try statement.rows(parameters: [:]) == [[.integer(1)]])
        try database.fill("rural", rows: [])
        #expect(try statement.rows(parameters: [:]) == [[.null]])
    }
}
