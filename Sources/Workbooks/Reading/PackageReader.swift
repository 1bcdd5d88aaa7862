import Findings
import ZipArchives

/// An Office Open XML workbook, read from its relationships down to its sheets, a sheet at a time.
struct PackageReader {
    private var package: OfficePackage
    private let limits: WorkbookLimits
    private let styles: StylesPart
    private let dates: DateSerial
    var countsFrom1904: Bool { dates.is1904 }
    let wantsComputing: Bool
    let strings: SharedStrings
    let definedNames: [String: String]
    /// The worksheets in the order of the workbook; chart sheets and dialogs hold no cells.
    private(set) var sheets: [Sheet] = []

    struct Sheet {
        var name: String
        var isHidden: Bool
        fileprivate var part: String
    }

    /// Reads everything but the sheets.
    init(
        _ source: ByteSource, limits: WorkbookLimits, seeking search: TextSearch? = nil,
        memory: PartMemory? = nil
    ) throws(WorkbookError) {
        self.limits = limits
        var package = try OfficePackage(source, limits: limits, seeking: search, memory: memory)
        let name = try package.workbookPart()
        let book = try package.parsed(name, of: .spreadsheet, atMost: limits.partSize) {
            WorkbookPart(limits: limits)
        }
        guard book.isWorkbook else { throw WorkbookError(.notAWorkbook) }
        dates = book.dates
        wantsComputing = book.wantsComputing
        definedNames = book.definedNames

        let relationships = try package.relationships(of: name)
        if let part = relationships.part(of: "styles"), package.has(part) {
            styles = try package.parsed(part, of: .spreadsheet, atMost: limits.stylesSize) {
                StylesPart(limits: limits)
            }
        } else {
            styles = StylesPart(limits: limits)
        }
        let strings = SharedStringsPart(limits: limits)
        if let part = relationships.part(of: "sharedStrings"), package.has(part) {
            try package.parse(
                part, of: .spreadsheet, atMost: limits.stringsSize, into: strings,
                scanner: limits.usesScanners ? SharedStringsScanner(part: strings) : nil)
        }
        self.strings = strings.strings
        for sheet in book.sheets {
            guard
                let part = relationships.first(where: {
                    $0.id == sheet.relationship && $0.kind == "worksheet" && !$0.isExternal
                })
            else { continue }
            sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part.target))
        }
        self.package = package
        guard !sheets.isEmpty else { throw WorkbookError(.noSheets) }
    }

    /// What a sheet says besides its cells.
    struct SheetFacts {
        var merges: [CellRange]
        var hiddenColumns: Set<Int>
        var notices: [Notice]
    }

    /// Reads a sheet's cells.
    mutating func read(
        _ sheet: Sheet, into consumer: any CellConsumer
    ) throws(WorkbookError) -> SheetFacts {
        let cells = SheetCells(
            sheet: sheet.name,
            reader: CellReader(strings: strings, styles: styles, dates: dates, limits: limits),
            consumer: consumer)
        let part = SheetPart(cells: cells, limits: limits)
        try package.parse(
            sheet.part, of: .spreadsheet, atMost: limits.sheetSize, into: part,
            scanner: limits.usesScanners ? SheetScanner(cells: cells, part: part) : nil)
        guard part.isWorksheet else { throw .damaged(sheet.part) }
        return SheetFacts(
            merges: part.merges, hiddenColumns: part.hiddenColumns.columns, notices: cells.notices)
    }

    /// What was sought, anywhere in the package; once everything has been read.
    mutating func finds() throws(WorkbookError) -> [TextSearch.Find] { try package.finds() }

    /// Reads a sheet's notes; none where it has none.
    mutating func notes(of sheet: Sheet) throws(WorkbookError) -> [CellReference: Grid.Note] {
        let relationships = try package.relationships(of: sheet.part)
        guard let part = relationships.part(of: "comments"), package.has(part) else { return [:] }
        let notes = CommentsPart(limits: limits)
        try package.parse(part, of: .spreadsheet, atMost: limits.partSize, into: notes)
        return notes.notes
    }
}

extension OfficePackage {
    /// The part that the package calls its main document, if that is a workbook.
    fileprivate mutating func workbookPart() throws(WorkbookError) -> String {
        let mimetype = beginning(of: "mimetype") ?? []
        if mimetype.starts(with: "application/vnd.oasis.opendocument".utf8) {
            throw WorkbookError(.openDocument)
        }
        if has("OFD.xml") { throw WorkbookError(.document(.fixedLayout)) }
        guard let part = try relationships(of: "").part(of: "officeDocument") else {
            // A ZIP archive of files; `FileBundle` takes it apart.
            throw WorkbookError(has("[Content_Types].xml") ? .notAWorkbook : .bundle(.unopened))
        }
        if part.hasPrefix("word/") { throw WorkbookError(.document(.word)) }
        if part.hasPrefix("ppt/") { throw WorkbookError(.document(.presentation)) }
        guard !part.hasSuffix(".bin") else { throw WorkbookError(.notAWorkbook) }
        return part
    }
}

extension [Relationship] {
    /// The part at the end of the first relationship of a kind.
    func part(of kind: String) -> String? {
        first { $0.kind == kind && !$0.isExternal }?.target
    }
}
