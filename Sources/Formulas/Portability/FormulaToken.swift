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
    private let text: String.UnicodeScalarView
    private var at: String.Index

    private static let pairs: Set = ["<=", ">=", "<>", "!=", "==", "||", "<<", ">>", "->"]

    static func tokens(of text: String) -> [FormulaToken] {
        var lexer = FormulaLexer(text: text.unicodeScalars, at: text.startIndex)
        var tokens: [FormulaToken] = []
        repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private init(text: String.UnicodeScalarView, at: String.Index) {
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
        guard let first = peek(0) else { return .end }
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
            if Self.pairs.contains(symbol) {
                at = text.index(at, offsetBy: 2)
                return .symbol(symbol)
            }
            text.formIndex(after: &at)
            return .symbol(String(first))
        }
    }

    private mutating func skipBlanks() {
        while let first = peek(0) {
            if first == "-", peek(1) == "-" {
                at = text[at...].firstIndex(where: \.isLineEnd) ?? text.endIndex
            } else if first == "/", peek(1) == "*" {
                repeat {
                    text.formIndex(after: &at)
                } while !(peek(0) == "*" && peek(1) == "/") && at < text.endIndex
                at = text.index(at, offsetBy: 2, limitedBy: text.endIndex) ?? text.endIndex
            } else if first.isBlank {
                text.formIndex(after: &at)
            } else {
                return
            }
        }
    }

    /// The text between quotes; a doubled quote stands for one.
    private mutating func quoted(by quote: Unicode.Scalar) -> String {
        var content = String.UnicodeScalarView()
        text.formIndex(after: &at)
        while let scalar = peek(0) {
            text.formIndex(after: &at)
            if scalar == quote {
                guard peek(0) == quote else { break }
                text.formIndex(after: &at)
            }
            content.append(scalar)
        }
        return String(content)
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

    private mutating func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
        let start = at
        while at < text.endIndex, belongs(text[at]) { text.formIndex(after: &at) }
        return String(text[start..<at])
    }

    private func peek(_ distance: Int) -> Unicode.Scalar? {
        guard let index = text.index(at, offsetBy: distance, limitedBy: text.endIndex),
            index < text.endIndex
        else { return nil }
        return text[index]
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { "0"..."9" ~= self }
    /// Letters, digits and underscores, and everything beyond ASCII, as in SQLite.
    fileprivate var isWordCharacter: Bool {
        isDigit || self == "_" || "a"..."z" ~= self || "A"..."Z" ~= self
            || value > 127 && !isBlank
    }

    fileprivate var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20: true
        case 0...127: false
        default: properties.isWhitespace
        }
    }

    fileprivate var isLineEnd: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
