package import Workbooks

/// Turns a campaign's tables into one workbook and back into CSV files; no text is changed on the way.
package enum CampaignPacker {
    /// A workbook with a sheet a table; every cell is text, so that codes keep their zeros.
    package static func workbook(of tables: CampaignTables) -> WorkbookDraft {
        WorkbookDraft(
            sheets: tables.all.map(sheet), properties: .init(title: "活动表格"))
    }

    /// A CSV a table by file name: UTF-8 with BOM, lines ended by CRLF, as spreadsheet programs like it.
    package static func files(of tables: CampaignTables) -> [(name: String, bytes: [UInt8])] {
        tables.all.map { table in
            let lines = table.texts.map { row in
                row.map(quoted).joined(separator: ",") + "\r\n"
            }
            return (table.name + ".csv", Array(("\u{FEFF}" + lines.joined()).utf8))
        }
    }

    private static func sheet(_ table: CampaignTable) -> SheetDraft {
        var heading = CellStyle()
        heading.isBold = true
        heading.fill = "D9E2F3"
        heading.hasBorder = true
        heading.numberFormat = "@"
        var text = CellStyle()
        text.hasBorder = true
        text.numberFormat = "@"
        var sheet = SheetDraft(name: table.name)
        sheet.frozenRows = 1
        sheet.print.titleRows = 1...1
        for (index, row) in table.texts.enumerated() {
            let style = index == 0 ? heading : text
            sheet.rows.append(
                RowDraft(row.map { CellDraft($0.isEmpty ? .blank : .string($0), style: style) }))
        }
        return sheet
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes =
            text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
            || text.trimmed != text
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
