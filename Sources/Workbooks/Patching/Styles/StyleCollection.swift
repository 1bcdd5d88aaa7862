/// One of the numbered collections of the styles part (`fonts`, `fills`, …), added to at its end.
struct StyleCollection {
    let name: StaticString
    /// What must be there before anything else where the part lacks the collection.
    private let defaults: [String]
    private let element: Int?
    private let old: [Int]
    private(set) var new: [[UInt8]] = []
    private var indices: [[UInt8]: Int] = [:]
    private var knowsOld = false

    init(_ name: StaticString, defaults: [String], in markup: Markup) {
        self.name = name
        self.defaults = defaults
        element = markup.child(name)
        old = element.map { Array(markup.children(of: $0)) } ?? []
    }

    var isMissing: Bool { element == nil }

    /// How many there are, the new ones too.
    var count: Int { (isMissing ? defaults.count : old.count) + new.count }

    /// The element of a number; nil for one that is not of the part itself.
    func element(at index: Int) -> Int? { old.indices.contains(index) ? old[index] : nil }

    /// The bytes of a number, without prefix where they are a default.
    func bytes(at index: Int, in markup: Markup) -> [UInt8]? {
        if let element = element(at: index) {
            return Array(markup.bytes[markup.elements[element].whole])
        }
        let first = count - new.count
        if isMissing, defaults.indices.contains(index) { return Array(defaults[index].utf8) }
        return new.indices.contains(index - first) ? new[index - first] : nil
    }

    /// The number of an element, added unless there is an equal one.
    mutating func index(of bytes: [UInt8], in markup: Markup) -> Int {
        if !knowsOld {
            knowsOld = true
            for (index, element) in old.enumerated() {
                let bytes = Array(markup.bytes[markup.elements[element].whole])
                if indices[bytes] == nil { indices[bytes] = index }
            }
        }
        if let index = indices[bytes] { return index }
        let index = count
        indices[bytes] = index
        new.append(bytes)
        return index
    }

    /// Writes what is new; collections that the part lacks are put where the schema has them.
    func save(to editor: inout MarkupEditor, order: ChildOrder) {
        let prefix = editor.markup.prefix(of: Markup.root)
        if let element {
            if !new.isEmpty { editor.append(new.joined(), to: element, counting: new.count) }
            return
        }
        guard count > 0 else { return }
        var text = Array("<\(prefix)\(name) count=\"\(count)\">".utf8)
        for item in defaults {
            text.append(contentsOf: Markup.prefixed(Array(item.utf8), with: prefix))
        }
        text.append(contentsOf: new.joined())
        text.append(contentsOf: "</\(prefix)\(name)>".utf8)
        order.insert(text, named: name, to: &editor)
    }
}
