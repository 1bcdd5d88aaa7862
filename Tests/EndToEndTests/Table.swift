import Foundation
import Testing
import Workbooks

/// A table with a head, read by the program's own reader of workbooks; a row is its cells by header.
struct Table {
    let header: [String]
    let rows: [[String: String]]

    init(_ bytes: Data, name: String) throws {
        let workbook = try WorkbookReader.read(Array(bytes), fileName: name)
        let sheet = try #require(workbook.sheets.first)
        let head = try #require(sheet.rows.first)
        let width = head.cells.last?.column ?? 0
        let header = (0..<width).map { head[column: $0 + 1]?.value.text ?? "" }
        self.header = header
        rows = sheet.rows.dropFirst().map { row in
            Dictionary(
                uniqueKeysWithValues: (0..<width).map {
                    (header[$0], row[column: $0 + 1]?.value.text ?? "")
                })
        }
    }

    /// The rows in which every given column holds the given text.
    func rows(_ wanted: KeyValuePairs<String, String>) -> [[String: String]] {
        rows.filter { row in wanted.allSatisfy { row[$0.key] == $0.value } }
    }

    /// The only such row.
    func row(_ wanted: KeyValuePairs<String, String>) throws -> [String: String] {
        let found = rows(wanted)
        try #require(found.count == 1, "\(found.count) rows with \(wanted)")
        return found[0]
    }
}
