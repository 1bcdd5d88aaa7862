import Findings

extension SheetShifter {
    mutating func copyBlock() throws(WorkbookError) {
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
