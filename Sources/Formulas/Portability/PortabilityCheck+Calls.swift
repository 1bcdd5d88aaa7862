extension PortabilityCheck {
    private static let aggregateNames: Set = ["COUNT", "SUM", "AVG", "MIN", "MAX"]

    mutating func call(
        _ name: String, _ arguments: [FormulaNode], _ filter: FormulaNode?, _ node: FormulaNode
    ) -> Facts {
        let isPick = (name == "MIN" || name == "MAX") && arguments.count > 1
        if isPick {
            let words = arguments.map(\.text).joined(separator: ", ")
            fault("\(name)(…, …)", instead: (name == "MIN" ? "LEAST" : "GREATEST") + "(\(words))")
        } else if Self.aggregateNames.contains(name) {
            return aggregate(name, arguments, filter, node)
        } else if !FormulaDatabase.functions.contains(name.lowercased()) {
            fault("\(name)(…)", instead: Self.substitutes[name] ?? Self.subset)
        }
        let facts = arguments.map { self.facts(of: $0) }
        if name == "LEAST" || name == "GREATEST" {
            checkPick(arguments, facts)
        }
        return result(of: name, facts)
    }

    private mutating func aggregate(
        _ name: String, _ arguments: [FormulaNode], _ filter: FormulaNode?, _ node: FormulaNode
    ) -> Facts {
        aggregates.append(node.text)
        let outer = isInAggregate
        isInAggregate = true
        defer { isInAggregate = outer }
        let facts = arguments.map { self.facts(of: $0) }
        if let filter { expectCondition(self.facts(of: filter), filter) }
        guard let argument = arguments.first, let first = facts.first else {
            return Facts(.integer)
        }
        switch name {
        case "COUNT":
            return Facts(.integer)
        case "SUM", "AVG":
            if first.type == .boolean {
                fault("\(name)(\(argument.text))", instead: counting(argument, filter))
            }
            if first.type == .text { expectNumber(first, argument) }
            let sum: Facts.Kind = first.type == .boolean ? .integer : first.type
            return Facts(name == "AVG" ? .real : sum, isNullable: true)
        default:
            if first.type == .boolean { adviseCase(argument) }
            return Facts(first.type, isNullable: true)
        }
    }

    private func counting(_ condition: FormulaNode, _ filter: FormulaNode?) -> String {
        let conditions = [filter?.text, condition.text].compactMap { $0 }
        return "COUNT(*) FILTER (WHERE \(conditions.joined(separator: " AND ")))"
    }

    /// Engines differ over NULL in `LEAST` and `GREATEST`.
    private mutating func checkPick(_ arguments: [FormulaNode], _ facts: [Facts]) {
        for (argument, facts) in zip(arguments, facts) {
            if facts.isNullable { fault(argument.text, instead: "COALESCE(\(argument.text), 0)") }
            expectNumber(facts, argument)
        }
    }

    private func result(of name: String, _ facts: [Facts]) -> Facts {
        let isNullable = facts.contains(where: \.isNullable)
        switch name {
        case "COALESCE", "IFNULL":
            return joined(facts, isNullable: facts.allSatisfy(\.isNullable))
        case "NULLIF":
            return Facts(facts.first?.type ?? .unknown, isNullable: true)
        case "LEAST", "GREATEST", "MIN", "MAX":
            return joined(facts, isNullable: isNullable)
        case "ABS":
            return Facts(facts.first?.type ?? .unknown, isNullable: isNullable)
        case "ROUND":
            return Facts(.real, isNullable: isNullable)
        case "LENGTH":
            return Facts(.integer, isNullable: isNullable)
        case "LOWER", "UPPER", "SUBSTR", "TRIM":
            return Facts(.text, isNullable: isNullable)
        case "LIKE":
            return Facts(.boolean, isNullable: isNullable)
        default:
            return Facts(.unknown, isNullable: isNullable)
        }
    }

    private static let subset = "COUNT, SUM, CASE, COALESCE, LEAST, GREATEST"

    /// What says the same in the portable subset.
    private static let substitutes = [
        "IFNULL": "COALESCE(…, …)", "NVL": "COALESCE(…, …)", "ISNULL": "COALESCE(…, …)",
        "IIF": "CASE WHEN … THEN … ELSE … END", "IF": "CASE WHEN … THEN … ELSE … END",
        "TOTAL": "COALESCE(SUM(…), 0)", "INSTR": "LIKE '%…%'", "GLOB": "LIKE",
        "STRFTIME": ":period, :month", "DATE": ":asof", "DATETIME": ":asof", "TIME": ":asof",
        "JULIANDAY": ":workdays, :days_in_month", "CURRENT_DATE": ":asof", "MOD": "IN (…)",
        "SUBSTRING": "SUBSTR(…, …)", "LEN": "LENGTH(…)", "MEAN": "AVG(…)",
    ]
}
