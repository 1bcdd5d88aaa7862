import Findings
import ZipArchives

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
    ///   - search: What is sought in the whole package; the finds stand in the workbook. All of a text file
    ///     is in its cells: nothing is sought there.
    ///   - memory: What was read of other workbooks, where many are.
    /// - Returns: All sheets, hidden ones too, with the cells that have a value.
    /// - Throws: The reason why this is no workbook that can be read. What is odd but readable is no
    ///   error; it stands in the workbook's `notices`.
    package static func read(
        _ bytes: [UInt8], fileName: String, limits: WorkbookLimits = .default,
        seeking search: TextSearch? = nil, memory: PartMemory? = nil
    ) throws(WorkbookError) -> Workbook {
        switch FileKind(bytes) {
        case .package: return try workbook(ByteSource(bytes), limits: limits, search, memory)
        case .text: return try DelimitedReader.read(bytes, fileName: fileName, limits: limits)
        case .unreadable(let reason): throw WorkbookError(reason)
        }
    }

    private static func workbook(
        _ source: ByteSource, limits: WorkbookLimits, _ search: TextSearch?,
        _ memory: PartMemory?
    ) throws(WorkbookError) -> Workbook {
        var package = try PackageReader(
            source, limits: limits, seeking: search, memory: memory)
        var workbook = Workbook(sheets: [], definedNames: package.definedNames, format: .xlsx)
        workbook.countsFrom1904 = package.countsFrom1904
        workbook.wantsComputing = package.wantsComputing
        var cells = 0
        for sheet in package.sheets {
            let builder = GridBuilder(strings: package.strings, limits: limits)
            let facts = try package.read(sheet, into: builder)
            cells += builder.cellCount
            guard cells <= limits.cellsPerFile else { throw .limit("单元格太多", "too many cells") }
            var grid = Grid(
                name: sheet.name, isHidden: sheet.isHidden, rows: builder.finished(),
                merges: facts.merges, hiddenColumns: facts.hiddenColumns)
            grid.notes = try package.notes(of: sheet)
            workbook.sheets.append(grid)
            let notices = facts.notices + builder.doubled.map { doubled($0, on: sheet.name) }
            workbook.notices += notices.prefix(limits.notices - workbook.notices.count)
        }
        workbook.finds = try package.finds()
        return workbook
    }

    private static func doubled(_ cell: CellReference, on sheet: String) -> Notice {
        Notice(
            sheet: sheet, cell: cell,
            reason: Bilingual("这一格写了两次，以后一次为准", "the cell is written twice; the later one counts"))
    }
}
