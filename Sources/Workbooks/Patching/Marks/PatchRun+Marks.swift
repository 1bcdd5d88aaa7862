import Findings

/// Marks that can be taken off again, whatever program has saved the workbook since.
extension PatchRun {
    /// Remembers how marked cells were filled.
    mutating func record(
        _ marks: [(sheet: String, cell: CellReference, fill: CellFill?)]
    ) throws(WorkbookError) {
        guard !marks.isEmpty else { return }
        let taken = book.definedNames.map(\.name)
        for (name, value) in MarkRecord.names(for: marks, besides: taken) {
            try book.define(name, value, isHidden: true, in: &store)
        }
    }

    /// Takes all marks off: the notes, the fills of the cells that the record or a note names, the
    /// record itself.
    ///
    /// A cell that somebody filled otherwise since stays as it is.
    mutating func removeMarks(
        fills: Set<String>, author: String
    ) throws(WorkbookError) {
        try flush()
        let names = book.definedNames
        var former: [Int: [CellReference: CellFill?]] = [:]
        for index in book.sheets.indices where book.sheets[index].part != nil {
            var cells: [CellReference] = []
            try changeNotes(of: index) { cells = $0.removeMarks(author: author) }
            for cell in cells { former[index, default: [:]].updateValue(nil, forKey: cell) }
        }
        // A sheet that no name leads to any more, because a script has renamed it, still has notes.
        let noted = former.keys.sorted()
        for (sheet, cell, fill) in MarkRecord.cells(in: names) {
            let named = book.index(of: sheet).flatMap { book.sheets[$0].part == nil ? nil : [$0] }
            for index in named ?? noted {
                former[index, default: [:]].updateValue(fill, forKey: cell)
            }
        }
        for (index, cells) in former.sorted(by: { $0.key < $1.key }) {
            for (cell, fill) in cells {
                var edit = CellEdit()
                edit.style.fill = fill.map { .former($0) } ?? StyleChange.Fill.none
                edit.whereFilled = fills
                unmark(cell, on: index, edit)
            }
        }
        try flush()
        for (name, _) in names where MarkRecord.isOne(name) {
            try book.define(name, nil, in: &store)
        }
    }
}

extension NoteList {
    /// The first line of a mark's note. Authors do not outlive every program, so the text itself says
    /// whose it is.
    static func signature(of author: String) -> String { "\(author)退回标注：" }

    /// Takes the notes of marks out, and their text out of others' notes.
    ///
    /// - Returns: The cells that had one, and whether their note is gone.
    mutating func removeMarks(author: String) -> [(cell: CellReference, isGone: Bool)] {
        remove(author: author) { $1.hasPrefix(NoteList.signature(of: author)) }
    }
}
