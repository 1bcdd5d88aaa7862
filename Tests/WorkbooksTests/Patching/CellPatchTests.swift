import Findings
import Testing
import Workbooks
import ZipArchives

/// Values put into cells of existing packages.
struct CellPatchTests {
    private let small = HandMadeWorkbook(
        """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>3</v></c></row>\
        <row r="4" spans="1:2"><c r="B4" s="1"><f>SUM(C1:C1)</f><v>3</v></c></row>
        """,
        strings: "<si><t>甲</t></si>",
        styles: """
            <fonts count="1"><font><sz val="12"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border/></borders>\
            <cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
            <xf numFmtId="10" fontId="0" fillId="0" borderId="0" applyNumberFormat="1">\
            <alignment horizontal="right"/></xf></cellXfs>
            """)

    @Test func `a workbook without changes is given back byte for byte`() throws {
        let patched = try PatchedPackage(small) { _ in }
        #expect(patched.result.bytes == patched.before)
        #expect(patched.result.remarks.isEmpty)
    }

    @Test func `values of every kind are read back as they were put in`() throws {
        let patched = try PatchedPackage(small) { patch in
            patch.set(.string("  乙 & <丙>\n_x0041_"), at: at("A1"), on: "S")
            patch.set(.integer(-7), at: at("B1"), on: "S")
            patch.set(.decimal(0.1), at: at("C1"), on: "S")
            patch.set(.bool(true), at: at("A2"), on: "S")
            patch.set(.date(try #require(CivilDate("2020-06-30"))), at: at("D1"), on: "S")
            patch.set(.digits("12.50"), at: at("A9"), on: "S")
            patch.set(.formula("A9*2", result: .integer(25)), at: at("B9"), on: "S")
        }
        #expect(
            try patched.cells() == [
                "A1=  乙 & <丙>\n_x0041_", "B1=-7", "C1=0.1", "D1=2020-06-30", "A2=TRUE", "B4=3",
                "A9=12.50", "B9=25",
            ])
        try patched.expectRestUntouched()
    }

    @Test func `only the bytes of the cell change in the sheet`() throws {
        let patched = try PatchedPackage(small) { $0.set(.integer(5), at: at("C1"), on: "S") }
        let change = try patched.difference("xl/worksheets/sheet1.xml")
        #expect(change.old == "3")
        #expect(change.new == "5")
    }

    @Test func `a text becomes a new entry of the shared strings`() throws {
        let patched = try PatchedPackage(small) { $0.set(.string("乙"), at: at("A1"), on: "S") }
        #expect(try patched.text("xl/sharedStrings.xml").hasSuffix("<si><t>乙</t></si></sst>"))
        #expect(try patched.sheet().contains("<c r=\"A1\" t=\"s\"><v>1</v></c>"))
    }

    @Test func `counts of the shared strings follow`() throws {
        var workbook = small
        workbook.replace(
            "xl/sharedStrings.xml",
            with: """
                <sst xmlns="\(HandMadeWorkbook.main)" count="1" uniqueCount="1"><si><t>甲</t></si></sst>
                """)
        let patched = try PatchedPackage(workbook) { patch in
            patch.set(.string("乙"), at: at("A1"), on: "S")
            patch.set(.string("乙"), at: at("A2"), on: "S")
        }
        #expect(try patched.text("xl/sharedStrings.xml").contains("count=\"2\" uniqueCount=\"2\""))
    }

    @Test func `missing parts for texts and styles are added`() throws {
        let workbook = HandMadeWorkbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        let patched = try PatchedPackage(workbook) { patch in
            patch.set(.string("甲"), at: at("A1"), on: "S")
            patch.restyle(at("A1"), on: "S", .fill("FFC7CE"))
        }
        #expect(patched.result.addedParts == ["xl/styles.xml", "xl/sharedStrings.xml"])
        #expect(try patched.cells() == ["A1=甲"])
        #expect(try patched.text("xl/styles.xml").contains("<cellXfs count=\"2\">"))
        #expect(
            try patched.text("[Content_Types].xml").contains("PartName=\"/xl/sharedStrings.xml\""))
    }

    @Test func `a formula that is overwritten goes, and the workbook computes on loading`() throws {
        let patched = try PatchedPackage(small) { $0.set(.integer(1), at: at("B4"), on: "S") }
        #expect(try patched.sheet().contains("<c r=\"B4\" s=\"1\"><v>1</v></c>"))
        #expect(try patched.text("xl/workbook.xml").contains("<calcPr fullCalcOnLoad=\"1\"/>"))
    }

    @Test func `cells that follow an overwritten shared formula keep it`() throws {
        let workbook = HandMadeWorkbook(
            """
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1</f>\
            <v>1</v></c></row>\
            <row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>\
            <row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>
            """)
        let patched = try PatchedPackage(workbook) { $0.set(.integer(9), at: at("B1"), on: "S") }
        let sheet = try patched.sheet()
        #expect(sheet.contains("<c r=\"B1\"><v>9</v></c>"))
        #expect(sheet.contains("<c r=\"B2\"><f>A2*$A$1</f><v>2</v></c>"))
        #expect(sheet.contains("<c r=\"B3\"><f>A3*$A$1</f><v>3</v></c>"))
    }

    @Test func `what cannot be done is told and the rest is done`() throws {
        let workbook = HandMadeWorkbook(
            """
            <row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>\
            <row r="3"><c r="A3"><v>1</v></c></row>
            """,
            behind: "<mergeCells count=\"1\"><mergeCell ref=\"C1:D2\"/></mergeCells>")
        let patched = try PatchedPackage(workbook) { patch in
            patch.set(.integer(1), at: at("A2"), on: "S")
            patch.set(.integer(1), at: at("D2"), on: "S")
            patch.set(.integer(1), at: CellReference(row: 0, column: 1), on: "S")
            patch.set(.integer(1), at: at("A1"), on: "别的")
            patch.set(.integer(7), at: at("A3"), on: "S")
        }
        #expect(
            patched.result.remarks.map(\.reason) == [
                .unknownSheet, .beyondSheet, .arrayFormula(CellRange(at("A1"), at("A2"))),
                .coveredByMerge(at("C1")),
            ])
        #expect(patched.refusals.count == 4)
        #expect(try patched.cells() == ["A1=1", "A3=7"])
    }

    @Test func `rows and cells without references are given them first`() throws {
        let workbook = HandMadeWorkbook(
            "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r=\"9\"><c><v>4</v></c></row>"
                + "<row r=\"5\"><c r=\"B5\"><v>2</v></c></row>")
        let patched = try PatchedPackage(workbook) { $0.set(.integer(8), at: at("B1"), on: "S") }
        #expect(try patched.cells() == ["A1=1", "B1=8", "C1=3", "B5=2", "A9=4"])
        #expect(patched.result.remarks.map(\.reason) == [.sheetPutInOrder])
        #expect(patched.refusals.isEmpty)
    }

    @Test func `prefixes and quotes of the sheet are kept`() throws {
        let workbook = HandMadeWorkbook(
            sheet: """
                <x:worksheet xmlns:x='\(HandMadeWorkbook.main)'><x:dimension ref='A1'/><x:sheetData>\
                <x:row r='2'><x:c r='B2' s='0' ><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>
                """)
        let patched = try PatchedPackage(workbook) { patch in
            patch.set(.bool(false), at: at("B2"), on: "S")
            patch.set(.integer(2), at: at("C3"), on: "S")
        }
        let sheet = try patched.sheet()
        #expect(sheet.contains("<x:c r='B2' s='0' t=\"b\" ><x:v>0</x:v></x:c>"))
        #expect(sheet.contains("<x:row r=\"3\"><x:c r=\"C3\"><x:v>2</x:v></x:c></x:row>"))
        #expect(sheet.contains("<x:dimension ref='A1:C3'/>"))
        #expect(try patched.cells() == ["B2=FALSE", "C3=2"])
    }

    @Test func `a sheet in UTF-16 is patched in UTF-8`() throws {
        let sheet = """
            <?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="\(HandMadeWorkbook.main)">\
            <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData>\
            </worksheet>
            """
        let wide = sheet.utf16.reduce(into: [0xFF, 0xFE] as [UInt8]) {
            $0 += [UInt8($1 & 255), UInt8($1 >> 8)]
        }
        let bytes = try small.bytes(sheet: wide)
        let patched = try PatchedPackage(bytes) { $0.set(.integer(1), at: at("B1"), on: "S") }
        #expect(try patched.cells() == ["A1=甲", "B1=1"])
        #expect(try patched.sheet().hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
    }

    @Test func `days are counted from the workbook's own first`() throws {
        let workbook = HandMadeWorkbook(
            "<row r=\"1\"/>", properties: "<workbookPr date1904=\"1\"/>")
        let day = try #require(CivilDate("2020-06-30"))
        let patched = try PatchedPackage(workbook) { $0.set(.date(day), at: at("A1"), on: "S") }
        #expect(try patched.cells() == ["A1=2020-06-30"])
    }

    @Test func `a signature that no longer holds is taken out`() throws {
        var workbook = small
        workbook.replace(
            "_rels/.rels",
            with: """
                <Relationships xmlns="\(HandMadeWorkbook.package)"><Relationship Id="r1" \
                Type="\(HandMadeWorkbook.office)/officeDocument" Target="xl/workbook.xml"/>\
                <Relationship Id="r2" Target="_xmlsignatures/origin.sigs" \
                Type="\(HandMadeWorkbook.package)/digital-signature/origin"/></Relationships>
                """)
        workbook.parts.append(("_xmlsignatures/origin.sigs", ""))
        let patched = try PatchedPackage(workbook) { $0.set(.integer(5), at: at("C1"), on: "S") }
        #expect(patched.result.removedParts == ["_xmlsignatures/origin.sigs"])
        #expect(patched.result.remarks.map(\.reason) == [.signatureRemoved])
        #expect(try !patched.text("_rels/.rels").contains("signature"))
        try patched.expectRestUntouched()
    }
}

extension HandMadeWorkbook {
    /// The package with other bytes for the sheet's part.
    func bytes(sheet: [UInt8]) throws -> [UInt8] {
        var writer = ZipWriter()
        for part in parts {
            let isSheet = part.name == "xl/worksheets/sheet1.xml"
            writer.add(part.name, isSheet ? sheet : Array(part.text.utf8))
        }
        return try writer.finished()
    }
}
