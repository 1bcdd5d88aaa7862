import Findings
package import ZipArchives

/// Prints the cells of a file for other programs, in the order of sheets, rows and columns.
///
/// A file is read twice, a piece at a time: first to see that it is sound and in order, then to
/// print. So memory stays flat, and nothing is printed of a file that turns out to be damaged.
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
    ///   - source: The file.
    ///   - fileName: Gives the sheet of a CSV its name.
    ///   - format: The form of the output.
    ///   - sheets: Hidden sheets are sheets like others.
    ///   - limits: Beyond them the file is refused; the number of cells matters only for a sheet
    ///     whose cells are out of order and have to be sorted.
    ///   - sink: Takes each piece, whole lines.
    /// - Returns: False, and nothing is handed out, where there is no such sheet.
    /// - Throws: The reason why the file is no workbook that can be read.
    package static func write(
        _ source: ByteSource, fileName: String, format: Format, sheets: Sheets = .all,
        limits: WorkbookLimits = .default, to sink: ([UInt8]) -> Void
    ) throws(WorkbookError) -> Bool {
        var cells = try DumpedFile(source, fileName: fileName, limits: limits)
        guard let chosen = cells.positions(of: sheets) else { return false }
        var count = 0
        for position in chosen { count += try cells.survey(position) }
        if format == .count {
            sink(Array("cells=\(count) sheets=\(chosen.count)\n".utf8))
            return true
        }
        return try withoutActuallyEscaping(sink) { sink throws(WorkbookError) in
            let lines = DumpLines(format: format, strings: cells.strings, sink: sink)
            lines.begin()
            for position in chosen {
                lines.begin(sheet: cells.names[position])
                try cells.walk(position, into: lines)
            }
            lines.flush()
            return true
        }
    }

    /// The same for a file in memory.
    package static func write(
        _ bytes: [UInt8], fileName: String, format: Format, sheets: Sheets = .all,
        limits: WorkbookLimits = .default, to sink: ([UInt8]) -> Void
    ) throws(WorkbookError) -> Bool {
        try write(
            ByteSource(bytes), fileName: fileName, format: format, sheets: sheets, limits: limits,
            to: sink)
    }
}
