/// The relationships of one part, read and added to (ECMA-376 Part 2, 6.5).
struct Relations {
    /// The part they belong to; empty for the package.
    let source: String
    private(set) var entries: [Entry] = []
    private let markup: Markup?
    private var new: [UInt8] = []
    private var removed: Set<String> = []

    struct Entry {
        var id: String
        /// The last word of the type (`worksheet`).
        var kind: String
        var type: String
        /// The part; an address where it is external.
        var target: String
        var isExternal: Bool
        fileprivate var element: Int?
    }

    /// A part without relationships has none, which is no error.
    init(of source: String, in store: inout PartStore) throws(WorkbookError) {
        self.source = source
        let name = PartName.relationships(of: source)
        guard store.has(name) else {
            markup = nil
            return
        }
        let markup = try store.markup(of: name)
        self.markup = markup
        for element in markup.children(of: Markup.root)
        where markup.isMain(element, "Relationship") {
            guard let id = markup.value("Id", of: element),
                let type = markup.value("Type", of: element),
                let target = markup.value("Target", of: element)
            else { continue }
            let isExternal = markup.value("TargetMode", of: element) == "External"
            entries.append(
                Entry(
                    id: id, kind: type.split(separator: "/").last.map(String.init) ?? type,
                    type: type,
                    target: isExternal ? target : PartName.resolve(target, from: source),
                    isExternal: isExternal, element: element))
        }
    }

    /// The part at the end of the first relationship of a kind.
    func part(_ kind: String) -> String? {
        entries.first { $0.kind == kind && !$0.isExternal }?.target
    }

    /// The parts at the ends of all relationships of a kind.
    func parts(_ kind: String) -> [String] {
        entries.filter { $0.kind == kind && !$0.isExternal }.map(\.target)
    }

    subscript(id: String) -> Entry? { entries.first { $0.id == id } }

    /// Adds a relationship to a part, which is named from the package's root, and gives its id.
    mutating func add(type: String, to target: String, isExternal: Bool = false) -> String {
        let taken = Set(entries.map(\.id))
        var number = entries.count + 1
        while taken.contains("rId\(number)") { number += 1 }
        let id = "rId\(number)"
        entries.append(
            Entry(
                id: id, kind: type.split(separator: "/").last.map(String.init) ?? type, type: type,
                target: target, isExternal: isExternal))
        let prefix = markup?.prefix(of: Markup.root) ?? ""
        var text = XMLText(isPiece: true)
        text.empty(
            prefix + "Relationship",
            [
                "Id": id, "Type": type,
                "Target": isExternal ? target : PartName.relative(target, from: source),
                "TargetMode": isExternal ? "External" : nil,
            ])
        new.append(contentsOf: text.bytes)
        return id
    }

    mutating func remove(_ id: String) {
        removed.insert(id)
        entries.removeAll { $0.id == id }
    }

    /// Puts the part with the relationships into the store, if they changed.
    func save(to store: inout PartStore) throws(WorkbookError) {
        let name = PartName.relationships(of: source)
        guard let markup else {
            guard !new.isEmpty else { return }
            var text = XMLText()
            text.open("Relationships", ["xmlns": OfficeNames.packageRelationships])
            store.set(name, to: text.bytes + new + Array("</Relationships>".utf8))
            return
        }
        if entries.isEmpty, !removed.isEmpty, !source.isEmpty {
            store.remove(name)
            return
        }
        var editor = MarkupEditor(markup)
        for element in markup.children(of: Markup.root) {
            if let id = markup.value("Id", of: element), removed.contains(id) {
                editor.cut(element)
            }
        }
        if !new.isEmpty { editor.append(new, to: Markup.root) }
        store.set(name, to: try editor.finished(atMost: store.limits.partSize))
    }
}

extension PartName {
    /// How a part's relationships name another part: from its own folder, or from the root.
    static func relative(_ target: String, from source: String) -> String {
        let folder = source.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        return target.hasPrefix(folder) && !target.contains("%")
            ? String(target.dropFirst(folder.count)) : "/" + target
    }
}
