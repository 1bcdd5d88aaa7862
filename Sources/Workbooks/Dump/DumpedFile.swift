import Findings
import ZipArchives

/// A file whose cells are walked in order, sheet by sheet, more than once.
struct DumpedFile {
    private var content: Content
    private let limits: WorkbookLimits
    /// Of the sheets, in the order of the workbook.
    let names: [String]
    let strings: SharedStrings
    /// Sheets whose cells had to be sorted, by position.
    private var sorted: [Int: Grid] = [:]

    private enum Content {
        case package(PackageReader)
        case text(ByteSource)
    }

    init(
        _ source: ByteSource, fileName: String, limits: WorkbookLimits
    ) throws(WorkbookError) {
        self.limits = limits
        switch FileKind(source) {
        case .unreadable(let reason): throw WorkbookError(reason)
        case .package:
            let package = try PackageReader(source, limits: limits)
            names = package.sheets.map(\.name)
            strings = package.strings
            content = .package(package)
        case .text:
            names = [DelimitedReader.sheetName(of: fileName)]
            strings = SharedStrings()
            content = .text(source)
        }
    }

    /// Positions of the sheets that are meant; nil where there is no such sheet.
    func positions(of sheets: WorkbookDump.Sheets) -> [Int]? {
        guard case .one(let name) = sheets else { return Array(names.indices) }
        if let position = names.firstIndex(of: name) { return [position] }
        guard let number = Int(name), names.indices.contains(number - 1) else { return nil }
        return [number - 1]
    }

    /// Reads a sheet through and counts its values; a formula without a result has none.
    mutating func survey(_ position: Int) throws(WorkbookError) -> Int {
        switch content {
        case .text(let source):
            var count = 0
            try Self.walk(source, limits) { _, bytes throws(WorkbookError) in
                if !bytes.isEmpty { count += 1 }
            }
            return count
        case .package(var package):
            let survey = CellSurvey()
            _ = try package.read(package.sheets[position], into: survey)
            if survey.isOrdered { return survey.count }
            let builder = GridBuilder(strings: package.strings, limits: limits)
            _ = try package.read(package.sheets[position], into: builder)
            let grid = Grid(name: names[position], rows: builder.finished())
            sorted[position] = grid
            return grid.valueCount
        }
    }

    private static func walk(
        _ source: ByteSource, _ limits: WorkbookLimits,
        _ body: (DelimitedScanner.Field, Span<UInt8>) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        var scanner = try DelimitedScanner(source, limits: limits)
        while try scanner.next(body) != nil {}
    }

    /// Hands a sheet's cells out in order; the sheet must have been surveyed.
    mutating func walk(_ position: Int, into lines: DumpLines) throws(WorkbookError) {
        if let grid = sorted[position] { return lines.add(grid) }
        switch content {
        case .text(let source):
            try Self.walk(source, limits) { field, bytes throws(WorkbookError) in
                try bytes.withUnsafeBufferPointer { bytes throws(WorkbookError) in
                    guard !bytes.isEmpty else { return }
                    try lines.take(
                        StreamedCell(
                            row: field.row, column: field.column, value: .text(bytes),
                            digits: .empty, isFormula: false, isPercent: false))
                }
            }
        case .package(var package):
            _ = try package.read(package.sheets[position], into: lines)
        }
    }
}

/// Counts values and sees whether they come in the order of rows and columns.
private final class CellSurvey: CellConsumer {
    private(set) var count = 0
    private(set) var isOrdered = true
    private var last = 0

    func hide(row: Int) {}

    func take(_ cell: borrowing StreamedCell) throws(WorkbookError) {
        let place = cell.row << 14 + (cell.column - 1)
        if place <= last { isOrdered = false }
        last = place
        if case .uncomputed = cell.value { return }
        count += 1
    }
}

extension Grid {
    fileprivate var valueCount: Int {
        rows.reduce(0) { $0 + $1.cells.count { $0.value != .uncomputed } }
    }
}
