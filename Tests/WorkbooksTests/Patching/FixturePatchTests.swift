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

    /// Packages whose names of parts the lint, which judges what we write, does not follow.
    private static let outlandish = ["hand-odd-layout", "wps-backslash-names"]
    /// A package without a list of types is none that programs open, and is left alone.
    private static let untyped = "hand-bare"

    @Test func `a package without a list of types is refused`() {
        #expect(throws: WorkbookError(.damaged(part: "[Content_Types].xml"))) {
            let bytes = Fixture.bytes("Workbooks/\(Self.untyped)/input.xlsx")
            _ = try PatchedPackage(bytes) { $0.add(SheetDraft(name: "错误清单")) }
        }
    }

    /// Every workbook that another program wrote or might write: what cannot be done is said, all
    /// else is done, the rest stays, and the package is no worse than it was.
    @Test(arguments: FixtureTests.folders)
    func `any workbook is patched without touching the rest`(folder: String) throws {
        let file = try #require(
            Fixture.names(in: "Workbooks/\(folder)").first { $0.hasPrefix("input.") })
        guard file.hasPrefix("input.xls"), folder != Self.untyped else { return }
        let bytes = Fixture.bytes("Workbooks/\(folder)/\(file)")
        let before = try WorkbookReader.read(bytes, fileName: file)
        let sheet = try #require(before.sheets.first).name
        // Built for tests, a million blank rows take longer than a stranger's file may.
        var limits = WorkbookLimits()
        limits.processorSeconds = 300
        let patched = try PatchedPackage(bytes, limits: limits) { patch in
            patch.set(.string("新"), at: at("F3000"), on: sheet)
            patch.restyle(at("F3000"), on: sheet, .fill("FFC7CE"))
            patch.note("应为准数", at: at("F3000"), on: sheet)
            var list = SheetDraft(name: "错误清单")
            list.rows = [RowDraft([CellDraft("第3000行")])]
            patch.add(list)
        }
        try patched.expectRestUntouched()
        #expect(patched.refusals.isEmpty)
        var expected = try grid(before)
        expected[at("F3000")] = .string("新")
        let after = try patched.workbook()
        #expect(try grid(after) == expected)
        #expect(after.sheets.first?.notes[at("F3000")]?.text == "应为准数")
        #expect(after.sheets.map(\.name) == before.sheets.map(\.name) + ["错误清单"])
        if Self.outlandish.contains(folder) { return }
        let faults = Set(PackageLint.faults(in: patched.result.bytes))
            .subtracting(PackageLint.faults(in: bytes))
        #expect(faults.sorted() == [])
    }
}
