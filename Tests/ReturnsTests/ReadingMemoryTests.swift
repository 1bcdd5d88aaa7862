import Campaigns
import TestSupport
import Testing
import Workbooks

@testable import Returns

/// What a reader remembers of texts is true of the next sheet as well.
struct ReadingMemoryTests {
    private let county = SmallCounty()

    /// Reads a sheet with one day and one remark below another, of a month.
    private func values(
        day: String, remarks: (String, String), in month: Int, by reader: ReturnReader
    ) -> [FieldValues] {
        let table = MarkedGrid(
            """
            农村月报表（2020年\(month)月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状 | 建成日期 | 备注
            东关村 | 7          | 8.4      | 8.4      | 达标     | \(day)   | \(remarks.0)
            西关村 | 5          | 6        | 6        | 达标     | \(day)   | \(remarks.1)
            """, readsNumbers: true)
        let reading = reader.read(
            Workbook(sheets: [table.grid], format: .xlsx),
            path: "2020-0\(month)/农村/城关镇.xlsx", asOf: county.asOf)
        return reading.returns.first?.rows.map(\.values) ?? []
    }

    @Test func `a day without a year is one of each period's own`() {
        let reader = ReturnReader(county.campaign)
        for (month, day) in [(5, "5月8日"), (6, "6月8日"), (5, "5月8日")] {
            let rows = values(day: day, remarks: ("", ""), in: month, by: reader)
            #expect(
                rows.map { $0["built"] } == Array(repeating: .text("2020-0\(month)-08"), count: 2))
        }
        // The year that a text names stands, whatever the period.
        for month in [5, 6] {
            let rows = values(day: "2019年7月1日", remarks: ("", ""), in: month, by: reader)
            #expect(rows.first?["built"] == .text("2019-07-01"))
        }
    }

    @Test func `as above is read anew below each row`() {
        let reader = ReturnReader(county.campaign)
        for remark in ["新建", "扩建", "新建"] {
            let rows = values(day: "2019-07-01", remarks: (remark, "同上"), in: 6, by: reader)
            #expect(rows.map { $0["note"] } == [.text(remark), .text(remark)])
        }
        // Nothing stands above the first row.
        let rows = values(day: "2019-07-01", remarks: ("同上", "扩建"), in: 6, by: reader)
        #expect(rows.map { $0["note"] } == [.text("同上"), .text("扩建")])
    }
}
