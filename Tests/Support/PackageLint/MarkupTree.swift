/// An element of an XML part as a tree, for tests that look at whole parts; it takes what office
/// programs write and no more: no document types, UTF-8 alone.
struct MarkupTree {
    /// The local name.
    let name: String
    let namespace: String
    /// By local name, or by `{namespace}name` for those with a prefix.
    let attributes: [String: String]
    private(set) var children: [MarkupTree] = []
    private(set) var text = ""

    subscript(attribute: String) -> String? { attributes[attribute] }

    func number(_ attribute: String) -> Int? { attributes[attribute].flatMap { Int($0) } }

    /// The children of a name.
    func all(_ name: String) -> [MarkupTree] { children.filter { $0.name == name } }

    /// The first child of a name.
    func first(_ name: String) -> MarkupTree? { children.first { $0.name == name } }

    /// All elements of a name below this one, at any depth.
    func descendants(_ name: String) -> [MarkupTree] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }

    /// `r:id`, in both families of namespaces.
    var relationship: String? { relationship("id") }

    func relationship(_ name: String) -> String? {
        attributes["{http://schemas.openxmlformats.org/officeDocument/2006/relationships}\(name)"]
            ?? attributes["{http://purl.oclc.org/ooxml/officeDocument/relationships}\(name)"]
    }

    /// The root of a part; nil where it is not well-formed.
    static func parse(_ bytes: [UInt8]) -> MarkupTree? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var parser = MarkupParser(bytes: bytes)
        return parser.root()
    }

    fileprivate init(name: String, namespace: String, attributes: [String: String]) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
    }

    fileprivate mutating func add(_ child: MarkupTree) { children.append(child) }

    fileprivate mutating func add(_ more: String) { text += more }
}

/// Reads tags one after another; nil everywhere means that the part is not well-formed.
private struct MarkupParser {
    let bytes: [UInt8]
    private var index = 0
    /// Namespaces by prefix, the innermost last.
    private var scopes: [[String: String]] = [
        ["": "", "xml": "http://www.w3.org/XML/1998/namespace"]
    ]

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func root() -> MarkupTree? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        guard skipMisc(), let root = element(depth: 0), skipMisc(), index == bytes.count else {
            return nil
        }
        return root
    }

    /// White space, declarations and comments between elements.
    private mutating func skipMisc() -> Bool {
        while index < bytes.count {
            if bytes[index] <= 32 {
                index += 1
            } else if isNext("<?") {
                guard skip(past: "?>") else { return false }
            } else if isNext("<!--") {
                guard skip(past: "-->") else { return false }
            } else {
                return !isNext("<!")
            }
        }
        return true
    }

    private mutating func element(depth: Int) -> MarkupTree? {
        guard depth < 64, isNext("<") else { return nil }
        index += 1
        guard let name = name(), let (attributes, isEmpty) = attributes() else { return nil }
        var scope = scopes.last ?? [:]
        for (key, value) in attributes {
            if key == "xmlns" { scope[""] = value }
            if key.hasPrefix("xmlns:") { scope[String(key.dropFirst(6))] = value }
        }
        scopes.append(scope)
        defer { scopes.removeLast() }
        guard var tree = tree(name, attributes) else { return nil }
        if isEmpty { return tree }
        while index < bytes.count {
            if isNext("</") {
                index += 2
                guard self.name() == name else { return nil }
                skipSpace()
                guard isNext(">") else { return nil }
                index += 1
                return tree
            } else if isNext("<!--") || isNext("<?") {
                guard skipMisc() else { return nil }
            } else if isNext("<![CDATA[") {
                let start = index + 9
                guard skip(past: "]]>") else { return nil }
                tree.add(String(decoding: bytes[start..<index - 3], as: UTF8.self))
            } else if isNext("<") {
                guard let child = element(depth: depth + 1) else { return nil }
                tree.add(child)
            } else {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                guard let text = decoded(bytes[start..<index]) else { return nil }
                tree.add(text)
            }
        }
        return nil
    }

    private func tree(_ name: String, _ attributes: [(String, String)]) -> MarkupTree? {
        let scope = scopes.last ?? [:]
        var named: [String: String] = [:]
        for (key, value) in attributes where key != "xmlns" && !key.hasPrefix("xmlns:") {
            let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
            if parts.count == 1 {
                guard named.updateValue(value, forKey: key) == nil else { return nil }
            } else {
                guard let uri = scope[parts[0]],
                    named.updateValue(value, forKey: "{\(uri)}\(parts[1])") == nil
                else { return nil }
            }
        }
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        guard let uri = scope[parts.count == 1 ? "" : parts[0]] else { return nil }
        return MarkupTree(name: parts.last ?? name, namespace: uri, attributes: named)
    }

    /// Up to the end of the tag.
    private mutating func attributes() -> (pairs: [(String, String)], isEmpty: Bool)? {
        var pairs: [(String, String)] = []
        while true {
            skipSpace()
            if isNext("/>") {
                index += 2
                return (pairs, true)
            }
            if isNext(">") {
                index += 1
                return (pairs, false)
            }
            guard let name = name() else { return nil }
            skipSpace()
            guard isNext("=") else { return nil }
            index += 1
            skipSpace()
            guard index < bytes.count else { return nil }
            let quote = bytes[index]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = bytes[(index + 1)...].firstIndex(of: quote),
                !bytes[index..<end].contains(UInt8(ascii: "<")),
                let value = decoded(bytes[index + 1..<end]),
                !pairs.contains(where: { $0.0 == name })
            else { return nil }
            pairs.append((name, value))
            index = end + 1
        }
    }

    private mutating func name() -> String? {
        let start = index
        while index < bytes.count, !" \t\r\n/>=<\"'&".utf8.contains(bytes[index]) { index += 1 }
        return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 32 { index += 1 }
    }

    private func isNext(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private mutating func skip(past end: String) -> Bool {
        while index < bytes.count {
            if isNext(end) {
                index += end.utf8.count
                return true
            }
            index += 1
        }
        return false
    }

    /// With the five entities and numbers of characters in place; nil for others and for controls.
    private func decoded(_ slice: ArraySlice<UInt8>) -> String? {
        guard !slice.contains(where: { $0 < 32 && ![9, 10, 13].contains($0) }) else { return nil }
        let text = String(decoding: slice, as: UTF8.self)
        guard text.contains("&") else { return text }
        var result = ""
        for (position, piece) in text.split(
            separator: "&", omittingEmptySubsequences: false
        ).enumerated() {
            if position == 0 {
                result += piece
                continue
            }
            guard let end = piece.firstIndex(of: ";"),
                let character = Self.character(String(piece[..<end]))
            else { return nil }
            result.unicodeScalars.append(character)
            result += piece[piece.index(after: end)...]
        }
        return result
    }

    private static func character(_ entity: String) -> Unicode.Scalar? {
        switch entity {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard entity.hasPrefix("#") else { return nil }
            let digits = entity.dropFirst()
            let number =
                digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap(Unicode.Scalar.init)
        }
    }
}
