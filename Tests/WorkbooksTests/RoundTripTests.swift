import Findings
import Testing
import Workbooks

struct RoundTripTests {
    @Test func `what a draft says is what is read back`() throws {
        var sheet = SheetDraft(name: "农村")
        var percent = CellStyle()
        percent.numberFormat = "0.0%"
        let day = try #require(CivilDate(year: 2020, month: 6, day: 30))
        sheet.rows = [
            RowDraft([CellDraft("五位一体 <通报> & \"附表\""), nil, CellDraft(.integer(-12))]),
            RowDraft(),
            RowDraft([
                CellDraft(.decimal(0.1)), CellDraft(.digits("-12.50")),
                CellDraft(.decimal(0.85), style: percent), CellDraft(.date(day)),
                CellDraft(.bool(true)),
                CellDraft(.formula("SUM(A3:B3)", result: .decimal(-12.4))),
                CellDraft(.formula("A1&\"\"", result: .string("甲"))),
            ]),
            RowDraft([CellDraft(" 行一\n行二\r\u{1B}_x000D_ "), CellDraft("=1+1")]),
        ]
        sheet.rows[3].isHidden = true
        sheet.merges = [CellRange("A1:B1")].compactMap(\.self)
        var hidden = SheetDraft(name: "隐")
        hidden.isHidden = true
        hidden.rows = [RowDraft([CellDraft("甲")])]
        let draft = WorkbookDraft(
            sheets: [sheet, hidden], definedNames: ["tongbao_form": "\"form=rural;unit=A&B\""])

        let bytes = try draft.encoded()
        let workbook = try WorkbookReader.read(bytes, fileName: "城关镇.xlsx")

        #expect(workbook.format == .xlsx)
        #expect(workbook.definedNames == draft.definedNames)
        #expect(workbook.sheets.map(\.name) == ["农村", "隐"])
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        let grid = workbook.sheets[0]
        #expect(grid.merges == sheet.merges)
        #expect(grid.rows.map(\.number) == [1, 3, 4])
        #expect(grid.rows.map(\.isHidden) == [false, false, true])
        #expect(
            grid.rows[0].cells == [
                Cell(column: 1, value: .string("五位一体 <通报> & \"附表\"")),
                Cell(column: 3, value: .number(-12, digits: "-12")),
            ])
        #expect(
            grid.rows[1].cells == [
                Cell(column: 1, value: .number(0.1, digits: "0.1")),
                Cell(column: 2, value: .number(-12.5, digits: "-12.50")),
                Cell(column: 3, value: .number(0.85, digits: "0.85"), isPercent: true),
                Cell(column: 4, value: .date(.date(day), serial: 44_012)),
                Cell(column: 5, value: .bool(true)),
                Cell(column: 6, value: .number(-12.4, digits: "-12.4"), isFormula: true),
                Cell(column: 7, value: .string("甲"), isFormula: true),
            ])
        #expect(
            grid.rows[2].cells == [
                Cell(column: 1, value: .string(" 行一\n行二\r\u{1B}_x000D_ ")),
                Cell(column: 2, value: .string("=1+1")),
            ])
        #expect(try draft.encoded() == bytes)
    }
}
