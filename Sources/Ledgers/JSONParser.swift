extension JSON {
    /// Reads a JSON text; nil where it is none, or nested deeper than anything that is written here.
    init?(_ text: some StringProtocol) {
        self.init(bytes: Array(text.utf8))
    }

    init?(bytes: [UInt8]) {
        let value = bytes.withUnsafeBufferPointer { bytes -> JSON? in
            var parser = JSONParser(bytes)
            let value = parser.value(depth: 0)
            return parser.isAtEnd ? value : nil
        }
        guard let value else { return nil }
        self = value
    }
}

/// Reads JSON from bytes, once from left to right; they stay where they are for as long as it reads.
struct JSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    private static let deepest = 32

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return index == bytes.count
        }
    }

    mutating func value(depth: Int) -> JSON? {
        skipBlanks()
        guard index < bytes.count, depth < Self.deepest else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func object(depth: Int) -> JSON? {
        var members: [JSONObject.Member] = []
        let isWhole = self.members { key, parser in
            guard let value = parser.value(depth: depth + 1) else { return false }
            members.append(.init(key: key, value: value))
            return true
        }
        return isWhole ? .object(JSONObject(members)) : nil
    }

    /// Reads an object, of each member the key, and the value by a closure that says whether it is one;
    /// false where the text is none.
    mutating func members(_ value: (String, inout JSONParser) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            skipBlanks()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), let key = string(),
                take(UInt8(ascii: ":")), value(key, &self)
            else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    /// Reads a value; nil for one that holds others.
    mutating func scalar() -> JSON? { value(depth: Self.deepest - 1) }

    private mutating func array(depth: Int) -> JSON? {
        var values: [JSON] = []
        index += 1
        if take(UInt8(ascii: "]")) { return .array(values) }
        repeat {
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? .array(values) : nil
    }

    private mutating func string() -> String? {
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
            bytes[index] != UInt8(ascii: "\\")
        { index += 1 }
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "\"") {
            defer { index += 1 }
            return piece(start..<index)
        }
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard let escaped = escape() else { return nil }
            text.append(contentsOf: String(Character(escaped)).utf8)
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard index < bytes.count else { return nil }
        defer { index += 1 }
        switch bytes[index] {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "u"):
            // Surrogates are never written: what stands beyond the first plane stands as itself.
            guard index + 4 < bytes.count else { return nil }
            let digits = piece(index + 1..<index + 5)
            index += 4
            return UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }
        default: return nil
        }
    }

    private mutating func number() -> JSON? {
        let start = index
        var isReal = false
        scan: while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isReal = true
            default: break scan
            }
            index += 1
        }
        let digits = piece(start..<index)
        return isReal ? Double(digits).map { .real($0) } : Int(digits).map { .integer($0) }
    }

    private func piece(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private mutating func word(_ word: String, _ value: JSON) -> JSON? {
        guard bytes[index...].starts(with: word.utf8) else { return nil }
        index += word.utf8.count
        return value
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }
}
