import Findings
import TestSupport
import Testing
import Workbooks
import ZipArchives

struct PackageLintTests {
    private static let sheet = "xl/worksheets/sheet1.xml"

    /// A fault planted in the full workbook: a text of a part, what takes its place, and a piece of
    /// what the linter must say.
    struct Plant: Sendable, CustomTestStringConvertible {
        let part: String
        let old: String
        let new: String
        let fault: String

        init(_ part: String, _ old: String, _ new: String, _ fault: String) {
            self.part = part
            self.old = old
            self.new = new
            self.fault = fault
        }

        var testDescription: String { fault }
    }

    static let plants: [Plant] = [
        Plant(sheet, "<mergeCells count=\"1\"><mergeCell ref=\"A1:E1\"/></mergeCells>", "", ""),
        Plant(sheet, "<sheetProtection", "<drawing/><sheetProtection", "stands behind <drawing>"),
        Plant(
            sheet, "<pageMargins", "<printOptions/><pageMargins", "<printOptions> is there twice"),
        Plant(sheet, "<pageMargins", "<oddity/><pageMargins", "<oddity> belongs into no worksheet"),
        Plant(sheet, "<sheetData>", "<sheetData>&", "not well-formed"),
        Plant(sheet, "count=\"1\"><mergeCell ", "count=\"2\"><mergeCell ", "count of mergeCells"),
        Plant(
            sheet, "<mergeCell ref=\"A1:E1\"/>",
            "<mergeCell ref=\"A1:E1\"/><mergeCell ref=\"E1:F9\"/>",
            "A1:E1 and E1:F9 overlap"),
        Plant(sheet, "<c r=\"A1\" s=\"1\"", "<c r=\"A1\" s=\"99\"", "style 99 is out of range"),
        Plant(sheet, "t=\"s\"><v>0<", "t=\"s\"><v>999<", "A1 has a shared string out of range"),
        Plant(sheet, "<row r=\"3\"", "<row r=\"2\"", "row 2 is not in its place"),
        Plant(sheet, "<c r=\"B3\"", "<c r=\"A3\"", "A3 is not in its place"),
        Plant(sheet, "<v>12</v>", "<v>zwölf</v>", "B3 holds no number"),
        Plant(sheet, "dxfId=\"0\"", "dxfId=\"7\"", "dxf 7 is out of range"),
        Plant(sheet, "priority=\"2\"", "priority=\"1\"", "priority 1 is there twice"),
        Plant(sheet, "sqref=\"C3:C6\"", "sqref=\"C3:C0\"", "“C3:C0” of <conditionalFormatting>"),
        Plant(
            sheet, "<dataValidations count=\"7\"", "<dataValidations count=\"9\"", "count of data"),
        Plant(sheet, "'选项'!", "'选择'!", "names “选择”, which is no sheet"),
        Plant(
            sheet, "<hyperlink ref=\"A3\" r:id=\"rId1\"", "<hyperlink ref=\"A3\" r:id=\"rId9\"",
            "rId9"),
        Plant(
            sheet, "<legacyDrawing r:id=\"rId2\"", "<legacyDrawing r:id=\"rId1\"",
            "<legacyDrawing> has"),
        Plant(sheet, "<col min=\"2\"", "<col min=\"1\"", "the columns overlap"),
        Plant(
            "xl/worksheets/_rels/sheet1.xml.rels", "../comments1.xml", "../comments7.xml",
            "comments7.xml, which is not there"),
        Plant(
            "xl/worksheets/_rels/sheet1.xml.rels", "Id=\"rId3\"", "Id=\"rId2\"", "id rId2 is there"),
        Plant("xl/workbook.xml", "sheetId=\"2\"", "sheetId=\"1\"", "the sheetId 1 is there twice"),
        Plant("xl/workbook.xml", "name=\"空\"", "name=\"图表\"", "the sheet's name 图表"),
        Plant("xl/workbook.xml", "name=\"空\"", "name=\"空?\"", "“空?” is no name of a sheet"),
        Plant("xl/workbook.xml", "r:id=\"rId3\"", "r:id=\"rId2\"", "sheet's relationship rId2"),
        Plant(
            "xl/workbook.xml", "<workbookView ", "<workbookView activeTab=\"3\" ",
            "active sheet is hid"),
        Plant("xl/workbook.xml", "'农村'!$2:$2", "'城市'!$2:$2", "names “城市”"),
        Plant("xl/workbook.xml", "name=\"比例\"", "name=\"A1\"", "“A1” is no defined name"),
        Plant("xl/workbook.xml", "localSheetId=\"0\"", "localSheetId=\"8\"", "belongs to no sheet"),
        Plant("xl/styles.xml", "fontId=\"1\"", "fontId=\"31\"", "fontId 31 of cellXfs"),
        Plant("xl/styles.xml", "fillId=\"2\"", "fillId=\"9\"", "fillId 9 of cellXfs"),
        Plant("xl/styles.xml", "borderId=\"1\"", "borderId=\"2\"", "borderId 2 of cellXfs"),
        Plant(
            "xl/styles.xml", "<numFmt numFmtId=\"164\"", "<numFmt numFmtId=\"200\"", "numFmtId 164"),
        Plant("xl/styles.xml", "<dxfs count=\"2\"", "<dxfs count=\"3\"", "count of dxfs"),
        Plant("xl/sharedStrings.xml", "uniqueCount=\"", "uniqueCount=\"1", "uniqueCount"),
        Plant("xl/comments1.xml", "authorId=\"0\"", "authorId=\"1\"", "note of B3 has no author"),
        Plant("xl/comments1.xml", "ref=\"B4\"", "ref=\"B5\"", "disagree at B4, B5"),
        Plant(
            "xl/drawings/vmlDrawing1.vml", "_x0000_s1026", "_x0000_s1025", "s1025 is there twice"),
        Plant(
            "xl/drawings/vmlDrawing1.vml", "_x0000_s1026", "_x0000_s2050", "in no block of its own"),
        Plant(
            "xl/drawings/drawing1.xml", "<xdr:cNvPr id=\"3\"", "<xdr:cNvPr id=\"2\"", "the shape 2"),
        Plant(
            "xl/drawings/drawing1.xml", "r:id=\"rId1\"", "r:id=\"rId7\"", "a chart has no relation"),
        Plant(
            "xl/charts/chart1.xml", "<c:crossAx val=\"111", "<c:crossAx val=\"112", "crosses one"),
        Plant("xl/charts/chart1.xml", "'农村'!$A$3", "'乡村'!$A$3", "names “乡村”"),
        Plant(
            "xl/charts/chart1.xml", "<c:ptCount val=\"4\"", "<c:ptCount val=\"3\"",
            "points out of range"),
        Plant(
            "xl/charts/chart1.xml", "<c:varyColors val=\"0\"/>",
            "<c:gapWidth val=\"80\"/><c:varyColors val=\"0\"/>",
            "<varyColors> stands behind <gapWidth> in <barChart>"),
        Plant(
            "xl/workbook.xml", "<bookViews>", "<calcPr/><bookViews>",
            "<bookViews> stands behind <calcPr> in <workbook>"),
        Plant(
            "[Content_Types].xml", "PartName=\"/xl/styles.xml\"", "PartName=\"/xl/style.xml\"",
            "types /xl/style"),
        Plant(
            "[Content_Types].xml", "Extension=\"vml\"", "Extension=\"wml\"",
            "vml: has no content type"),
        Plant(
            "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "app.xml: is led to by nothing"),
    ]

    @Test func `a workbook with everything has no faults`() throws {
        #expect(PackageLint.faults(in: try FullWorkbook.draft().encoded()) == [])
    }

    @Test(arguments: plants)
    func `a planted fault is found`(_ plant: Plant) throws {
        let bytes = try FullWorkbook.draft().encoded()
        let faults = PackageLint.faults(
            in: try bytes.replacing(plant.old, with: plant.new, in: plant.part))
        if plant.fault.isEmpty {
            #expect(faults == [], "nothing is wrong without it")
        } else {
            #expect(faults.contains { $0.contains(plant.fault) }, "\(faults)")
        }
    }

    @Test func `a part that is missing is found where something leads to it`() throws {
        let bytes = try FullWorkbook.draft().encoded().changingParts { name, text in
            name == "xl/charts/chart2.xml" ? nil : text
        }
        #expect(
            PackageLint.faults(in: bytes).contains(
                "xl/drawings/_rels/drawing1.xml.rels: rId2 leads to xl/charts/chart2.xml, "
                    + "which is not there"))
    }

    @Test(arguments: [
        "openpyxl-return", "openpyxl-iso-dates", "xlsxwriter-dates", "xlsxwriter-1904",
        "xlsxwriter-inline", "libreoffice-return",
    ])
    func `files of other programs have no faults`(_ folder: String) {
        #expect(PackageLint.faults(in: Fixture.bytes("Workbooks/\(folder)/input.xlsx")) == [])
    }

    @Test func `what is no archive has one fault`() {
        #expect(PackageLint.faults(in: [1, 2, 3]).count == 1)
    }
}
