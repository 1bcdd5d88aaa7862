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
            // The files are read back by a program: an apostrophe before a formula would stay.
            var writer = CSVWriter(guardsFormulas: false)
            for row in table.texts { writer.add(row) }
            return (table.name + ".csv", writer.bytes)
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
}
