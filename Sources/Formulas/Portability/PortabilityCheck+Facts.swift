/// What can be told of a part of a formula without running it.
struct Facts {
    var type: Kind
    var isNullable: Bool
    /// The values of the enumeration that it comes from.
    var values: [String]?
    /// The text of a literal.
    var literal: String?

    enum Kind { case integer, real, text, boolean, unknown }

    init(_ type: Kind, isNullable: Bool = false, values: [String]? = nil, literal: String? = nil) {
        self.type = type
        self.isNullable = isNullable
        self.values = values
        self.literal = literal
    }

    var isNumber: Bool { type == .integer || type == .real }
}

extension PortabilityCheck {
    mutating func facts(of node: FormulaNode) -> Facts {
        switch node.expression {
        case .number(let isReal): return Facts(isReal ? .real : .integer)
        case .string(let string): return Facts(.text, literal: string)
        case .null: return Facts(.unknown, isNullable: true)
        case .boolean: return Facts(.boolean)
        case .foreign: return Facts(.unknown)
        case .parameter(let name): return parameter(name)
        case .column(let table, let name): return column(table, name, node)
        case .call(let name, let arguments, let filter):
            return call(name, arguments, filter, node)
        case .unary("NOT", let operand):
            let facts = facts(of: operand)
            expectCondition(facts, operand)
            return Facts(.boolean, isNullable: facts.isNullable)
        case .unary(_, let operand):
            let facts = facts(of: operand)
            expectNumber(facts, operand)
            return Facts(facts.type, isNullable: facts.isNullable)
        case .binary(let word, let left, let right): return binary(word, left, right, node)
        case .isNull(let operand):
            _ = facts(of: operand)
            return Facts(.boolean)
        case .among(let operand, let items):
            let facts = facts(of: operand)
            for item in items { compare(facts, self.facts(of: item), node) }
            return Facts(.boolean, isNullable: facts.isNullable)
        case .between(let operand, let low, let high):
            let facts = facts(of: operand)
            for bound in [low, high] { compare(facts, self.facts(of: bound), node) }
            return Facts(.boolean, isNullable: facts.isNullable)
        case .choice(let base, let branches, let otherwise):
            return choice(base, branches, otherwise)
        case .cast(let operand, let type):
            let isNullable = facts(of: operand).isNullable
            switch type {
            case "INTEGER", "INT", "BIGINT": return Facts(.integer, isNullable: isNullable)
            case "TEXT", "VARCHAR", "CHAR": return Facts(.text, isNullable: isNullable)
            default: return Facts(.real, isNullable: isNullable)
            }
        }
    }

    // MARK: Names

    private mutating func parameter(_ name: String) -> Facts {
        guard let value = parameters[String(name.dropFirst())] else {
            faults.append(.unknownParameter(name))
            return Facts(.unknown)
        }
        switch value {
        case .null: return Facts(.unknown)
        case .integer: return Facts(.integer)
        case .real: return Facts(.real)
        case .text: return Facts(.text)
        }
    }

    private mutating func column(_ table: String?, _ name: String, _ node: FormulaNode) -> Facts {
        let lowered = name.lowercased()
        let reachable =
            table.map { table in tables.filter { $0.key.lowercased() == table.lowercased() } }
            ?? tables
        for table in reachable.keys.sorted() {
            guard let column = reachable[table]?.first(where: { $0.name.lowercased() == lowered })
            else { continue }
            if !isInAggregate { looseColumns.append(node.text) }
            return Facts(
                column.kind, isNullable: column.isNullable, values: column.values)
        }
        let candidates = tables.keys.sorted().flatMap { key in
            (tables[key] ?? []).map { table == nil ? $0.name : "\(key).\($0.name)" }
        }
        faults.append(.unknownColumn(node.text, candidates: candidates))
        return Facts(.unknown)
    }

    // MARK: Operators

    private mutating func binary(
        _ word: String, _ left: FormulaNode, _ right: FormulaNode, _ node: FormulaNode
    ) -> Facts {
        let (one, other) = (facts(of: left), facts(of: right))
        let isNullable = one.isNullable || other.isNullable
        switch word {
        case "AND", "OR":
            expectCondition(one, left)
            expectCondition(other, right)
            return Facts(.boolean, isNullable: isNullable)
        case "+", "-", "*", "/", "%":
            expectNumber(one, left)
            expectNumber(other, right)
            if word == "/", one.type != .real, other.type != .real {
                fault(node.text, instead: "1.0 * \(node.text)")
            }
            let isReal = one.type == .real || other.type == .real
            let isInteger = one.type == .integer && other.type == .integer
            return Facts(
                isReal ? .real : isInteger ? .integer : .unknown, isNullable: isNullable)
        case "||", "->":
            return Facts(.text, isNullable: isNullable)
        case "<<", ">>", "&", "|":
            return Facts(.integer, isNullable: isNullable)
        default:
            if word != "LIKE" { compare(one, other, node) }
            return Facts(.boolean, isNullable: isNullable)
        }
    }

    /// Text against number compares by type in SQLite and fails elsewhere; a literal that is no value
    /// of the enumeration never holds.
    private mutating func compare(_ one: Facts, _ other: Facts, _ node: FormulaNode) {
        let mixes = one.type == .text && other.isNumber || one.isNumber && other.type == .text
        if mixes { fault(node.text, instead: "CAST") }
        for (column, literal) in [(one, other), (other, one)] {
            guard let values = column.values, let text = literal.literal, !values.contains(text)
            else { continue }
            faults.append(.unknownValue(text, of: values))
        }
    }

    private mutating func choice(
        _ base: FormulaNode?, _ branches: [FormulaNode.Branch], _ otherwise: FormulaNode?
    ) -> Facts {
        let baseFacts = base.map { facts(of: $0) }
        var results: [Facts] = []
        for branch in branches {
            let condition = facts(of: branch.condition)
            if let baseFacts {
                compare(baseFacts, condition, branch.condition)
            } else {
                expectCondition(condition, branch.condition)
            }
            results.append(facts(of: branch.result))
        }
        if let otherwise { results.append(facts(of: otherwise)) }
        let isNullable = otherwise == nil || results.contains(where: \.isNullable)
        return joined(results, isNullable: isNullable)
    }

    /// The facts of a value that is one of several.
    func joined(_ several: [Facts], isNullable: Bool) -> Facts {
        var type = several.first?.type ?? .unknown
        for facts in several where facts.type != type {
            let isReal = type == .real && facts.isNumber || type == .integer && facts.type == .real
            type = isReal ? .real : .unknown
        }
        return Facts(
            type, isNullable: isNullable, values: several.lazy.compactMap(\.values).first)
    }
}

extension PortabilityCheck.Column {
    fileprivate var kind: Facts.Kind {
        switch type {
        case "INTEGER": .integer
        case "REAL": .real
        case "TEXT": .text
        default: .unknown
        }
    }
}
