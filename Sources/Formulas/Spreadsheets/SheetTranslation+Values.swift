/// The values.
extension SheetTranslation {
    func term(of node: FormulaNode) throws(SheetFormulaError) -> SheetTerm {
        let term = try unchecked(node)
        try checked(term.text)
        try checked(term.known.text)
        return term
    }

    private func unchecked(_ node: FormulaNode) throws(SheetFormulaError) -> SheetTerm {
        switch node.expression {
        case .number:
            let digits = node.bareText
            if let number = Int(digits) { return SheetTerm(.integer(number)) }
            guard let number = Double(digits) else { throw .construct(node.text) }
            return SheetTerm(.real(number))
        case .string(let text): return SheetTerm(.text(text))
        case .null: return .null
        case .parameter(let name):
            guard let value = context.parameters[String(name.dropFirst())] else {
                throw .parameter(name)
            }
            return SheetTerm(value)
        case .column(let table, let name):
            switch context.operand(table, name) {
            case .constant(let value): return SheetTerm(value)
            case .cell(let cell, let kind, let otherwise):
                return SheetTerm(cell: cell, kind, otherwise: otherwise, serial: context.serial)
            case nil: throw .column(node.text)
            }
        case .unary("-", let operand):
            return try arithmetic("-", SheetTerm(.integer(0)), term(of: operand), node)
        case .unary("+", let operand): return try term(of: operand)
        case .binary(let word, let left, let right) where ["+", "-", "*", "/"].contains(word):
            return try arithmetic(word, term(of: left), term(of: right), node)
        case .call(let name, let arguments, nil): return try call(name, arguments, node)
        case .choice(let base, let branches, let otherwise):
            return try choice(base, branches, otherwise, node)
        default: throw .construct(node.text)
        }
    }

    // MARK: Arithmetic

    private func arithmetic(
        _ word: String, _ left: SheetTerm, _ right: SheetTerm, _ node: FormulaNode
    ) throws(SheetFormulaError) -> SheetTerm {
        if left.kind == .null || right.kind == .null { return .null }
        guard left.kind.isNumber, right.kind.isNumber else { throw .construct(node.text) }
        let isInteger = left.kind == .integer && right.kind == .integer
        // SQL cuts off what does not go into the division of integers, and engines differ.
        if word == "/" && isInteger { throw .construct(node.text) }
        if let one = left.constant?.number, let other = right.constant?.number {
            return try folded(word, one, other, isInteger: isInteger, node)
        }
        var known = SheetCondition.all([left.known, right.known])
        var text = "(\(left.text)\(word)\(right.text))"
        if word == "/" {
            // Division by 0 is NULL.
            if let divisor = right.constant?.number {
                if divisor == 0 { return .null }
            } else {
                known = .all([known, .formula("\(right.text)<>0")])
                text = "IF(\(right.text)=0,0,\(left.text)/\(right.text))"
            }
        }
        return SheetTerm(kind: isInteger ? .integer : .real, text: text, known: known)
    }

    private func folded(
        _ word: String, _ one: Double, _ other: Double, isInteger: Bool, _ node: FormulaNode
    ) throws(SheetFormulaError) -> SheetTerm {
        let result: Double
        switch word {
        case "+": result = one + other
        case "-": result = one - other
        case "*": result = one * other
        default:
            if other == 0 { return .null }
            result = one / other
        }
        // Beyond this a double does not count in ones.
        guard abs(result) < 9e15 else { throw .construct(node.text) }
        return SheetTerm(isInteger ? .integer(Int(result)) : .real(result))
    }

    // MARK: Functions

    private func call(
        _ name: String, _ arguments: [FormulaNode], _ node: FormulaNode
    ) throws(SheetFormulaError) -> SheetTerm {
        var terms: [SheetTerm] = []
        for argument in arguments { terms.append(try term(of: argument)) }
        guard let first = terms.first else { throw .construct(node.text) }
        switch (name, terms.count) {
        case ("COALESCE", _):
            return try coalesced(terms, node)
        case ("NULLIF", 2):
            let same = try comparison("=", first, terms[1], node).holds
            if same == .always { return .null }
            var term = first
            term.known = .all([first.known, same.negated])
            if same != .never { term.constant = nil }
            return term
        case ("ABS", 1):
            return try applied("ABS", terms, node)
        case ("LEAST", 1...):
            return try applied("MIN", terms, node)
        case ("GREATEST", 1...):
            return try applied("MAX", terms, node)
        case ("ROUND", 1), ("ROUND", 2):
            if terms.count == 1 { terms.append(SheetTerm(.integer(0))) }
            guard case .integer(0...15)? = terms[1].constant else { throw .construct(node.text) }
            var term = try applied("ROUND", terms, node)
            if term.kind != .null { term.kind = .real }
            return term
        case ("LENGTH", 1):
            if first.kind == .null { return .null }
            guard first.kind == .text else { throw .construct(node.text) }
            return SheetTerm(kind: .integer, text: "LEN(\(first.text))", known: first.known)
        default:
            throw .construct(node.text)
        }
    }

    /// A function of numbers that is NULL where one of them is.
    private func applied(
        _ function: String, _ terms: [SheetTerm], _ node: FormulaNode
    ) throws(SheetFormulaError) -> SheetTerm {
        if terms.contains(where: { $0.kind == .null }) { return .null }
        guard terms.allSatisfy(\.kind.isNumber) else { throw .construct(node.text) }
        let isInteger = terms.allSatisfy { $0.kind == .integer }
        return SheetTerm(
            kind: isInteger ? .integer : .real,
            text: "\(function)(\(terms.map(\.text).joined(separator: ",")))",
            known: .all(terms.map(\.known)))
    }

    /// The first that is known.
    private func coalesced(
        _ terms: [SheetTerm], _ node: FormulaNode
    ) throws(SheetFormulaError) -> SheetTerm {
        var result = SheetTerm.null
        for term in terms.reversed() where term.kind != .null {
            result = try chosen(term.known, term, result, node)
        }
        return result
    }

    private func choice(
        _ base: FormulaNode?, _ branches: [FormulaNode.Branch], _ otherwise: FormulaNode?,
        _ node: FormulaNode
    ) throws(SheetFormulaError) -> SheetTerm {
        var result =
            try otherwise.map { node throws(SheetFormulaError) in try term(of: node) } ?? .null
        for branch in branches.reversed() {
            result = try chosen(
                condition(of: branch, base), term(of: branch.result), result, node)
            try checked(result.text)
        }
        return result
    }

    /// One value where a condition holds, another where not; both of one kind, or NULL.
    private func chosen(
        _ condition: SheetCondition, _ then: SheetTerm, _ otherwise: SheetTerm, _ node: FormulaNode
    ) throws(SheetFormulaError) -> SheetTerm {
        switch condition {
        case .always: return then
        case .never: return otherwise
        case .formula(let text):
            let kind: SheetTerm.Kind
            switch (then.kind, otherwise.kind) {
            case (.null, let other), (let other, .null): kind = other
            case (let one, let other) where one == other: kind = one
            case (let one, let other) where one.isNumber && other.isNumber: kind = .real
            default: throw .construct(node.text)
            }
            if kind == .null { return .null }
            return SheetTerm(
                kind: kind,
                text: then.kind == .null
                    ? otherwise.text
                    : otherwise.kind == .null
                        ? then.text : "IF(\(text),\(then.text),\(otherwise.text))",
                known: Self.either(condition, then.known, otherwise.known))
        }
    }
}
