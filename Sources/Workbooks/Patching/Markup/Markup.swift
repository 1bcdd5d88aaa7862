/// One XML part as bytes, with the places of its elements.
///
/// It is made of UTF-8 that libxml2 has accepted before and only finds places: changes are spliced
/// in there, so that all else stays as it was written.
struct Markup {
    let bytes: [UInt8]
    /// In the order of their start tags; the document element is the first.
    let elements: [MarkupElement]
    /// The part's name, for errors.
    let part: String

    /// - Throws: `.limit` beyond so many elements; `.damaged` where the tags do not match.
    init(_ bytes: [UInt8], part: String, atMost limit: Int = 6_000_000) throws(WorkbookError) {
        var scanner = MarkupScanner(bytes, part: part, limit: limit)
        elements = try scanner.scan()
        self.bytes = bytes
        self.part = part
    }

    /// The document element.
    static let root = 0

    /// The element is of the document element's namespace and has this local name.
    func isMain(_ element: Int, _ name: StaticString) -> Bool {
        elements[element].isMain && hasLocalName(element, name)
    }

    /// The element has this local name, in whatever namespace.
    func hasLocalName(_ element: Int, _ name: StaticString) -> Bool {
        isEqual(elements[element].local, name)
    }

    /// The children in order.
    func children(of element: Int) -> MarkupChildren {
        MarkupChildren(elements: elements, index: element + 1, end: elements[element].next)
    }

    /// The first child of the document element's namespace with this name.
    func child(_ name: StaticString, of element: Int = root) -> Int? {
        children(of: element).first { isMain($0, name) }
    }

    /// All below an element with this local name, in whatever namespace.
    func descendants(_ name: StaticString, of element: Int = root) -> [Int] {
        (element + 1..<max(element + 1, elements[element].next)).filter { hasLocalName($0, name) }
    }

    /// The prefix with its colon, for new elements beside or below this one.
    func prefix(of element: Int) -> String {
        let element = elements[element]
        return text(element.name.lowerBound..<element.local.lowerBound)
    }

    /// Bytes as text, as they are.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func isEqual(_ range: Range<Int>, _ text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { bytes[range].elementsEqual($0) }
    }
}

extension Markup {
    /// The attributes of an element in order, declarations of namespaces among them.
    func attributes(of element: Int) -> [MarkupAttribute] {
        var attributes: [MarkupAttribute] = []
        var index = elements[element].name.upperBound
        while let attribute = MarkupScanner.attribute(in: bytes, from: index) {
            attributes.append(attribute)
            index = attribute.whole.upperBound
        }
        return attributes
    }

    /// The attribute of this name, which is compared with its prefix.
    func attribute(_ name: StaticString, of element: Int) -> MarkupAttribute? {
        var index = elements[element].name.upperBound
        while let attribute = MarkupScanner.attribute(in: bytes, from: index) {
            if isEqual(attribute.name, name) { return attribute }
            index = attribute.whole.upperBound
        }
        return nil
    }

    /// An attribute's value with its references resolved.
    func value(_ name: StaticString, of element: Int) -> String? {
        attribute(name, of: element).map { attributeText($0.value) }
    }

    func attributeText(_ range: Range<Int>) -> String {
        String(
            decoding: MarkupEscapes.decoded(bytes[range]).map { $0 < 32 ? 32 : $0 }, as: UTF8.self)
    }

    /// A whole number in an attribute; nil for anything else.
    func integer(_ name: StaticString, of element: Int) -> Int? {
        attribute(name, of: element).flatMap { wholeNumber(bytes[$0.value]) }
    }

    /// True for `1`, `true` and `on`.
    func flag(_ name: StaticString, of element: Int) -> Bool {
        guard let range = attribute(name, of: element)?.value else { return false }
        return isEqual(range, "1") || isEqual(range, "true") || isEqual(range, "on")
    }

    /// The text directly inside an element.
    func content(of element: Int) -> [UInt8] {
        MarkupEscapes.decoded(bytes[elements[element].content])
    }
}

extension Markup {
    /// What a prefix stands for at the document element; the empty prefix is the default one.
    func namespace(ofPrefix prefix: String) -> String? {
        let wanted = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
        return attributes(of: Self.root).first { text($0.name) == wanted }
            .map { attributeText($0.value) }
    }

    /// A prefix that stands for one of these names at the document element, if one does.
    func prefix(for namespaces: [String]) -> String? {
        for attribute in attributes(of: Self.root) {
            let name = text(attribute.name)
            if name.hasPrefix("xmlns:"), namespaces.contains(attributeText(attribute.value)) {
                return String(name.dropFirst(6))
            }
        }
        return nil
    }

    /// The value of an element's `r:id`, whatever the prefix.
    func relationship(of element: Int) -> MarkupAttribute? {
        attributes(of: element).first { attribute in
            let name = text(attribute.name)
            guard name.hasSuffix(":id") else { return false }
            let prefix = String(name.dropLast(3))
            let declared = namespace(ofPrefix: prefix) ?? value(ofDeclaration: prefix, at: element)
            return declared.map { OfficeFamily.relationships.contains($0) } ?? false
        }
    }

    private func value(ofDeclaration prefix: String, at element: Int) -> String? {
        attributes(of: element).first { text($0.name) == "xmlns:" + prefix }
            .map { attributeText($0.value) }
    }
}

/// The children of an element.
struct MarkupChildren: Sequence, IteratorProtocol {
    fileprivate let elements: [MarkupElement]
    fileprivate var index: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
        guard index < end, elements.indices.contains(index) else { return nil }
        let child = index
        index = Swift.max(elements[child].next, child + 1)
        return child
    }
}
