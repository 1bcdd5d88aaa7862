import Findings

/// Moves the rows of one worksheet part, or the references that another sheet's part holds to them.
struct SheetShifter {
    private let map: SheetMap
    private let markup: Markup
    private let groups: FormulaGroups
    private let shift: RowShift
    /// The rows of this very sheet shift.
    private let isOwn: Bool
    private let isHere: (FormulaReference.Sheet) -> Bool
    private var editor: MarkupEditor
    /// Manual page breaks that go, by the element around them.
    private var breaks: [Int: Int] = [:]
    /// Formulas that cells shared and now have each for itself, as they were before the shift.
    private var expanded: [CellReference: [UInt8]] = [:]
    private(set) var changesFormulas = false

    /// - Parameters:
    ///   - map: The part.
    ///   - shift: What happens to the rows.
    ///   - isOwn: Whether it happens on this sheet.
    ///   - name: The name of the sheet on which it happens.
    init(_ map: SheetMap, shift: RowShift, isOwn: Bool, name: String) {
        self.map = map
        self.shift = shift
        self.isOwn = isOwn
        markup = map.markup
        groups = FormulaGroups(of: map)
        editor = MarkupEditor(map.markup)
        isHere = Self.test(name: name, isOwn: isOwn)
    }

    /// Whether a reference leads to the sheet of a name; names are alike whatever their case.
    static func test(name: String, isOwn: Bool) -> (FormulaReference.Sheet) -> Bool {
        let wanted = name.lowercased()
        return { sheet in
            switch sheet {
            case .own: isOwn
            case .named(let other): other == name || other.lowercased() == wanted
            case .elsewhere: false
            }
        }
    }

    /// Why the shift cannot be made here.
    func refusal() -> PatchRemark.Reason? {
        if shift.count > 0, let last = map.rows.last?.number, last >= shift.start,
            last + shift.count > RowShift.lastRow
        {
            return .rowsPushedOff
        }
        if shift.start - 1 + max(0, shift.count) > RowShift.lastRow { return .rowsPushedOff }
        for array in groups.arrays {
            let rows = array.first.row...array.last.row
            let isCut =
                shift.count > 0
                ? rows.contains(shift.start) && rows.lowerBound < shift.start
                : rows.overlaps(shift.deleted)
                    && !(shift.deleted.contains(rows.lowerBound)
                        && shift.deleted.contains(rows.upperBound))
            if isCut || shift.block.map(rows.overlaps) == true { return .arrayFormula(array) }
        }
        return nil
    }

    mutating func shifted(atMost limit: Int) throws(WorkbookError) -> [UInt8] {
        expandGroups()
        for row in map.rows {
            if isOwn, shift.deleted.contains(row.number) {
                editor.cut(row.element)
                if map.cells(of: row).contains(where: { markup.child("f", of: $0.element) != nil })
                {
                    changesFormulas = true
                }
                continue
            }
            change(row)
        }
        if isOwn { try copyBlock() }
        changeSurroundings()
        return try editor.finished(atMost: limit)
    }

    /// Shared formulas that no longer read alike in all their cells are given to each.
    private mutating func expandGroups() {
        for (_, group) in groups.shared.sorted(by: { $0.key < $1.key }) {
            guard let master = group.master else { continue }
            let members = [master] + group.members
            let changes = members.contains { member in
                if isOwn, shift.row(member.cell.row) != member.cell.row { return true }
                if isOwn, shift.block?.contains(member.cell.row) == true { return true }
                return group.formula(of: member).flatMap { shift.formula($0, isHere: isHere) }
                    != nil
            }
            guard changes else { continue }
            for member in members { expanded[member.cell] = group.formula(of: member) }
        }
    }

    private mutating func change(_ row: SheetMap.Row) {
        let number = isOwn ? shift.row(row.number) ?? row.number : row.number
        if number != row.number {
            editor.setAttribute("r", of: row.element, to: String(number))
        }
        for cell in map.cells(of: row) {
            if number != row.number {
                let new = CellReference(row: number, column: cell.reference.column)
                editor.setAttribute("r", of: cell.element, to: new.description)
            }
            if let formula = markup.child("f", of: cell.element) {
                change(formula: formula, of: cell.reference)
            }
        }
    }

    private mutating func change(formula element: Int, of cell: CellReference) {
        changesFormulas = changesFormulas || isOwn
        let isInBlock = isOwn && shift.block?.contains(cell.row) == true
        func shifted(_ text: [UInt8]) -> [UInt8]? {
            isInBlock
                ? shift.formula(ofBlock: text, isHere: isHere)
                : shift.formula(text, isHere: isHere)
        }
        if let text = expanded[cell] {
            for name in ["t", "ref", "si"] as [StaticString] {
                editor.removeAttribute(name, of: element)
            }
            editor.setContent(of: element, to: MarkupEscapes.encoded(shifted(text) ?? text))
            changesFormulas = true
            return
        }
        if let text = shifted(markup.content(of: element)) {
            editor.setContent(of: element, to: MarkupEscapes.encoded(text))
            changesFormulas = true
        }
        guard isOwn else { return }
        for name in ["ref", "r1", "r2"] as [StaticString] {
            if let range = markup.value(name, of: element).flatMap({ CellRange($0) }),
                let new = shift.range(range, isExtended: false), new != range
            {
                editor.setAttribute(name, of: element, to: new.description)
            }
        }
    }
}

extension SheetShifter {
    private mutating func copyBlock() throws(WorkbookError) {
        guard let block = shift.block, shift.copies > 0 else { return }
        var fragments: [(number: Int, markup: Markup)] = []
        for row in map.rows where block.contains(row.number) {
            let bytes = Array(markup.bytes[markup.elements[row.element].whole])
            fragments.append((row.number, try Markup(bytes, part: markup.part)))
        }
        guard !fragments.isEmpty else { return }
        var rows: [UInt8] = []
        for copy in 0..<shift.copies {
            for fragment in fragments {
                rows.append(contentsOf: try self.copy(fragment.markup, of: fragment.number, copy))
                guard rows.count <= 1 << 28 else {
                    throw .limit("部件\(markup.part)太大", "the part \(markup.part) is too large")
                }
            }
        }
        let position = map.position(of: shift.start)
        if position < map.rows.count {
            editor.insert(rows, before: map.rows[position].element)
        } else {
            editor.append(rows, to: map.data)
        }
    }

    /// A row of the block as it reads in one of its copies.
    private func copy(
        _ row: Markup, of number: Int, _ copy: Int
    ) throws(WorkbookError) -> [UInt8] {
        let new = number + (copy + 1) * (shift.block?.count ?? 0)
        var editor = MarkupEditor(row)
        editor.setAttribute("r", of: Markup.root, to: String(new))
        for cell in row.children(of: Markup.root) where row.hasLocalName(cell, "c") {
            guard let reference = SheetMap.reference(of: cell, in: row) else { continue }
            editor.setAttribute(
                "r", of: cell, to: CellReference(row: new, column: reference.column).description)
            let formula = row.children(of: cell).first { row.hasLocalName($0, "f") }
            guard let formula else { continue }
            let text = expanded[reference] ?? row.content(of: formula)
            for name in ["t", "ref", "si"] as [StaticString] {
                editor.removeAttribute(name, of: formula)
            }
            let shifted = shift.formula(text, inCopy: copy, isHere: isHere) ?? text
            editor.setContent(of: formula, to: MarkupEscapes.encoded(shifted))
        }
        return try editor.finished(atMost: .max)
    }
}

extension SheetShifter {
    /// All that stands outside the cells and refers to rows.
    private mutating func changeSurroundings() {
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
