import Findings

/// Rows that come and go, with all that refers to them.
extension PatchRun {
    mutating func shiftRows(of sheet: Int, _ shift: RowShift) throws(WorkbookError) {
        try flush()
        let name = book.sheets[sheet].name
        let map = try map(of: sheet)
        let limit = store.limits.sheetSize
        var shifter = SheetShifter(map, shift: shift, isOwn: true, name: name)
        let parts = PartShifter(shift: shift, sheet: name)
        if let reason = shifter.refusal() { return remark(reason, sheet: name) }
        let relations = try Relations(of: map.markup.part, in: &store)
        for table in relations.parts("table") where store.has(table) {
            if parts.isRefused(table: try store.markup(of: table)) {
                return remark(.tableRows, sheet: name)
            }
        }
        store.set(map.markup.part, to: try shifter.shifted(atMost: limit))
        needsComputing = needsComputing || shifter.changesFormulas || hasCalculationChain
        try changeNotes(of: sheet) { $0.shift(shift) }
        try shiftElsewhere(than: sheet, shift, name: name)
        for index in book.sheets.indices {
            if let part = book.sheets[index].part {
                try shiftParts(of: part, isOwn: index == sheet, parts)
            }
        }
        try shiftBookParts(parts)
        try book.edit(in: &store) { parts.definedNames(&$0) }
    }

    private var hasCalculationChain: Bool { bookRelations.part("calcChain") != nil }

    /// Formulas of other sheets.
    private mutating func shiftElsewhere(
        than sheet: Int, _ shift: RowShift, name: String
    ) throws(WorkbookError) {
        for index in book.sheets.indices where index != sheet {
            guard let part = book.sheets[index].part,
                // A reference to another sheet has this sign, however it is written.
                try store.text(of: part).contains(UInt8(ascii: "!"))
            else { continue }
            let map = try map(of: index)
            var shifter = SheetShifter(map, shift: shift, isOwn: false, name: name)
            store.set(part, to: try shifter.shifted(atMost: store.limits.sheetSize))
            needsComputing = needsComputing || shifter.changesFormulas
        }
    }

    /// Drawings with their charts, tables and threaded comments of one sheet.
    private mutating func shiftParts(
        of part: String, isOwn: Bool, _ shifter: PartShifter
    ) throws(WorkbookError) {
        let limit = store.limits.partSize
        let relations = try Relations(of: part, in: &store)
        for table in relations.parts("table") where store.has(table) {
            let markup = try store.markup(of: table)
            store.set(table, to: try shifter.table(markup, isOwn: isOwn, atMost: limit))
        }
        for drawing in relations.parts("drawing") where store.has(drawing) {
            if isOwn {
                let markup = try store.markup(of: drawing)
                store.set(drawing, to: try shifter.drawing(markup, atMost: limit))
            }
            let charts = try Relations(of: drawing, in: &store)
            for chart in charts.parts("chart") + charts.parts("chartEx") where store.has(chart) {
                store.set(
                    chart, to: try shifter.chart(try store.markup(of: chart), atMost: limit))
            }
        }
        guard isOwn else { return }
        for comments in relations.parts("threadedComment") where store.has(comments) {
            let markup = try store.markup(of: comments)
            store.set(comments, to: try shifter.threadedComments(markup, atMost: limit))
        }
    }

    /// Sheets that are charts, and the sources of pivot tables.
    private mutating func shiftBookParts(_ shifter: PartShifter) throws(WorkbookError) {
        for part in bookRelations.parts("chartsheet") where store.has(part) {
            try shiftParts(of: part, isOwn: false, shifter)
        }
        for part in bookRelations.parts("pivotCacheDefinition") where store.has(part) {
            let markup = try store.markup(of: part)
            store.set(part, to: try shifter.pivotCache(markup, atMost: store.limits.partSize))
        }
    }
}
