import Formulas
import TestSupport
import Testing
import Workbooks

/// What LibreOffice computes is what SQLite says, for formulas and rows that nobody chose.
struct SheetFormulaOfficeTests {
    @Test func `a spreadsheet finds the same rows as SQLite`() throws {
        guard let office = Office.path else { return Office.skip() }
        var made = FormulaMaker(seed: 20_200_700)
        let rows = (0..<60).map { _ in RandomRow(&made.random) }
        var formulas: [(sql: String, cells: [String])] = []
        while formulas.count < 150 {
            let sql = made.condition(depth: 3)
            guard let formula = try? SheetFormula(sql) else { continue }
            let cells = try? rows.indices.map { index in
                try formula.condition(in: rows[index].context(row: index + 1)).text
            }
            if let cells { formulas.append((sql, cells)) }
        }
        var sheet = SheetDraft(name: "Sheet1")
        sheet.rows = rows.indices.map { index in
            RowDraft(
                rows[index].cells
                    + formulas.map {
                        CellDraft(.formula("IF(\($0.cells[index]),1,0)", result: .blank))
                    })
        }
        let bytes = try WorkbookDraft(sheets: [sheet]).encoded()
        let computed = try #require(
            WorkbookReader.read(
                Office.recomputed(bytes, by: office), fileName: "book.xlsx"
            ).sheets.first)
        let database = try RandomRow.database(rows)
        var decided = 0
        for (place, formula) in formulas.enumerated() {
            let expected = try database.rows(
                "SELECT (\(formula.sql)) FROM cur JOIN prev USING (id) ORDER BY id")
            for (index, values) in expected.enumerated() {
                let isTrue = (values[0].number ?? 0) != 0
                if isTrue { decided += 1 }
                let cell = CellReference(
                    row: index + 1, column: RandomRow.columns.count + place + 1)
                #expect(
                    computed[cell]?.value.text == (isTrue ? "1" : "0"),
                    "\(formula.sql) in row \(index + 1): \(rows[index]), \(formula.cells[index])")
            }
        }
        // Neither all nor nothing, else the comparison says little.
        #expect(decided > 1000 && decided < 8000)
    }
}

/// A row of a form as a clerk may leave it, on the sheet and as SQL sees it.
struct RandomRow {
    static let columns = ["a", "b", "z", "r", "t", "d", "s"]
    let cells: [CellDraft?]
    let current: [SQLValue]
    let previous: [SQLValue]

    init(_ random: inout SmallRandom) {
        var cells: [CellDraft?] = []
        var current: [SQLValue] = []
        func put(_ cell: CellDraft.Content?, _ value: SQLValue) {
            cells.append(cell.map { CellDraft($0) })
            current.append(value)
        }
        for column in ["a", "b", "z"] {
            switch random.next(5) {
            case 0: put(nil, column == "z" ? .integer(0) : .null)
            // A word in a column of numbers is no number, and not 0 either.
            case 1: put(.string("—"), .null)
            default:
                let number = random.next(7) - 2
                put(.integer(number), .integer(number))
            }
        }
        let real = Double(random.next(9)) / 4
        random.next(4) == 0 ? put(nil, .null) : put(.decimal(real), .real(real))
        let choice = ["甲", "乙", "丙"][random.next(3)]
        random.next(4) == 0 ? put(.string("丁"), .null) : put(.string(choice), .text(choice))
        if let day = CivilDate(year: 2020, month: 6, day: 1 + random.next(30)) {
            random.next(4) == 0 ? put(nil, .null) : put(.date(day), .text(day.description))
        }
        let word = ["X", "x", "yes"][random.next(3)]
        random.next(4) == 0 ? put(.string(" "), .null) : put(.string(word), .text(word))
        self.cells = cells
        self.current = current
        previous = [
            random.next(3) == 0 ? .null : .integer(random.next(7) - 2),
            random.next(3) == 0 ? .null : .real(Double(random.next(9)) / 4),
            random.next(3) == 0 ? .null : .text(["甲", "乙"][random.next(2)]),
        ]
    }

    func context(row: Int) -> SheetContext {
        SheetContext(
            parameters: FormulaMaker.parameters, serial: { CivilDate($0)?.serial }
        ) { table, column in
            if table == "prev" {
                return ["a", "r", "t"].firstIndex(of: column).map { .constant(previous[$0]) }
            }
            guard let index = Self.columns.firstIndex(of: column) else { return nil }
            let cell = CellReference(row: row, column: index + 1).description
            return switch column {
            case "z": .cell(cell, .integer, otherwise: .integer(0))
            case "r": .cell(cell, .real)
            case "t": .cell(cell, .choice(["甲", "乙", "丙"]))
            case "d": .cell(cell, .date)
            case "s": .cell(cell, .text)
            default: .cell(cell, .integer)
            }
        }
    }

    static func database(_ rows: [RandomRow]) throws -> FormulaDatabase {
        let database = try FormulaDatabase()
        let id = FormulaDatabase.Column("id", "INTEGER PRIMARY KEY")
        let types = ["INTEGER", "INTEGER", "INTEGER", "REAL", "TEXT", "TEXT", "TEXT"]
        try database.createTable("cur", columns: [id] + zip(columns, types).map { .init($0, $1) })
        try database.createTable(
            "prev",
            columns: [id, .init("a", "INTEGER"), .init("r", "REAL"), .init("t", "TEXT")])
        try database.fill("cur", rows: rows.enumerated().map { [.integer($0)] + $1.current })
        try database.fill("prev", rows: rows.enumerated().map { [.integer($0)] + $1.previous })
        return database
    }
}

/// Conditions in the portable subset.
struct FormulaMaker {
    static let parameters: [String: SQLValue] = [:]
    var random: SmallRandom

    init(seed: UInt64) { random = SmallRandom(state: seed) }

    mutating func condition(depth: Int) -> String {
        guard depth > 0 else { return comparison(depth: 0) }
        switch random.next(8) {
        case 0: return "(\(condition(depth: depth - 1)) AND \(condition(depth: depth - 1)))"
        case 1: return "(\(condition(depth: depth - 1)) OR \(condition(depth: depth - 1)))"
        case 2: return "NOT (\(condition(depth: depth - 1)))"
        case 3: return "\(number(depth: 1)) IS \(random.next(2) == 0 ? "" : "NOT ")NULL"
        case 4: return "cur.t \(random.next(2) == 0 ? "" : "NOT ")IN ('甲', '丙')"
        case 5:
            return "CASE WHEN \(condition(depth: depth - 1)) THEN \(condition(depth: depth - 1))"
                + " ELSE \(condition(depth: depth - 1)) END"
        case 6:
            return "\(number(depth: 1)) \(random.next(2) == 0 ? "" : "NOT ")BETWEEN 0 AND 3"
        default: return comparison(depth: depth)
        }
    }

    private mutating func comparison(depth: Int) -> String {
        let word = ["=", "<>", "<", "<=", ">", ">="][random.next(6)]
        switch random.next(6) {
        case 0: return "cur.t \(random.next(2) == 0 ? "=" : "<>") prev.t"
        case 1: return "cur.s \(random.next(2) == 0 ? "=" : "<>") 'x'"
        case 2: return "cur.d \(word) '2020-06-15'"
        case 3: return "COALESCE(cur.t, '甲') = '甲'"
        default: return "\(number(depth: depth)) \(word) \(number(depth: depth))"
        }
    }

    private mutating func number(depth: Int) -> String {
        let leaves = ["cur.a", "cur.b", "cur.z", "cur.r", "prev.a", "prev.r", "2", "0.5", "-1"]
        guard depth > 0 else { return leaves[random.next(leaves.count)] }
        func inner() -> String { number(depth: depth - 1) }
        switch random.next(9) {
        case 0: return "(\(inner()) + \(inner()))"
        case 1: return "(\(inner()) - \(inner()))"
        case 2: return "(\(inner()) * \(inner()))"
        case 3: return "(cur.r / \(inner()))"
        case 4: return "COALESCE(\(inner()), \(inner()))"
        case 5: return "ABS(\(inner()))"
        case 6: return "\(random.next(2) == 0 ? "LEAST" : "GREATEST")(\(inner()), \(inner()))"
        case 7: return "CASE WHEN cur.t = '甲' THEN \(inner()) WHEN cur.b > 1 THEN \(inner()) END"
        default: return leaves[random.next(leaves.count)]
        }
    }
}

/// The same numbers on every machine.
struct SmallRandom {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
