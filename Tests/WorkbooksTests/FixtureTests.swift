import Findings
import TestSupport
import Testing
import Workbooks

/// Files of other programs against what was put into them; see `Tests/Fixtures/Workbooks/INDEX.md`.
struct FixtureTests {
    /// Every folder but the scripts that made them.
    static let folders = Fixture.names(in: "Workbooks").filter {
        !$0.contains(".") && $0 != "generate"
    }

    @Test(arguments: folders)
    func `a file of another program gives the cells that were put in`(folder: String) throws {
        let file = try #require(
            Fixture.names(in: "Workbooks/\(folder)").first { $0.hasPrefix("input.") })
        var output: [UInt8] = []
        let isFound = try WorkbookDump.write(
            Fixture.bytes("Workbooks/\(folder)/\(file)"), fileName: file, format: .jsonl
        ) { output += $0 }
        #expect(isFound)
        #expect(
            String(decoding: output, as: UTF8.self)
                == Fixture.text("Workbooks/\(folder)/cells.jsonl"))
    }

    @Test func `every fixture has a line that says why it is kept`() {
        let lines = Fixture.text("Workbooks/INDEX.md").split(separator: "\n")
        let indexed = lines.compactMap { line -> String? in
            let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
            guard cells.count == 3, let name = cells.first, !name.hasPrefix("-") else { return nil }
            return String(name.prefix { $0 != " " })
        }
        #expect(indexed.filter { $0 != "folder" }.sorted() == Self.folders)
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
