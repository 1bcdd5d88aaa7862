/// What else the workbook part says of its sheets: which is in view, and names that are theirs.
extension BookPart {
    /// The names of the workbook and what they refer to.
    var definedNames: [(name: String, value: String)] {
        guard let list = markup.child("definedNames") else { return [] }
        return markup.children(of: list).compactMap { element in
            guard markup.attribute("localSheetId", of: element) == nil,
                let name = markup.value("name", of: element)
            else { return nil }
            return (name, String(decoding: markup.content(of: element), as: UTF8.self))
        }
    }

    /// Takes a sheet out; the sheets behind it, which names and views count, move up.
    mutating func remove(sheet index: Int, in store: inout PartStore) throws(WorkbookError) {
        let markup = self.markup
        guard let list = markup.child("sheets") else { throw .damaged(part) }
        let elements = markup.children(of: list).filter { markup.isMain($0, "sheet") }
        guard elements.indices.contains(index) else { return }
        let views = views
        let visible =
            elements.indices.first {
                $0 != index && markup.value("state", of: elements[$0]) ?? "visible" == "visible"
            } ?? 0
        try edit(in: &store) { editor in
            editor.cut(elements[index])
            if let names = markup.child("definedNames") {
                for element in markup.children(of: names) {
                    guard let sheet = markup.integer("localSheetId", of: element) else { continue }
                    if sheet == index { editor.remove(element) }
                    if sheet > index {
                        editor.setAttribute("localSheetId", of: element, to: String(sheet - 1))
                    }
                }
            }
            for view in views {
                for name in ["activeTab", "firstSheet"] as [StaticString] {
                    guard let sheet = markup.integer(name, of: view), sheet >= index else {
                        continue
                    }
                    let new = sheet > index ? sheet : visible
                    editor.setAttribute(
                        name, of: view, to: String(new > index ? new - 1 : new))
                }
            }
        }
        sheets.remove(at: index)
    }

    /// Has a sheet in view when the workbook is opened.
    mutating func show(sheet index: Int, in store: inout PartStore) throws(WorkbookError) {
        let markup = self.markup
        let prefix = markup.prefix(of: Markup.root)
        let view = views.first
        try edit(in: &store) { editor in
            if let view {
                editor.setAttribute("activeTab", of: view, to: String(index))
            } else {
                ChildOrder.workbook.insert(
                    Array(
                        ("<\(prefix)bookViews><\(prefix)workbookView activeTab=\"\(index)\"/>"
                            + "</\(prefix)bookViews>").utf8),
                    named: "bookViews", to: &editor)
            }
        }
    }

    private var views: [Int] {
        markup.child("bookViews").map { list in
            markup.children(of: list).filter { markup.isMain($0, "workbookView") }
        } ?? []
    }
}
