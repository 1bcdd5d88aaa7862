import Findings

/// The formulas of a sheet that several cells share, and those that fill several cells
/// (ECMA-376 Part 1, 18.3.1.40).
struct FormulaGroups {
    /// Shared formulas by their index.
    private(set) var shared: [Int: Shared] = [:]
    /// The cells of array formulas and data tables, which change together or not at all.
    private(set) var arrays: [CellRange] = []
    /// Array formulas of one cell each.
    private(set) var singleArrays: Set<CellReference> = []

    struct Member {
        /// The `f` element.
        var element: Int
        var cell: CellReference
    }

    struct Shared {
        /// The member that holds the formula.
        var master: Member?
        var formula: [UInt8] = []
        /// All that follow it.
        var members: [Member] = []
    }

    init(of map: SheetMap) {
        for row in map.rows {
            for cell in map.cells(of: row) {
                guard let element = map.markup.child("f", of: cell.element),
                    let type = map.markup.value("t", of: element)
                else { continue }
                add(Member(element: element, cell: cell.reference), type: type, in: map.markup)
            }
        }
    }

    private mutating func add(_ member: Member, type: String, in markup: Markup) {
        switch type {
        case "shared":
            guard let index = markup.integer("si", of: member.element) else { return }
            var group = shared[index] ?? Shared()
            let text = markup.content(of: member.element)
            if text.isEmpty {
                group.members.append(member)
            } else if group.master == nil {
                group.master = member
                group.formula = text
            }
            // One that has its own text beside a master follows nobody.
            shared[index] = group
        case "array", "dataTable":
            guard let range = markup.value("ref", of: member.element).flatMap({ CellRange($0) })
            else { return }
            if range.first == range.last {
                singleArrays.insert(range.first)
            } else {
                arrays.append(range)
            }
        default: break
        }
    }

    /// The array formula that a cell is part of.
    func array(at cell: CellReference) -> CellRange? {
        singleArrays.contains(cell)
            ? CellRange(cell, cell) : arrays.first { $0.contains(cell) }
    }
}

extension FormulaGroups.Shared {
    /// The formula as it reads in a member.
    func formula(of member: FormulaGroups.Member) -> [UInt8]? {
        guard let master else { return nil }
        return FormulaText.moved(
            formula, rows: member.cell.row - master.cell.row,
            columns: member.cell.column - master.cell.column)
    }

    /// Gives every member its own formula, but those whose cells are changed anyway.
    func expand(in editor: inout MarkupEditor, except skipped: (CellReference) -> Bool) {
        guard let master else { return }
        for member in [master] + members where !skipped(member.cell) {
            guard let text = formula(of: member) else { continue }
            for name in ["t", "ref", "si"] as [StaticString] {
                editor.removeAttribute(name, of: member.element)
            }
            editor.setContent(of: member.element, to: MarkupEscapes.encoded(text))
        }
    }
}
