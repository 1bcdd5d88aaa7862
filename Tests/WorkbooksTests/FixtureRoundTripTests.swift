import Findings
import TestSupport
import Testing
import Workbooks

/// What other programs wrote, read, written by ours and read again.
@Suite(.timeLimit(.minutes(5)))
struct FixtureRoundTripTests {
    @Test(arguments: FixtureTests.folders)
    func `a fixture that is read, written and read again has the same cells`(
        folder: String
    ) throws {
        let name = try #require(
            Fixture.names(in: "Workbooks/\(folder)").first { $0.hasPrefix("input.") })
        let bytes = Fixture.bytes("Workbooks/\(folder)/\(name)")
        let workbook = try WorkbookReader.read(bytes, fileName: name)
        // Half a million blank rows are not worth writing to tell that they are blank.
        guard workbook.sheets.allSatisfy({ ($0.rows.last?.number ?? 0) < 5000 }) else { return }

        let written = try WorkbookDraft(sheets: workbook.sheets.map(Self.draft)).encoded()
        #expect(PackageLint.faults(in: written) == [])
        let again = try WorkbookReader.read(written, fileName: "again.xlsx")
        #expect(again.sheets.count == workbook.sheets.count)
        for (sheet, other) in zip(workbook.sheets, again.sheets) {
            #expect(sheet.rows.map(\.number) == other.rows.map(\.number))
            #expect(sheet.rows.map(Self.values) == other.rows.map(Self.values))
            #expect(sheet.merges == other.merges)
            #expect(sheet.notes.mapValues(\.text) == other.notes.mapValues(\.text))
        }
    }

    private static func values(_ row: Grid.Row) -> [String] {
        row.cells.map { cell in
            // The number behind a date depends on the workbook's system, the date does not.
            if case .date(let date, _) = cell.value { return "\(cell.column) \(date.iso)" }
            // What only newer programs know as an error is written as a text.
            let value = cell.value == .error("#SPILL!") ? .string("#SPILL!") : cell.value
            return "\(cell.column) \(value) \(cell.isFormula)"
        }
    }

    /// The number of a date in the system that our writer uses; nil for what is no day of it.
    private static func since1900(_ value: DateValue) -> Double? {
        switch value {
        case .date(let day) where day.year > 1900: Double(day.daysSince1970 + 25_569)
        case .dateTime(let day, let milliseconds) where day.year > 1900:
            Double(day.daysSince1970 + 25_569) + Double(milliseconds) / 86_400_000
        default: nil
        }
    }

    private static func draft(_ grid: Grid) -> SheetDraft {
        var draft = SheetDraft(name: grid.name)
        draft.isHidden = grid.isHidden
        draft.merges = grid.merges
        draft.notes = grid.notes.mapValues(\.text)
        let height = grid.rows.last?.number ?? 0
        draft.rows = (0..<height).map { index in
            guard let row = grid.row(index + 1), let last = row.cells.last else {
                return RowDraft()
            }
            return RowDraft((1...last.column).map { row[column: $0].map(cell) })
        }
        return draft
    }

    private static func cell(_ cell: Cell) -> CellDraft {
        var style = CellStyle()
        var content: CellDraft.Content
        switch cell.value {
        case .string(let text): content = .string(text)
        case .number(_, let digits): content = .digits(digits)
        case .bool(let bool): content = .bool(bool)
        case .error(let error): content = .error(error)
        case .date(let date, let serial):
            content = .decimal(since1900(date) ?? serial)
            style.numberFormat =
                switch date {
                case .date: "yyyy-mm-dd"
                case .dateTime: "yyyy-mm-dd hh:mm:ss.000"
                case .time: "hh:mm:ss.000"
                case .elapsed: "[h]:mm:ss.000"
                }
        case .uncomputed: content = .blank
        }
        if cell.isFormula { content = .formula("1", result: content) }
        return CellDraft(content, style: style)
    }
}
