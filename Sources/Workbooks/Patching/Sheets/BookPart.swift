import Findings

/// The workbook part while sheets and names are added to it (ECMA-376 Part 1, 18.2).
struct BookPart {
    let part: String
    private(set) var markup: Markup
    var sheets: [Sheet] = []
    let family: OfficeFamily
    let is1904: Bool

    struct Sheet {
        var name: String
        /// The part; nil for chart sheets, dialogs and what leads nowhere.
        var part: String?
    }

    init(_ part: String, relations: Relations, in store: inout PartStore) throws(WorkbookError) {
        self.part = part
        let markup = try store.markup(of: part)
        self.markup = markup
        let root = markup.prefix(of: Markup.root)
        family = OfficeFamily(
            spreadsheet: markup.namespace(ofPrefix: String(root.dropLast(root.isEmpty ? 0 : 1))))
        is1904 = markup.child("workbookPr").map { markup.flag("date1904", of: $0) } ?? false
        guard let list = markup.child("sheets") else { throw WorkbookError(.noSheets) }
        for element in markup.children(of: list) where markup.isMain(element, "sheet") {
            let name = EscapedText.decoded((markup.value("name", of: element) ?? "").utf8)
            let relation = markup.relationship(of: element).flatMap {
                relations[markup.attributeText($0.value)]
            }
            let isWorksheet = relation.map { $0.kind == "worksheet" && !$0.isExternal } ?? false
            sheets.append(
                Sheet(
                    name: name,
                    part: relation.flatMap { isWorksheet && store.has($0.target) ? $0.target : nil }
                ))
        }
    }

    /// The position of a sheet, whatever the case of its name.
    func index(of name: String) -> Int? {
        sheets.firstIndex { $0.name == name }
            ?? sheets.firstIndex { $0.name.lowercased() == name.lowercased() }
    }

    /// Changes the part and keeps the list of sheets.
    mutating func edit(
        in store: inout PartStore,
        _ change: (inout MarkupEditor) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        var editor = MarkupEditor(markup)
        try change(&editor)
        guard !editor.isUnchanged else { return }
        let bytes = try editor.finished(atMost: store.limits.partSize)
        store.set(part, to: bytes)
        markup = try Markup(bytes, part: part)
    }

    /// Adds a sheet behind all others.
    mutating func add(
        _ name: String, part: String, relationship id: String, isHidden: Bool,
        in store: inout PartStore
    ) throws(WorkbookError) {
        guard let list = markup.child("sheets") else { throw .damaged(self.part) }
        let used = markup.children(of: list).compactMap { markup.integer("sheetId", of: $0) }
        var number = sheets.count + 1
        while used.contains(number) { number += 1 }
        let prefix = markup.prefix(for: OfficeFamily.relationships)
        var text = XMLText(isPiece: true)
        text.open(
            markup.prefix(of: list) + "sheet",
            [
                "name": name, "sheetId": "\(number)", "state": isHidden ? "hidden" : nil,
                "xmlns:r": prefix == nil ? family.relationships : nil, "\(prefix ?? "r"):id": id,
            ], isEmpty: true)
        try edit(in: &store) { $0.append(text.bytes, to: list) }
        sheets.append(Sheet(name: name, part: part))
    }

    /// Gives a name of the workbook, or of one sheet, what it refers to; nil takes the name away.
    mutating func define(
        _ name: String, _ value: String?, sheet: Int? = nil, isHidden: Bool = false,
        in store: inout PartStore
    ) throws(WorkbookError) {
        let markup = self.markup
        let list = markup.child("definedNames")
        let elements = list.map { Array(markup.children(of: $0)) } ?? []
        let old = elements.first { element in
            markup.value("name", of: element)?.lowercased() == name.lowercased()
                && markup.integer("localSheetId", of: element) == sheet
        }
        let prefix = markup.prefix(of: Markup.root)
        try edit(in: &store) { editor in
            if let old {
                guard let value else { return editor.remove(old) }
                return editor.setContent(
                    of: old, to: MarkupEscapes.encoded(Array(value.utf8)))
            }
            guard let value else { return }
            var text = XMLText(isPiece: true)
            text.element(
                prefix + "definedName",
                [
                    "name": name, "localSheetId": sheet.map(String.init),
                    "hidden": isHidden ? "1" : nil,
                ], text: value)
            // Programs keep names in their order.
            let next = elements.first { element in
                (markup.value("name", of: element) ?? "").lowercased() > name.lowercased()
            }
            if let next {
                editor.insert(text.bytes, before: next)
            } else if let list {
                editor.append(text.bytes, to: list)
            } else {
                ChildOrder.workbook.insert(
                    Array("<\(prefix)definedNames>".utf8) + text.bytes
                        + Array("</\(prefix)definedNames>".utf8),
                    named: "definedNames", to: &editor)
            }
        }
    }

    /// Has programs compute all formulas when they open the workbook (18.2.2).
    mutating func computeOnLoad(in store: inout PartStore) throws(WorkbookError) {
        let prefix = markup.prefix(of: Markup.root)
        let element = markup.child("calcPr")
        try edit(in: &store) { editor in
            if let element {
                editor.setAttribute("fullCalcOnLoad", of: element, to: "1")
            } else {
                ChildOrder.workbook.insert(
                    Array("<\(prefix)calcPr fullCalcOnLoad=\"1\"/>".utf8), named: "calcPr",
                    to: &editor)
            }
        }
    }
}
