package import ZipArchives

/// Writes a workbook into a sink sheet by sheet and row by row; memory stays the same however many
/// rows there are, and the same calls make the same bytes.
///
/// ```swift
/// var stream = try WorkbookStream(to: sink)
/// try stream.beginSheet(SheetDraft(name: "农村"))
/// try stream.beginRow()
/// try stream.add(text: "东坪村".utf8.span)
/// try stream.add(integer: 42)
/// try stream.endRow()
/// try stream.endSheet()
/// try stream.finish()
/// ```
///
/// Texts are shared between cells up to 65,536 different ones; what comes later stands in its cell.
/// After an error the sink holds no workbook.
package struct WorkbookStream: ~Copyable {
    var package: PackageStream
    var cells: CellWriter
    /// The sheet that was begun and is not ended.
    private(set) var open: SheetWriter?

    private var sheets: [BookWriter.Sheet] = []
    private var relationships = RelationshipList()
    private var notes = NoteWriter()
    private var drawings = DrawingWriter()
    private var lists: ListSheet?
    private var names = SheetNames()
    /// Names that sheets to come will have.
    private var announced: [String] = []
    private let definedNames: [String: String]
    /// See `WorkbookDraft.isStructureProtected`.
    var isStructureProtected = false
    /// By the drafts' names of sheets: under which name each was written.
    private var written: [String: String] = [:]

    /// - Parameters:
    ///   - sink: Empty, or what was there comes first.
    ///   - definedNames: Workbook-wide names and what they refer to.
    ///   - properties: Who made it and when.
    ///   - level: Of deflate, from 1 for fast to 9 for small.
    /// - Throws: What the sink says where it takes no bytes, as all other calls do.
    package init(
        to sink: any ByteSink, definedNames: [String: String] = [:],
        properties: WorkbookDraft.Properties = .init(), level: Int = 6
    ) throws(WorkbookError) {
        try self.init(
            to: sink, definedNames: definedNames, properties: properties, level: level,
            bounds: .init())
    }

    init(
        to sink: any ByteSink, definedNames: [String: String],
        properties: WorkbookDraft.Properties, level: Int, bounds: SharedStringTable.Bounds
    ) throws(WorkbookError) {
        package = PackageStream(to: sink, level: level)
        cells = CellWriter(bounds: bounds)
        self.definedNames = definedNames
        var root = RelationshipList()
        _ = root.add(OfficeNames.relationship("officeDocument"), "xl/workbook.xml")
        _ = root.add(OfficeNames.coreProperties, "docProps/core.xml")
        _ = root.add(OfficeNames.relationship("extended-properties"), "docProps/app.xml")
        try package.add(root, of: "")
        try package.add(
            "docProps/core.xml",
            type: "application/vnd.openxmlformats-package.core-properties+xml",
            DocumentProperties.core(properties))
        try package.add(
            "docProps/app.xml",
            type: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            DocumentProperties.application())
    }

    /// Makes the names of all sheets sure before the first is written, so that references to later
    /// ones are right and the sheet of lists, whose name nobody chose, gives way.
    mutating func announce(_ sheetNames: [String]) {
        for name in sheetNames {
            let accepted = names.accept(name)
            announced.append(accepted)
            if written[name] == nil { written[name] = accepted }
        }
        announced.reverse()
    }

    /// The number of a style, to be given with cells.
    package mutating func style(_ style: CellStyle) -> StyleNumber {
        cells.styles.number(of: style)
    }
}

// MARK: - Sheets

extension WorkbookStream {
    /// Begins a sheet and writes the rows that its draft has; further ones may follow.
    ///
    /// Columns for which the draft names no width take that of the draft's rows.
    package mutating func beginSheet(_ sheet: SheetDraft) throws(WorkbookError) {
        try beginSheet(sheet, isWhole: false)
    }

    /// Ends the sheet, once its draft was told what was not known before the rows: merges, notes,
    /// links, validations, conditional formats, charts.
    package mutating func endSheet(
        _ change: (inout SheetDraft) -> Void = { _ in }
    ) throws(WorkbookError) {
        guard var writer = open else { preconditionFailure("a sheet was begun") }
        open = nil
        change(&writer.sheet)
        let number = sheets.count
        let hasNotes = !writer.sheet.notes.isEmpty
        let hasCharts = !writer.sheet.charts.isEmpty
        let tail = writer.tail(
            lists: references(to: writer.sheet.validations), styles: &cells.styles,
            drawing: hasCharts ? drawings.next() : nil, notes: hasNotes ? notes.next() : nil)
        cells.buffer.append(tail.span)
        try cells.buffer.drain(into: &package)
        try package.end()
        guard !cells.styles.isOverfull else { throw .limit("样式太多", "too many styles") }
        try package.add(writer.relationships, of: "xl/worksheets/sheet\(number).xml")
        sheets[number - 1].print = writer.sheet.print
        sheets[number - 1].filter = writer.sheet.filter
        if hasNotes {
            try notes.write(writer.sheet.notes, widths: writer.widths, to: &package)
        }
        if hasCharts {
            let own = sheets[number - 1].name
            try drawings.write(writer.sheet.charts, to: &package) { [written] source in
                source.sheet.map { written[$0] ?? $0 } ?? own
            }
        }
    }

    /// Writes what belongs to the whole workbook; the sink holds a whole file then.
    package mutating func finish() throws(WorkbookError) {
        precondition(open == nil, "the last sheet is ended before the workbook")
        if sheets.isEmpty {
            try beginSheet(SheetDraft(name: ""), isWhole: true)
            try endSheet()
        }
        if let lists {
            try beginSheet(lists.sheet, isWhole: true, name: lists.name)
            try endSheet()
        }
        try package.add("xl/styles.xml", type: OfficeNames.type("styles"), cells.styles.part())
        _ = relationships.add(OfficeNames.relationship("styles"), "styles.xml")
        if !cells.strings.isEmpty {
            try package.begin("xl/sharedStrings.xml", type: OfficeNames.type("sharedStrings"))
            try cells.strings.write(by: &cells.buffer, into: &package)
            try package.end()
            _ = relationships.add(OfficeNames.relationship("sharedStrings"), "sharedStrings.xml")
        }
        let book = BookWriter(
            sheets: sheets, definedNames: definedNames, hasFormulas: cells.hasFormulas,
            isStructureProtected: isStructureProtected)
        try package.add("xl/workbook.xml", type: OfficeNames.type("sheet.main"), book.part())
        try package.add(relationships, of: "xl/workbook.xml")
        try package.finish()
    }

    mutating func beginSheet(
        _ sheet: SheetDraft, isWhole: Bool, name: String? = nil
    ) throws(WorkbookError) {
        precondition(open == nil, "sheets come one after another")
        let accepted = name ?? announced.popLast() ?? names.accept(sheet.name)
        if written[sheet.name] == nil { written[sheet.name] = accepted }
        let isFirstVisible = !sheet.isHidden && !sheets.contains { !$0.isHidden }
        sheets.append(BookWriter.Sheet(sheet, name: accepted))
        let writer = SheetWriter(sheet, isActive: isFirstVisible)
        let part = "worksheets/sheet\(sheets.count).xml"
        _ = relationships.add(OfficeNames.relationship("worksheet"), part)
        try package.begin("xl/" + part, type: OfficeNames.type("worksheet"))
        cells.buffer.append(writer.head(isWhole: isWhole).span)
        cells.beginSheet()
        open = writer
        for row in sheet.rows { try add(row) }
    }

    /// Where the items of lists are that do not fit into their validation, by its position.
    private mutating func references(to validations: [ValidationDraft]) -> [Int: String] {
        var references: [Int: String] = [:]
        for (index, validation) in validations.enumerated() {
            guard case .list(let items) = validation.rule, !ListSheet.isInline(items) else {
                continue
            }
            if lists == nil { lists = ListSheet(name: names.accept("选项")) }
            references[index] = lists?.reference(to: items)
        }
        return references
    }
}
