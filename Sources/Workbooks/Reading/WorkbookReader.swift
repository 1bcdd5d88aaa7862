import Findings

/// Reads a file's bytes as a workbook: XLSX or CSV, told apart by the bytes and not by the name.
///
/// ```swift
/// let workbook = try WorkbookReader.read(bytes, fileName: "城关镇.xlsx")
/// let title = workbook.sheets.first?[CellReference(row: 1, column: 1)]?.value.text
/// ```
package enum WorkbookReader {
    /// Reads the whole file.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - fileName: Gives the one sheet of a CSV its name; a path will do.
    ///   - limits: Beyond them the file is refused, whatever it is.
    /// - Returns: All sheets, hidden ones too, with the cells that have a value.
    /// - Throws: The reason why this is no workbook that can be read. What is odd but readable is no
    ///   error; it stands in the workbook's `notices`.
    package static func read(
        _ bytes: [UInt8], fileName: String, limits: WorkbookLimits = .default
    ) throws(WorkbookError) -> Workbook {
        switch FileKind(bytes) {
        case .package: return try PackageReader.read(bytes, limits: limits)
        case .text: return try DelimitedReader.read(bytes, fileName: fileName, limits: limits)
        case .unreadable(let reason): throw WorkbookError(reason)
        }
    }
}

/// Reads an Office Open XML package from its relationships down to its sheets.
enum PackageReader {
    static func read(
        _ bytes: [UInt8], limits: WorkbookLimits
    ) throws(WorkbookError) -> Workbook {
        var package = try OfficePackage(bytes, limits: limits)
        let name = try workbookPart(of: &package)
        let book = WorkbookPart(limits: limits)
        try package.parse(name, of: .spreadsheet, atMost: limits.partSize, into: book)
        guard book.isWorkbook else { throw WorkbookError(.notAWorkbook) }

        let relationships = try package.relationships(of: name)
        let styles = StylesPart(limits: limits)
        if let part = relationships.part(of: "styles"), package.has(part) {
            try package.parse(part, of: .spreadsheet, atMost: limits.stylesSize, into: styles)
        }
        let strings = SharedStringsPart(limits: limits)
        if let part = relationships.part(of: "sharedStrings"), package.has(part) {
            try package.parse(part, of: .spreadsheet, atMost: limits.stringsSize, into: strings)
        }
        var workbook = Workbook(sheets: [], definedNames: book.definedNames, format: .xlsx)
        var cells = 0
        for sheet in book.sheets {
            // Chart sheets and dialogs have relationships of other kinds and hold no cells.
            guard
                let part = relationships.first(where: {
                    $0.id == sheet.relationship && $0.kind == "worksheet" && !$0.isExternal
                })
            else { continue }
            let reader = SheetPart(
                name: sheet.name, strings: strings.strings, styles: styles, dates: book.dates,
                limits: limits)
            try package.parse(part.target, of: .spreadsheet, atMost: limits.sheetSize, into: reader)
            guard reader.isWorksheet else { throw .damaged(part.target) }
            let grid = reader.grid(isHidden: sheet.isHidden)
            cells += grid.rows.reduce(0) { $0 + $1.cells.count }
            guard cells <= limits.cellsPerFile else { throw .limit("单元格太多", "too many cells") }
            workbook.sheets.append(grid)
            workbook.notices += reader.notices.prefix(limits.notices - workbook.notices.count)
        }
        guard !workbook.sheets.isEmpty else { throw WorkbookError(.noSheets) }
        return workbook
    }

    /// The part that the package calls its main document, if that is a workbook.
    private static func workbookPart(
        of package: inout OfficePackage
    ) throws(WorkbookError) -> String {
        let mimetype = package.beginning(of: "mimetype") ?? []
        if mimetype.starts(with: "application/vnd.oasis.opendocument".utf8) {
            throw WorkbookError(.openDocument)
        }
        guard let part = try package.relationships(of: "").part(of: "officeDocument") else {
            let isOffice = package.has("[Content_Types].xml")
            throw WorkbookError(isOffice ? .notAWorkbook : .archive)
        }
        if part.hasPrefix("word/") { throw WorkbookError(.document("Word 文档")) }
        if part.hasPrefix("ppt/") { throw WorkbookError(.document("演示文稿")) }
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
