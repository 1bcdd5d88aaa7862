/// Adds texts to a workbook's shared strings; those that are there stay as they are
/// (ECMA-376 Part 1, 18.4.9).
struct StringAppender {
    private let markup: Markup?
    let part: String
    private let family: OfficeFamily
    private let first: Int
    private var indices: [String: Int] = [:]
    private var new: [String] = []
    private var references = 0
    private var erased: Set<Int> = []

    /// - Parameters:
    ///   - part: The part's name, whether it is there or not.
    ///   - family: The names in which a new part is written.
    ///   - store: Where the part is.
    /// - Throws: `.damaged` where the part is there and no well-formed XML.
    init(part: String, family: OfficeFamily, in store: inout PartStore) throws(WorkbookError) {
        self.part = part
        self.family = family
        guard store.has(part) else {
            markup = nil
            first = 0
            return
        }
        let markup = try store.markup(of: part)
        self.markup = markup
        first = markup.children(of: Markup.root).reduce(0) { count, element in
            markup.isMain(element, "si") ? count + 1 : count
        }
    }

    /// There is a text to be written.
    var hasNew: Bool { !new.isEmpty }

    /// The number of a text, which one more cell holds now.
    mutating func index(of text: String) -> Int {
        references += 1
        let text = text.cut(toUnits: HeldText.longest)
        // Swift finds texts equal that differ in bytes; bytes must not.
        if let index = indices[text], new[index - first].utf8.elementsEqual(text.utf8) {
            return index
        }
        indices[text] = first + new.count
        new.append(text)
        return first + new.count - 1
    }

    /// A cell no longer holds a shared text.
    mutating func release() { references -= 1 }

    /// Empties texts that no cell holds any more; they keep their numbers.
    mutating func erase(_ indices: Set<Int>) { erased.formUnion(indices) }

    /// - Returns: Whether the part is new and wants a relationship and a type.
    func save(to store: inout PartStore) throws(WorkbookError) -> Bool {
        guard let markup else {
            guard hasNew else { return false }
            var text = XMLText()
            text.open(
                "sst",
                [
                    "xmlns": family.spreadsheet, "count": "\(max(0, references))",
                    "uniqueCount": "\(new.count)",
                ])
            store.set(part, to: text.bytes + entries(prefix: "") + Array("</sst>".utf8))
            return true
        }
        guard hasNew || !erased.isEmpty else { return false }
        var editor = MarkupEditor(markup)
        var index = 0
        for element in markup.children(of: Markup.root) where markup.isMain(element, "si") {
            if erased.contains(index) {
                let empty = "<\(markup.prefix(of: element))t/>"
                editor.setContent(of: element, to: Array(empty.utf8))
            }
            index += 1
        }
        // Not counted as children: `count` is the number of cells that hold one.
        editor.append(entries(prefix: markup.prefix(of: Markup.root)), to: Markup.root, counting: 0)
        if let count = markup.attribute("count", of: Markup.root),
            let number = wholeNumber(markup.bytes[count.value]), number >= 0
        {
            editor.setValue(of: count, to: String(max(0, number + references)))
        }
        if let count = markup.attribute("uniqueCount", of: Markup.root) {
            editor.setValue(of: count, to: String(first + new.count))
        }
        store.set(part, to: try editor.finished(atMost: store.limits.stringsSize))
        return false
    }

    private func entries(prefix: String) -> [UInt8] {
        var text = XMLText(isPiece: true)
        for string in new {
            text.open(prefix + "si")
            text.element(
                prefix + "t",
                ["xml:space": HeldText.needsPreserving(string) ? "preserve" : nil],
                text: string)
            text.close(prefix + "si")
        }
        return text.bytes
    }
}
