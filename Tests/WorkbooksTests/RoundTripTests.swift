import Findings
import TestSupport
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

    /// Fixtures that can be read at all, CSV among them.
    @Test(arguments: FixtureTests.folders)
    func `what was read from a file of another program and is written is read again`(
        folder: String
    ) throws {
        let file = try #require(
            Fixture.names(in: "Workbooks/\(folder)").first { $0.hasPrefix("input.") })
        let source = try WorkbookReader.read(
            Fixture.bytes("Workbooks/\(folder)/\(file)"), fileName: file)
        let bytes = try draft(of: source).encoded()
        let copy = try WorkbookReader.read(bytes, fileName: "copy.xlsx")
        #expect(PackageLint.faults(in: bytes) == [])
        #expect(copy.sheets.map(\.name) == source.sheets.map(\.name))
        #expect(copy.definedNames == source.definedNames)
        for (grid, original) in zip(copy.sheets, source.sheets) {
            #expect(values(of: grid) == values(of: original))
            #expect(grid.merges == original.merges)
        }
    }

    private func draft(of workbook: Workbook) -> WorkbookDraft {
        WorkbookDraft(
            sheets: workbook.sheets.map { grid in
                var sheet = SheetDraft(name: grid.name)
                sheet.isHidden = grid.isHidden
                sheet.merges = grid.merges
                sheet.rows = Array(repeating: RowDraft(), count: grid.rows.last?.number ?? 0)
                for row in grid.rows {
                    let last = row.cells.last?.column ?? 0
                    var cells = [CellDraft?](repeating: nil, count: last)
                    for cell in row.cells { cells[cell.column - 1] = draft(of: cell) }
                    sheet.rows[row.number - 1] = RowDraft(cells)
                }
                return sheet
            }, definedNames: workbook.definedNames)
    }

    private func draft(of cell: Cell) -> CellDraft? {
        var style = CellStyle()
        switch cell.value {
        case .string(let text): return CellDraft(text)
        case .number(_, let digits):
            style.numberFormat = cell.isPercent ? "0%" : nil
            return CellDraft(.digits(digits), style: style)
        case .bool(let bool): return CellDraft(.bool(bool))
        case .error(let error): return CellDraft(.error(error))
        case .uncomputed: return nil
        case .date(let date, let serial):
            let day = 86_400_000.0
            switch date {
            case .date(let date): return CellDraft(.date(date))
            case .dateTime(let date, let milliseconds):
                style.numberFormat = "yyyy-mm-dd hh:mm:ss"
                // Before March 1900 the day that never was is counted.
                let days = date.daysSince1970 + 25_569
                return CellDraft(
                    .decimal(Double(days > 60 ? days : days - 1) + Double(milliseconds) / day),
                    style: style)
            case .time(let milliseconds):
                style.numberFormat = "hh:mm:ss"
                return CellDraft(.decimal(Double(milliseconds) / day), style: style)
            case .elapsed:
                style.numberFormat = "[h]:mm:ss"
                return CellDraft(.decimal(serial), style: style)
            }
        }
    }

    /// By cell; dates without their numbers, which count from another day in some files.
    private func values(of grid: Grid) -> [String: String] {
        var values: [String: String] = [:]
        for row in grid.rows {
            for cell in row.cells where cell.value != .uncomputed {
                let place = CellReference(row: row.number, column: cell.column)
                let kind =
                    switch cell.value {
                    case .string: "text"
                    case .number: cell.isPercent ? "percent" : "number"
                    case .bool: "bool"
                    // What only newer programs know as an error is written as a text.
                    case .error(let error): error == "#SPILL!" ? "text" : "error"
                    case .date: "date"
                    case .uncomputed: ""
                    }
                values[place.description] = kind + " " + cell.value.text
            }
        }
        return values
    }
}
