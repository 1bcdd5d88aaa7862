import Campaigns
import Findings
import TestSupport
import Testing
import Workbooks

@testable import Returns

/// A workbook that was sent back and comes again with our list in it.
struct ErrorListTests {
    private let county = SmallCounty()

    private let sheet = MarkedGrid(
        """
        农村月报表（2020年6月）
        填报单位：城关镇
        村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
        东关村 | 7          | 8.4      | 8.4      | 达标
        西关村 | 5          | 6        | 6        | 达标
        """, sheet: "农村", readsNumbers: true)

    private func list(named name: String, _ rest: String = "") -> Grid {
        MarkedGrid(
            """
            “城关镇.xlsx”错误清单
            2020年6月报表，共有错误1处、核实0处。
            序号 | 程度 | 工作表 | 单元格 | 对象 | 问题 | 怎么改 | 编号
            错误，要改正后重报：1处
            1 | 错误 | 农村 | C4 | 东关村 | “应发报酬”应填准数 | 填准数 | V13 | \(rest)
            """, sheet: name
        ).grid
    }

    private func read(_ sheets: [Grid]) -> FileReading {
        ReturnReader(county.campaign).read(
            Workbook(sheets: sheets, format: .xlsx), path: "2020-06/农村/城关镇农村月报.xlsx",
            asOf: county.asOf)
    }

    @Test(arguments: ["错误清单", "单子", "农村 (2)"])
    func `the list is no return, whatever it is called by now`(name: String) throws {
        #expect(ErrorListSheet.isOne(list(named: name)))
        let reading = read([list(named: name), sheet.grid])
        #expect(reading.marks == [])
        #expect(reading.returns.map(\.places.sheet) == ["农村"])
    }

    @Test func `the unit that we put into its name says nothing of a sheet that names another`() {
        let other = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：河口镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
            东关村 | 7          | 8.4      | 8.4      | 达标
            """, sheet: "河口", readsNumbers: true
        ).grid
        #expect(
            read([list(named: "错误清单"), sheet.grid, other]).returns.map(\.unit) == ["T1", "T2"])
        #expect(read([list(named: "错误清单"), sheet.grid, other]).marks == [])
        #expect(read([sheet.grid, other]).marks.contains { $0.hasPrefix("unit_conflict") })
    }

    @Test func `a list alone is no return`() {
        #expect(read([list(named: "错误清单")]).returns.isEmpty)
    }

    @Test func `a sheet that only bears its name is read like any other`() {
        var sheet = sheet.grid
        sheet.name = "错误清单"
        #expect(!ErrorListSheet.isOne(sheet))
        #expect(read([sheet]).returns.count == 1)
    }

    @Test func `what somebody writes on the list is searched for personal data`() {
        let reading = read([list(named: "错误清单", "问 13912345678"), sheet.grid])
        #expect(reading.holdsPersonalData)
    }
}
