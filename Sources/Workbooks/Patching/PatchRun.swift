import Findings
import ZipArchives

/// One change, as it was told.
enum PatchChange: Sendable {
    case cell(String, CellReference, CellEdit)
    case note(String, CellReference, text: String, author: String)
    case mark(String, CellReference, fill: String, text: String?)
    case removeMarks(fills: Set<String>)
    case removeNotes(author: String)
    case rows(String, RowShift)
    /// Rows that no sheet has.
    case beyond(String)
    case define(String, String?)
    case sheet(SheetDraft, isShown: Bool)
    case removeSheet(String)
}

/// Makes changes one after the other.
///
/// Changes of cells and notes wait and are made together, sheet by sheet; whatever moves rows makes
/// them first.
struct PatchRun {
    var store: PartStore
    var book: BookPart
    var bookRelations: Relations
    var types: ContentTypes
    private(set) var remarks: [PatchRemark] = []
    var formerStyles: [PatchedWorkbook.FormerStyle] = []
    var styles: StyleAppender?
    var strings: StringAppender?
    private var notes: [Int: [Note]] = [:]
    private var cells: [Int: [CellReference: CellEdit]] = [:]
    private var marked: [(sheet: String, cell: CellReference, fill: CellFill?)] = []
    /// Numbers of shared strings that are to go.
    var redacted: Set<Int> = []
    /// Formulas, or what they may depend on, changed.
    var needsComputing = false

    /// A note that waits to be written.
    private struct Note {
        var cell: CellReference
        var text: String
        var author: String
        var isMark = false
    }

    init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
        // The reader knows what is no workbook, and why.
        _ = try PackageReader(ByteSource(bytes), limits: limits)
        store = try PartStore(bytes, limits: limits)
        let root = try Relations(of: "", in: &store)
        guard let part = root.part("officeDocument") else { throw WorkbookError(.notAWorkbook) }
        bookRelations = try Relations(of: part, in: &store)
        book = try BookPart(part, relations: bookRelations, in: &store)
        types = try ContentTypes(in: &store)
    }

    var sheetNames: [String] { book.sheets.filter { $0.part != nil }.map(\.name) }

    mutating func take(_ change: PatchChange) throws(WorkbookError) {
        switch change {
        case .cell(let name, let cell, let edit):
            guard let sheet = index(of: name, cell) else { return }
            cells[sheet, default: [:]][cell, default: CellEdit()].merge(edit)
        case .note(let name, let cell, let text, let author):
            guard let sheet = index(of: name, cell) else { return }
            notes[sheet, default: []].append(Note(cell: cell, text: text, author: author))
        case .mark(let name, let cell, let fill, let text):
            guard let sheet = index(of: name, cell) else { return }
            var edit = CellEdit(style: .fill(fill))
            edit.isMark = true
            cells[sheet, default: [:]][cell, default: CellEdit()].merge(edit)
            guard let text else { return }
            notes[sheet, default: []].append(
                Note(cell: cell, text: text, author: WorkbookPatch.author, isMark: true))
        case .removeMarks(let fills):
            try removeMarks(fills: fills, author: WorkbookPatch.author)
        case .removeNotes(let author):
            try flush()
            try removeNotes(author: author)
        case .rows(let name, let shift):
            guard let sheet = index(of: name) else { return }
            try shiftRows(of: sheet, shift)
        case .beyond(let name): remark(.beyondSheet, sheet: name)
        case .define(let name, let value):
            try book.define(name, value, in: &store)
        case .sheet(let draft, let isShown):
            try flush()
            try add(draft, isShown: isShown)
        case .removeSheet(let name): try removeSheet(name)
        }
    }

    mutating func remark(_ reason: PatchRemark.Reason, sheet: String?, cell: CellReference? = nil) {
        remarks.append(PatchRemark(sheet: sheet, cell: cell, reason: reason))
    }

    /// The position of a worksheet; says so where there is none.
    mutating func index(of name: String, _ cell: CellReference? = nil) -> Int? {
        if let index = book.index(of: name), book.sheets[index].part != nil { return index }
        remark(.unknownSheet, sheet: name, cell: cell)
        return nil
    }

    /// A worksheet's part, put in order if need be.
    mutating func map(of sheet: Int) throws(WorkbookError) -> SheetMap {
        let part = book.sheets[sheet].part ?? ""
        if let map = try SheetMap(try store.markup(of: part)) { return map }
        let bytes = try SheetOrder.ordered(
            try store.markup(of: part), atMost: store.limits.sheetSize)
        guard let map = try SheetMap(try Markup(bytes, part: part)) else { throw .damaged(part) }
        store.set(part, to: bytes)
        remark(.sheetPutInOrder, sheet: book.sheets[sheet].name)
        return map
    }

    /// Makes the changes of cells that wait.
    mutating func flush() throws(WorkbookError) {
        for (sheet, edits) in cells.sorted(by: { $0.key < $1.key }) {
            try patch(sheet, edits)
        }
        cells = [:]
        try record(marked)
        marked = []
        try writeNotes()
    }

    /// Has a cell that is marked no more changed with the next flush.
    mutating func unmark(_ cell: CellReference, on sheet: Int, _ edit: CellEdit) {
        cells[sheet, default: [:]][cell] = edit
    }

    private mutating func writeNotes() throws(WorkbookError) {
        guard !notes.isEmpty else { return }
        var numbers = ShapeNumbers(in: &store)
        for (sheet, notes) in notes.sorted(by: { $0.key < $1.key }) {
            try changeNotes(of: sheet) { patcher in
                for note in notes {
                    patcher.add(
                        note.text, at: note.cell, author: note.author, isMark: note.isMark,
                        numbers: &numbers)
                }
            }
        }
        notes = [:]
    }

    private mutating func removeNotes(author: String) throws(WorkbookError) {
        for sheet in book.sheets.indices where book.sheets[sheet].part != nil {
            try changeNotes(of: sheet) { $0.remove(author: author) }
        }
    }

    mutating func changeNotes(
        of sheet: Int, _ change: (inout NotePatcher) -> Void
    ) throws(WorkbookError) {
        var patcher = try NotePatcher(
            sheet: book.sheets[sheet].name, part: book.sheets[sheet].part ?? "",
            family: book.family, in: &store)
        change(&patcher)
        remarks += patcher.remarks
        try patcher.save(to: &store, types: &types)
    }

    private mutating func patch(
        _ sheet: Int, _ edits: [CellReference: CellEdit]
    ) throws(WorkbookError) {
        let name = book.sheets[sheet].name
        let map = try map(of: sheet)
        var patcher = CellPatcher(
            sheet: name, map: map, edits: edits, headers: try tableHeaders(of: sheet),
            is1904: book.is1904)
        var styles = try loadedStyles()
        var strings = try loadedStrings()
        let bytes = try patcher.patched(
            styles: &styles, strings: &strings, atMost: store.limits.sheetSize)
        keep(styles, strings)
        store.set(map.markup.part, to: bytes)
        remarks += patcher.remarks
        formerStyles += patcher.formerStyles
        marked += patcher.marked.map { (name, $0.cell, styles.fill(of: $0.style)) }
        redacted.formUnion(patcher.redacted)
        if patcher.changesFormulas { needsComputing = true }
        if patcher.changesContent, !needsComputing { needsComputing = try hasFormulas() }
    }

    mutating func loadedStyles() throws(WorkbookError) -> StyleAppender {
        if let styles { return styles }
        let part = bookRelations.part("styles") ?? store.freeName(of: "xl/styles.xml")
        return try StyleAppender(part: part, family: book.family, in: &store)
    }

    /// Keeps what was added to them.
    mutating func keep(_ styles: StyleAppender, _ strings: StringAppender) {
        self.styles = styles
        self.strings = strings
    }

    mutating func loadedStrings() throws(WorkbookError) -> StringAppender {
        if let strings { return strings }
        let part =
            bookRelations.part("sharedStrings") ?? store.freeName(of: "xl/sharedStrings.xml")
        return try StringAppender(part: part, family: book.family, in: &store)
    }

    /// The first rows of the sheet's tables, whose texts are names (ECMA-376 Part 1, 18.5.1.2).
    private mutating func tableHeaders(of sheet: Int) throws(WorkbookError) -> [CellRange] {
        var headers: [CellRange] = []
        for part in try Relations(of: book.sheets[sheet].part ?? "", in: &store).parts("table")
        where store.has(part) {
            let table = try store.markup(of: part)
            guard let range = table.value("ref", of: Markup.root).flatMap({ CellRange($0) }),
                table.integer("headerRowCount", of: Markup.root) != 0
            else { continue }
            headers.append(
                CellRange(
                    range.first,
                    CellReference(row: range.first.row, column: range.last.column)))
        }
        return headers
    }
}
