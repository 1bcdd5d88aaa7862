import Findings

/// Moves what parts other than worksheets say of a sheet's rows.
struct PartShifter {
    let shift: RowShift
    /// The sheet whose rows shift.
    let sheet: String

    private var isHere: (FormulaReference.Sheet) -> Bool {
        SheetShifter.test(name: sheet, isOwn: false)
    }

    /// A table of the sheet (ECMA-376 Part 1, 18.5): where it and its filter are.
    func table(_ markup: Markup, isOwn: Bool, atMost limit: Int) throws(WorkbookError) -> [UInt8] {
        var editor = MarkupEditor(markup)
        for element in markup.elements.indices {
            if isOwn, let text = markup.value("ref", of: element), let new = shift.list(text),
                new != text
            {
                editor.setAttribute("ref", of: element, to: new)
            }
            guard
                markup.isMain(element, "calculatedColumnFormula")
                    || markup.isMain(element, "totalsRowFormula"),
                let text = shift.formula(markup.content(of: element), isHere: isHere)
            else { continue }
            editor.setContent(of: element, to: MarkupEscapes.encoded(text))
        }
        return try editor.finished(atMost: limit)
    }

    /// Why the rows of a table cannot shift so: its head and one row of data must stay.
    func isRefused(table markup: Markup) -> Bool {
        guard let range = markup.value("ref", of: Markup.root).flatMap({ CellRange($0) }) else {
            return false
        }
        let rows = range.first.row...range.last.row
        let heads = markup.integer("headerRowCount", of: Markup.root) ?? 1
        let totals = markup.integer("totalsRowCount", of: Markup.root) ?? 0
        if let block = shift.block, heads > 0 { return block.contains(rows.lowerBound) }
        let gone = shift.deleted
        guard gone.overlaps(rows) else { return false }
        if heads > 0, gone.contains(rows.lowerBound) { return true }
        if totals > 0, gone.contains(rows.upperBound) { return true }
        let data = rows.count - max(0, min(heads, 1)) - max(0, min(totals, 1))
        return gone.clamped(to: rows.lowerBound..<rows.upperBound + 1).count >= data
    }

    /// The anchors of pictures and charts on the sheet (20.5.2): those that move with cells move,
    /// those that are sized with cells grow.
    func drawing(_ markup: Markup, atMost limit: Int) throws(WorkbookError) -> [UInt8] {
        var editor = MarkupEditor(markup)
        for anchor in markup.children(of: Markup.root) {
            let mode = markup.value("editAs", of: anchor) ?? "twoCell"
            guard mode != "absolute",
                let from = markup.children(of: anchor).first(where: {
                    markup.hasLocalName($0, "from")
                }), let row = self.row(in: from, markup)
            else { continue }
            let new = place(of: row)
            set(from, to: new, from: row, markup, &editor)
            guard
                let to = markup.children(of: anchor).first(where: {
                    markup.hasLocalName($0, "to")
                }), let last = self.row(in: to, markup)
            else { continue }
            if mode == "oneCell" {
                let end = min(RowShift.lastRow - 1, last + new.row - row)
                set(to, to: (max(0, end), false), from: last, markup, &editor)
            } else {
                set(to, to: place(of: last), from: last, markup, &editor)
            }
        }
        return try editor.finished(atMost: limit)
    }

    /// Anchors count rows from 0.
    private func place(of row: Int) -> (row: Int, isGone: Bool) {
        if let new = shift.row(row + 1) { return (new - 1, false) }
        return shift.count < 0 ? (shift.start - 1, true) : (RowShift.lastRow - 1, true)
    }

    private func row(in corner: Int, _ markup: Markup) -> Int? {
        markup.descendants("row", of: corner).first.flatMap {
            wholeNumber(markup.content(of: $0).filter { $0 > 32 })
        }.flatMap { 0..<RowShift.lastRow ~= $0 ? $0 : nil }
    }

    private func set(
        _ corner: Int, to place: (row: Int, isGone: Bool), from old: Int, _ markup: Markup,
        _ editor: inout MarkupEditor
    ) {
        guard place.row != old || place.isGone else { return }
        if let element = markup.descendants("row", of: corner).first {
            editor.setContent(of: element, to: Array(String(place.row).utf8))
        }
        if place.isGone, let offset = markup.descendants("rowOff", of: corner).first {
            editor.setContent(of: offset, to: Array("0".utf8))
        }
    }

    /// A chart's references to cells (21.2.2.65), also those in extensions.
    func chart(_ markup: Markup, atMost limit: Int) throws(WorkbookError) -> [UInt8] {
        var editor = MarkupEditor(markup)
        for name in ["f", "sqref"] as [StaticString] {
            for element in markup.descendants(name) {
                guard markup.children(of: element).first(where: { _ in true }) == nil,
                    let text = shift.formula(markup.content(of: element), isHere: isHere)
                else { continue }
                editor.setContent(of: element, to: MarkupEscapes.encoded(text))
            }
        }
        return try editor.finished(atMost: limit)
    }

    /// The cells that a pivot table was made from (18.10.1.95).
    func pivotCache(_ markup: Markup, atMost limit: Int) throws(WorkbookError) -> [UInt8] {
        var editor = MarkupEditor(markup)
        for element in markup.descendants("worksheetSource") {
            guard let name = markup.value("sheet", of: element), isHere(.named(name)),
                let text = markup.value("ref", of: element), let new = shift.list(text),
                new != text
            else { continue }
            editor.setAttribute("ref", of: element, to: new)
        }
        return try editor.finished(atMost: limit)
    }

    /// The cells of threaded comments.
    func threadedComments(_ markup: Markup, atMost limit: Int) throws(WorkbookError) -> [UInt8] {
        var editor = MarkupEditor(markup)
        for element in markup.descendants("threadedComment") {
            guard let text = markup.value("ref", of: element) else { continue }
            guard let new = shift.list(text) else {
                editor.cut(element)
                continue
            }
            if new != text { editor.setAttribute("ref", of: element, to: new) }
        }
        return try editor.finished(atMost: limit)
    }

    /// The names of the workbook (18.2.5).
    func definedNames(_ editor: inout MarkupEditor) {
        let markup = editor.markup
        guard let list = markup.child("definedNames") else { return }
        for element in markup.children(of: list) {
            if let text = shift.formula(markup.content(of: element), isHere: isHere) {
                editor.setContent(of: element, to: MarkupEscapes.encoded(text))
            }
        }
    }
}
