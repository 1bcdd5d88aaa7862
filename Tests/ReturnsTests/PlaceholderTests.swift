import Campaigns
import Findings
import TestSupport
import Testing
import Workbooks

@testable import Returns

/// Zeros behind formulas that nobody has computed, as programs without a spreadsheet write them.
struct PlaceholderTests {
    /// What is read of 应发 and 实发, both formulas, and the codes of what is found.
    private func read(
        _ due: Double, _ paid: Double, wantsComputing: Bool
    ) -> (values: [FieldValue?], codes: [String]) {
        var grid = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
            东关村 | 7          | \(due)   | \(paid)  | 达标
            """, readsNumbers: true
        ).grid
        for row in grid.rows.indices where grid.rows[row].number == 4 {
            for cell in grid.rows[row].cells.indices
            where [3, 4].contains(grid.rows[row].cells[cell].column) {
                grid.rows[row].cells[cell].isFormula = true
            }
        }
        let county = SmallCounty()
        var workbook = Workbook(sheets: [grid], format: .xlsx)
        workbook.wantsComputing = wantsComputing
        let reading = ReturnReader(county.campaign).read(
            workbook, path: "2020-06/农村/城关镇.xlsx", asOf: county.asOf)
        let row = reading.returns.first?.rows.first
        return (
            ["pay_due", "pay_paid"].map { row?.values[$0] },
            reading.allFindings.filter { $0.severity == .error }.map(\.code)
        )
    }

    @Test func `zeros behind all formulas of a workbook that wants computing are no values`() {
        let found = read(0, 0, wantsComputing: true)
        #expect(found.values == [nil, nil])
        #expect(found.codes == ["F110", "F110"])
    }

    @Test(arguments: [(0.0, 8.4, true), (0.0, 0.0, false)])
    func `where one is computed, or nothing asks for it, a zero is a zero`(
        due: Double, paid: Double, wantsComputing: Bool
    ) {
        let found = read(due, paid, wantsComputing: wantsComputing)
        #expect(found.values.map { $0?.description } == ["0", paid == 0 ? "0" : "8.4"])
        #expect(found.codes.isEmpty)
    }
}
