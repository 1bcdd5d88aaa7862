import Findings

extension SheetShifter {
    /// All that stands outside the cells and refers to rows.
    mutating func changeSurroundings() {
        var element = Markup.root + 1
        while element < markup.elements.count {
            if element == map.data {
                element = markup.elements[element].next
                continue
            }
            changeFormula(in: element)
            if isOwn { changeRange(of: element) }
            element += 1
        }
        for (parent, gone) in breaks.sorted(by: { $0.key < $1.key }) {
            guard let count = markup.integer("manualBreakCount", of: parent), count >= gone else {
                continue
            }
            editor.setAttribute("manualBreakCount", of: parent, to: String(count - gone))
        }
    }

    private mutating func changeFormula(in element: Int) {
        let names: [StaticString] = ["formula", "formula1", "formula2", "f"]
        if names.contains(where: { markup.hasLocalName(element, $0) }) {
            let isLeaf = markup.children(of: element).first { _ in true } == nil
            if isLeaf, let text = shift.formula(markup.content(of: element), isHere: isHere) {
                editor.setContent(of: element, to: MarkupEscapes.encoded(text))
            }
        } else if markup.isMain(element, "hyperlink") {
            changeFormula(in: "location", of: element)
        } else if markup.hasLocalName(element, "cfvo"),
            markup.value("type", of: element) == "formula"
        {
            changeFormula(in: "val", of: element)
        }
    }

    private mutating func changeFormula(in name: StaticString, of element: Int) {
        guard let text = markup.value(name, of: element),
            let new = shift.formula(Array(text.utf8), isHere: isHere)
        else { return }
        editor.setAttribute(name, of: element, to: String(decoding: new, as: UTF8.self))
    }

    private mutating func changeRange(of element: Int) {
        if markup.isMain(element, "mergeCell") || markup.isMain(element, "hyperlink") {
            changeCopied(element)
        } else if markup.isMain(element, "selection") {
            changeSelection(element)
        } else if markup.isMain(element, "brk") {
            changeBreak(element)
        } else if markup.isMain(element, "dimension") {
            changeReference("ref", of: element, fallback: "A1")
        } else if markup.isMain(element, "cellWatch") || markup.isMain(element, "inputCells") {
            changeReference("r", of: element, fallback: nil)
        } else if markup.hasLocalName(element, "sqref") {
            changeForeignList(element)
        } else {
            for name in ["ref", "sqref"] as [StaticString] {
                changeReference(name, of: element, fallback: nil)
            }
        }
    }

    /// What belongs to the block is copied with it; what reaches beyond it grows.
    private mutating func changeCopied(_ element: Int) {
        guard let range = markup.value("ref", of: element).flatMap({ CellRange($0) }) else {
            return
        }
        let isMerge = markup.isMain(element, "mergeCell")
        let new = shift.range(range, isExtended: !shift.isInBlock(range))
        guard let new, !(isMerge && new.first == new.last && range.first != range.last) else {
            return editor.remove(element)
        }
        if new != range { editor.setAttribute("ref", of: element, to: new.description) }
        for copy in shift.copies(of: range) {
            var text = Array("<\(markup.text(markup.elements[element].name))".utf8)
            for attribute in markup.attributes(of: element) {
                if markup.isEqual(attribute.name, "ref") {
                    text.append(contentsOf: " ref=\"\(copy)\"".utf8)
                } else if markup.isEqual(attribute.name, "location") {
                    let place = Array(markup.attributeText(attribute.value).utf8)
                    let new = shift.formula(place, isHere: isHere) ?? place
                    text.append(contentsOf: " location=\"".utf8)
                    text.append(
                        contentsOf: MarkupEscapes.encodedValue(
                            String(decoding: new, as: UTF8.self)))
                    text.append(UInt8(ascii: "\""))
                } else if !markup.text(attribute.name).hasSuffix("uid") {
                    text.append(contentsOf: markup.bytes[attribute.whole])
                }
            }
            editor.insert(text + Array("/>".utf8), behind: element)
        }
    }

    private mutating func changeSelection(_ element: Int) {
        let cell = markup.value("activeCell", of: element).flatMap { CellReference($0) }
        let ranges = markup.value("sqref", of: element)
        let start = CellReference(row: max(1, shift.start), column: 1).description
        // The active cell must be one of the selected ones (18.3.1.78).
        let isGone = cell.map { shift.row($0.row) == nil } ?? false
        let new = ranges.map { isGone ? start : (shift.list($0) ?? start) }
        if let new, new != ranges { editor.setAttribute("sqref", of: element, to: new) }
        if let cell {
            let moved = CellReference(row: shift.row(cell.row) ?? 0, column: cell.column)
            let text = isGone || new == start ? start : moved.description
            if text != cell.description { editor.setAttribute("activeCell", of: element, to: text) }
        }
    }

    private mutating func changeBreak(_ element: Int) {
        guard let parent = markup.elements[element].parent, markup.isMain(parent, "rowBreaks"),
            let row = markup.integer("id", of: element), (1...RowShift.lastRow).contains(row)
        else { return }
        guard let new = shift.row(row) else {
            if markup.flag("man", of: element) { breaks[parent, default: 0] += 1 }
            return editor.remove(element)
        }
        if new != row { editor.setAttribute("id", of: element, to: String(new)) }
    }

    private mutating func changeReference(
        _ name: StaticString, of element: Int, fallback: String?
    ) {
        guard let text = markup.value(name, of: element) else { return }
        guard let new = shift.list(text) ?? fallback else { return editor.remove(element) }
        if new != text { editor.setAttribute(name, of: element, to: new) }
    }

    /// `xm:sqref`, which says by its text where its parent applies ([MS-XLSX] 2.6).
    private mutating func changeForeignList(_ element: Int) {
        let text = String(decoding: markup.content(of: element), as: UTF8.self)
        guard let new = shift.list(text) else {
            return editor.remove(markup.elements[element].parent ?? element)
        }
        if new != text { editor.setContent(of: element, to: Array(new.utf8)) }
    }
}
