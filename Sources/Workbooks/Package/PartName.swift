/// Names of parts in a package and how references between them resolve (ECMA-376 Part 2, 6.2 and
/// 6.5): always without a leading slash.
enum PartName {
    /// The part that a relationship's target names, seen from the part that holds it.
    static func resolve(_ target: String, from source: String) -> String {
        let decoded = percentDecoded(target).map {
            $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0
        }
        let path = String(decoding: decoded.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
        var parts = path.hasPrefix("/") ? [] : folder(of: source)
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`, `_rels/.rels` for the package itself.
    static func relationships(of part: String) -> String {
        let name = part.utf8.lastIndex(of: UInt8(ascii: "/")).map { part.utf8.index(after: $0) }
        let start = name ?? part.startIndex
        return String(part[..<start]) + "_rels/" + part[start...] + ".rels"
    }

    private static func folder(of part: String) -> [Substring] {
        Array(part.split(separator: "/").dropLast())
    }

    private static func percentDecoded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = hexNumber(rest.prefix(2), digits: 2) {
                result.append(UInt8(truncatingIfNeeded: value))
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }
}

/// Reads exactly so many hexadecimal digits; nil for anything else.
func hexNumber(_ bytes: some Collection<UInt8>, digits: Int) -> Int? {
    guard bytes.count == digits else { return nil }
    var number = 0
    for byte in bytes {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | Int(byte & 15)
        case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
            number = number << 4 | Int((byte & 15) + 9)
        default: return nil
        }
    }
    return number
}
