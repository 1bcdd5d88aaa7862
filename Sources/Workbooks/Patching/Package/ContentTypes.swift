/// The list of content types of a package, added to and taken from (ECMA-376 Part 2, 6.2.3).
struct ContentTypes {
    private static let name = "[Content_Types].xml"
    private let markup: Markup
    private var new: [UInt8] = []
    private var gone: Set<Int> = []
    private var endings: Set<String> = []

    init(in store: inout PartStore) throws(WorkbookError) {
        markup = try store.markup(of: Self.name)
        for element in markup.children(of: Markup.root) where markup.isMain(element, "Default") {
            if let ending = markup.value("Extension", of: element) {
                endings.insert(ending.lowercased())
            }
        }
    }

    mutating func add(_ part: String, type: String) {
        write("Override", ["PartName": "/" + part, "ContentType": type])
    }

    /// Gives all parts whose names end so a type, unless such names have one already.
    mutating func add(ending: String, type: String) {
        guard endings.insert(ending).inserted else { return }
        write("Default", ["Extension": ending, "ContentType": type])
    }

    mutating func remove(_ part: String) {
        for element in markup.children(of: Markup.root) where markup.isMain(element, "Override") {
            if let name = markup.value("PartName", of: element),
                PartName.resolve(name, from: "").lowercased() == part.lowercased()
            {
                gone.insert(element)
            }
        }
    }

    func save(to store: inout PartStore) throws(WorkbookError) {
        var editor = MarkupEditor(markup)
        for element in gone.sorted() { editor.cut(element) }
        if !new.isEmpty { editor.append(new, to: Markup.root) }
        store.set(Self.name, to: try editor.finished(atMost: store.limits.partSize))
    }

    private mutating func write(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        var text = XMLText(isPiece: true)
        text.empty(markup.prefix(of: Markup.root) + name, attributes)
        new.append(contentsOf: text.bytes)
    }
}
