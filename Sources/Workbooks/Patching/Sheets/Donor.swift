import Findings
import ZipArchives

/// A workbook of our own making whose sheets move to another.
struct Donor {
    var store: PartStore
    let book: BookPart
    private let styles: Markup
    private let strings: [String]
    private let types: [String: String]
    private var styleNumbers: [Int: Int] = [:]
    private var differenceNumbers: [Int: Int] = [:]

    init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
        var limits = limits
        limits.zip.archiveSize = .max
        var store = try PartStore(bytes, limits: limits)
        let root = try Relations(of: "", in: &store)
        guard let part = root.part("officeDocument") else { throw WorkbookError(.notAWorkbook) }
        let relations = try Relations(of: part, in: &store)
        book = try BookPart(part, relations: relations, in: &store)
        guard let style = relations.part("styles") else { throw .damaged("styles") }
        styles = try store.markup(of: style)
        var strings: [String] = []
        if let name = relations.part("sharedStrings") {
            let markup = try store.markup(of: name)
            for element in markup.children(of: Markup.root) {
                strings.append(
                    markup.child("t", of: element).map {
                        EscapedText.decoded(markup.content(of: $0))
                    } ?? "")
            }
        }
        self.strings = strings
        var types: [String: String] = [:]
        let list = try store.markup(of: "[Content_Types].xml")
        for element in list.children(of: Markup.root) {
            if let name = list.value("PartName", of: element),
                let type = list.value("ContentType", of: element)
            {
                types[PartName.resolve(name, from: "")] = type
            }
        }
        self.types = types
        self.store = store
    }

    /// The content type that a part has by its name.
    func type(of part: String) -> String? { types[part] }

    mutating func hasFormulas(_ part: String) throws(WorkbookError) -> Bool {
        let markup = try store.markup(of: part)
        return !markup.descendants("f").isEmpty
    }

    /// `xl/comments1.xml` as what stands around its number.
    static func stem(of part: String) -> (beginning: String, ending: String) {
        let name = part.split(separator: ".", maxSplits: 1).map(String.init)
        var beginning = name.first ?? part
        while let last = beginning.utf8.last, 48...57 ~= last { beginning.removeLast() }
        return (beginning, name.count > 1 ? "." + name[1] : "")
    }

    /// A sheet with the numbers of styles and texts that they have in another workbook.
    mutating func sheet(
        _ part: String, styles: inout StyleAppender, strings: inout StringAppender
    ) throws(WorkbookError) -> [UInt8] {
        let markup = try store.markup(of: part)
        var editor = MarkupEditor(markup)
        for element in markup.elements.indices {
            if markup.isMain(element, "c") {
                try renumber("s", of: element, in: markup, &editor, &styles)
                if markup.value("t", of: element) == "s",
                    let value = markup.child("v", of: element),
                    let index = wholeNumber(markup.content(of: value)),
                    self.strings.indices.contains(index)
                {
                    let number = strings.index(of: self.strings[index])
                    editor.setContent(of: value, to: Array(String(number).utf8))
                }
            } else if markup.isMain(element, "row") {
                try renumber("s", of: element, in: markup, &editor, &styles)
            } else if markup.isMain(element, "col") {
                try renumber("style", of: element, in: markup, &editor, &styles)
            } else if markup.isMain(element, "cfRule"),
                let old = markup.integer("dxfId", of: element)
            {
                let number = difference(old, &styles)
                editor.setAttribute("dxfId", of: element, to: String(number))
            } else if markup.isMain(element, "sheetView") {
                // The other workbook has its own sheet in view.
                editor.removeAttribute("tabSelected", of: element)
            }
        }
        return try editor.finished(atMost: .max)
    }

    private mutating func renumber(
        _ name: StaticString, of element: Int, in markup: Markup, _ editor: inout MarkupEditor,
        _ styles: inout StyleAppender
    ) throws(WorkbookError) {
        guard let old = markup.integer(name, of: element) else { return }
        let number: Int
        if let known = styleNumbers[old] {
            number = known
        } else {
            number = try adopt(old, &styles)
            styleNumbers[old] = number
        }
        editor.setAttribute(name, of: element, to: String(number))
    }

    /// The number of one of our styles in the other workbook.
    private func adopt(_ style: Int, _ styles: inout StyleAppender) throws(WorkbookError) -> Int {
        guard let element = item(style, of: "cellXfs") else { return 0 }
        var format = CellFormat(element, in: self.styles)
        if let font = item(format["fontId"], of: "fonts") {
            format["fontId"] = styles.font(bytes(font))
        }
        if format["fillId"] > 1, let fill = item(format["fillId"], of: "fills") {
            format["fillId"] = styles.fill(bytes(fill))
        }
        if let border = item(format["borderId"], of: "borders") {
            format["borderId"] = styles.border(bytes(border))
        }
        let id = format["numFmtId"]
        if id >= 164, let code = self.code(id) { format["numFmtId"] = styles.numberFormat(code) }
        format["xfId"] = 0
        return try styles.index(of: format.prefixed(styles.prefix))
    }

    private mutating func difference(_ old: Int, _ styles: inout StyleAppender) -> Int {
        if let number = differenceNumbers[old] { return number }
        guard let element = item(old, of: "dxfs") else { return 0 }
        let number = styles.difference(bytes(element))
        differenceNumbers[old] = number
        return number
    }

    private func item(_ index: Int, of name: StaticString) -> Int? {
        guard let collection = styles.child(name), index >= 0 else { return nil }
        return styles.children(of: collection).dropFirst(index).first { _ in true }
    }

    private func bytes(_ element: Int) -> [UInt8] {
        Array(styles.bytes[styles.elements[element].whole])
    }

    private func code(_ id: Int) -> String? {
        guard let formats = styles.child("numFmts") else { return nil }
        return styles.children(of: formats).first { styles.integer("numFmtId", of: $0) == id }
            .flatMap { styles.value("formatCode", of: $0) }
            .map { EscapedText.decoded($0.utf8) }
    }
}
