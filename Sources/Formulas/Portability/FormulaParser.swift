/// Reads the text of a formula by SQL's precedence; what the portable subset lacks is noted as a fault.
struct FormulaParser {
    /// Nesting beyond this is no formula that anyone wrote.
    private static let deepest = 100

    /// The parser met a word that cannot stand there.
    struct Surprise: Error {
        var word: String
    }

    let text: String
    private let tokens: [FormulaToken]
    private(set) var position = 0
    private var depth = 0
    private(set) var faults: [FormulaFault] = []

    init(_ text: String) {
        self.text = text
        tokens = FormulaLexer.tokens(of: text)
    }

    /// The whole formula; anything after it is a surprise.
    mutating func parse() throws(Surprise) -> FormulaNode {
        let node = try expression(above: 0)
        guard current.kind == .end else { throw surprise }
        return node
    }

    // MARK: Words

    var current: FormulaToken { tokens[position] }
    var surprise: Surprise { Surprise(word: String(text[current.range])) }

    var keyword: String? {
        guard case .name(let name) = current.kind else { return nil }
        return name.uppercased()
    }

    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    mutating func take(symbol: String) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func take(keyword word: String) -> Bool {
        guard keyword == word else { return false }
        advance()
        return true
    }

    mutating func require(symbol: String) throws(Surprise) {
        guard take(symbol: symbol) else { throw surprise }
    }

    mutating func require(keyword word: String) throws(Surprise) {
        guard take(keyword: word) else { throw surprise }
    }

    mutating func fault(_ construct: String, instead: String) {
        faults.append(.construct(construct, instead: instead))
    }

    /// What was taken since a position, as one part; its operands are taken before the call.
    func node(_ expression: FormulaNode.Expression, from start: Int) -> FormulaNode {
        let end = max(start, position - 1)
        return FormulaNode(
            expression: expression,
            text: String(text[tokens[start].range.lowerBound..<tokens[end].range.upperBound]))
    }

    // MARK: Operators

    /// How tightly an operator binds to what is left of it; nil where the word is no operator.
    private var precedence: Int? {
        switch current.kind {
        case .symbol(let symbol):
            switch symbol {
            case "=", "==", "<>", "!=": 4
            case "<", "<=", ">", ">=": 5
            case "<<", ">>", "&", "|": 6
            case "+", "-": 7
            case "*", "/", "%": 8
            case "||", "->": 9
            default: nil
            }
        case .name:
            switch keyword {
            case "OR": 1
            case "AND": 2
            case "IS", "IN", "LIKE", "BETWEEN", "NOT", "ISNULL", "NOTNULL", "GLOB", "REGEXP",
                "MATCH":
                4
            case "COLLATE": 10
            default: nil
            }
        default: nil
        }
    }

    mutating func expression(above limit: Int) throws(Surprise) -> FormulaNode {
        let start = position
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw surprise }
        var left = try prefix()
        while let precedence, precedence > limit {
            left = try infix(left, from: start, precedence: precedence)
        }
        return left
    }

    private mutating func prefix() throws(Surprise) -> FormulaNode {
        let start = position
        if take(keyword: "NOT") {
            let operand = try expression(above: 3)
            return node(.unary("NOT", operand), from: start)
        }
        for sign in ["-", "+"] where take(symbol: sign) {
            let operand = try expression(above: 9)
            return node(.unary(sign, operand), from: start)
        }
        if take(symbol: "~") {
            fault("~", instead: "CASE")
            let operand = try expression(above: 9)
            return node(.unary("-", operand), from: start)
        }
        return try primary()
    }

    private mutating func infix(
        _ left: FormulaNode, from start: Int, precedence: Int
    ) throws(Surprise) -> FormulaNode {
        if case .symbol(let symbol) = current.kind {
            advance()
            switch symbol {
            case "==": fault("==", instead: "=")
            case "%": fault("%", instead: "IN (…)")
            case "||", "->": fault(symbol, instead: "=")
            case "<<", ">>", "&", "|": fault(symbol, instead: "CASE")
            default: break
            }
            let right = try expression(above: precedence)
            return node(.binary(symbol, left, right), from: start)
        }
        let isNegated = take(keyword: "NOT")
        let word = keyword ?? ""
        advance()
        switch word {
        case "OR", "AND":
            let right = try expression(above: precedence)
            return node(.binary(word, left, right), from: start)
        case "IS":
            return try identity(left, from: start)
        case "ISNULL", "NOTNULL":
            fault(word, instead: word == "ISNULL" ? "IS NULL" : "IS NOT NULL")
            return negated(node(.isNull(left), from: start), word == "NOTNULL")
        case "NULL" where isNegated:
            fault("NOT NULL", instead: "IS NOT NULL")
            return negated(node(.isNull(left), from: start), true)
        case "IN":
            let items = try list()
            return negated(node(.among(left, items), from: start), isNegated)
        case "BETWEEN":
            let low = try expression(above: 4)
            try require(keyword: "AND")
            let high = try expression(above: 4)
            return negated(node(.between(left, low, high), from: start), isNegated)
        case "LIKE", "GLOB", "REGEXP", "MATCH":
            if word != "LIKE" { fault(word, instead: "LIKE") }
            let pattern = try expression(above: 4)
            if take(keyword: "ESCAPE") { _ = try expression(above: 4) }
            return negated(node(.binary("LIKE", left, pattern), from: start), isNegated)
        case "COLLATE":
            fault("COLLATE", instead: "=")
            advance()
            return left
        default:
            position -= 1
            throw surprise
        }
    }

    private mutating func identity(
        _ left: FormulaNode, from start: Int
    ) throws(Surprise) -> FormulaNode {
        let isNegated = take(keyword: "NOT")
        if take(keyword: "NULL") {
            return negated(node(.isNull(left), from: start), isNegated)
        }
        if take(keyword: "DISTINCT") { try require(keyword: "FROM") }
        fault(isNegated ? "IS NOT" : "IS", instead: "COALESCE(…) " + (isNegated ? "<>" : "="))
        let right = try expression(above: 4)
        return node(.binary("=", left, right), from: start)
    }

    /// `IS NOT NULL`, `NOT IN` and their like are the condition without the word, turned round.
    private func negated(_ node: FormulaNode, _ isNegated: Bool) -> FormulaNode {
        isNegated ? FormulaNode(expression: .unary("NOT", node), text: node.text) : node
    }
}
