/// A formula in SQL that is to stand on a sheet as a spreadsheet's own formula.
///
/// SQL has three answers, a spreadsheet's condition two: every condition is taken as two, one that says
/// where it is true and one that says where it is false; where a value is NULL neither holds. An empty
/// cell is never 0, unless the column says so. Only functions that every program since Excel 2007 has
/// are used, and none that gives an error.
package struct SheetFormula {
    private let node: FormulaNode
    /// The columns that it names, in order, each once.
    package let columns: [Column]

    /// A column as the formula names it.
    package struct Column: Hashable, Sendable {
        package var table: String?
        package var name: String
    }

    /// - Throws: `.unreadable` for what is not in the portable subset.
    package init(_ sql: String) throws(SheetFormulaError) {
        var parser = FormulaParser(sql)
        do {
            node = try parser.parse()
        } catch {
            throw .unreadable
        }
        guard parser.faults.isEmpty else { throw .unreadable }
        var columns: [Column] = []
        node.visit { part in
            guard case .column(let table, let name) = part.expression else { return }
            let column = Column(table: table, name: name)
            if !columns.contains(column) { columns.append(column) }
        }
        self.columns = columns
    }

    /// Where the formula is true; false where it is false or NULL, as a rule's condition is read.
    package func condition(
        in context: SheetContext
    ) throws(SheetFormulaError) -> SheetCondition {
        let truth = try SheetTranslation(context).truth(of: node)
        try Self.check(truth.holds.text)
        return truth.holds
    }

    /// A value, and where there is one; where there is none, what the value says means nothing.
    package func value(
        in context: SheetContext
    ) throws(SheetFormulaError) -> (text: String, isKnown: SheetCondition, constant: SQLValue?) {
        let term = try SheetTranslation(context).term(of: node)
        try Self.check(term.text)
        return (term.text, term.known, term.constant)
    }

    /// Excel nests functions 64 deep.
    private static func check(_ text: String) throws(SheetFormulaError) {
        var depth = 0
        var isText = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "(") where !isText: depth += 1
            case UInt8(ascii: ")") where !isText: depth -= 1
            default: continue
            }
            guard depth <= 50 else { throw .tooLarge }
        }
    }

    /// A text as a formula writes it; longer ones in pieces, for 255 characters are the most.
    package static func literal(_ text: String) -> String {
        var pieces: [String] = []
        var piece = ""
        for character in text {
            if piece.utf16.count + character.utf16.count > 250 {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        pieces.append(piece)
        let quoted = pieces.map { piece in
            "\""
                + piece.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\""
        }
        return quoted.count == 1 ? quoted[0] : "(\(quoted.joined(separator: "&")))"
    }

    /// A number as a formula writes it, in brackets where a sign would bind to what stands before.
    package static func literal(_ number: Double) -> String {
        let text =
            number == number.rounded() && abs(number) < 1e15
            ? String(Int(number)) : "\(number)".uppercased()
        return number < 0 ? "(\(text))" : text
    }
}

extension FormulaNode {
    /// The words of a literal without the brackets around it.
    var bareText: String {
        text.filter { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    }

    /// Hands over every part, the whole first.
    func visit(_ body: (FormulaNode) -> Void) {
        body(self)
        let parts: [FormulaNode?] =
            switch expression {
            case .number, .string, .null, .boolean, .parameter, .column, .foreign: []
            case .call(_, let arguments, let filter): arguments + [filter]
            case .unary(_, let operand), .isNull(let operand), .cast(let operand, _): [operand]
            case .binary(_, let left, let right): [left, right]
            case .among(let operand, let items): [operand] + items
            case .between(let operand, let low, let high): [operand, low, high]
            case .choice(let base, let branches, let otherwise):
                [base] + branches.flatMap { [$0.condition, $0.result] } + [otherwise]
            }
        for part in parts { part?.visit(body) }
    }
}
