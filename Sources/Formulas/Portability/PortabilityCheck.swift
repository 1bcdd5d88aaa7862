/// Tells what another SQL engine would refuse or compute otherwise in a campaign's formula.
///
/// It knows the tables and parameters that a formula may use, infers types from them, and where it
/// cannot know a type it takes the worse case only for `/` (a parameter that was left open may be an
/// integer). What a formula reads and whether SQLite takes it is for `FormulaDatabase` to say.
package struct PortabilityCheck {
    /// A column of a table, with what the check wants to know of it.
    package struct Column: Hashable, Sendable {
        /// As formulas write it; letter case does not matter.
        package var name: String
        /// SQLite's type; empty where it depends on the value.
        package var type: String
        /// False where every row has a value.
        package var isNullable: Bool
        /// The values of an enumeration.
        package var values: [String]?

        /// Without `values` nothing is known of what a text may be.
        package init(_ name: String, type: String, isNullable: Bool, values: [String]? = nil) {
            self.name = name
            self.type = type
            self.isNullable = isNullable
            self.values = values
        }
    }

    /// What a formula is for.
    package enum Purpose: Sendable {
        /// True or false of one row.
        case condition
        /// A value of one row.
        case value
        /// One number over many rows.
        case aggregate
        /// True or false over many rows.
        case aggregateCondition
    }

    let tables: [String: [Column]]
    let parameters: [String: SQLValue]
    var faults: [FormulaFault] = []
    /// Columns outside any aggregate, as written.
    var looseColumns: [String] = []
    var aggregates: [String] = []
    var isInAggregate = false

    /// Tables by the names that the formula knows them by; parameters without the colon.
    package init(tables: [String: [Column]], parameters: [String: SQLValue]) {
        self.tables = tables
        self.parameters = parameters
    }

    /// The faults of a formula in the order of its text, each once.
    package func faults(in sql: String, for purpose: Purpose) -> [FormulaFault] {
        var parser = FormulaParser(sql)
        let node: FormulaNode
        do {
            node = try parser.parse()
        } catch {
            return [.unreadable(error.word.isEmpty ? sql : error.word)]
        }
        var check = PortabilityCheck(tables: tables, parameters: parameters)
        check.faults = parser.faults
        let facts = check.facts(of: node)
        switch purpose {
        case .condition, .aggregateCondition: check.expectCondition(facts, node)
        case .aggregate where facts.type == .boolean: check.adviseCase(node)
        case .aggregate, .value: break
        }
        switch purpose {
        case .condition, .value:
            check.faults += check.aggregates.map { .aggregateOfRow($0) }
        case .aggregate, .aggregateCondition:
            check.faults += check.looseColumns.map { .construct($0, instead: "SUM(\($0))") }
        }
        var seen: Set<FormulaFault> = []
        return check.faults.filter { seen.insert($0).inserted }
    }

    // MARK: Expectations

    mutating func expectCondition(_ facts: Facts, _ node: FormulaNode) {
        switch facts.type {
        case .integer, .real: fault(node.text, instead: "\(node.text) = 1")
        case .text: fault(node.text, instead: "\(node.text) = '…'")
        case .boolean, .unknown: break
        }
    }

    mutating func expectNumber(_ facts: Facts, _ node: FormulaNode) {
        if facts.type == .boolean { adviseCase(node) }
        if facts.type == .text { fault(node.text, instead: "CASE WHEN … THEN 1 ELSE 0 END") }
    }

    mutating func adviseCase(_ node: FormulaNode) {
        fault(node.text, instead: "CASE WHEN \(node.text) THEN 1 ELSE 0 END")
    }

    mutating func fault(_ construct: String, instead: String) {
        faults.append(.construct(construct, instead: instead))
    }
}
