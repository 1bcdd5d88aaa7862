import Findings
import TestSupport
import Testing
import Workbooks

/// What formats make of a number, against the tables `number-formats.csv` and
/// `number-format-ids.csv`: codes that people, offices and the tests of other readers know.
struct NumberFormatTests {
    /// One line of a table.
    struct Case: CustomTestStringConvertible, Sendable {
        /// A code, or the number of a format that no part defines.
        var format: String
        /// `date`, `time`, `dateTime`, `elapsed`, `percent` or `number`.
        var shows: String

        var testDescription: String { "\(format) → \(shows)" }
    }

    private static func table(_ name: String) throws -> [Case] {
        let table = try WorkbookReader.read(Fixture.bytes(name), fileName: name)
        let rows = try #require(table.sheets.first).rows.dropFirst()
        return rows.map { row in
            Case(
                format: row[column: 1]?.value.text ?? "", shows: row[column: 2]?.value.text ?? "")
        }
    }

    /// What 2020-06-30 09:30 becomes in each format, all in one workbook.
    private func shown(ids: [Int], formats: String) throws -> [String] {
        let cells = ids.indices.map { "<c s=\"\($0)\"><v>44012.3958333333</v></c>" }
        let styles = ids.map { "<xf numFmtId=\"\($0)\"/>" }
        let book = HandMadeWorkbook(
            "<row>\(cells.joined())</row>",
            styles: "<numFmts>\(formats)</numFmts><cellXfs>\(styles.joined())</cellXfs>")
        return try #require(try book.read().sheets.first?.rows.first).cells.map { cell in
            switch cell.value {
            case .date(.date, _): "date"
            case .date(.time, _): "time"
            case .date(.dateTime, _): "dateTime"
            case .date(.elapsed, _): "elapsed"
            default: cell.isPercent ? "percent" : "number"
            }
        }
    }

    @Test func `codes show what their table says`() throws {
        let cases = try Self.table("number-formats.csv")
        let codes = cases.enumerated().map { index, one in
            "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(Self.escaped(one.format))\"/>"
        }
        let shown = try shown(ids: cases.indices.map { $0 + 164 }, formats: codes.joined())
        for (one, shown) in zip(cases, shown) { #expect(shown == one.shows, "\(one.format)") }
        #expect(shown.count == cases.count && cases.count >= 200)
    }

    @Test func `formats that no part defines show what their number stands for`() throws {
        let cases = try Self.table("number-format-ids.csv")
        let ids = cases.compactMap { Int($0.format) }
        let shown = try shown(ids: ids, formats: "")
        for (one, shown) in zip(cases, shown) { #expect(shown == one.shows, "\(one.format)") }
        #expect(ids == Array(0...81))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("\"", with: "&quot;")
    }
}
