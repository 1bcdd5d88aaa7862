import Testing
import Workbooks

struct CellTextTests {
    private func text(_ string: String) throws -> [String] {
        try HandMadeWorkbook("<row><c t=\"s\"><v>0</v></c></row>", strings: string).cells()
    }

    @Test func `runs are joined and phonetic hints left out`() throws {
        #expect(
            try text(
                "<si><t>东</t><r><t>坪</t></r><rPh sb=\"0\" eb=\"1\"><t>ドン</t></rPh><phoneticPr/></si>"
            )
                == ["A1=东坪"])
    }

    @Test func `text keeps its spaces, entities and CDATA`() throws {
        #expect(
            try text("<si><t xml:space=\"preserve\"> a&lt;&#20013;&amp;<![CDATA[<b>]]> </t></si>")
                == ["A1= a<中&<b> "])
    }

    @Test(arguments: [
        ("_x000D_", "\r"), ("a_x005F_x000D_b", "a_x000D_b"), ("_xD83D__xDE00_", "😀"),
        ("_x00D_", "_x00D_"), ("x_x0041_x0042_", "xAx0042_"), ("_xD83D_", "\u{FFFD}"),
        ("_x4E2D", "_x4E2D"), ("__x0041_", "_A"),
    ])
    func `escapes of four digits are decoded, nothing else`(written: String, meant: String) throws {
        #expect(try text("<si><t>\(written)</t></si>") == ["A1=\(meant)"])
    }

    @Test func `every si has its number, whatever is in it`() throws {
        let book = HandMadeWorkbook(
            "<row><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c><c t=\"s\"><v>x</v></c></row>",
            strings: "<si/><si><t/></si><si><t>甲</t></si>")
        let workbook = try book.read()
        #expect(workbook.sheets[0].shown == ["A1=甲"])
        #expect(workbook.notices.count == 2)
    }

    @Test func `an inline text goes before a value`() throws {
        let book = HandMadeWorkbook(
            """
            <row><c t="inlineStr"><is><t>甲</t></is><v>7</v></c><c t="inlineStr"><v>乙</v></c>\
            <c t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r></is></c></row>
            """)
        #expect(try book.cells() == ["A1=甲", "B1=乙", "C1=丙丁"])
    }

    @Test func `a picture that WPS keeps in a cell is said to be one`() throws {
        let book = HandMadeWorkbook(
            "<row><c t=\"str\"><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c></row>"
        )
        #expect(try book.cells() == ["A1=[图片]"])
    }

    @Test func `a part in UTF-16 or GBK is read like any other`() throws {
        let sheet = """
            <worksheet xmlns="\(HandMadeWorkbook.main)"><sheetData><row>\
            <c t="inlineStr"><is><t>中</t></is></c></row></sheetData></worksheet>
            """
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in sheet.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
        #expect(try HandMadeWorkbook(sheet: "").cells(sheet: wide) == ["A1=中"])
        var narrow = Array("<?xml version=\"1.0\" encoding=\"GBK\"?>".utf8)
        for scalar in sheet.unicodeScalars {
            narrow += scalar == "中" ? [0xD6, 0xD0] : Array(String(scalar).utf8)
        }
        #expect(try HandMadeWorkbook(sheet: "").cells(sheet: narrow) == ["A1=中"])
    }

    @Test func `a very long text is cut, never inside a character`() throws {
        var limits = WorkbookLimits()
        limits.textLength = 10
        let book = HandMadeWorkbook("<row><c t=\"str\"><v>甲乙丙丁</v></c></row>")
        let workbook = try book.read(limits: limits)
        #expect(workbook.sheets[0].shown == ["A1=甲乙丙"])
        #expect(workbook.notices.count == 1)
    }
}
