import Campaigns
import Findings
import TestSupport
import Testing
import Workbooks

@testable import Returns

struct OwnerTests {
    private let county = SmallCounty()

    private func sheet(_ title: String, _ label: String) -> MarkedGrid {
        MarkedGrid(
            """
            \(title)
            \(label)
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
            东关村 | 7          | 8.4      | 8.4      | 达标
            西关村 | 5          | 6        | 6        | 达标
            """, readsNumbers: true)
    }

    @Test func `a name is one statement, also of a CSV whose sheet is called as the file`() {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
            东关村 | 7          | 8.4      | 8.4      | 达标
            西关村 | 5          | 6        | 6        | 达标
            """, sheet: "河口镇农村", readsNumbers: true
        ).grid
        for format in [Workbook.Format.csv(encoding: "UTF-8", delimiter: 44), .xlsx] {
            let reading = ReturnReader(county.campaign).read(
                Workbook(sheets: [table], format: format), path: "农村/河口镇农村.csv",
                asOf: county.asOf)
            let evidence = reading.returns.flatMap(\.evidence).filter { $0.about == .unit }
            #expect(evidence.count == (format == .xlsx ? 2 : 1))
        }
    }

    @Test func `last month's title in this month's folder is said with both`() throws {
        let reading = county.read(sheet("农村月报表（2020年5月）", "填报单位：城关镇"))
        #expect(reading.marks == ["wrong_period A1"])
        let finding = try #require(reading.returns.first?.findings.first)
        #expect(finding.message.chinese == "标题写的是2020年5月，文件夹写的是2020年6月")
    }

    @Test func `a unit in the label and another in the name is said with both`() {
        let reading = county.read(
            sheet("农村月报表（2020年6月）", "填报单位：城关镇"), path: "2020-06/河口镇.xlsx")
        #expect(reading.marks.contains { $0.hasPrefix("unit_conflict") })
    }

    @Test func `a unit that is no more is told who reports instead`() throws {
        let reading = county.read(
            sheet("农村月报表（2020年6月）", "填报单位：石门乡"), path: "2020-06/石门乡.xlsx")
        let finding = try #require(
            reading.returns.first?.findings.first { $0.check == .unexpectedForm })
        #expect(finding.message.chinese == "石门乡人民政府到2020-05-31为止，不再填报《农村月报表》")
        #expect(finding.advice.chinese.contains("由河口镇人民政府填在自己的表里报"))
        // May it still owes; only that the roster gives it no village is asked.
        let may = county.read(
            sheet("农村月报表（2020年5月）", "填报单位：石门乡"), path: "2020-05/石门乡.xlsx")
        #expect(may.returns.first?.findings.first?.message.chinese == "石门乡人民政府不填报《农村月报表》")
    }

    @Test func `a unit that is not on the list gets proposals`() throws {
        let reading = county.read(
            sheet("农村月报表（2020年6月）", "填报单位：城观镇"), path: "2020-06/报表.xlsx")
        let finding = try #require(
            reading.returns.first?.findings.first { $0.check == .unknownUnit })
        #expect(finding.advice.chinese.contains("城关镇"))
    }

    @Test func `a month without a year is the latest that has begun, before it is due as well`() {
        let reading = county.read(
            sheet("农村月报表（6月）", "填报单位：城关镇"), path: "农村/城关镇.xlsx")
        #expect(reading.returns.first?.period == Period(year: 2020, month: 6))
    }

    @Test func `a file without a month is sent back`() {
        let reading = county.read(
            sheet("农村月报表", "填报单位：城关镇"), path: "农村/城关镇.xlsx")
        #expect(reading.marks == ["unknown_period"])
    }

    @Test func `a month that has not begun is refused`() {
        let reading = county.read(
            sheet("农村月报表（2020年8月）", "填报单位：城关镇"), path: "农村/城关镇.xlsx")
        #expect(reading.marks == ["future_period"])
    }

    @Test func `a department does not report villages`() {
        let reading = county.read(
            sheet("农村月报表（2020年6月）", "填报单位：财政局"), path: "2020-06/财政局.xlsx")
        #expect(reading.marks.contains { $0.hasPrefix("unexpected_form") })
    }

    @Test func `a sheet about something else is no form`() {
        let table = MarkedGrid(
            """
            饮水安全排查表
            村名 | 水源 | 水质
            东关村 | 井水 | 合格
            """)
        #expect(county.read(table).marks == ["unknown_form"])
    }

    @Test(arguments: ["13812345678", "610999199001010012"])
    func `personal data is named by kind and place, never by value`(datum: String) {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状 | 备注
            东关村 | 7          | 8.4      | 8.4      | 达标     | ①联系\(datum)
            """)
        let reading = county.read(table)
        #expect(reading.holdsPersonalData)
        #expect(reading.marks == ["personal_data \(table.at("①"))"])
        #expect(reading.returns.flatMap(\.rows).isEmpty)
        let words = (reading.findings + reading.returns.flatMap(\.findings))
            .map { $0.line(in: .chinese) + $0.line(in: .english) + $0.advice.chinese }
        #expect(words.allSatisfy { !$0.contains(datum) })
    }

    @Test(arguments: [
        "示例 | 7 | 8.4 | 8.4 | ①联系13812345678", "填表人：某某 | ①13812345678 身份证610999199001010012",
        "①备注：610999199001010012", "社区名称 | 社区干部人数 | 网格数\n河滨 | ①610999199001010012 | 3",
    ])
    func
        `personal data is found in rows that are not read, and behind a telephone that may be there`(
            row: String
        )
    {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
            东关村 | 7          | 8.4      | 8.4      | 达标
            \(row)
            """)
        #expect(county.read(table).marks == ["personal_data \(table.at("①"))"])
    }

    @Test func `a contact cell in the foot is not read`() {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
            东关村 | 7          | 8.4      | 8.4      | 达标
            填表人：某某 | 联系电话：13812345678
            """)
        #expect(county.read(table).marks == [])
    }

    @Test func `a column of names sends the file to quarantine`() {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状 | ①书记姓名
            东关村 | 7          | 8.4      | 8.4      | 达标     | 某某
            """)
        #expect(county.read(table).marks == ["personal_data \(table.at("①"))"])
    }
}
