import Findings
import TestSupport
import Testing
import Workbooks

@testable import Returns

/// What somebody has struck out by hand and left in its cell.
struct StruckValueTests {
    private let county = CatalogueCounty()
    private static let drawing = """
        农村月报表（2020年6月）
        填报单位：城关镇
        \(TitleCases.heads) | 备注 | 包村领导
        东关村 | 7 | 2 | 8.4 | 8.4 | 达标 | 已核 | 甲
        西关村 | 5 | 1 | 6 | 5.5 | 新建中 | | 乙
        南关村 | 6 | 约3 | 7.2 | 7.2 | 达标 | | 丙
        """

    /// The findings with the cells of a row struck out.
    private func findings(striking columns: [Int], in row: Int) -> [Finding] {
        var workbook = DrawnWorkbook(Self.drawing).workbook([])
        for index in workbook.sheets[0].rows.indices
        where workbook.sheets[0].rows[index].number == row {
            for cell in workbook.sheets[0].rows[index].cells.indices
            where columns.contains(workbook.sheets[0].rows[index].cells[cell].column) {
                workbook.sheets[0].rows[index].cells[cell].isStruck = true
            }
        }
        let reading = county.read(workbook, path: SheetCase.usual)
        #expect(reading.shown(in: county)[2] == "西关村 5 1 6 5.5 新建中")
        return reading.allFindings.filter { $0.check == .struckValue }
    }

    @Test func `one cell is asked about, and read`() {
        let found = findings(striking: [2], in: 5)
        #expect(found.map(\.place.cellList) == ["B5"])
        #expect(found.map(\.severity) == [.query])
        #expect(found.map(\.subject?.name) == ["西关村"])
        #expect(found.map(\.message.chinese) == ["“村干部人数”的“5”里有划掉的内容，仍按值读了"])
    }

    @Test func `a whole row is one question`() {
        let found = findings(striking: Array(1...6), in: 5)
        #expect(found.map(\.place.cellList) == ["A5;B5;C5;D5;E5;F5"])
        #expect(found.map(\.message.chinese) == ["“村名称”的“西关村”等6格里有划掉的内容，仍按值读了"])
    }

    @Test func `heads, what is not read and columns of somebody's own are not`() {
        #expect(findings(striking: [1, 2], in: 3).isEmpty)
        #expect(findings(striking: [3, 8], in: 6).isEmpty)
    }
}
