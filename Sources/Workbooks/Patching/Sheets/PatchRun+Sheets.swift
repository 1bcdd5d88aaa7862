import Findings
import ZipArchives

/// Sheets that are added: encoded as a workbook of their own first, whose parts then move over.
extension PatchRun {
    mutating func add(_ draft: SheetDraft, isShown: Bool) throws(WorkbookError) {
        var draft = draft
        var names = SheetNames()
        for sheet in book.sheets { _ = names.accept(sheet.name) }
        draft.name = names.accept(draft.name)
        let bytes = try WorkbookDraft(sheets: [draft]).encoded()
        var donor = try Donor(bytes, limits: store.limits)
        // The hidden sheet of long lists; formulas name it, so it must keep its name.
        for sheet in donor.book.sheets.dropFirst() where book.index(of: sheet.name) != nil {
            return remark(.sheetNameTaken(sheet.name), sheet: draft.name)
        }
        let first = book.sheets.count
        for index in donor.book.sheets.indices {
            try graft(index, of: &donor, isHidden: index > 0 || draft.isHidden)
        }
        try graftNames(of: donor, first: first)
        if isShown, !draft.isHidden { try show(sheet: first) }
    }

    private mutating func graft(
        _ index: Int, of donor: inout Donor, isHidden: Bool
    ) throws(WorkbookError) {
        guard let source = donor.book.sheets[index].part else { return }
        let part = store.freeName("xl/worksheets/sheet", ".xml")
        let name = donor.book.sheets[index].name
        var styles = try loadedStyles()
        var strings = try loadedStrings()
        let sheet = try donor.sheet(source, styles: &styles, strings: &strings)
        keep(styles, strings)
        store.set(part, to: book.family.renamed(sheet))
        types.add(part, type: OfficeNames.type("worksheet"))
        try graftParts(of: source, to: part, from: &donor)
        let id = bookRelations.add(type: book.family.relationship("worksheet"), to: part)
        try book.add(name, part: part, relationship: id, isHidden: isHidden, in: &store)
        if sheet.contains(where: { $0 == UInt8(ascii: "f") }), try donor.hasFormulas(source) {
            needsComputing = true
        }
    }

    /// The parts that a part leads to, under names that are free here; ids stay.
    private mutating func graftParts(
        of source: String, to part: String, from donor: inout Donor
    ) throws(WorkbookError) {
        let relations = try Relations(of: source, in: &donor.store)
        guard !relations.entries.isEmpty else { return }
        var text = XMLText()
        text.open("Relationships", ["xmlns": OfficeNames.packageRelationships])
        for entry in relations.entries {
            var target = entry.target
            if !entry.isExternal {
                target = try graftPart(entry.target, kind: entry.kind, from: &donor)
            }
            text.empty(
                "Relationship",
                [
                    "Id": entry.id, "Type": book.family.relationship(entry.kind),
                    "Target": entry.isExternal ? target : PartName.relative(target, from: part),
                    "TargetMode": entry.isExternal ? "External" : nil,
                ])
        }
        text.close("Relationships")
        store.set(PartName.relationships(of: part), to: text.bytes)
    }

    private mutating func graftPart(
        _ source: String, kind: String, from donor: inout Donor
    ) throws(WorkbookError) -> String {
        let (beginning, ending) = Donor.stem(of: source)
        let name = store.freeName(beginning, ending)
        var bytes = try donor.store.raw(source)
        if kind == "vmlDrawing" {
            bytes = try renumbered(bytes, part: source)
            types.add(
                ending: "vml", type: "application/vnd.openxmlformats-officedocument.vmlDrawing")
        } else if let type = donor.type(of: source) {
            bytes = book.family.renamed(bytes)
            types.add(name, type: type)
        }
        store.set(name, to: bytes)
        try graftParts(of: source, to: name, from: &donor)
        return name
    }

    /// A drawing of notes with numbers that no other drawing here has.
    private mutating func renumbered(
        _ bytes: [UInt8], part: String
    ) throws(WorkbookError) -> [UInt8] {
        var numbers = ShapeNumbers(in: &store)
        let markup = try Markup(bytes, part: part)
        var editor = MarkupEditor(markup)
        var blocks: [Int: Int] = [:]
        for element in markup.descendants("shape") {
            guard let id = markup.value("id", of: element), id.hasPrefix("_x0000_s"),
                let number = wholeNumber(id.dropFirst(8).utf8), number >= 0
            else { continue }
            let block = blocks[number / 1024] ?? numbers.newBlock()
            blocks[number / 1024] = block
            editor.setAttribute(
                "id", of: element, to: "_x0000_s\(block * 1024 + number % 1024)")
        }
        if let map = markup.descendants("idmap").first {
            editor.setAttribute(
                "data", of: map, to: blocks.values.sorted().map(String.init).joined(separator: ","))
        }
        return try editor.finished(atMost: store.limits.partSize)
    }

    /// Print areas and the like, which belong to the sheets that came over.
    private mutating func graftNames(of donor: Donor, first: Int) throws(WorkbookError) {
        let markup = donor.book.markup
        guard let list = markup.child("definedNames") else { return }
        for element in markup.children(of: list) {
            guard let name = markup.value("name", of: element),
                let sheet = markup.integer("localSheetId", of: element),
                donor.book.sheets.indices.contains(sheet)
            else { continue }
            let value = String(decoding: markup.content(of: element), as: UTF8.self)
            try book.define(name, value, sheet: first + sheet, in: &store)
        }
    }
}
