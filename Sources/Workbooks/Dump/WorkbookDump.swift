import Findings

/// Prints the cells of a file for other programs, in the order of sheets, rows and columns.
package enum WorkbookDump {
    /// The form of the output.
    package enum Format: String, Sendable, CaseIterable {
        /// A JSON object a cell and line: `sheet`, `ref`, `type`, `value`.
        case jsonl
        /// The same four columns as CSV under a head, without byte order mark.
        case csv
        /// `cells=N sheets=M` alone.
        case count
    }

    /// Which sheets are meant.
    package enum Sheets: Hashable, Sendable {
        case all
        /// By name, or by number counted from 1 where no sheet bears it as a name.
        case one(String)
    }

    /// Reads a file and hands out its cells as text, in pieces.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - fileName: Gives the sheet of a CSV its name.
    ///   - format: The form of the output.
    ///   - sheets: Hidden sheets are sheets like others.
    ///   - limits: Beyond them the file is refused.
    ///   - sink: Takes each piece, whole lines.
    /// - Returns: False, and nothing is handed out, where there is no such sheet.
    /// - Throws: The reason why the file is no workbook that can be read.
    package static func write(
        _ bytes: [UInt8], fileName: String, format: Format, sheets: Sheets = .all,
        limits: WorkbookLimits = .default, to sink: ([UInt8]) -> Void
    ) throws(WorkbookError) -> Bool {
        let workbook = try WorkbookReader.read(bytes, fileName: fileName, limits: limits)
        let grids = chosen(sheets, of: workbook)
        guard !grids.isEmpty else { return false }
        switch format {
        case .jsonl: writeLines(grids, to: sink)
        case .csv: writeTable(grids, to: sink)
        case .count:
            let cells = grids.reduce(0) { $0 + $1.valueCount }
            sink(Array("cells=\(cells) sheets=\(grids.count)\n".utf8))
        }
        return true
    }

    private static func chosen(_ sheets: Sheets, of workbook: Workbook) -> [Grid] {
        guard case .one(let name) = sheets else { return workbook.sheets }
        if let grid = workbook.sheets.first(where: { $0.name == name }) { return [grid] }
        guard let number = Int(name), workbook.sheets.indices.contains(number - 1) else {
            return []
        }
        return [workbook.sheets[number - 1]]
    }

    /// About so many bytes go out at once.
    private static let piece = 64 << 10

    private static func writeLines(_ grids: [Grid], to sink: ([UInt8]) -> Void) {
        var json = JSONText()
        for grid in grids {
            for row in grid.rows {
                for cell in row.cells {
                    json.line(
                        sheet: grid.name, CellReference(row: row.number, column: cell.column),
                        cell.value)
                }
                if json.bytes.count >= piece { sink(json.flush()) }
            }
        }
        if !json.bytes.isEmpty { sink(json.flush()) }
    }

    private static func writeTable(_ grids: [Grid], to sink: ([UInt8]) -> Void) {
        var csv = CSVWriter(byteOrderMark: false, guardsFormulas: false)
        csv.add(["sheet", "ref", "type", "value"])
        for grid in grids {
            for row in grid.rows {
                for cell in row.cells {
                    let reference = CellReference(row: row.number, column: cell.column)
                    csv.add([
                        grid.name, reference.description, cell.value.typeName, cell.value.dumpText,
                    ])
                }
                if csv.bytes.count >= piece { sink(csv.flush()) }
            }
        }
        if !csv.bytes.isEmpty { sink(csv.flush()) }
    }
}

extension Grid {
    /// Cells that have a value; a formula without a result has none.
    fileprivate var valueCount: Int {
        rows.reduce(0) { $0 + $1.cells.count { $0.value != .uncomputed } }
    }
}

extension CellValue {
    /// The word for the kind of value.
    var typeName: String {
        switch self {
        case .string: "string"
        case .number: "number"
        case .bool: "bool"
        case .error: "error"
        case .date: "date"
        case .uncomputed: "formula"
        }
    }

    fileprivate var dumpText: String {
        switch self {
        case .number(let number, _): shortestDigits(number)
        case .bool(let bool): bool ? "true" : "false"
        default: text
        }
    }
}
