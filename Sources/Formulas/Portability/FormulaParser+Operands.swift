/// The parts between operators: literals, names, calls, brackets, CASE.
extension FormulaParser {
    mutating func primary() throws(Surprise) -> FormulaNode {
        let start = position
        switch current.kind {
        case .number(let isReal):
            advance()
            return node(.number(isReal: isReal), from: start)
        case .string(let string):
            advance()
            return node(.string(string), from: start)
        case .parameter(let name):
            advance()
            if !name.hasPrefix(":") { fault(name, instead: ":name") }
            return node(.parameter(name), from: start)
        case .quotedName(let name):
            // SQLite reads a name in double quotes that it does not know as a text.
            fault(String(text[current.range]), instead: "'\(name)'")
            advance()
            return node(.foreign, from: start)
        case .symbol("("):
            return try group()
        case .name(let name):
            return try named(name, from: start)
        case .symbol, .end:
            throw surprise
        }
    }

    private mutating func group() throws(Surprise) -> FormulaNode {
        let start = position
        advance()
        if keyword == "SELECT" || keyword == "WITH" { return try subquery(from: start) }
        let inner = try expression(above: 0)
        try require(symbol: ")")
        return FormulaNode(
            expression: inner.expression, text: node(.foreign, from: start).text)
    }

    /// Skips to the bracket that closes the one already taken.
    private mutating func subquery(from start: Int) throws(Surprise) -> FormulaNode {
        fault("SELECT", instead: "SUM(…) FILTER (WHERE …)")
        var depth = 1
        while depth > 0 {
            if current.kind == .end { throw surprise }
            if current.kind == .symbol("(") { depth += 1 }
            if current.kind == .symbol(")") { depth -= 1 }
            advance()
        }
        return node(.foreign, from: start)
    }

    private mutating func named(_ name: String, from start: Int) throws(Surprise) -> FormulaNode {
        advance()
        switch name.uppercased() {
        case "NULL": return node(.null, from: start)
        case "TRUE", "FALSE": return node(.boolean, from: start)
        case "CASE": return try choice(from: start)
        case "CAST": return try cast(from: start)
        case "EXISTS":
            try require(symbol: "(")
            return try subquery(from: start)
        default: break
        }
        if current.kind == .symbol("(") { return try call(name, from: start) }
        guard take(symbol: ".") else { return node(.column(table: nil, name: name), from: start) }
        guard case .name(let column) = current.kind else { throw surprise }
        advance()
        return node(.column(table: name, name: column), from: start)
    }

    private mutating func call(_ name: String, from start: Int) throws(Surprise) -> FormulaNode {
        advance()
        var arguments: [FormulaNode] = []
        if take(symbol: "*") {
            try require(symbol: ")")
        } else if !take(symbol: ")") {
            _ = take(keyword: "DISTINCT")
            arguments = try items()
        }
        var filter: FormulaNode?
        if take(keyword: "FILTER") {
            try require(symbol: "(")
            try require(keyword: "WHERE")
            filter = try expression(above: 0)
            try require(symbol: ")")
        }
        if take(keyword: "OVER") {
            fault("OVER", instead: "SUM(…) FILTER (WHERE …)")
            try require(symbol: "(")
            return try subquery(from: start)
        }
        return node(.call(name.uppercased(), arguments: arguments, filter: filter), from: start)
    }

    mutating func list() throws(Surprise) -> [FormulaNode] {
        let start = position
        try require(symbol: "(")
        if keyword == "SELECT" { return [try subquery(from: start)] }
        return take(symbol: ")") ? [] : try items()
    }

    /// Expressions between commas, and the bracket that closes them.
    private mutating func items() throws(Surprise) -> [FormulaNode] {
        var items = [try expression(above: 0)]
        while take(symbol: ",") { items.append(try expression(above: 0)) }
        try require(symbol: ")")
        return items
    }

    private mutating func choice(from start: Int) throws(Surprise) -> FormulaNode {
        let base = keyword == "WHEN" ? nil : try expression(above: 0)
        var branches: [FormulaNode.Branch] = []
        while take(keyword: "WHEN") {
            let condition = try expression(above: 0)
            try require(keyword: "THEN")
            branches.append(.init(condition: condition, result: try expression(above: 0)))
        }
        let otherwise = take(keyword: "ELSE") ? try expression(above: 0) : nil
        try require(keyword: "END")
        return node(.choice(base: base, branches: branches, otherwise: otherwise), from: start)
    }

    private mutating func cast(from start: Int) throws(Surprise) -> FormulaNode {
        try require(symbol: "(")
        let inner = try expression(above: 0)
        try require(keyword: "AS")
        let type = keyword ?? ""
        advance()
        if take(symbol: "(") {
            while current.kind != .symbol(")"), current.kind != .end { advance() }
            try require(symbol: ")")
        }
        try require(symbol: ")")
        return node(.cast(inner, type: type), from: start)
    }
}
