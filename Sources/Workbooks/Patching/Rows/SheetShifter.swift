import Findings

/// Moves the rows of one worksheet part, or the references that another sheet's part holds to them.
struct SheetShifter {
    let map: SheetMap
    let markup: Markup
    let groups: FormulaGroups
    let shift: RowShift
    /// The rows of this very sheet shift.
    let isOwn: Bool
    let isHere: (FormulaReference.Sheet) -> Bool
    var editor: MarkupEditor
    /// Manual page breaks that go, by the element around them.
    var breaks: [Int: Int] = [:]
    /// Formulas that cells shared and now have each for itself, as they were before the shift.
    var expanded: [CellReference: [UInt8]] = [:]
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
        if let block = shift.block,
            let cell = groups.singleArrays.filter({ block.contains($0.row) }).min()
        {
            return .arrayFormula(CellRange(cell, cell))
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
