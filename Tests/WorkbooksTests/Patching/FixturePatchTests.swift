import Findings
import TestSupport
import Testing
import Workbooks

/// Packages of other programs, patched: the rest byte for byte, the cells with exactly the changes.
struct FixturePatchTests {
    private static let fixtures = [
        "openpyxl-return", "openpyxl-iso-dates", "xlsxwriter-dates", "xlsxwriter-1904",
        "xlsxwriter-inline", "libreoffice-return",
    ]

    private func grid(_ workbook: Workbook) throws -> [CellReference: CellValue] {
        let sheet = try #require(workbook.sheets.first)
        var cells: [CellReference: CellValue] = [:]
        for row in sheet.rows {
            for cell in row.cells {
                cells[CellReference(row: row.number, column: cell.column)] = cell.value
            }
        }
        return cells
    }

    @Test(arguments: fixtures)
    func `cells, fills and notes change and nothing else does`(name: String) throws {
        let bytes = Fixture.bytes("Workbooks/\(name)/input.xlsx")
        let before = try WorkbookReader.read(bytes, fileName: name)
        let sheet = try #require(before.sheets.first).name
        let patched = try PatchedPackage(bytes) { patch in
            patch.set(.string("新"), at: at("F30"), on: sheet)
            patch.set(.integer(5), at: at("B2"), on: sheet)
            patch.restyle(at("B2"), on: sheet, .fill("FFC7CE"))
            patch.note("应为 5", at: at("B2"), on: sheet)
        }
        try patched.expectRestUntouched()
        #expect(patched.refusals.isEmpty)
        var expected = try grid(before)
        expected[at("F30")] = .string("新")
        expected[at("B2")] = nil
        var cells = try grid(patched.workbook())
        let changed = cells.removeValue(forKey: at("B2"))
        expected[at("B2")] = nil
        #expect(cells == expected)
        #expect(changed != nil)
        #expect(
            try patched.workbook().sheets.first?.notes[at("B2")]?.text.hasSuffix("应为 5") == true)
    }

    @Test(arguments: fixtures)
    func `rows that come and go again leave the cells as they were`(name: String) throws {
        let bytes = Fixture.bytes("Workbooks/\(name)/input.xlsx")
        let before = try WorkbookReader.read(bytes, fileName: name)
        let sheet = try #require(before.sheets.first).name
        let patched = try PatchedPackage(bytes) { patch in
            patch.insertRows(3, before: 2, on: sheet)
            patch.deleteRows(2...4, on: sheet)
        }
        try patched.expectRestUntouched()
        #expect(try grid(patched.workbook()) == grid(before))
        #expect(try patched.workbook().sheets.first?.merges == before.sheets.first?.merges)
    }
}
