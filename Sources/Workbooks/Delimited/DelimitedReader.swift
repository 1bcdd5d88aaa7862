import Findings

/// Reads delimited text as a workbook of one visible sheet, every cell a string.
enum DelimitedReader {
    static func read(
        _ bytes: [UInt8], fileName: String, limits: WorkbookLimits
    ) throws(WorkbookError) -> Workbook {
        guard bytes.count <= limits.textSize else { throw .limit("文件太大", "the file is too large") }
        if FileKind.isMarkup(bytes) { throw WorkbookError(.markup) }
        let text = try DecodedText(bytes)
        guard !text.bytes.isEmpty else { throw WorkbookError(.empty) }
        if FileKind.isMarkup(text.bytes) { throw WorkbookError(.markup) }

        let delimiter = Delimiter.guessed(for: text.bytes)
        var parser = DelimitedParser(text.bytes, delimiter: delimiter.bytes)
        var grid = Grid(name: sheetName(of: fileName), rows: [])
        var notices: [Notice] = []
        var number = 0
        var cells = 0
        while let record = parser.next() {
            number += 1
            guard number <= 1_048_576, record.fields.count <= 16_384 else {
                throw .limit("行或列太多", "too many rows or columns")
            }
            var row = Grid.Row(number: number, line: record.line, cells: [])
            for (index, field) in record.fields.enumerated() where !field.isEmpty {
                let isCut = field.utf8.count > limits.textLength
                row.cells.append(
                    Cell(column: index + 1, value: .string(isCut ? cut(field, limits) : field)))
                if isCut, notices.count < limits.notices {
                    notices.append(Notice(line: record.line, reason: cutText))
                }
            }
            cells += row.cells.count
            guard cells <= limits.cellsPerSheet else { throw .limit("单元格太多", "too many cells") }
            if !row.cells.isEmpty { grid.rows.append(row) }
        }
        notices += parser.oddLines.map { Notice(line: $0, reason: oddQuote) }
        var workbook = Workbook(
            sheets: [grid], format: .csv(encoding: text.encoding, delimiter: delimiter.name))
        workbook.notices = Array(notices.prefix(limits.notices))
        return workbook
    }

    /// The file's name without folders and ending.
    static func sheetName(of fileName: String) -> String {
        let name = fileName.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
        return String(name[..<dot])
    }

    private static func cut(_ text: String, _ limits: WorkbookLimits) -> String {
        String(decoding: Array(text.utf8).cut(to: limits.textLength), as: UTF8.self)
    }

    private static var cutText: Bilingual {
        Bilingual("文字太长，已截断", "the text was too long and is cut")
    }

    private static var oddQuote: Bilingual {
        Bilingual("引号没有配对，按原样保留", "a quote does not fit and was kept as text")
    }
}
