import Findings
import Testing
import Workbooks

/// What a sheet's draft says besides cells.
struct SheetFeatureTests {
    private let part = "xl/worksheets/sheet1.xml"

    private func text(_ change: (inout SheetDraft) throws -> Void) throws -> String {
        try encoded(change).part(part)
    }

    private func encoded(_ change: (inout SheetDraft) throws -> Void) throws -> [UInt8] {
        var sheet = SheetDraft(name: "农村")
        try change(&sheet)
        return try WorkbookDraft(sheets: [sheet]).encoded()
    }

    @Test func `a protected sheet lets its columns be widened and its cells be read`() throws {
        #expect(
            try text { $0.isProtected = true }.contains(
                """
                <sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" \
                formatRows="0"/>
                """))
    }

    @Test func `what stays allowed on a protected sheet is said`() throws {
        let sheet = try text {
            $0.isProtected = true
            $0.allowances = [.selectUnlockedCells, .filter, .insertRows]
        }
        #expect(
            sheet.contains(
                """
                <sheetProtection sheet="1" objects="1" scenarios="1" insertRows="0" \
                selectLockedCells="1" autoFilter="0"/>
                """))
    }

    @Test func `a filter is a name of the sheet as well`() throws {
        let bytes = try encoded { $0.filter = CellRange("A2:E6") }
        #expect(try bytes.part(part).contains("<autoFilter ref=\"A2:E6\"/>"))
        #expect(
            try bytes.part("xl/workbook.xml").contains(
                """
                <definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\
                '农村'!$A$2:$E$6</definedName>
                """))
    }

    @Test func `columns and rows are repeated on every page`() throws {
        let bytes = try encoded {
            $0.print.titleRows = 1...2
            $0.print.titleColumns = 1...3
        }
        #expect(try bytes.part("xl/workbook.xml").contains(">'农村'!$A:$C,'农村'!$1:$2<"))
    }

    @Test func `a page is upright or not, centred or not, with lines above and below`() throws {
        let sheet = try text {
            $0.print.isLandscape = false
            $0.print.isCentered = false
            $0.print.header = "内部资料"
        }
        #expect(sheet.contains("<pageSetup paperSize=\"9\" orientation=\"portrait\""))
        #expect(!sheet.contains("<printOptions"))
        #expect(
            sheet.contains(
                """
                <headerFooter><oddHeader>&amp;C内部资料</oddHeader>\
                <oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>
                """))
    }

    @Test func `a tab has a colour where one is said`() throws {
        #expect(try text { $0.tabColor = "c00000" }.contains("<tabColor rgb=\"FFC00000\"/>"))
        #expect(!(try text { $0.tabColor = "red" }.contains("tabColor")))
    }

    @Test func `dates, lengths and formulas limit what may be typed`() throws {
        let day = try #require(CivilDate(year: 2020, month: 6, day: 1))
        let sheet = try text { sheet in
            let ranges = FullWorkbook.ranges("A1:A9")
            sheet.validations = [
                ValidationDraft(
                    ranges: ranges, rule: .date(first: day, last: day.adding(days: 29))),
                ValidationDraft(ranges: ranges, rule: .textLength(minimum: 18, maximum: 18)),
                ValidationDraft(ranges: ranges, rule: .formula("COUNTIF(A:A,A1)=1")),
            ]
            sheet.validations[1].promptTitle = String(repeating: "长", count: 40)
            sheet.validations[1].prompt = "十八位"
        }
        #expect(sheet.contains("type=\"date\""))
        #expect(sheet.contains("<formula1>43983</formula1><formula2>44012</formula2>"))
        #expect(sheet.contains("type=\"textLength\""))
        #expect(sheet.contains("promptTitle=\"\(String(repeating: "长", count: 32))\""))
        #expect(sheet.contains("prompt=\"十八位\""))
        #expect(sheet.contains("type=\"custom\""))
        #expect(sheet.contains("<formula1>COUNTIF(A:A,A1)=1</formula1>"))
    }

    /// Twelve characters wide, so six Chinese ones in a line.
    private func heights(_ texts: [String], wraps: Bool = true, size: Double = 11) -> [Double?] {
        var style = CellStyle()
        style.wraps = wraps
        style.fontSize = size
        var sheet = SheetDraft(name: "农村")
        sheet.columnWidths = [1: 12]
        sheet.rows = texts.map { RowDraft([CellDraft($0, style: style)]) }
        sheet.fitRowHeights()
        return sheet.rows.map(\.height)
    }

    @Test func `a row is as high as its wrapped text needs`() {
        let heights = heights([
            "一二三四五六", "一二三四五六七", "一二三四五六七八九十一二三", "一\n二", "one two three four",
        ])
        #expect(heights == [nil, 33, 48, 33, 33])
    }

    @Test func `a full stop does not begin a line but takes a character with it`() {
        #expect(heights(["一二三四五六，一二三四五"]) == [48])
        #expect(heights(["一二三四五六七一二三四五"]) == [33])
    }

    @Test func `a word is parted only where it is longer than a line`() {
        #expect(heights(["中文abcdefghi"]) == [33])
        #expect(heights(["abcdefghijklmnopqrstuvwxyz"]) == [48])
    }

    @Test func `text that does not wrap leaves the row alone, larger letters make it higher`() {
        #expect(heights(["一二三四五六七"], wraps: false) == [nil])
        #expect(heights(["一二三四五六七"], size: 22) == [90.75])
    }

    @Test func `merged cells count together, and no row passes what programs take`() {
        var style = CellStyle()
        style.wraps = true
        var sheet = SheetDraft(name: "农村")
        sheet.columnWidths = [1: 12, 2: 12]
        sheet.rows = [
            RowDraft([CellDraft("一二三四五六七八九十", style: style)]),
            RowDraft([CellDraft(String(repeating: "长", count: 900), style: style)]),
            RowDraft([CellDraft("一二三四五六七八九十", style: style)], height: 20),
        ]
        sheet.merges = FullWorkbook.ranges("A1:B1")
        sheet.fitRowHeights()
        #expect(sheet.rows.map(\.height) == [nil, 409, 20])
    }
}
