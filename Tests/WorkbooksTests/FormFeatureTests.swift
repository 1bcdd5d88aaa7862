import Findings
import TestSupport
import Testing
import Workbooks
import ZipArchives

/// What forms that people fill in need of a workbook.
struct FormFeatureTests {
    private func parts(_ draft: WorkbookDraft) throws -> [String: String] {
        var archive = try ZipArchive(try draft.encoded())
        var parts: [String: String] = [:]
        for entry in archive.entries {
            parts[entry.name] = String(decoding: try archive.bytes(of: entry), as: UTF8.self)
        }
        return parts
    }

    @Test func `a protected structure keeps the sheets as they are`() throws {
        var draft = WorkbookDraft(sheets: [SheetDraft(name: "农村")])
        #expect(try parts(draft)["xl/workbook.xml"]?.contains("workbookProtection") == false)
        draft.isStructureProtected = true
        let book = try #require(parts(draft)["xl/workbook.xml"])
        #expect(book.contains("<workbookPr/><workbookProtection lockStructure=\"1\"/><bookViews>"))
        #expect(try PackageLint.faults(in: draft.encoded()) == [])
    }

    @Test func `a prompt needs no rule, and a rule may only warn`() throws {
        let cell = CellReference(row: 1, column: 1)
        var prompt = ValidationDraft(ranges: [CellRange(cell, cell)], rule: .anything)
        prompt.promptTitle = "备注"
        prompt.prompt = "不写姓名"
        var warning = ValidationDraft(ranges: [CellRange(cell, cell)], rule: .list(["是", "否"]))
        warning.strictness = .warning
        var sheet = SheetDraft(name: "农村")
        sheet.validations = [prompt, warning]
        let draft = WorkbookDraft(sheets: [sheet])
        let part = try #require(parts(draft)["xl/worksheets/sheet1.xml"])
        #expect(
            part.contains(
                "<dataValidation allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\""
                    + " promptTitle=\"备注\" prompt=\"不写姓名\" sqref=\"A1\"></dataValidation>"))
        #expect(part.contains("<dataValidation type=\"list\" errorStyle=\"warning\""))
        #expect(try PackageLint.faults(in: draft.encoded()) == [])
    }
}
