import Findings
import ZipArchives

/// Reads delimited text as a workbook of one visible sheet, every cell a string.
enum DelimitedReader {
    static func read(
        _ bytes: [UInt8], fileName: String, limits: WorkbookLimits
    ) throws(WorkbookError) -> Workbook {
        var scanner = try DelimitedScanner(ByteSource(bytes), limits: limits)
        var grid = Grid(name: sheetName(of: fileName), rows: [])
        var cells: [Cell] = []
        var total = 0
        while let record = try scanner.next({ (field, bytes) throws(WorkbookError) in
            guard !bytes.isEmpty else { return }
            total += 1
            guard total <= limits.cellsPerSheet else { throw .limit("单元格太多", "too many cells") }
            let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            cells.append(Cell(column: field.column, value: .string(text)))
        }) {
            guard !cells.isEmpty else { continue }
            grid.rows.append(Grid.Row(number: record.row, line: record.line, cells: cells))
            cells.removeAll(keepingCapacity: true)
        }
        var workbook = Workbook(sheets: [grid], format: scanner.format)
        workbook.notices = scanner.notices
        return workbook
    }

    /// The file's name without folders and ending.
    static func sheetName(of fileName: String) -> String {
        let name = fileName.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
        return String(name[..<dot])
    }
}
