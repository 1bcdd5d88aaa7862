import Findings
import Testing
import Workbooks

/// Rows that come and go, and everything that refers to them.
struct RowPatchTests {
    /// Formulas by what they become when rows of the sheet "S" shift; written in `D1` of "S".
    @Test(arguments: [
        // Two rows before row 5.
        ("A4+A5", "A4+A7"), ("SUM(A1:A4)", "SUM(A1:A4)"), ("SUM(A1:A5)", "SUM(A1:A7)"),
        ("SUM(A5:A9)", "SUM(A7:A11)"), ("$A$5*B$6+$C7", "$A$7*B$8+$C9"), ("SUM(5:6)", "SUM(7:8)"),
        ("SUM(A:A)", "SUM(A:A)"), ("SUM($3:$5)", "SUM($3:$7)"), ("S!A9", "S!A11"),
        ("'S'!A9&\"A9\"", "'S'!A11&\"A9\""), ("s!A9", "s!A11"), ("T!A9", "T!A9"),
        ("[1]S!A9", "[1]S!A9"), ("'[书.xlsx]S'!A9", "'[书.xlsx]S'!A9"), ("T:S!A9", "T:S!A9"),
        ("LOG10(A9)", "LOG10(A11)"), ("LOG10+A9", "LOG12+A11"), ("表1[A9]+A9", "表1[A9]+A11"),
        ("表1[[#This Row],[A9]]", "表1[[#This Row],[A9]]"), ("A9.5+A9", "A9.5+A11"),
        ("税率A9+A9", "税率A9+A11"), ("IF(A9>1E5,\"是\"\"A9\",A9)", "IF(A11>1E5,\"是\"\"A9\",A11)"),
        ("#REF!+A9", "#REF!+A11"), ("A9:INDEX(B:B,9)", "A11:INDEX(B:B,9)"), ("A9#", "A11#"),
        ("XFE9+A1048576", "XFE9+#REF!"), ("{1,2;3,4}*A9%", "{1,2;3,4}*A11%"), ("A9 B9", "A11 B11"),
        ("B9:A5", "B11:A7"), ("SUM(A1:A1048576)", "SUM(A1:A1048576)"), ("S!#REF!", "S!#REF!"),
    ])
    func `references follow rows that come in`(formula: String, expected: String) throws {
        let escaped = formula.replacing("&", with: "&amp;").replacing(">", with: "&gt;")
        let patched = try PatchedPackage(
            HandMadeWorkbook("<row r=\"1\"><c r=\"D1\"><f>\(escaped)</f><v>1</v></c></row>")
        ) { $0.insertRows(2, before: 5, on: "S") }
        #expect(try Self.formula(in: patched.sheet()) == expected)
    }

    /// Rows 5 and 6 go.
    @Test(arguments: [
        ("A4+A5", "A4+#REF!"), ("A7", "A5"), ("SUM(A1:A5)", "SUM(A1:A4)"),
        ("SUM(A5:A6)", "SUM(#REF!)"), ("SUM(A6:A9)", "SUM(A5:A7)"), ("SUM(A1:A9)", "SUM(A1:A7)"),
        ("S!$A$6", "S!#REF!"), ("SUM(5:9)", "SUM(5:7)"), ("SUM(A:B)", "SUM(A:B)"),
    ])
    func `references follow rows that go`(formula: String, expected: String) throws {
        let patched = try PatchedPackage(
            HandMadeWorkbook("<row r=\"1\"><c r=\"D1\"><f>\(formula)</f><v>1</v></c></row>")
        ) { $0.deleteRows(5...6, on: "S") }
        #expect(try Self.formula(in: patched.sheet()) == expected)
    }

    /// Row 5 is there three times; the formula stands below it, in row 9.
    @Test(arguments: [
        ("SUM(B5:B5)", "SUM(B5:B7)"), ("B5", "B5"), ("SUM(B4:B5)", "SUM(B4:B7)"),
        ("SUM(B5:B6)", "SUM(B5:B8)"), ("B8", "B10"),
    ])
    func `areas that end with copied rows take the copies in`(
        formula: String, expected: String
    ) throws {
        let patched = try PatchedPackage(
            HandMadeWorkbook("<row r=\"9\"><c r=\"D9\"><f>\(formula)</f><v>1</v></c></row>")
        ) { $0.copyRows(5...5, times: 2, on: "S") }
        #expect(try Self.formula(in: patched.sheet()) == expected)
        #expect(try patched.sheet().contains("<row r=\"11\"><c r=\"D11\">"))
    }

    private static func formula(in sheet: String) throws -> String {
        let start = try #require(sheet.firstRange(of: "<f>")).upperBound
        let end = try #require(sheet.firstRange(of: "</f>")).lowerBound
        return String(sheet[start..<end]).replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    @Test func `copies hold what the rows hold, their formulas in their own rows`() throws {
        let workbook = HandMadeWorkbook(
            """
            <row r="5" ht="30"><c r="A5" s="0"><v>1</v></c><c r="B5"><f>A5*$A$9+A5/A9</f><v>2</v></c>\
            </row><row r="9"><c r="A9"><v>4</v></c></row>
            """,
            behind: """
                <mergeCells count="1"><mergeCell ref="C5:D5"/></mergeCells>\
                <hyperlinks><hyperlink ref="A5" location="S!A9"/></hyperlinks>
                """)
        let patched = try PatchedPackage(workbook) { $0.copyRows(5...5, times: 2, on: "S") }
        let sheet = try patched.sheet()
        #expect(
            sheet.contains(
                "<row r=\"6\" ht=\"30\"><c r=\"A6\" s=\"0\"><v>1</v></c><c r=\"B6\">"
                    + "<f>A6*$A$11+A6/A11</f><v>2</v></c></row>"))
        #expect(sheet.contains("<f>A7*$A$11+A7/A11</f>"))
        #expect(
            sheet.contains(
                "<mergeCells count=\"3\"><mergeCell ref=\"C5:D5\"/><mergeCell ref=\"C6:D6\"/>"
                    + "<mergeCell ref=\"C7:D7\"/></mergeCells>"))
        #expect(sheet.contains("<hyperlink ref=\"A7\" location=\"S!A11\"/>"))
        #expect(try patched.cells() == ["A5=1", "B5=2", "A6=1", "B6=2", "A7=1", "B7=2", "A11=4"])
    }

    @Test func `all that stands around the cells follows`() throws {
        let around = """
            <sheetProtection sheet="1"/><autoFilter ref="A4:C9"/>\
            <mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="A6:B8"/></mergeCells>\
            <conditionalFormatting sqref="A6 A1:A9"><cfRule type="expression" priority="1">\
            <formula>A6&gt;$B$7</formula></cfRule></conditionalFormatting>\
            <dataValidations count="1"><dataValidation type="list" sqref="B7:B9">\
            <formula1>$C$7:$C$9</formula1></dataValidation></dataValidations>\
            <rowBreaks count="2" manualBreakCount="2"><brk id="4" man="1"/><brk id="5" man="1"/>\
            </rowBreaks><extLst><ext xmlns:x14="urn:x14" uri="{1}"><x14:conditionalFormattings>\
            <x14:conditionalFormatting xmlns:xm="urn:xm"><xm:f>S!A7</xm:f><xm:sqref>A7:A9</xm:sqref>\
            </x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>
            """
        let patched = try PatchedPackage(
            HandMadeWorkbook("<row r=\"9\"><c r=\"A9\"><v>1</v></c></row>", behind: around)
        ) { $0.insertRows(1, before: 5, on: "S") }
        let sheet = try patched.sheet()
        let expected = around.replacing("A4:C9", with: "A4:C10")
            .replacing("A6:B8", with: "A7:B9").replacing("\"A6 A1:A9\"", with: "\"A7 A1:A10\"")
            .replacing("A6&gt;$B$7", with: "A7&gt;$B$8").replacing("\"B7:B9\"", with: "\"B8:B10\"")
            .replacing("$C$7:$C$9", with: "$C$8:$C$10").replacing("id=\"5\"", with: "id=\"6\"")
            .replacing("S!A7", with: "S!A8").replacing("A7:A9<", with: "A8:A10<")
        #expect(sheet.hasSuffix(expected + "</worksheet>"))
    }

    @Test func `what only applied to rows that go goes with them`() throws {
        let around = """
            <mergeCells count="2"><mergeCell ref="A5:B5"/><mergeCell ref="A1:B1"/></mergeCells>\
            <conditionalFormatting sqref="A5:A6"><cfRule type="expression" priority="1">\
            <formula>A5&gt;1</formula></cfRule></conditionalFormatting>\
            <dataValidations count="1"><dataValidation sqref="B5"/></dataValidations>\
            <extLst><ext xmlns:x14="urn:x14" uri="{1}"><x14:conditionalFormattings>\
            <x14:conditionalFormatting xmlns:xm="urn:xm"><xm:f>S!A7</xm:f><xm:sqref>A5</xm:sqref>\
            </x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>
            """
        let patched = try PatchedPackage(
            HandMadeWorkbook("<row r=\"7\"><c r=\"A7\"><v>1</v></c></row>", behind: around)
        ) { $0.deleteRows(5...6, on: "S") }
        #expect(
            try patched.sheet().hasSuffix(
                "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>"
            ))
        #expect(try patched.cells() == ["A5=1"])
    }

    @Test func `names, other sheets, charts and pictures follow`() throws {
        var workbook = HandMadeWorkbook("<row r=\"9\"><c r=\"A9\"><v>1</v></c></row>")
        workbook.replace(
            "xl/workbook.xml",
            with: """
                <workbook xmlns="\(HandMadeWorkbook.main)" xmlns:r="\(HandMadeWorkbook.office)"><sheets>\
                <sheet name="S" sheetId="1" r:id="r1"/><sheet name="T" sheetId="2" r:id="r4"/></sheets>\
                <definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">S!$1:$6\
                </definedName><definedName name="别处">T!$A$9</definedName></definedNames></workbook>
                """)
        workbook.replace(
            "xl/_rels/workbook.xml.rels",
            with: HandMadeWorkbook.relationships([
                ("r1", "worksheet", "worksheets/sheet1.xml"),
                ("r4", "worksheet", "worksheets/sheet2.xml"), ("r5", "calcChain", "calcChain.xml"),
            ]))
        workbook.parts += [
            (
                "xl/worksheets/sheet2.xml",
                """
                <worksheet xmlns="\(HandMadeWorkbook.main)"><sheetData><row r="1"><c r="A1">\
                <f>S!A9+A9</f><v>1</v></c></row></sheetData></worksheet>
                """
            ), ("xl/calcChain.xml", "<calcChain/>"),
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                HandMadeWorkbook.relationships([("d1", "drawing", "../drawings/drawing1.xml")])
            ),
            (
                "xl/drawings/_rels/drawing1.xml.rels",
                HandMadeWorkbook.relationships([("c1", "chart", "/xl/charts/chart1.xml")])
            ),
            (
                "xl/drawings/drawing1.xml",
                """
                <d:wsDr xmlns:d="urn:d"><d:twoCellAnchor><d:from><d:row>3</d:row></d:from><d:to>\
                <d:row>8</d:row></d:to></d:twoCellAnchor><d:twoCellAnchor editAs="oneCell"><d:from>\
                <d:row>6</d:row></d:from><d:to><d:row>9</d:row></d:to></d:twoCellAnchor>\
                <d:twoCellAnchor editAs="absolute"><d:from><d:row>6</d:row></d:from><d:to>\
                <d:row>9</d:row></d:to></d:twoCellAnchor></d:wsDr>
                """
            ),
            (
                "xl/charts/chart1.xml",
                "<c:c xmlns:c=\"urn:c\"><c:f>S!$A$9</c:f><c:f>T!A9</c:f></c:c>"
            ),
        ]
        let patched = try PatchedPackage(workbook) { $0.insertRows(1, before: 6, on: "S") }
        #expect(try patched.text("xl/workbook.xml").contains(">S!$1:$7</definedName>"))
        #expect(try patched.text("xl/workbook.xml").contains(">T!$A$9</definedName>"))
        #expect(try patched.text("xl/worksheets/sheet2.xml").contains("<f>S!A10+A9</f>"))
        #expect(
            try patched.text("xl/charts/chart1.xml").contains(
                "<c:f>S!$A$10</c:f><c:f>T!A9</c:f>"))
        let drawing = try patched.text("xl/drawings/drawing1.xml")
        let rows = drawing.split(separator: "<d:row>").dropFirst().compactMap {
            $0.first?.description
        }
        #expect(rows == ["3", "9", "7", "1", "6", "9"])
        #expect(patched.result.removedParts == ["xl/calcChain.xml"])
        try patched.expectRestUntouched()
    }

    @Test func `cells that share a formula get their own where rows part them`() throws {
        let patched = try PatchedPackage(
            HandMadeWorkbook(
                """
                <row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>1</v></c></row>\
                <row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>
                """)
        ) { $0.insertRows(1, before: 2, on: "S") }
        let sheet = try patched.sheet()
        #expect(sheet.contains("<c r=\"B1\"><f>A1*2</f><v>1</v></c>"))
        #expect(sheet.contains("<row r=\"3\"><c r=\"B3\"><f>A3*2</f><v>2</v></c></row>"))
    }

    @Test func `rows that cannot shift are told and stay`() throws {
        let workbook = HandMadeWorkbook(
            """
            <row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row>\
            <row r="1048576"><c r="A1048576"><v>1</v></c></row>
            """)
        let patched = try PatchedPackage(workbook) { patch in
            patch.insertRows(1, before: 9, on: "S")
            patch.deleteRows(2...2, on: "S")
            patch.deleteRows(0...2, on: "S")
        }
        #expect(
            patched.refusals == [
                .rowsPushedOff, .arrayFormula(CellRange(at("A1"), at("A3"))), .beyondSheet,
            ])
        #expect(patched.result.bytes == patched.before)
    }

    @Test func `a table keeps its head and grows with its rows`() throws {
        var workbook = HandMadeWorkbook("<row r=\"9\"><c r=\"A9\"><v>1</v></c></row>")
        workbook.parts += [
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                HandMadeWorkbook.relationships([("t1", "table", "../tables/table1.xml")])
            ),
            (
                "xl/tables/table1.xml",
                """
                <table xmlns="\(HandMadeWorkbook.main)" ref="A3:B6"><autoFilter ref="A3:B6"/></table>
                """
            ),
        ]
        let patched = try PatchedPackage(workbook) { patch in
            patch.insertRows(2, before: 5, on: "S")
            patch.deleteRows(3...3, on: "S")
            patch.deleteRows(4...8, on: "S")
            patch.set(.string("甲"), at: at("A3"), on: "S")
        }
        #expect(
            try patched.text("xl/tables/table1.xml").hasSuffix(
                "ref=\"A3:B8\"><autoFilter ref=\"A3:B8\"/></table>"))
        #expect(patched.refusals == [.tableRows, .tableRows, .tableHeader])
    }
}
