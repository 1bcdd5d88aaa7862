import Findings
import Testing
import Workbooks

/// Sheets and names added to existing packages.
struct SheetPatchTests {
    private let small = HandMadeWorkbook(
        "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>1</v></c></row>",
        styles: """
            <fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills>\
            <borders count="1"><border/></borders><cellXfs count="1"><xf fontId="0"/></cellXfs>
            """)

    private var list: SheetDraft {
        var style = CellStyle()
        style.isBold = true
        style.fill = "FFC7CE"
        style.numberFormat = "0.000"
        var sheet = SheetDraft(name: "错误清单")
        sheet.rows = [
            RowDraft([CellDraft("位置", style: style), CellDraft(.decimal(1.5), style: style)]),
            RowDraft([CellDraft("甲"), CellDraft(.formula("B1*2", result: .integer(3)))]),
        ]
        sheet.notes = [at("A2"): "注"]
        sheet.hyperlinks = [at("A2"): .location("'S'!A1")]
        sheet.print.titleRows = 1...1
        return sheet
    }

    @Test func `a sheet comes behind all others, with its styles behind all others`() throws {
        let patched = try PatchedPackage(small) { $0.add(list) }
        let workbook = try patched.workbook()
        #expect(workbook.sheets.map(\.name) == ["S", "错误清单"])
        #expect(workbook.sheets.last?.shown == ["A1=位置", "B1=1.5", "A2=甲", "B2=3"])
        #expect(workbook.sheets.last?.notes[at("A2")]?.text == "注")
        let styles = try patched.text("xl/styles.xml")
        #expect(styles.contains("<font/>") && styles.contains("<xf fontId=\"0\"/>"))
        #expect(styles.contains("formatCode=\"0.000\""))
        let book = try patched.text("xl/workbook.xml")
        #expect(book.contains("<sheet name=\"错误清单\" sheetId=\"2\" r:id=\"rId4\"/></sheets>"))
        #expect(
            book.contains(
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">'错误清单'!$1:$1"))
        #expect(try !patched.text("xl/worksheets/sheet2.xml").contains("tabSelected"))
        try patched.expectRestUntouched()
    }

    @Test func `a name that is taken is changed`() throws {
        var sheet = list
        sheet.name = "s"
        let patched = try PatchedPackage(small) { $0.add(sheet) }
        #expect(try patched.workbook().sheets.map(\.name) == ["S", "s(2)"])
    }

    @Test func `the note's numbers are free in the whole workbook`() throws {
        let patched = try PatchedPackage(small) { patch in
            patch.note("先", at: at("A1"), on: "S")
            patch.add(list)
        }
        #expect(try patched.text("xl/drawings/vmlDrawing1.vml").contains("data=\"1\""))
        #expect(try patched.text("xl/drawings/vmlDrawing2.vml").contains("data=\"2\""))
        #expect(try patched.text("xl/drawings/vmlDrawing2.vml").contains("_x0000_s2049"))
    }

    @Test func `a strict workbook gets a strict sheet`() throws {
        let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        let office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        var workbook = small
        for part in small.parts {
            workbook.replace(
                part.name,
                with: part.text.replacing(HandMadeWorkbook.main, with: strict)
                    .replacing(HandMadeWorkbook.office, with: office))
        }
        let patched = try PatchedPackage(workbook) { $0.add(list) }
        let sheet = try patched.text("xl/worksheets/sheet2.xml")
        #expect(sheet.contains(strict) && !sheet.contains(HandMadeWorkbook.main))
        #expect(try patched.workbook().sheets.count == 2)
    }

    @Test func `names of the workbook are set, changed and taken away`() throws {
        let patched = try PatchedPackage(small) { patch in
            patch.define("b", as: "S!$A$1")
            patch.define("a", as: "1<2")
            patch.define("B", as: "S!$A$2")
            patch.define("c", as: "1")
            patch.define("c", as: nil)
        }
        #expect(
            try patched.text("xl/workbook.xml").contains(
                "</sheets><definedNames><definedName name=\"a\">1&lt;2</definedName>"
                    + "<definedName name=\"b\">S!$A$2</definedName></definedNames></workbook>"))
    }
}
