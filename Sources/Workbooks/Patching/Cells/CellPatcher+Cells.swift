import Findings

/// The cells of a row one by one.
extension CellPatcher {
    mutating func patch(
        _ edits: [(cell: CellReference, edit: CellEdit)], row number: Int,
        _ styles: inout StyleAppender, _ strings: inout StringAppender
    ) throws(WorkbookError) {
        guard let row = map.row(number) else {
            let prefix = map.markup.prefix(of: map.data)
            var cells: [UInt8] = []
            for (cell, edit) in edits {
                cells += try newCell(
                    cell, edit, row: nil, prefix: prefix, &styles, &strings)
            }
            guard !cells.isEmpty else { return }
            let bytes =
                Array("<\(prefix)row r=\"\(number)\">".utf8) + cells
                + Array("</\(prefix)row>".utf8)
            let position = map.position(of: number)
            if position < map.rows.count {
                editor.insert(bytes, before: map.rows[position].element)
            } else {
                editor.append(bytes, to: map.data)
            }
            return
        }
        let old = map.cells(of: row)
        var position = 0
        for (cell, edit) in edits {
            while position < old.count, old[position].reference < cell { position += 1 }
            if position < old.count, old[position].reference == cell {
                try change(old[position], edit, &styles, &strings)
                continue
            }
            let bytes = try newCell(
                cell, edit, row: row, prefix: map.markup.prefix(of: row.element), &styles, &strings)
            guard !bytes.isEmpty else { continue }
            if position < old.count {
                editor.insert(bytes, before: old[position].element)
            } else {
                editor.append(bytes, to: row.element)
            }
            if !isWithinSpans(cell, of: row) { editor.removeAttribute("spans", of: row.element) }
        }
    }

    private func isWithinSpans(_ cell: CellReference, of row: SheetMap.Row) -> Bool {
        guard let spans = map.markup.value("spans", of: row.element) else { return true }
        return spans.split(separator: " ").contains { span in
            let ends = span.split(separator: ":").compactMap { Int($0) }
            return ends.count == 2 && ends[0] <= cell.column && cell.column <= ends[1]
        }
    }

    private mutating func change(
        _ cell: SheetMap.Cell, _ edit: CellEdit,
        _ styles: inout StyleAppender, _ strings: inout StringAppender
    ) throws(WorkbookError) {
        let markup = map.markup
        let old = markup.integer("s", of: cell.element) ?? 0
        let style = try self.style(old, edit, &styles)
        if edit.isMark { marked.append((cell.reference, old)) }
        if style != old {
            editor.setAttribute("s", of: cell.element, to: String(style))
            formerStyles.append(.init(sheet: sheet, cell: cell.reference, number: old))
        }
        guard let content = edit.content?.holdable(is1904: is1904) else { return }
        changesContent = true
        let hadFormula = markup.child("f", of: cell.element) != nil
        if markup.value("t", of: cell.element) == "s",
            let value = markup.child("v", of: cell.element)
        {
            strings.release()
            if edit.isRedaction, let index = wholeNumber(markup.content(of: value)) {
                redacted.insert(index)
            }
        }
        let new = CellMarkup(
            content, prefix: markup.prefix(of: cell.element), is1904: is1904, strings: &strings)
        if let type = new.type {
            editor.setAttribute("t", of: cell.element, to: type)
        } else {
            editor.removeAttribute("t", of: cell.element)
        }
        // What the old value meant beside itself goes with it (18.9).
        for name in ["cm", "vm", "ph"] as [StaticString] {
            editor.removeAttribute(name, of: cell.element)
        }
        let kept = markup.child("extLst", of: cell.element).map {
            Array(markup.bytes[markup.elements[$0].whole])
        }
        editor.setContent(of: cell.element, to: new.children + (kept ?? []))
        if hadFormula || content.isFormula { changesFormulas = true }
        if !new.children.isEmpty { include(cell.reference) }
    }

    private mutating func newCell(
        _ cell: CellReference, _ edit: CellEdit, row: SheetMap.Row?, prefix: String,
        _ styles: inout StyleAppender, _ strings: inout StringAppender
    ) throws(WorkbookError) -> [UInt8] {
        let inherited = inheritedStyle(of: cell, row: row)
        let style = try self.style(inherited, edit, &styles)
        if edit.isMark { marked.append((cell, inherited)) }
        let content = (edit.content ?? .blank).holdable(is1904: is1904)
        let new = CellMarkup(content, prefix: prefix, is1904: is1904, strings: &strings)
        if new.children.isEmpty, style == inherited { return [] }
        if style != inherited {
            formerStyles.append(.init(sheet: sheet, cell: cell, number: inherited))
        }
        if content.isFormula { changesFormulas = true }
        if !new.children.isEmpty { changesContent = true }
        include(cell)
        var text = XMLText(isPiece: true)
        text.open(
            prefix + "c",
            ["r": cell.description, "s": style == 0 ? nil : "\(style)", "t": new.type],
            isEmpty: new.children.isEmpty)
        guard !new.children.isEmpty else { return text.bytes }
        return text.bytes + new.children + Array("</\(prefix)c>".utf8)
    }

    /// What a cell that is not there looks like: as its row says, else as its column does.
    private func inheritedStyle(of cell: CellReference, row: SheetMap.Row?) -> Int {
        if let row, map.markup.flag("customFormat", of: row.element),
            let style = map.markup.integer("s", of: row.element)
        {
            return style
        }
        return map.columnStyle(cell.column) ?? 0
    }

    private func style(
        _ old: Int, _ edit: CellEdit, _ styles: inout StyleAppender
    ) throws(WorkbookError) -> Int {
        var change = edit.style
        let base = edit.styleNumber ?? old
        if let colors = edit.whereFilled,
            !(styles.fill(of: base)?.solidColor.map { colors.contains($0) } ?? false)
        {
            return base
        }
        if let content = edit.content?.holdable(is1904: is1904) {
            if case .date = content.result, change.numberFormat == nil, !styles.isDate(base) {
                change.numberFormat = "yyyy-mm-dd"
            }
            var quotes = false
            if case .string(let text) = content, let first = text.utf8.first {
                quotes = "=+-@".utf8.contains(first)
            }
            if quotes != styles.format(at: base).flag("quotePrefix") {
                change.quotesPrefix = quotes
            }
        }
        return try styles.style(base, change)
    }

    private mutating func include(_ cell: CellReference) {
        area =
            area.map { area in
                CellRange(
                    CellReference(
                        row: min(area.first.row, cell.row),
                        column: min(area.first.column, cell.column)),
                    CellReference(
                        row: max(area.last.row, cell.row),
                        column: max(area.last.column, cell.column)))
            } ?? CellRange(cell, cell)
    }

    /// The dimension takes in what came; where it said too little before, it still does.
    mutating func widenDimension() {
        guard let area, let element = map.markup.child("dimension"),
            let old = map.markup.value("ref", of: element).flatMap({ CellRange($0) }),
            !(old.contains(area.first) && old.contains(area.last))
        else { return }
        let corners = [old.first, old.last, area.first, area.last]
        let rows = corners.map(\.row)
        let columns = corners.map(\.column)
        guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(),
            let right = columns.max()
        else { return }
        let new = CellRange(
            CellReference(row: top, column: left), CellReference(row: bottom, column: right))
        editor.setAttribute("ref", of: element, to: new.description)
    }
}
