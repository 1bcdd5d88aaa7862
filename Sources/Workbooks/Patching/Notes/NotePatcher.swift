import Findings
import ZipArchives

/// The notes of one sheet and the parts that hold them.
///
/// A note that programs show takes a comments part, a VML drawing, two relationships, a
/// `legacyDrawing` element and the types of both parts.
struct NotePatcher {
    private let sheet: String
    private let part: String
    private var relations: Relations
    private var list: NoteList
    private let listPart: String
    private let isListNew: Bool
    private var drawing: NoteDrawing?
    private let drawingPart: String
    private let isDrawingNew: Bool
    private let legacy: Int?
    private let markup: Markup
    private var threaded: Set<CellReference> = []
    private let family: OfficeFamily
    private(set) var remarks: [PatchRemark] = []

    /// - Parameters:
    ///   - sheet: Its name, for remarks.
    ///   - part: The worksheet part.
    ///   - family: The names in which new parts are written.
    ///   - store: Where the parts are.
    /// - Throws: `.damaged` where a part that holds notes is no well-formed XML.
    init(
        sheet: String, part: String, family: OfficeFamily, in store: inout PartStore
    ) throws(WorkbookError) {
        self.sheet = sheet
        self.part = part
        self.family = family
        let relations = try Relations(of: part, in: &store)
        self.relations = relations
        let markup = try store.markup(of: part)
        self.markup = markup
        let old = relations.part("comments").flatMap { store.has($0) ? $0 : nil }
        isListNew = old == nil
        listPart = old ?? store.freeName("xl/comments", ".xml")
        list = try NoteList(
            try old.map { name throws(WorkbookError) in try store.text(of: name) }
                ?? NoteList.empty(family), part: listPart)
        let element = markup.child("legacyDrawing")
        legacy = element
        let target = element.flatMap { markup.relationship(of: $0) }.flatMap {
            relations[markup.attributeText($0.value)]
        }
        let oldDrawing = target.flatMap { store.has($0.target) ? $0.target : nil }
        let drawingName = oldDrawing ?? store.freeName("xl/drawings/vmlDrawing", ".vml")
        isDrawingNew = oldDrawing == nil
        drawingPart = drawingName
        do throws(WorkbookError) {
            let bytes = oldDrawing == nil ? NoteDrawing.empty : try store.text(of: drawingName)
            drawing = try NoteDrawing(bytes, part: drawingName)
        } catch { drawing = nil }
        for name in relations.parts("threadedComment") where store.has(name) {
            let comments = try store.markup(of: name)
            for comment in comments.descendants("threadedComment") {
                if let cell = comments.value("ref", of: comment).flatMap({ CellReference($0) }) {
                    threaded.insert(cell)
                }
            }
        }
    }

    /// There is anything about notes on the sheet.
    var isEmpty: Bool { isListNew && isDrawingNew }

    /// Adds a note to a cell, or text to the note that it has.
    mutating func add(
        _ text: String, at cell: CellReference, author: String, isMark: Bool,
        numbers: inout ShapeNumbers
    ) {
        if let reason = refusal(at: cell) {
            remarks.append(PatchRemark(sheet: sheet, cell: cell, reason: reason))
            return
        }
        if list.has(cell) {
            let whole = list.text(at: cell) + "\n" + text
            drawing?.stretch(cell, to: NoteShape.rows(for: whole))
        } else {
            let columns = pixels
            drawing?.add(NoteShape(cell: cell, text: text, columns: columns), numbers: &numbers)
        }
        list.add(text, at: cell, author: author, isMark: isMark)
    }

    private func refusal(at cell: CellReference) -> PatchRemark.Reason? {
        guard (1...RowShift.lastRow).contains(cell.row), (1...16_384).contains(cell.column) else {
            return .beyondSheet
        }
        if threaded.contains(cell) || list.isThreaded(cell) { return .threadedComment }
        return drawing == nil && !list.has(cell) ? .unreadableDrawing : nil
    }

    /// Takes an author's notes out.
    mutating func remove(author: String) {
        guard !isListNew else { return }
        guard drawing != nil else {
            remarks.append(PatchRemark(sheet: sheet, cell: nil, reason: .unreadableDrawing))
            return
        }
        for found in list.remove(author: author, where: { name, _ in name == author })
        where found.isGone { drawing?.remove(found.cell) }
    }

    /// Takes the notes of marks out.
    ///
    /// - Returns: The cells that had one.
    mutating func removeMarks(author: String) -> [CellReference] {
        guard !isListNew, drawing != nil else { return [] }
        let found = list.removeMarks(author: author)
        for (cell, isGone) in found where isGone { drawing?.remove(cell) }
        return found.map(\.cell)
    }

    /// Notes and their boxes follow the cells.
    mutating func shift(_ shift: RowShift) {
        if !isListNew { list.shift(shift) }
        if !isDrawingNew { drawing?.shift(shift) }
    }

    /// Pixels of the sheet's columns (18.3.1.13).
    private var pixels: (Int) -> Int {
        var widths: [(columns: ClosedRange<Int>, width: Double)] = []
        if let columns = markup.child("cols") {
            for element in markup.children(of: columns).prefix(1000) {
                guard let first = markup.integer("min", of: element),
                    let last = markup.integer("max", of: element), first <= last,
                    let width = markup.value("width", of: element).flatMap({ plainNumber($0) })
                else { continue }
                widths.append((first...last, markup.flag("hidden", of: element) ? 0 : width))
            }
        }
        return { column in
            let width = widths.first { $0.columns.contains(column) }?.width ?? 9.14
            return Int((min(255, max(0, width)) * 7).rounded())
        }
    }
}

extension NotePatcher {
    /// Writes the parts, and those that lead to them.
    func save(to store: inout PartStore, types: inout ContentTypes) throws(WorkbookError) {
        var relations = relations
        let limit = store.limits.partSize
        if list.isEmpty {
            // What holds nothing any more goes, so that the sheet is as before.
            guard !isListNew else { return }
            try discard(&relations, in: &store, types: &types)
            try relations.save(to: &store)
            return
        }
        store.set(listPart, to: try list.finished(atMost: limit))
        if isListNew {
            _ = relations.add(type: family.relationship("comments"), to: listPart)
            types.add(listPart, type: OfficeNames.type("comments"))
        }
        if let drawing, !(isDrawingNew && drawing.isEmpty) {
            store.set(drawingPart, to: try drawing.finished(atMost: limit))
            if isDrawingNew {
                types.add(
                    ending: "vml",
                    type: "application/vnd.openxmlformats-officedocument.vmlDrawing")
                let id = relations.add(
                    type: family.relationship("vmlDrawing"), to: drawingPart)
                try lead(to: id, in: &store)
            }
        }
        try relations.save(to: &store)
    }

    /// Has the sheet name its drawing.
    private func lead(to id: String, in store: inout PartStore) throws(WorkbookError) {
        var editor = MarkupEditor(markup)
        if let legacy, let old = markup.relationship(of: legacy) {
            editor.setValue(of: old, to: id)
        } else {
            let prefix = markup.prefix(for: OfficeFamily.relationships)
            var text = XMLText(isPiece: true)
            text.empty(
                markup.prefix(of: Markup.root) + "legacyDrawing",
                [
                    "xmlns:r": prefix == nil ? family.relationships : nil,
                    "\(prefix ?? "r"):id": id,
                ])
            ChildOrder.worksheet.insert(text.bytes, named: "legacyDrawing", to: &editor)
        }
        store.set(part, to: try editor.finished(atMost: store.limits.sheetSize))
    }

    private func discard(
        _ relations: inout Relations, in store: inout PartStore, types: inout ContentTypes
    ) throws(WorkbookError) {
        for entry in relations.entries where entry.kind == "comments" && entry.target == listPart {
            relations.remove(entry.id)
        }
        types.remove(listPart)
        store.remove(listPart)
        guard let drawing, !isDrawingNew else { return }
        guard drawing.isEmpty, let legacy else {
            return store.set(
                drawingPart, to: try drawing.finished(atMost: store.limits.partSize))
        }
        for entry in relations.entries where entry.target == drawingPart {
            relations.remove(entry.id)
        }
        types.remove(drawingPart)
        store.remove(drawingPart)
        var editor = MarkupEditor(markup)
        editor.cut(legacy)
        store.set(part, to: try editor.finished(atMost: store.limits.sheetSize))
    }
}
