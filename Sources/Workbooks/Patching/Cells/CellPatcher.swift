import Findings

/// Makes changes of single cells in one worksheet part.
struct CellPatcher {
    private let sheet: String
    private let map: SheetMap
    private let groups: FormulaGroups
    private let edits: [CellReference: CellEdit]
    private let is1904: Bool
    private let headers: [CellRange]
    private var editor: MarkupEditor
    private var covering: [CellReference: CellReference] = [:]
    private var area: CellRange?
    private(set) var remarks: [PatchRemark] = []
    private(set) var formerStyles: [PatchedWorkbook.FormerStyle] = []
    /// A formula came, went or changed.
    private(set) var changesFormulas = false
    /// A cell holds something else now, on which formulas may depend.
    private(set) var changesContent = false

    /// - Parameters:
    ///   - sheet: Its name, for remarks.
    ///   - map: The part.
    ///   - edits: By cell.
    ///   - headers: The heads of the sheet's tables.
    ///   - is1904: Days are counted from 1904.
    init(
        sheet: String, map: SheetMap, edits: [CellReference: CellEdit], headers: [CellRange],
        is1904: Bool
    ) {
        self.sheet = sheet
        self.map = map
        self.edits = edits
        self.headers = headers
        self.is1904 = is1904
        groups = FormulaGroups(of: map)
        editor = MarkupEditor(map.markup)
        findCovered()
    }

    /// The part with all changes that can be made.
    mutating func patched(
        styles: inout StyleAppender, strings: inout StringAppender, atMost limit: Int
    ) throws(WorkbookError) -> [UInt8] {
        var accepted: [(cell: CellReference, edit: CellEdit)] = []
        for (cell, edit) in edits.sorted(by: { $0.key < $1.key }) {
            if let reason = refusal(of: edit, at: cell) {
                remarks.append(PatchRemark(sheet: sheet, cell: cell, reason: reason))
            } else {
                accepted.append((cell, edit))
            }
        }
        freeMembers(of: Set(accepted.filter { $0.edit.content != nil }.map(\.cell)))
        var start = 0
        while start < accepted.count {
            let number = accepted[start].cell.row
            let end = accepted[start...].firstIndex { $0.cell.row != number } ?? accepted.count
            try patch(Array(accepted[start..<end]), row: number, &styles, &strings)
            start = end
        }
        widenDimension()
        return try editor.finished(atMost: limit)
    }

    private func refusal(of edit: CellEdit, at cell: CellReference) -> PatchRemark.Reason? {
        guard (1...RowShift.lastRow).contains(cell.row), (1...16_384).contains(cell.column) else {
            return .beyondSheet
        }
        guard let content = edit.content else { return nil }
        if let array = groups.array(at: cell) { return .arrayFormula(array) }
        if let shown = covering[cell], content != .blank { return .coveredByMerge(shown) }
        return headers.contains { $0.contains(cell) } ? .tableHeader : nil
    }

    /// Cells that follow a formula which goes get their own.
    private mutating func freeMembers(of cells: Set<CellReference>) {
        for (_, group) in groups.shared.sorted(by: { $0.key < $1.key }) {
            guard let master = group.master, cells.contains(master.cell) else { continue }
            group.expand(in: &editor) { cells.contains($0) }
        }
    }

    private mutating func findCovered() {
        let cells = edits.keys.sorted()
        for merge in map.merges {
            var low = 0
            var high = cells.count
            while low < high {
                let middle = (low + high) / 2
                if cells[middle].row < merge.first.row { low = middle + 1 } else { high = middle }
            }
            while low < cells.count, cells[low].row <= merge.last.row {
                if merge.contains(cells[low]), cells[low] != merge.first {
                    covering[cells[low]] = merge.first
                }
                low += 1
            }
        }
    }
}

extension CellPatcher {
    private mutating func patch(
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
        if style != old {
            editor.setAttribute("s", of: cell.element, to: String(style))
            formerStyles.append(.init(sheet: sheet, cell: cell.reference, number: old))
        }
        guard let content = edit.content?.holdable(is1904: is1904) else { return }
        changesContent = true
        let hadFormula = markup.child("f", of: cell.element) != nil
        if markup.value("t", of: cell.element) == "s", markup.child("v", of: cell.element) != nil {
            strings.release()
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
    private mutating func widenDimension() {
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

extension CellDraft.Content {
    var isFormula: Bool {
        if case .formula = self { return true }
        return false
    }
}
