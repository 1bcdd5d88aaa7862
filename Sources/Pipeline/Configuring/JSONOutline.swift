import Findings

/// Where the members of a JSON text stand: what a reader of values does not keep.
///
/// It is stricter than JSON readers are: a key that stands twice is a fault, as is a comma too many.
struct JSONOutline {
    struct Member: Hashable {
        /// The keys from the outermost object inwards.
        var path: [String]
        var line: Int
        var kind: Kind
    }

    enum Kind: Hashable {
        case string, number, bool, null, array, object
    }

    struct Fault: Error, Hashable {
        var line: Int
        var reason: Bilingual
    }

    /// Every member, objects before what is in them; what is in arrays is not told.
    private(set) var members: [Member] = []

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private static let deepest = 16

    /// - Throws: `Fault` for the first place where the text is no JSON object.
    init(_ bytes: [UInt8]) throws(Fault) {
        self.bytes = bytes
        guard peek() == UInt8(ascii: "{") else {
            throw fault("应以 { 开头", "it should begin with {")
        }
        try object(at: [])
        guard peek() == nil else { throw fault("最后的 } 之后还有内容", "something follows the last }") }
    }

    private mutating func object(at path: [String]) throws(Fault) {
        guard path.count < Self.deepest else { throw fault("层次太深", "it is nested too deeply") }
        index += 1
        if take("}") { return }
        var keys: Set<String> = []
        repeat {
            guard peek() == UInt8(ascii: "\"") else {
                throw fault("这里应是加双引号的键", "a key in double quotes is expected here")
            }
            let place = line
            let key = try string()
            guard keys.insert(key).inserted else {
                throw Fault(
                    line: place, reason: Bilingual("“\(key)”写了两次", "“\(key)” stands twice"))
            }
            guard take(":") else {
                throw fault("“\(key)”后面缺冒号", "a colon is missing after “\(key)”")
            }
            let position = members.count
            members.append(Member(path: path + [key], line: place, kind: .null))
            members[position].kind = try value(at: path + [key])
        } while take(",")
        guard take("}") else { throw fault("这里之前缺逗号或 }", "a comma or } is missing before this") }
    }

    private mutating func array(at path: [String]) throws(Fault) {
        guard path.count < Self.deepest else { throw fault("层次太深", "it is nested too deeply") }
        index += 1
        if take("]") { return }
        // What stands in an array is nobody's member.
        let count = members.count
        repeat { _ = try value(at: path + [""]) } while take(",")
        members.removeLast(members.count - count)
        guard take("]") else { throw fault("这里之前缺逗号或 ]", "a comma or ] is missing before this") }
    }

    private mutating func value(at path: [String]) throws(Fault) -> Kind {
        switch peek() {
        case UInt8(ascii: "{"):
            try object(at: path)
            return .object
        case UInt8(ascii: "["):
            try array(at: path)
            return .array
        case UInt8(ascii: "\""):
            _ = try string()
            return .string
        case nil: throw fault("文件在这里断了", "the file ends here")
        default: return try word()
        }
    }

    /// Numbers, `true`, `false` and `null`; whether the digits make a number is for the reader to say.
    private mutating func word() throws(Fault) -> Kind {
        let start = index
        while index < bytes.count, bytes[index] < 0x80,
            !" \t\r\n,:]}[{\"".utf8.contains(bytes[index])
        { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        switch word {
        case "true", "false": return .bool
        case "null": return .null
        default:
            guard word.utf8.allSatisfy({ "0123456789-+.eE".utf8.contains($0) }),
                let number = Double(word)
            else {
                index = start
                throw fault("文字要加双引号", "text needs double quotes")
            }
            guard number.isFinite else { throw fault("数太大", "the number is too large") }
            return .number
        }
    }

    private mutating func string() throws(Fault) -> String {
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            guard bytes[index] >= 32 else {
                throw fault("引号没有闭合", "a quotation mark is not closed")
            }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < bytes.count else {
            throw fault("引号没有闭合", "a quotation mark is not closed")
        }
        defer { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    /// The next byte that is no blank; nil at the end.
    private mutating func peek() -> UInt8? {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) {
            if bytes[index] == 0x0A { line += 1 }
            index += 1
        }
        return index < bytes.count ? bytes[index] : nil
    }

    /// A fault here; where the text goes on with what a Chinese keyboard types, that is the fault.
    private func fault(_ chinese: String, _ english: String) -> Fault {
        let next = String(decoding: bytes.dropFirst(index).prefix(3), as: UTF8.self)
        guard let first = next.first, "“”‘’：，｛｝［］".contains(first) else {
            return Fault(line: line, reason: Bilingual(chinese, english))
        }
        return Fault(
            line: line,
            reason: Bilingual("“\(first)”要换成英文标点", "“\(first)” must be ASCII punctuation"))
    }
}
