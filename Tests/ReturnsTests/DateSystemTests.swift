import Campaigns
import TestSupport
import Testing
import Workbooks

@testable import Returns

/// Days as bare numbers, in the two ways in which workbooks count them (ECMA-376 Part 1, 18.17.4.1).
struct DateSystemTests {
    @Test(arguments: [(false, "2020-06-30"), (true, "2024-07-01")])
    func `a number in a column of days is counted as its workbook counts`(
        from1904: Bool, day: String
    ) {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状 | 建成日期
            东关村 | 7          | 8.4      | 8.4      | 达标     | 44012
            """, readsNumbers: true)
        let county = SmallCounty()
        var workbook = Workbook(sheets: [table.grid], format: .xlsx)
        workbook.countsFrom1904 = from1904
        let reading = ReturnReader(county.campaign).read(
            workbook, path: "2020-06/农村/城关镇.xlsx", asOf: county.asOf)
        #expect(reading.returns.first?.rows.first?.values["built"] == .text(day))
    }
}
