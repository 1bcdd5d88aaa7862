/// Finds tags in XML that is known to be well-formed (XML 1.0, 2.1 to 3.1).
struct MarkupScanner {
    private let bytes: [UInt8]
    private let part: String
    private let limit: Int
    private var elements: [MarkupElement] = []
    private var open: [Int] = []
    private var bindings: [Binding] = []
    private var mainNamespace: Range<Int>?

    /// A declaration of a namespace and the depth at which it ends.
    private struct Binding {
        var depth: Int
        var prefix: Range<Int>
        var value: Range<Int>
        var isMain: Bool
    }

    init(_ bytes: [UInt8], part: String, limit: Int) {
        self.bytes = bytes
        self.part = part
        self.limit = limit
    }

    mutating func scan() throws(WorkbookError) -> [MarkupElement] {
        var index = 0
        while let start = Self.find(UInt8(ascii: "<"), in: bytes, from: index) {
            guard start + 1 < bytes.count else { throw .damaged(part) }
            switch bytes[start + 1] {
            case UInt8(ascii: "?"): index = try end(of: "?>", from: start + 2)
            case UInt8(ascii: "!"): index = try skip(from: start)
            case UInt8(ascii: "/"): index = try close(at: start)
            default: index = try begin(at: start)
            }
        }
        guard open.isEmpty, !elements.isEmpty else { throw .damaged(part) }
        return elements
    }

    /// Behind a comment or a section of character data.
    private func skip(from start: Int) throws(WorkbookError) -> Int {
        if bytes[start...].starts(with: "<!--".utf8) { return try end(of: "-->", from: start + 4) }
        if bytes[start...].starts(with: "<![CDATA[".utf8) {
            return try end(of: "]]>", from: start + 9)
        }
        throw .damaged(part)
    }

    private func end(of text: StaticString, from start: Int) throws(WorkbookError) -> Int {
        guard let end = MarkupEscapes.end(of: text, in: bytes[...], from: start) else {
            throw .damaged(part)
        }
        return end
    }

    private mutating func close(at start: Int) throws(WorkbookError) -> Int {
        guard let end = Self.find(UInt8(ascii: ">"), in: bytes, from: start),
            let element = open.popLast()
        else { throw .damaged(part) }
        elements[element].close(endTag: start..<end + 1, next: elements.count)
        dropBindings()
        return end + 1
    }

    private mutating func begin(at start: Int) throws(WorkbookError) -> Int {
        guard elements.count < limit else {
            throw .limit("部件\(part)太大", "the part \(part) has too many elements")
        }
        var local = start + 1
        var index = start + 1
        while index < bytes.count, !Self.endsName(bytes[index]) {
            if bytes[index] == UInt8(ascii: ":") { local = index + 1 }
            index += 1
        }
        let nameEnd = index
        while let attribute = Self.attribute(in: bytes, from: index) {
            declare(attribute)
            index = attribute.whole.upperBound
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
        guard index < bytes.count, nameEnd > start + 1 else { throw .damaged(part) }
        let isClosed = bytes[index - 1] == UInt8(ascii: "/")
        if elements.isEmpty { adoptMainNamespace(prefix: start + 1..<max(start + 1, local - 1)) }
        let tag = start..<index + 1
        var element = MarkupElement(
            tag: tag, localStart: local, nameEnd: nameEnd, parent: open.last,
            isMain: isMain(start + 1..<max(start + 1, local - 1)), isClosed: isClosed)
        if isClosed {
            element.close(endTag: tag.upperBound..<tag.upperBound, next: elements.count + 1)
            elements.append(element)
            dropBindings()
        } else {
            open.append(elements.count)
            elements.append(element)
        }
        return index + 1
    }
}

extension MarkupScanner {
    private mutating func declare(_ attribute: MarkupAttribute) {
        guard bytes[attribute.name].starts(with: "xmlns".utf8) else { return }
        let name = attribute.name
        let hasPrefix = name.count > 5
        guard !hasPrefix || bytes[name.lowerBound + 5] == UInt8(ascii: ":") else { return }
        let isMain = mainNamespace.map { bytes[$0].elementsEqual(bytes[attribute.value]) }
        bindings.append(
            Binding(
                depth: open.count,
                prefix: min(name.upperBound, name.lowerBound + 6)..<name.upperBound,
                value: attribute.value, isMain: isMain ?? false))
    }

    /// The namespace of the document element is the part's own.
    private mutating func adoptMainNamespace(prefix: Range<Int>) {
        let own = bindings.last { bytes[$0.prefix].elementsEqual(bytes[prefix]) }
        let main = own?.value ?? 0..<0
        for index in bindings.indices {
            bindings[index].isMain = bytes[bindings[index].value].elementsEqual(bytes[main])
        }
        mainNamespace = main
    }

    private func isMain(_ prefix: Range<Int>) -> Bool {
        for binding in bindings.reversed() where binding.prefix.count == prefix.count {
            if bytes[binding.prefix].elementsEqual(bytes[prefix]) { return binding.isMain }
        }
        // Without any declaration it is in no namespace, and so may the document element be.
        return prefix.isEmpty && mainNamespace?.isEmpty ?? true
    }

    private mutating func dropBindings() {
        while let last = bindings.last, last.depth >= open.count { bindings.removeLast() }
    }

    static func find(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// The attribute that begins behind some white space; nil at the end of the tag.
    static func attribute(in bytes: [UInt8], from start: Int) -> MarkupAttribute? {
        var index = start
        while index < bytes.count, bytes[index] <= 32 { index += 1 }
        let name = index
        while index < bytes.count, !endsName(bytes[index]), bytes[index] != UInt8(ascii: "=") {
            index += 1
        }
        let nameEnd = index
        while index < bytes.count, bytes[index] <= 32 { index += 1 }
        guard nameEnd > name, index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            return nil
        }
        index += 1
        while index < bytes.count, bytes[index] <= 32 { index += 1 }
        guard index < bytes.count, let end = find(bytes[index], in: bytes, from: index + 1) else {
            return nil
        }
        return MarkupAttribute(
            whole: start..<end + 1, name: name..<nameEnd, value: index + 1..<end)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 32 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}
