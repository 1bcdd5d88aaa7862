import Findings
import Testing
import Workbooks
import ZipArchives

struct WorkbookDraftTests {
    private func part(_ name: String, of draft: WorkbookDraft) throws -> String {
        var archive = try ZipArchive(try draft.encoded())
        let entry = try #require(archive[name], "\(name) is there")
        return String(decoding: try archive.bytes(of: entry), as: UTF8.self)
    }

    private func draft(_ change: (inout SheetDraft) -> Void) -> WorkbookDraft {
        var sheet = SheetDraft(name: "农村")
        sheet.rows = [RowDraft([CellDraft("村名"), CellDraft("党员数")])]
        change(&sheet)
        return WorkbookDraft(sheets: [sheet])
    }

    /// The local names of a part's elements directly below its root, in order.
    private func children(of xml: String) -> [String] {
        var depth = 0
        var names: [String] = []
        for tag in xml.split(separator: "<").dropFirst() {
            if tag.hasPrefix("?") { continue }
            if tag.hasPrefix("/") {
                depth -= 1
                continue
            }
            let name = String(tag.prefix { $0 != " " && $0 != ">" && $0 != "/" })
            if depth == 1, names.last != name { names.append(name) }
            let isEmpty = tag.prefix { $0 != ">" }.hasSuffix("/")
            if !isEmpty { depth += 1 }
        }
        return names
    }

    private var everything: WorkbookDraft {
        var draft = draft { sheet in
            sheet.rows.append(RowDraft([CellDraft("东坪村")]))
            sheet.merges = [CellRange("A1:B1"), CellRange("C1")].compactMap(\.self)
            sheet.frozenRows = 1
            sheet.frozenColumns = 1
            sheet.print.titleRows = 1...2
            sheet.print.area = CellRange("A1:B9")
            sheet.validations = [
                ValidationDraft(
                    ranges: [CellRange("B2:B9")].compactMap(\.self), rule: .list(["是", "否"])),
                ValidationDraft(
                    ranges: [CellRange("A2:A9"), CellRange("C2")].compactMap(\.self),
                    rule: .list((1...60).map { "第\($0)个村" }), errorText: "请从列表里选"),
                ValidationDraft(
                    ranges: [CellRange("D2")].compactMap(\.self),
                    rule: .decimal(minimum: 0, maximum: 0.5)),
            ]
            sheet.hyperlinks = [
                CellReference(row: 2, column: 1): .external("https://example.org/?a=1&b=2"),
                CellReference(row: 1, column: 1): .location("'农村'!A2"),
            ]
            sheet.notes = [CellReference(row: 2, column: 2): "应填数字 <整数>\n请改正"]
            sheet.isProtected = true
        }
        draft.definedNames = ["行_乡镇": "'农村'!$2:$2", "a": "1"]
        draft.properties.title = "通报 & 附件"
        draft.properties.created = CivilDate(year: 2020, month: 7, day: 5)
        return draft
    }

    @Test func `elements stand in the order of the schema`() throws {
        let sheet = try part("xl/worksheets/sheet1.xml", of: everything)
        #expect(
            children(of: sheet) == [
                "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData",
                "sheetProtection", "mergeCells", "dataValidations", "hyperlinks", "printOptions",
                "pageMargins", "pageSetup", "headerFooter", "legacyDrawing",
            ])
        #expect(sheet.contains("<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>"))
    }

    @Test func `the list of content types comes first and every part has one`() throws {
        var archive = try ZipArchive(try everything.encoded())
        #expect(archive.entries.first?.name == "[Content_Types].xml")
        let types = try part("[Content_Types].xml", of: everything)
        for entry in archive.entries.dropFirst() {
            let ending = entry.name.split(separator: ".").last ?? ""
            #expect(
                types.contains("\"/\(entry.name)\"")
                    || ["rels", "vml"].contains(ending) && types.contains("Extension=\"\(ending)\"")
            )
        }
        for entry in archive.entries where entry.name.hasSuffix(".rels") {
            let text = String(decoding: try archive.bytes(of: entry), as: UTF8.self)
            #expect(text.contains("<Relationship "))
        }
    }

    @Test func `same draft, same bytes`() throws {
        #expect(try everything.encoded() == everything.encoded())
    }

    @Test func `print titles and areas are names of their sheet`() throws {
        let book = try part("xl/workbook.xml", of: everything)
        #expect(
            book.contains(
                """
                <definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'农村'!$A$1:$B$9\
                </definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'农村'!$1:$2\
                </definedName><definedName name="a">1</definedName><definedName name="行_乡镇">\
                '农村'!$2:$2</definedName></definedNames>
                """))
    }

    @Test func `short lists stand in the validation, long ones on a hidden sheet`() throws {
        let sheet = try part("xl/worksheets/sheet1.xml", of: everything)
        #expect(sheet.contains("<formula1>&quot;是,否&quot;</formula1>"))
        #expect(sheet.contains("sqref=\"A2:A9 C2\"><formula1>'选项'!$A$1:$A$60</formula1>"))
        #expect(sheet.contains("<formula1>0</formula1><formula2>0.5</formula2>"))
        let workbook = try WorkbookReader.read(try everything.encoded(), fileName: "a.xlsx")
        #expect(workbook.sheets.map(\.name) == ["农村", "选项"])
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        #expect(workbook.sheets[1].rows.count == 60)
    }

    @Test func `an item with a comma needs the hidden sheet, whose name is free`() throws {
        var draft = draft { sheet in
            sheet.validations = [
                ValidationDraft(ranges: [CellRange("A2")].compactMap(\.self), rule: .list(["甲,乙"]))
            ]
        }
        draft.sheets.append(SheetDraft(name: "选项"))
        let workbook = try WorkbookReader.read(try draft.encoded(), fileName: "a.xlsx")
        #expect(workbook.sheets.map(\.name) == ["农村", "选项", "选项(2)"])
    }

    @Test func `notes are wired in all four places`() throws {
        let comments = try part("xl/comments1.xml", of: everything)
        #expect(comments.contains("<author>县统计汇总</author>"))
        #expect(comments.contains("应填数字 &lt;整数&gt;\n请改正"))
        let drawing = try part("xl/drawings/vmlDrawing1.vml", of: everything)
        #expect(drawing.contains("id=\"_x0000_s1025\""))
        #expect(drawing.contains("<x:Row>1</x:Row><x:Column>1</x:Column>"))
        let relationships = try part("xl/worksheets/_rels/sheet1.xml.rels", of: everything)
        #expect(relationships.contains("../comments1.xml"))
        #expect(relationships.contains("../drawings/vmlDrawing1.vml"))
        #expect(relationships.contains("Target=\"https://example.org/?a=1&amp;b=2\" TargetMode"))
        #expect(
            try part("xl/worksheets/sheet1.xml", of: everything).contains(
                "<legacyDrawing r:id=\"rId2\"/>"))
    }

    @Test func `drawings of notes never share a block of ids`() throws {
        var one = SheetDraft(name: "一")
        for row in 1...1500 { one.notes[CellReference(row: row, column: 1)] = "注" }
        var two = SheetDraft(name: "二")
        two.notes = [CellReference(row: 1, column: 1): "注"]
        let draft = WorkbookDraft(sheets: [one, two])
        #expect(try part("xl/drawings/vmlDrawing1.vml", of: draft).contains("data=\"1,2\""))
        let second = try part("xl/drawings/vmlDrawing2.vml", of: draft)
        #expect(second.contains("data=\"3\""))
        #expect(second.contains("id=\"_x0000_s3073\""))
    }

    @Test func `names of sheets are made acceptable and stay apart`() throws {
        let long = String(repeating: "长", count: 40)
        let names = ["a/b[c]", "'引号'", "", "A_B_C_", long, long, "history", "\u{1}甲"]
        let draft = WorkbookDraft(sheets: names.map { SheetDraft(name: $0) })
        let workbook = try WorkbookReader.read(try draft.encoded(), fileName: "a.xlsx")
        #expect(
            workbook.sheets.map(\.name) == [
                "a_b_c_", "引号", "Sheet3", "A_B_C_(2)", String(repeating: "长", count: 31),
                String(repeating: "长", count: 28) + "(2)", "history_", "甲",
            ])
    }

    @Test func `a workbook always has a visible sheet`() throws {
        let workbook = try WorkbookReader.read(
            try draft { $0.isHidden = true }.encoded(), fileName: "a.xlsx")
        #expect(workbook.sheets.map(\.isHidden) == [false])
        #expect(
            try WorkbookReader.read(WorkbookDraft(sheets: []).encoded(), fileName: "").sheets.count
                == 1)
    }

    @Test func `equal styles are one, and the reserved fills stay free`() throws {
        let draft = draft { sheet in
            var style = CellStyle()
            style.fill = "FFC7CE"
            style.numberFormat = "0.00"
            style.isLocked = false
            sheet.rows = [
                RowDraft([
                    CellDraft("甲", style: style), CellDraft("乙", style: style), CellDraft("=丙"),
                ])
            ]
        }
        let styles = try part("xl/styles.xml", of: draft)
        #expect(styles.contains("<cellXfs count=\"3\">"))
        #expect(styles.contains("<fills count=\"3\"><fill><patternFill patternType=\"none\"/>"))
        #expect(styles.contains("numFmtId=\"2\" fontId=\"0\" fillId=\"2\""))
        #expect(styles.contains("<protection locked=\"0\"/>"))
        #expect(styles.contains("quotePrefix=\"1\""))
        #expect(styles.contains("<charset val=\"134\"/>"))
    }

    @Test func `a column is as wide as its text, Chinese counted twice, no wider than sixty`()
        throws
    {
        let draft = draft { sheet in
            sheet.rows = [
                RowDraft([
                    CellDraft("一二三四五六七八九十"), CellDraft("abcdefghij"),
                    CellDraft(String(repeating: "宽", count: 90)), CellDraft("合并后的标题很长很长"),
                    CellDraft(.integer(7)),
                ])
            ]
            sheet.merges = [CellRange("D1:E1")].compactMap(\.self)
            sheet.columnWidths = [5: 12]
        }
        let sheet = try part("xl/worksheets/sheet1.xml", of: draft)
        func width(_ column: Int) -> Double? {
            sheet.split(separator: "<col min=\"\(column)\" max=\"\(column)\" width=\"").dropFirst()
                .first
                .flatMap { Double($0.prefix { $0 != "\"" }) }
        }
        #expect(width(1) == 22.2109375)
        #expect(width(2) == 12.2109375)
        #expect(width(3) == 60.7109375)
        #expect(width(4) == nil)
        #expect(width(5) == 12.7109375)
    }

    @Test func `texts longer than a cell are cut between characters`() throws {
        let text = "x" + String(repeating: "😀", count: 20_000)
        let bytes = try draft { $0.rows = [RowDraft([CellDraft(text)])] }.encoded()
        var limits = WorkbookLimits()
        limits.textLength = 1 << 20
        let workbook = try WorkbookReader.read(bytes, fileName: "a.xlsx", limits: limits)
        #expect(workbook.sheets[0].rows[0].cells[0].value.text.utf16.count == 32_767)
    }

    @Test func `what is no number and no day is not written as one`() throws {
        let early = try #require(CivilDate(year: 1899, month: 12, day: 31))
        let draft = draft { sheet in
            sheet.rows = [
                RowDraft([
                    CellDraft(.decimal(.infinity)), CellDraft(.digits("1<2")),
                    CellDraft(.date(early)),
                    CellDraft(.blank), CellDraft(""),
                ])
            ]
        }
        let workbook = try WorkbookReader.read(try draft.encoded(), fileName: "a.xlsx")
        #expect(
            workbook.sheets[0].rows[0].cells.map(\.value) == [
                .error("#NUM!"), .string("1<2"), .string("1899-12-31"),
            ])
    }

    @Test func `the properties come from the draft and not from a clock`() throws {
        let core = try part("docProps/core.xml", of: everything)
        #expect(core.contains("<dc:title>通报 &amp; 附件</dc:title>"))
        #expect(core.contains(">2020-07-05T00:00:00Z</dcterms:modified>"))
        #expect(!(try part("docProps/core.xml", of: draft { _ in }).contains("dcterms:created")))
    }
}
