/// Collects changes of one part's elements and splices them into its bytes.
///
/// An element whose children are all removed goes with them, and a `count` attribute follows the
/// number of children.
struct MarkupEditor {
    let markup: Markup
    private var splices = Splices()
    private var appended: [Int: [UInt8]] = [:]
    private var added: [Int: Int] = [:]
    private var removed: Set<Int> = []

    init(_ markup: Markup) { self.markup = markup }

    var isUnchanged: Bool { splices.isEmpty && appended.isEmpty && removed.isEmpty }

    /// Replaces an attribute's value, or adds the attribute as the last one.
    mutating func setAttribute(_ name: StaticString, of element: Int, to value: String) {
        if let attribute = markup.attribute(name, of: element) {
            setValue(of: attribute, to: value)
        } else {
            insertAttribute("\(name)", value, of: element)
        }
    }

    mutating func setValue(of attribute: MarkupAttribute, to value: String) {
        let bytes = MarkupEscapes.encodedValue(value)
        guard !markup.bytes[attribute.value].elementsEqual(bytes) else { return }
        splices.replace(attribute.value, with: bytes)
    }

    mutating func removeAttribute(_ name: StaticString, of element: Int) {
        guard let attribute = markup.attribute(name, of: element) else { return }
        splices.replace(attribute.whole, with: [])
    }

    private mutating func insertAttribute(_ name: String, _ value: String, of element: Int) {
        let end =
            markup.attributes(of: element).last?.whole.upperBound
            ?? markup.elements[element].name.upperBound
        var text = Array(" \(name)=\"".utf8)
        text.append(contentsOf: MarkupEscapes.encodedValue(value))
        text.append(UInt8(ascii: "\""))
        splices.insert(text, at: end)
    }

    /// Replaces all that stands between an element's tags.
    mutating func setContent(of element: Int, to bytes: some Collection<UInt8>) {
        let place = markup.elements[element]
        guard place.isClosed else {
            return splices.replace(place.content, with: bytes)
        }
        guard !bytes.isEmpty else { return }
        append(bytes, to: element, counting: 0)
    }

    /// Adds markup as the last children of an element.
    mutating func append(_ bytes: some Collection<UInt8>, to element: Int, counting count: Int = 1)
    {
        appended[element, default: []].append(contentsOf: bytes)
        added[element, default: 0] += count
    }

    mutating func insert(_ bytes: some Collection<UInt8>, before element: Int) {
        splices.insert(bytes, at: markup.elements[element].whole.lowerBound)
        countOne(besides: element)
    }

    mutating func insert(_ bytes: some Collection<UInt8>, behind element: Int) {
        splices.insert(bytes, at: markup.elements[element].whole.upperBound)
        countOne(besides: element)
    }

    private mutating func countOne(besides element: Int) {
        if let parent = markup.elements[element].parent { added[parent, default: 0] += 1 }
    }

    /// Replaces bytes that belong to no single element.
    mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) {
        splices.replace(range, with: bytes)
    }

    /// Takes an element out, and what is around it where that holds nothing else.
    mutating func remove(_ element: Int) { removed.insert(element) }

    /// Takes an element out and leaves what is around it, even if it is empty then.
    mutating func cut(_ element: Int) {
        splices.remove(markup.elements[element].whole)
    }

    /// The part with all changes.
    ///
    /// - Throws: `.damaged` where changes overlap, `.limit` beyond so many bytes.
    func finished(atMost limit: Int) throws(WorkbookError) -> [UInt8] {
        guard !isUnchanged else { return markup.bytes }
        var splices = splices
        let gone = removedWithEmptied()
        for element in gone.sorted() where !hasRemovedAncestor(element, gone) {
            splices.remove(markup.elements[element].whole)
        }
        for (element, bytes) in appended.sorted(by: { $0.key < $1.key }) {
            let place = markup.elements[element]
            if place.isClosed {
                var text = [UInt8(ascii: ">")]
                text.append(contentsOf: bytes)
                text.append(contentsOf: "</\(markup.text(place.name))>".utf8)
                // `<a />` keeps its white space, which is harmless.
                splices.replace(place.tag.upperBound - 2..<place.tag.upperBound, with: text)
            } else {
                splices.insert(bytes, at: place.content.upperBound)
            }
        }
        recount(gone, &splices)
        return try splices.applied(to: markup.bytes, part: markup.part, atMost: limit)
    }

    private func recount(_ gone: Set<Int>, _ splices: inout Splices) {
        var changes = added
        for element in gone {
            if let parent = markup.elements[element].parent { changes[parent, default: 0] -= 1 }
        }
        for (parent, change) in changes.sorted(by: { $0.key < $1.key })
        where change != 0 && !gone.contains(parent) && !hasRemovedAncestor(parent, gone) {
            guard let count = markup.attribute("count", of: parent) else { continue }
            let number = markup.children(of: parent).reduce(change) { sum, _ in sum + 1 }
            splices.replace(count.value, with: Array("\(max(0, number))".utf8))
        }
    }

    private func removedWithEmptied() -> Set<Int> {
        var gone = removed
        var left: [Int: Int] = [:]
        var queue = removed.sorted()
        while let element = queue.popLast() {
            guard let parent = markup.elements[element].parent, parent != Markup.root,
                !gone.contains(parent), added[parent] == nil
            else { continue }
            let others =
                left[parent] ?? markup.children(of: parent).reduce(0) { sum, _ in sum + 1 }
            left[parent] = others - 1
            if others == 1 {
                gone.insert(parent)
                queue.append(parent)
            }
        }
        return gone
    }

    private func hasRemovedAncestor(_ element: Int, _ gone: Set<Int>) -> Bool {
        var next = markup.elements[element].parent
        while let parent = next {
            if gone.contains(parent) { return true }
            next = markup.elements[parent].parent
        }
        return false
    }
}
