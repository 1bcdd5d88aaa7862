/// Sheets that go, and the one that is in view.
extension PatchRun {
    /// Takes a sheet out with the parts that are its own.
    mutating func removeSheet(_ name: String) throws(WorkbookError) {
        guard let index = index(of: name) else { return }
        guard book.sheets.count > 1, let part = book.sheets[index].part else {
            return remark(.lastSheet, sheet: name)
        }
        try flush()
        try book.remove(sheet: index, in: &store)
        let isShared = book.sheets.contains { $0.part == part }
        for entry in bookRelations.entries where entry.target == part && !isShared {
            bookRelations.remove(entry.id)
        }
        guard !isShared else { return }
        for entry in try Relations(of: part, in: &store).entries
        where !entry.isExternal && Self.ownKinds.contains(entry.kind) {
            types.remove(entry.target)
            store.remove(entry.target)
        }
        types.remove(part)
        store.remove(PartName.relationships(of: part))
        store.remove(part)
    }

    /// Parts that belong to one sheet and lead nowhere else.
    private static let ownKinds: Set<String> = [
        "comments", "vmlDrawing", "printerSettings", "threadedComment", "table",
    ]

    /// Has a sheet in view when the workbook is opened, and no other chosen with it: what is typed
    /// into one of several chosen sheets goes into all.
    mutating func show(sheet index: Int) throws(WorkbookError) {
        try book.show(sheet: index, in: &store)
        let shown = book.sheets[index].part
        let others = book.sheets.compactMap(\.part) + bookRelations.parts("chartsheet")
        for part in others where part != shown && store.has(part) {
            try choose(false, part)
        }
        if let shown { try choose(true, shown) }
    }

    private mutating func choose(_ isChosen: Bool, _ part: String) throws(WorkbookError) {
        let markup = try store.markup(of: part)
        guard let views = markup.child("sheetViews") else { return }
        var editor = MarkupEditor(markup)
        for view in markup.children(of: views) where markup.isMain(view, "sheetView") {
            if isChosen {
                editor.setAttribute("tabSelected", of: view, to: "1")
            } else if markup.flag("tabSelected", of: view) {
                editor.removeAttribute("tabSelected", of: view)
            }
        }
        store.set(part, to: try editor.finished(atMost: store.limits.sheetSize))
    }
}
