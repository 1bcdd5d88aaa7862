import Findings
import TestSupport
import Testing
import Workbooks

struct OddSheetTests {
    @Test func `rows and cells without references follow one another`() throws {
        let book = HandMadeWorkbook(
            "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
        #expect(try book.cells() == ["A1=1", "B1=2", "A2=3"])
    }

    @Test func `a reference that is there sets the cursor anew`() throws {
        let book = HandMadeWorkbook(
            """
            <row><c><v>1</v></c></row><row><c r="B40"><v>2</v></c><c><v>3</v></c></row>\
            <row r="50"><c><v>4</v></c></row><row><c r="D51"><v>5</v></c></row>
            """)
        #expect(try book.cells() == ["A1=1", "B40=2", "C40=3", "A50=4", "D51=5"])
    }

    @Test func `a row written in pieces is one row`() throws {
        let book = HandMadeWorkbook(
            "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>"
        )
        #expect(try book.cells() == ["A2=1", "B2=2"])
        #expect(try book.read().sheets[0].rows.count == 1)
    }

    @Test func `what comes out of order is put in order, the last value wins, with a notice`()
        throws
    {
        let book = HandMadeWorkbook(
            """
            <row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row>\
            <row r="1"><c r="A1"><v>3</v></c></row><row r="3"><c r="B3"><v>4</v></c></row>
            """)
        let workbook = try book.read()
        #expect(workbook.sheets[0].shown == ["A1=3", "A3=2", "B3=4"])
        #expect(workbook.notices.map(\.cell) == [CellReference("B3")])
    }

    @Test(arguments: [
        "<row r=\"2147483647\"><c><v>1</v></c></row>", "<row r=\"-1\"><c><v>1</v></c></row>",
        "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A99999999999999999999\"><v>1</v></c></row>",
    ])
    func `a reference beyond the sheet is damage`(rows: String) throws {
        let error = #expect(throws: WorkbookError.self) { try HandMadeWorkbook(rows).read() }
        #expect(
            error?.reason == .damaged(part: "S › row") || error?.reason == .damaged(part: "S › c"))
    }

    @Test func `a cell in the last corner costs no more than any other`() throws {
        let book = HandMadeWorkbook("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
        #expect(try book.cells() == ["XFD1048576=1"])
    }

    @Test func `prefixes, single quotes and the strict namespaces are all one`() throws {
        var book = HandMadeWorkbook(
            sheet: """
                <x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><x:sheetData>\
                <x:row
                  r='2'><x:c r='A2' t='d'><x:v>2020-06-30</x:v></x:c></x:row></x:sheetData>\
                </x:worksheet>
                """)
        let office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        book.replace(
            "xl/workbook.xml",
            with: """
                <w:workbook xmlns:w="http://purl.oclc.org/ooxml/spreadsheetml/main" \
                xmlns:rel="\(office)"><w:sheets><w:sheet name="甲&amp;乙" rel:id="r1"/></w:sheets>\
                </w:workbook>
                """)
        for name in ["_rels/.rels", "xl/_rels/workbook.xml.rels"] {
            let text = try #require(book.parts.first { $0.name == name }).text
            book.replace(
                name, with: text.split(separator: HandMadeWorkbook.office).joined(separator: office)
            )
        }
        let workbook = try book.read()
        #expect(workbook.sheets[0].name == "甲&乙")
        #expect(workbook.sheets[0].shown == ["A2=2020-06-30"])
    }

    @Test func `parts are found by relationships, whatever their names and slashes`() throws {
        var book = HandMadeWorkbook(
            "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>甲</t></si>")
        let moved = [
            "xl/workbook.xml": "Elsewhere\\Book.XML",
            "xl/_rels/workbook.xml.rels": "elsewhere\\_rels\\book.xml.rels",
            "xl/worksheets/sheet1.xml": "data\\Sheet 1.xml",
            "xl/sharedStrings.xml": "data\\Strings.xml",
        ]
        book.parts = book.parts.map { (moved[$0.name] ?? $0.name, $0.text) }
        book.replace(
            "_rels/.rels",
            with: HandMadeWorkbook.relationships([("a", "officeDocument", "/elsewhere/book.xml")]))
        book.replace(
            "elsewhere\\_rels\\book.xml.rels",
            with: HandMadeWorkbook.relationships([
                ("r1", "worksheet", "../data/sheet%201.xml"),
                ("s", "sharedStrings", "/data/strings.xml"),
            ]))
        #expect(try book.cells() == ["A1=甲"])
    }

    @Test func `styled blanks and empty texts are not in the grid`() throws {
        let book = HandMadeWorkbook(
            """
            <row><c s="1"/><c t="s"><v/></c><c t="s"><v>0</v></c><c t="str"><f>""</f><v></v></c>\
            <c t="inlineStr"><is><t></t></is></c></row>
            """, strings: "<si/>")
        #expect(try book.cells() == [])
    }

    @Test func `a formula without a result is kept apart from blanks and zeros`() throws {
        let book = HandMadeWorkbook(
            """
            <row><c><f>A2</f></c><c><f>A2</f><v/></c><c><f t="shared" si="0"/><v>5</v></c>\
            <c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
            """)
        let row = try #require(try book.read().sheets[0].rows.first)
        #expect(
            row.cells.map(\.value) == [
                .uncomputed, .uncomputed, .number(5, digits: "5"), .error("#DIV/0!"),
            ])
        #expect(row.cells.map(\.isFormula) == [true, true, true, true])
    }

    @Test func `digits are those of the file`() throws {
        let book = HandMadeWorkbook(
            "<row><c><v> 1E+3 </v></c><c t=\"n\"><v>0.10</v></c><c><v>0x10</v></c><c><v>nan</v></c></row>"
        )
        let workbook = try book.read()
        #expect(
            workbook.sheets[0].rows[0].cells.map(\.value) == [
                .number(1000, digits: "1E+3"), .number(0.1, digits: "0.10"), .string("0x10"),
                .string("nan"),
            ])
        #expect(workbook.notices.count == 2)
    }

    @Test func `extensions and alternate content are passed over`() throws {
        let book = HandMadeWorkbook(
            "<row><c><v>1</v></c></row>",
            behind: """
                <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/\
                2006"><mc:Choice><row r="9"><c><v>9</v></c></row></mc:Choice></mc:AlternateContent>\
                <extLst><ext><x14:cell xmlns:x14="urn:x"><v>8</v></x14:cell></ext></extLst>
                """)
        #expect(try book.cells() == ["A1=1"])
    }

    @Test func `hidden columns may overlap and reach the end of the sheet`() throws {
        let book = HandMadeWorkbook(
            sheet: """
                <worksheet xmlns="\(HandMadeWorkbook.main)"><cols><col min="3" max="5" hidden="1"/>\
                <col min="4" max="99999" hidden="true"/><col min="1" max="1" hidden="0"/></cols>\
                <sheetData/></worksheet>
                """)
        #expect(try book.read().sheets[0].hiddenColumns == Set(3...16_384))
    }

    @Test func `sheets of charts are skipped and a workbook of them alone has none`() throws {
        var book = HandMadeWorkbook("")
        book.replace(
            "xl/_rels/workbook.xml.rels",
            with: HandMadeWorkbook.relationships([("r1", "chartsheet", "chartsheets/sheet1.xml")]))
        let error = #expect(throws: WorkbookError.self) { try book.read() }
        #expect(error?.reason == .noSheets)
    }

    @Test func `names of one sheet are no names of the workbook`() throws {
        var book = HandMadeWorkbook("")
        book.replace(
            "xl/workbook.xml",
            with: """
                <workbook xmlns="\(HandMadeWorkbook.main)" xmlns:r="\(HandMadeWorkbook.office)">\
                <sheets><sheet name="S" r:id="r1" state="veryHidden"/></sheets><definedNames>\
                <definedName name="_xlnm.Print_Area" localSheetId="0">S!$A$1</definedName>\
                <definedName name="marker">"a&amp;b"</definedName></definedNames></workbook>
                """)
        let workbook = try book.read()
        #expect(workbook.definedNames == ["marker": "\"a&b\""])
        #expect(workbook.sheets[0].isHidden)
    }
}
