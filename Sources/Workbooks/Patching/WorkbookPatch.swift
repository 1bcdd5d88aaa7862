package import Findings

/// Changes of an existing workbook, collected first and then made in its bytes.
///
/// The package is bytes, and changes are spliced in: parts that do not change are copied as they
/// are compressed, parts that do keep every byte that stays. What cannot be done is no error; it
/// stands in the result's remarks.
///
/// ```swift
/// var patch = try WorkbookPatch(bytes)
/// patch.set(.integer(12), at: CellReference(row: 5, column: 3), on: "农村")
/// patch.restyle(CellReference(row: 5, column: 3), on: "农村", .fill("FFC7CE"))
/// let patched = try patch.patched()
/// ```
package struct WorkbookPatch: Sendable {
    private let bytes: [UInt8]
    private let limits: WorkbookLimits
    /// The names of the worksheets that the workbook came with.
    package let sheetNames: [String]
    private var changes: [PatchChange] = []

    /// Opens a workbook, with its cells left unread.
    ///
    /// - Throws: The reason why this is no workbook that can be read.
    package init(
        _ bytes: [UInt8], limits: WorkbookLimits = .default
    ) throws(WorkbookError) {
        switch FileKind(bytes) {
        case .package: break
        case .text: throw WorkbookError(.notAWorkbook)
        case .unreadable(let reason): throw WorkbookError(reason)
        }
        self.bytes = bytes
        self.limits = limits
        sheetNames = try PatchRun(bytes, limits: limits).sheetNames
    }

    /// Puts a value into a cell; its formula goes, its look stays.
    ///
    /// A day gets the format of a day unless the cell has one; the result of a formula is written
    /// as it is given. `.blank` empties the cell.
    package mutating func set(
        _ content: CellDraft.Content, at cell: CellReference, on sheet: String,
        _ style: StyleChange = StyleChange()
    ) {
        changes.append(.cell(sheet, cell, CellEdit(content: content, style: style)))
    }

    /// Makes a cell look other than it does.
    package mutating func restyle(
        _ cell: CellReference, on sheet: String, _ change: StyleChange
    ) {
        changes.append(.cell(sheet, cell, CellEdit(style: change)))
    }

    /// Gives a cell one of the workbook's own styles, as `PatchedWorkbook.formerStyles` names them.
    package mutating func setStyle(number: Int, at cell: CellReference, on sheet: String) {
        changes.append(.cell(sheet, cell, CellEdit(styleNumber: max(0, number))))
    }

    /// Hangs a note on a cell, or puts its text behind that of the cell's note, under a rule with
    /// the author's name.
    package mutating func note(
        _ text: String, at cell: CellReference, on sheet: String,
        author: String = WorkbookPatch.author
    ) {
        changes.append(.note(sheet, cell, text: text, author: author))
    }

    /// Marks a cell with a fill (`RRGGBB`) and a note, so that `removeMarks` can take both off again.
    ///
    /// The workbook remembers how the cell was filled, in hidden names that follow the cell. Where the
    /// cell has a note already the text is put behind it.
    package mutating func mark(
        _ cell: CellReference, on sheet: String, fill: String, note text: String?
    ) {
        changes.append(.mark(sheet, cell, fill: fill, text: text))
    }

    /// The words of a mark's note as they stand in it, for sheets that are made anew.
    package static func markNote(_ text: String) -> String {
        NoteList.signature(of: author) + "\n" + text
    }

    /// Takes off all marks, also where another program has saved the workbook since.
    ///
    /// A cell gets its former fill back if it still has one of these (`RRGGBB`); notes of others lose
    /// what a mark added to them.
    package mutating func removeMarks(fills: Set<String>) {
        changes.append(.removeMarks(fills: fills))
    }

    /// Empties a cell, or leaves this text in it; what it held is nowhere in the package then, unless
    /// another cell holds the same.
    package mutating func redact(
        _ cell: CellReference, on sheet: String, leaving text: String = ""
    ) {
        var edit = CellEdit(content: text.isEmpty ? .blank : .string(text))
        edit.isRedaction = true
        changes.append(.cell(sheet, cell, edit))
    }

    /// Takes all notes of an author away, and the author's text out of the notes of others.
    package mutating func removeNotes(by author: String = WorkbookPatch.author) {
        changes.append(.removeNotes(author: author))
    }

    /// Who writes our notes.
    package static let author = NoteWriter.author

    /// Puts empty rows before one; all that refers to rows from there on follows them.
    package mutating func insertRows(_ count: Int, before row: Int, on sheet: String) {
        guard count > 0 else { return }
        shift(sheet, rows: row...row) { _ in .insert(min(count, RowShift.lastRow), before: row) }
    }

    /// Copies rows so many times, directly behind them, with values, looks, heights, merged regions
    /// and links.
    ///
    /// A formula that refers to a row of the block without `$` refers to the copy's own row in each
    /// copy; areas that end with the block, such as `SUM(B5:B5)` below it, take the copies in.
    package mutating func copyRows(_ rows: ClosedRange<Int>, times: Int, on sheet: String) {
        guard times > 0 else { return }
        shift(sheet, rows: rows) { .copy($0, times: min(times, RowShift.lastRow)) }
    }

    /// Takes rows out; references to them become `#REF!`, areas around them shrink.
    package mutating func deleteRows(_ rows: ClosedRange<Int>, on sheet: String) {
        shift(sheet, rows: rows) { .delete($0) }
    }

    private mutating func shift(
        _ sheet: String, rows: ClosedRange<Int>, _ make: (ClosedRange<Int>) -> RowShift
    ) {
        let isOnSheet = rows.lowerBound >= 1 && rows.upperBound <= RowShift.lastRow
        changes.append(isOnSheet ? .rows(sheet, make(rows)) : .beyond(sheet))
    }

    /// Adds a sheet behind all others, and if it is to be shown has the workbook open with it; its
    /// styles are added to the workbook's.
    ///
    /// The name is changed where the workbook has it or programs would not take it.
    package mutating func add(_ sheet: SheetDraft, isShown: Bool = false) {
        changes.append(.sheet(sheet, isShown: isShown))
    }

    /// Takes a sheet out; what refers to its cells is left as it is.
    package mutating func removeSheet(_ name: String) { changes.append(.removeSheet(name)) }

    /// Gives a name of the workbook what it refers to (`'农村'!$A$1`), in place of what it did; nil
    /// takes the name away.
    package mutating func define(_ name: String, as value: String?) {
        changes.append(.define(name, value))
    }

    /// The workbook with all changes, made in the order in which they were told.
    ///
    /// - Throws: `.damaged` where a part that must change cannot be read, `.limit` where it would
    ///   become too large.
    package func patched() throws(WorkbookError) -> PatchedWorkbook {
        var run = try PatchRun(bytes, limits: limits)
        for change in changes { try run.take(change) }
        return try run.finished(from: bytes)
    }
}
