import Findings
import TestSupport
import Testing
import Workbooks

/// Files of other programs against what was put into them; see `Tests/Fixtures/Workbooks/INDEX.md`.
struct FixtureTests {
    @Test(arguments: [
        "openpyxl-return/input.xlsx", "openpyxl-iso-dates/input.xlsx",
        "xlsxwriter-dates/input.xlsx", "xlsxwriter-1904/input.xlsx",
        "xlsxwriter-inline/input.xlsx", "libreoffice-return/input.xlsx",
        "libreoffice-gb18030/input.csv", "libreoffice-utf16/input.csv",
    ])
    func `a file of another program gives the cells that were put in`(path: String) throws {
        let folder = try #require(path.split(separator: "/").first)
        var output: [UInt8] = []
        let isFound = try WorkbookDump.write(
            Fixture.bytes("Workbooks/\(path)"), fileName: path, format: .jsonl
        ) { output += $0 }
        #expect(isFound)
        #expect(
            String(decoding: output, as: UTF8.self)
                == Fixture.text("Workbooks/\(folder)/cells.jsonl"))
    }

    @Test(arguments: ["openpyxl-return", "libreoffice-return"])
    func `what is hidden, merged and named is known`(name: String) throws {
        let workbook = try WorkbookReader.read(
            Fixture.bytes("Workbooks/\(name)/input.xlsx"), fileName: "input.xlsx")
        let grid = try #require(workbook.sheets.first)
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        #expect(grid.merges == [CellRange("A1:F1")])
        #expect(grid.hiddenColumns == [3])
        #expect(grid.row(4)?.isHidden == true)
        #expect(grid.row(3)?.isHidden == false)
        #expect(grid.row(3)?[column: 3]?.isPercent == true)
        #expect(workbook.definedNames == ["tongbao_form": "\"form=rural;unit=城关镇\""])
        #expect(workbook.notices.isEmpty)
    }

    @Test func `the encoding and the delimiter of a CSV are found`() throws {
        let one = try WorkbookReader.read(
            Fixture.bytes("Workbooks/libreoffice-gb18030/input.csv"), fileName: "a.csv")
        #expect(one.format == .csv(encoding: "GB18030", delimiter: UInt8(ascii: ",")))
        let other = try WorkbookReader.read(
            Fixture.bytes("Workbooks/libreoffice-utf16/input.csv"), fileName: "b.csv")
        #expect(other.format == .csv(encoding: "UTF-16LE", delimiter: UInt8(ascii: "\t")))
    }
}
