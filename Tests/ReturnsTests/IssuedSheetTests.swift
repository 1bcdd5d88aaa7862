import Campaigns
import Findings
import TestSupport
import Testing
import Workbooks

@testable import Returns

/// Forms of ours that come back.
struct IssuedSheetTests {
    private let county = SmallCounty()

    private func read(
        _ drawing: String, sheet: String = "农村",
        marker: String? = "form=rural;unit=T1;period=2020-06;sheet=农村"
    ) -> FileReading {
        let grid = MarkedGrid(drawing, sheet: sheet, readsNumbers: true).grid
        var book = Workbook(sheets: [grid], format: .xlsx)
        book.definedNames = marker.map { ["_tongbao_form": "\"\($0)\""] } ?? [:]
        return ReturnReader(county.campaign).read(book, path: "a.xlsx", asOf: county.asOf)
    }

    private static let heads =
        "乡镇（办事处） | 村代码 | 村名称 | 村干部人数（人） | 应发报酬 | 实发报酬 | 活动场所状态 | 建成日期 | 备注 | 自检"

    @Test func `its own column is nobody's report`() {
        let reading = read(
            """
            农村月报表（2020年6月）
            \(Self.heads)
            城关镇 | 610999100201 | 东关村 | 7 | 8 | 8 | 达标 | | | ✓
            城关镇 | 610999100202 | 西关村 | 5 | 6 | 6 | 达标 | | | 还有1格未填
            """)
        #expect(reading.marks == [])
        #expect(reading.returns.first?.rows.count == 2)
    }

    @Test func `what it was issued with alone is no return`() {
        let blank = """
            农村月报表（2020年6月）
            \(Self.heads)
            城关镇 | 610999100201 | 东关村 | | | | | | | 还有4格未填
            城关镇 | 610999100202 | 西关村 | | | | | | | 还有4格未填
            """
        let reading = read(blank)
        #expect(reading.marks == ["nothing_filled"])
        #expect(reading.returns.isEmpty)
        // A sheet that is not ours may be wrong, but it is meant.
        #expect(!read(blank, marker: nil).returns.isEmpty)
        // One cell is enough.
        let begun = blank.replacing("西关村 | |", with: "西关村 | 5 |")
        #expect(read(begun).returns.first?.rows.count == 2)
    }

    @Test(arguments: [
        ("form=rural;unit=T1;period=2020-06;sheet=农村", "领新的空表来填"), (nil, "表头照下发的空表写"),
    ])
    func `a form of ours that lacks a column was issued before the column came`(
        marker: String?, advice: String
    ) throws {
        let reading = read(
            """
            农村月报表（2020年6月） | 填报单位：城关镇
            \(Self.heads.replacing("应发报酬 | ", with: ""))
            城关镇 | 610999100201 | 东关村 | 7 | 8 | 达标 | | | ✓
            城关镇 | 610999100202 | 西关村 | 5 | 6 | 达标 | | | ✓
            """, marker: marker)
        #expect(reading.marks == ["missing_column"])
        let finding = try #require(reading.returns.first?.findings.first)
        #expect(finding.advice.chinese.contains(advice))
    }

    @Test func `a remark alone is something to be read`() {
        let reading = read(
            """
            农村月报表（2020年6月）
            \(Self.heads)
            城关镇 | 610999100201 | 东关村 | | | | | | 已撤并 |
            """)
        #expect(reading.returns.count == 1)
    }

    @Test func `the marker counts, and a title that says otherwise is found`() {
        let reading = read(
            """
            农村月报表（2020年5月）
            填报单位：河口镇
            \(Self.heads)
            城关镇 | 610999100201 | 东关村 | 7 | 8 | 8 | 达标 | | |
            """)
        #expect(reading.marks.contains { $0.hasPrefix("wrong_period") })
        #expect(reading.marks.contains { $0.hasPrefix("unit_conflict") })
    }
}
