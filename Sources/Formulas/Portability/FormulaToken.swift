/// One word of a formula's text.
struct FormulaToken {
    var kind: Kind
    var range: Range<String.Index>

    enum Kind: Equatable {
        case number(isReal: Bool)
        case string(String)
        case name(String)
        /// In double quotes, backticks or square brackets.
        case quotedName(String)
        /// With its sign: `:month`, `@x`, `?`.
        case parameter(String)
        case symbol(String)
        case end
    }
}

/// Cuts a formula into words; what is no word of SQL becomes a symbol of one character.
struct FormulaLexer {
    private let text: String
    private var at: String.Index

    private static let pairs: Set = ["<=", ">=", "<>", "!=", "==", "||", "<<", ">>", "->"]

    static func tokens(of text: String) -> [FormulaToken] {
        var lexer = FormulaLexer(text: text, at: text.startIndex)
        var tokens: [FormulaToken] = []
        repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private init(text: String, at: String.Index) {
        self.text = text
        self.at = at
    }

    private mutating func next() -> FormulaToken {
        skipBlanks()
        let start = at
        let kind = kindOfNext()
        return FormulaToken(kind: kind, range: start..<at)
    }

    private mutating func kindOfNext() -> FormulaToken.Kind {
        guard at < text.endIndex else { return .end }
        let first = text[at]
        switch first {
        case "'": return .string(quoted(by: "'"))
        case "\"", "`": return .quotedName(quoted(by: first))
        case "[": return .quotedName(quoted(by: "]"))
        case "?", ":", "@", "$":
            text.formIndex(after: &at)
            return .parameter(String(first) + take { $0.isWordCharacter })
        case _ where first.isDigit || first == "." && peek(1)?.isDigit == true:
            return number()
        case _ where first.isWordCharacter:
            return .name(take { $0.isWordCharacter })
        default:
            let symbol = String(text[at...].prefix(2))
            let length = Self.pairs.contains(symbol) ? 2 : 1
            at = text.index(at, offsetBy: length)
            return .symbol(String(symbol.prefix(length)))
        }
    }

    private mutating func skipBlanks() {
        while at < text.endIndex {
            let rest = text[at...]
            if rest.hasPrefix("--") {
                at = rest.firstIndex(where: \.isNewline) ?? text.endIndex
            } else if rest.hasPrefix("/*") {
                at = rest.firstRange(of: "*/")?.upperBound ?? text.endIndex
            } else if text[at].isWhitespace {
                text.formIndex(after: &at)
            } else {
                return
            }
        }
    }

    /// The text between quotes; a doubled quote stands for one.
    private mutating func quoted(by quote: Character) -> String {
        var content = ""
        text.formIndex(after: &at)
        while at < text.endIndex {
            let character = text[at]
            text.formIndex(after: &at)
            if character == quote {
                guard at < text.endIndex, text[at] == quote else { break }
                text.formIndex(after: &at)
            }
            content.append(character)
        }
        return content
    }

    private mutating func number() -> FormulaToken.Kind {
        let digits = take { $0.isDigit || $0 == "." }
        var isReal = digits.contains(".")
        if let exponent = peek(0), exponent == "e" || exponent == "E" {
            let signed = peek(1) == "-" || peek(1) == "+"
            if peek(signed ? 2 : 1)?.isDigit == true {
                at = text.index(at, offsetBy: signed ? 2 : 1)
                _ = take { $0.isDigit }
                isReal = true
            }
        }
        return .number(isReal: isReal)
    }

    private mutating func take(while belongs: (Character) -> Bool) -> String {
        let start = at
        while at < text.endIndex, belongs(text[at]) { text.formIndex(after: &at) }
        return String(text[start..<at])
    }

    private func peek(_ distance: Int) -> Character? {
        guard let index = text.index(at, offsetBy: distance, limitedBy: text.endIndex),
            index < text.endIndex
        else { return nil }
        return text[index]
    }
}

extension Character {
    fileprivate var isDigit: Bool { "0" <= self && self <= "9" }
    /// Letters, digits and underscores, and everything beyond ASCII, as in SQLite.
    fileprivate var isWordCharacter: Bool {
        isDigit || self == "_" || "a"..."z" ~= self || "A"..."Z" ~= self
            || unicodeScalars.allSatisfy { $0.value > 127 } && !isWhitespace
    }
}
