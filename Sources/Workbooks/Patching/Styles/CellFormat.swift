/// One `xf` of `cellXfs`: its attributes and children as the part writes them
/// (ECMA-376 Part 1, 18.8.45).
struct CellFormat: Hashable {
    private var attributes: [Attribute] = []
    private var children: [Child] = []

    private struct Attribute: Hashable {
        var name: String
        var value: String
    }

    private struct Child: Hashable {
        var name: String
        var bytes: [UInt8]
    }

    /// The format of a cell that says nothing.
    static let plain = CellFormat(
        attributes: ["numFmtId", "fontId", "fillId", "borderId", "xfId"].map {
            Attribute(name: $0, value: "0")
        })

    private init(attributes: [Attribute]) { self.attributes = attributes }

    init(_ element: Int, in markup: Markup) {
        attributes = markup.attributes(of: element).map {
            Attribute(name: markup.text($0.name), value: markup.attributeText($0.value))
        }
        children = markup.children(of: element).map {
            Child(
                name: markup.text(markup.elements[$0].local),
                bytes: Array(markup.bytes[markup.elements[$0].whole]))
        }
    }

    /// A number in an attribute; 0 where there is none.
    subscript(name: String) -> Int {
        get {
            attributes.first { $0.name == name }.flatMap { wholeNumber($0.value.utf8) } ?? 0
        }
        set { set(name, to: String(newValue)) }
    }

    func flag(_ name: String) -> Bool {
        attributes.contains { $0.name == name && ($0.value == "1" || $0.value == "true") }
    }

    mutating func set(_ name: String, to value: String) {
        if let index = attributes.firstIndex(where: { $0.name == name }) {
            attributes[index].value = value
        } else {
            attributes.append(Attribute(name: name, value: value))
        }
    }

    mutating func remove(_ name: String) { attributes.removeAll { $0.name == name } }

    /// Sets or takes away the wrapping of lines, in the first child if there is an alignment.
    mutating func setWrap(_ wraps: Bool, prefix: String) throws(WorkbookError) {
        let value = wraps ? "1" : "0"
        set("applyAlignment", to: "1")
        if let index = children.firstIndex(where: { $0.name == "alignment" }) {
            let markup = try Markup(children[index].bytes, part: "styles")
            var editor = MarkupEditor(markup)
            editor.setAttribute("wrapText", of: Markup.root, to: value)
            children[index].bytes = try editor.finished(atMost: .max)
        } else {
            let bytes = Array("<\(prefix)alignment wrapText=\"\(value)\"/>".utf8)
            children.insert(Child(name: "alignment", bytes: bytes), at: 0)
        }
    }

    /// The same with children that have a prefix, which had none.
    func prefixed(_ prefix: String) -> CellFormat {
        var format = self
        for index in children.indices {
            format.children[index].bytes = Markup.prefixed(children[index].bytes, with: prefix)
        }
        return format
    }

    /// The element.
    func written(prefix: String) -> [UInt8] {
        var text = Array("<\(prefix)xf".utf8)
        for attribute in attributes {
            text.append(contentsOf: " \(attribute.name)=\"".utf8)
            text.append(contentsOf: MarkupEscapes.encodedValue(attribute.value))
            text.append(UInt8(ascii: "\""))
        }
        guard !children.isEmpty else { return text + Array("/>".utf8) }
        text.append(UInt8(ascii: ">"))
        for child in children { text.append(contentsOf: child.bytes) }
        return text + Array("</\(prefix)xf>".utf8)
    }
}
