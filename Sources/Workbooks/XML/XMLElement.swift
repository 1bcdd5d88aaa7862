import CLibXML2

/// The local name of an element during its event; compared without becoming a `String`.
///
/// ```swift
/// switch name { case "row": … default: break }
/// ```
struct XMLName {
    let local: UnsafePointer<UInt8>

    @inline(__always)
    static func ~= (pattern: StaticString, name: XMLName) -> Bool {
        isEqual(name.local, pattern)
    }

    var text: String { String(cString: local) }
}

/// The attributes of an element during its event; libxml2 hands five pointers each.
struct XMLAttributes {
    private let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let count: Int

    init(_ base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
        self.base = base
        self.count = base == nil ? 0 : count
    }

    /// The value of an attribute without prefix, which is one without namespace, `&amp;` still written as `&#38;`.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let base else { return nil }
        for index in 0..<count where base[index * 5 + 1] == nil {
            if let local = base[index * 5], isEqual(local, name) { return value(at: index) }
        }
        return nil
    }

    /// The values of `r`, `s` and `t` in one pass, for cells are many.
    @inline(__always)
    var ofCell:
        (
            reference: UnsafeBufferPointer<UInt8>?, style: UnsafeBufferPointer<UInt8>?,
            type: UnsafeBufferPointer<UInt8>?
        )
    {
        var reference: UnsafeBufferPointer<UInt8>?
        var style: UnsafeBufferPointer<UInt8>?
        var type: UnsafeBufferPointer<UInt8>?
        guard let base else { return (nil, nil, nil) }
        for index in 0..<count {
            guard let local = base[index * 5], base[index * 5 + 1] == nil, local[0] != 0,
                local[1] == 0
            else { continue }
            switch local[0] {
            case UInt8(ascii: "r"): reference = value(at: index)
            case UInt8(ascii: "s"): style = value(at: index)
            case UInt8(ascii: "t"): type = value(at: index)
            default: break
            }
        }
        return (reference, style, type)
    }

    func text(_ name: StaticString) -> String? { bytes(name).map(Self.decoded) }

    /// Nil where the attribute is missing or is no whole number.
    func integer(_ name: StaticString) -> Int? { bytes(name).flatMap(wholeNumber) }

    /// True for `1`, `true` and `on` (ST_Boolean and its older spellings).
    func flag(_ name: StaticString) -> Bool {
        guard let bytes = bytes(name) else { return false }
        return ["1", "true", "on"].contains { bytes.elementsEqual($0.utf8) }
    }

    /// What a property such as `strike` says: it is on unless its `val` says otherwise (CT_BooleanProperty).
    var isOn: Bool { bytes("val") == nil || flag("val") }

    /// The value of `r:id`, in both families of namespaces.
    var relationship: String? {
        guard let base else { return nil }
        for index in 0..<count {
            guard let local = base[index * 5], let uri = base[index * 5 + 2], isEqual(local, "id"),
                Namespace(uri) == .officeRelationships
            else { continue }
            return value(at: index).map(Self.decoded)
        }
        return nil
    }

    private func value(at index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let base, let start = base[index * 5 + 3], let end = base[index * 5 + 4] else {
            return nil
        }
        return UnsafeBufferPointer(start: start, count: max(0, end - start))
    }

    /// Without entity substitution libxml2 leaves an ampersand as the reference `&#38;`.
    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            result.append(byte)
            if byte == UInt8(ascii: "&"), rest.starts(with: "#38;".utf8) {
                rest = rest.dropFirst(4)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// The namespaces that a reader knows; all else is skipped with its content.
enum Namespace {
    case spreadsheet, packageRelationships, officeRelationships, other

    /// Transitional and strict names (ECMA-376 Part 1 and Part 4) are the same to a reader.
    init(_ uri: UnsafePointer<UInt8>) {
        if isEqual(uri, "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
            || isEqual(uri, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        {
            self = .spreadsheet
        } else if isEqual(
            uri, "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            || isEqual(uri, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        {
            self = .officeRelationships
        } else if isEqual(uri, "http://schemas.openxmlformats.org/package/2006/relationships") {
            self = .packageRelationships
        } else {
            self = .other
        }
    }
}

@inline(__always)
private func isEqual(_ bytes: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
    // Both end with NUL, and most names differ in their first byte.
    let other = text.utf8Start
    var index = 0
    while bytes[index] == other[index] {
        if bytes[index] == 0 { return true }
        index += 1
    }
    return false
}

/// The same for bytes in memory: indices of strings and styles, by the million.
func wholeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var number = 0
    var index = 0
    while index < bytes.count, case let digit = bytes[index] &- UInt8(ascii: "0"), digit <= 9 {
        number = number &* 10 &+ Int(digit)
        index &+= 1
    }
    guard index == bytes.count, index > 0, index <= 18 else { return wholeNumber(bytes[...]) }
    return number
}

/// Reads digits with an optional sign; nil for anything else or beyond 18 digits.
func wholeNumber(_ bytes: some Sequence<UInt8>) -> Int? {
    var number = 0
    var digits = 0
    var isNegative = false
    for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            digits += 1
            guard digits <= 18 else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "-") where index == 0: isNegative = true
        case UInt8(ascii: "+") where index == 0: continue
        default: return nil
        }
    }
    guard digits > 0 else { return nil }
    return isNegative ? -number : number
}
