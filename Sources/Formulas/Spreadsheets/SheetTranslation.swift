/// Takes a formula apart and puts it together again in a spreadsheet's words: the conditions.
struct SheetTranslation {
    let context: SheetContext

    init(_ context: SheetContext) {
        self.context = context
    }

    /// Cells take 8,192 characters; a part that is much longer than a formula that anyone wrote is given
    /// up before its copies double it.
    private static let longest = 6000

    func checked(_ text: String) throws(SheetFormulaError) {
        guard text.utf8.count <= Self.longest else { throw .tooLarge }
    }

    func truth(of node: FormulaNode) throws(SheetFormulaError) -> SheetTruth {
        let truth = try unchecked(node)
        try checked(truth.holds.text)
        try checked(truth.fails.text)
        return truth
    }

    private func unchecked(_ node: FormulaNode) throws(SheetFormulaError) -> SheetTruth {
        switch node.expression {
        case .boolean:
            return SheetTruth(node.bareText.uppercased() == "TRUE")
        case .unary("NOT", let operand):
            return try truth(of: operand).negated
        case .binary("AND", let left, let right):
            return .all([try truth(of: left), try truth(of: right)])
        case .binary("OR", let left, let right):
            return .any([try truth(of: left), try truth(of: right)])
        case .binary(let word, let left, let right) where Self.opposites[word] != nil:
            return try comparison(word, term(of: left), term(of: right), node)
        case .isNull(let operand):
            let known = try term(of: operand).known
            return SheetTruth(holds: known.negated, fails: known)
        case .among(let operand, let items):
            let one = try term(of: operand)
            var parts: [SheetTruth] = []
            for item in items { parts.append(try comparison("=", one, term(of: item), node)) }
            return parts.isEmpty ? SheetTruth(false) : .any(parts)
        case .between(let operand, let low, let high):
            let one = try term(of: operand)
            return .all([
                try comparison(">=", one, term(of: low), node),
                try comparison("<=", one, term(of: high), node),
            ])
        case .choice(let base, let branches, let otherwise):
            return try choice(base, branches, otherwise)
        default:
            // A number is true where it is not 0.
            return try comparison("<>", term(of: node), SheetTerm(.integer(0)), node)
        }
    }

    /// The first branch that is true decides; branches that are not known to be true are passed over.
    private func choice(
        _ base: FormulaNode?, _ branches: [FormulaNode.Branch], _ otherwise: FormulaNode?
    ) throws(SheetFormulaError) -> SheetTruth {
        var result =
            try otherwise.map { node throws(SheetFormulaError) in try truth(of: node) } ?? .null
        for branch in branches.reversed() {
            let condition = try condition(of: branch, base)
            let then = try truth(of: branch.result)
            result = SheetTruth(
                holds: Self.either(condition, then.holds, result.holds),
                fails: Self.either(condition, then.fails, result.fails))
            try checked(result.holds.text)
        }
        return result
    }

    /// Where a branch of `CASE` is taken.
    func condition(
        of branch: FormulaNode.Branch, _ base: FormulaNode?
    ) throws(SheetFormulaError) -> SheetCondition {
        guard let base else { return try truth(of: branch.condition).holds }
        return try comparison(
            "=", term(of: base), term(of: branch.condition), branch.condition
        ).holds
    }

    static func either(
        _ condition: SheetCondition, _ then: SheetCondition, _ otherwise: SheetCondition
    ) -> SheetCondition {
        switch condition {
        case .always: then
        case .never: otherwise
        case .formula: .any([.all([condition, then]), .all([condition.negated, otherwise])])
        }
    }

    // MARK: Comparisons

    private static let opposites = [
        "=": "<>", "<>": "=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<",
    ]

    func comparison(
        _ word: String, _ left: SheetTerm, _ right: SheetTerm, _ node: FormulaNode
    ) throws(SheetFormulaError) -> SheetTruth {
        if left.kind == .null || right.kind == .null { return .null }
        let word = word == "!=" ? "<>" : word
        guard let opposite = Self.opposites[word] else { throw .construct(node.text) }
        if let one = left.constant, let other = right.constant {
            return SheetTruth(try Self.holds(word, one, other, node))
        }
        let (left, right) = (try dated(left, beside: right), try dated(right, beside: left))
        let known = [left.known, right.known]
        if left.kind == .text, right.kind == .text {
            guard word == "=" || word == "<>" else { throw .construct(node.text) }
            // `=` of spreadsheets does not tell letter case apart.
            let same = SheetCondition.formula("EXACT(\(left.text),\(right.text))")
            let truth = SheetTruth(holds: .all(known + [same]), fails: .all(known + [same.negated]))
            return word == "=" ? truth : truth.negated
        }
        guard
            left.kind.isNumber && right.kind.isNumber || left.kind == .date && right.kind == .date
        else { throw .construct(node.text) }
        return SheetTruth(
            holds: .all(known + [.formula(left.text + word + right.text)]),
            fails: .all(known + [.formula(left.text + opposite + right.text)]))
    }

    /// An ISO text beside a date is the day that it names.
    private func dated(
        _ term: SheetTerm, beside other: SheetTerm
    ) throws(SheetFormulaError) -> SheetTerm {
        guard other.kind == .date, case .text(let text)? = term.constant else { return term }
        guard let serial = context.serial(text) else { throw .construct(text) }
        return SheetTerm(kind: .date, text: String(serial), known: .always, constant: nil)
    }

    /// Compares two values as SQLite does: numbers by value, texts by their bytes.
    private static func holds(
        _ word: String, _ one: SQLValue, _ other: SQLValue, _ node: FormulaNode
    ) throws(SheetFormulaError) -> Bool {
        if let one = one.number, let other = other.number {
            return order(word, isLess: one < other, isEqual: one == other)
        }
        guard case .text(let one) = one, case .text(let other) = other else {
            throw .construct(node.text)
        }
        return order(
            word, isLess: one.utf8.lexicographicallyPrecedes(other.utf8),
            isEqual: one.utf8.elementsEqual(other.utf8))
    }

    private static func order(_ word: String, isLess: Bool, isEqual: Bool) -> Bool {
        switch word {
        case "=": isEqual
        case "<>": !isEqual
        case "<": isLess
        case "<=": isLess || isEqual
        case ">": !isLess && !isEqual
        default: !isLess
        }
    }
}
