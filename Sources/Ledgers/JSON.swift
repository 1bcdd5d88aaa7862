/// A JSON value that has exactly one text: keys sorted, no white space, the shortest digits.
///
/// Events are hashed over this text, so equal values must give equal bytes on every machine and in
/// every year. Whole numbers and binary ones stay apart: `5` is an integer, `5.0` is not.
enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case real(Double)
    case string(String)
    case array([JSON])
    case object(JSONObject)
}

extension JSON {
    /// Nil where the value is no object or has no such member.
    subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    var string: String? {
        guard case .string(let string) = self else { return nil }
        return string
    }

    var integer: Int? {
        guard case .integer(let integer) = self else { return nil }
        return integer
    }

    var bool: Bool? {
        guard case .bool(let bool) = self else { return nil }
        return bool
    }

    var array: [JSON]? {
        guard case .array(let values) = self else { return nil }
        return values
    }

    var object: JSONObject? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// A string, or null where there is none.
    static func optional(_ string: String?) -> JSON { string.map { .string($0) } ?? .null }
    /// An integer, or null where there is none.
    static func optional(_ integer: Int?) -> JSON { integer.map { .integer($0) } ?? .null }
    static func strings(_ strings: [String]) -> JSON { .array(strings.map { .string($0) }) }
}

extension JSON {
    /// Nil where the value is no array or is shorter.
    subscript(index: Int) -> JSON? {
        guard case .array(let values) = self, values.indices.contains(index) else { return nil }
        return values[index]
    }
}
