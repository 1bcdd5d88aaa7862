package import Formulas

/// Reads `{"cadres":7,"site":"达标","note":null}`: one level, as the rule cases use it; nil for more.
package func flatJSON(_ text: String) -> [String: SQLValue]? {
    var rest = text[...]
    func skip(_ character: Character) -> Bool {
        rest = rest.drop(while: \.isWhitespace)
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }
    func string() -> String? {
        guard skip("\""), let end = rest.firstIndex(of: "\"") else { return nil }
        defer { rest = rest[rest.index(after: end)...] }
        return String(rest[..<end])
    }
    func value() -> SQLValue? {
        rest = rest.drop(while: \.isWhitespace)
        if rest.first == "\"" { return string().map { .text($0) } }
        let word = rest.prefix { $0 != "," && $0 != "}" && !$0.isWhitespace }
        rest = rest[word.endIndex...]
        if word == "null" { return .null }
        if let integer = Int(word) { return .integer(integer) }
        return Double(word).map { .real($0) }
    }
    guard skip("{") else { return nil }
    var values: [String: SQLValue] = [:]
    while !skip("}") {
        guard let key = string(), skip(":"), let value = value() else { return nil }
        values[key] = value
        _ = skip(",")
    }
    return values
}
