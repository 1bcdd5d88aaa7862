import Workbooks

/// Drawn sheets as the bytes of a file.
enum SheetFiles {
    /// An XLSX file.
    static func workbook(
        _ sheets: [SheetDraft], title: String, created: CivilDate
    ) throws(WorkbookError) -> [UInt8] {
        try WorkbookDraft(
            sheets: sheets,
            properties: .init(title: title, creator: "办公室", created: created)
        ).encoded()
    }

    /// The sheet as a program saves it as CSV: values only, every row as long as the longest.
    static func text(_ sheet: SheetDraft) -> CSVText {
        let width = sheet.rows.map(\.cells.count).max() ?? 0
        var table = CSVText()
        for row in sheet.rows {
            let cells = row.cells.map { $0.map { text(of: $0.content) } ?? "" }
            table.append(cells + Array(repeating: "", count: width - cells.count))
        }
        return table
    }

    static func text(of content: CellDraft.Content) -> String {
        switch content {
        case .blank: ""
        case .string(let text), .digits(let text), .error(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .date(let date): "\(date.year)/\(date.month)/\(date.day)"
        case .bool(let bool): bool ? "TRUE" : "FALSE"
        case .formula(_, let result): text(of: result)
        }
    }
}
