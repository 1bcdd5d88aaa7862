import Campaigns
import Findings
import TestSupport
import Testing
import Workbooks

@testable import Returns

struct SheetTests {
    private let county = SmallCounty()

    @Test func `a sheet as people fill it is read without a finding`() throws {
        let reading = county.read(
            MarkedGrid(
                """
                青石县农村月报表（2020年6月）
                填报单位（盖章）：城关镇人民政府 | | | 填报日期：2020年7月2日
                序号 | 乡镇   | 村名称 | 村干部人数 | 应发报酬（万元） | 实发报酬（万元） | 场所现状 | 备注
                甲   | 乙     | 丙     | 1          | 2                | 3                | 4        | 5
                1    | 城关镇 | 东关村 | 7          | 8.4              | 8.4              | 已建成   |
                2    |        | 西关村 | 5          | 6                | 5.5              | 新建中   | 九月完工
                     | 合  计 |        | 12         | 14.4             | 13.9
                填表人：（略） | | 审核人：（略） | | 联系电话：（略）
                """, readsNumbers: true))
        #expect(reading.marks == [])
        let sheet = try #require(reading.returns.first)
        #expect(sheet.form.id == "rural")
        #expect(sheet.unit == "T1")
        #expect(sheet.period == Period(year: 2020, month: 6))
        #expect(sheet.rows.map(\.subject) == ["610999100201", "610999100202"])
        #expect(sheet.rows[0].values["cadres"] == .integer(7))
        #expect(sheet.rows[0].values["site"] == .text("达标"))
        #expect(sheet.rows[1].values["pay_paid"] == .real(5.5))
        #expect(sheet.rows[1].number == 6)
        #expect(sheet.rows[0].changes.map(\.reason) == [.name, .spelling])
    }

    @Test func `two header rows with merges are one head`() throws {
        let reading = county.read(
            MarkedGrid(
                """
                农村月报表 2020年6月
                填报单位：城关镇
                村名称 | 村干部人数 | 报酬     |          | 场所现状
                       |            | 应发报酬 | 实发报酬 |
                东关村 | 7          | 8.4      | 8.4      | 达标
                西关村 | 5          | 6        | 6        | 达标
                """, readsNumbers: true),
            merges: ["A3:A4", "B3:B4", "C3:D3", "E3:E4"])
        #expect(reading.marks == [])
        #expect(reading.returns.first?.rows.count == 2)
        #expect(reading.returns.first?.places.columns["pay_paid"] == 4)
    }

    @Test func `of two merged regions that claim a cell the last one has it`() {
        let reading = county.read(
            MarkedGrid(
                """
                农村月报表 2020年6月
                填报单位：城关镇
                村名称 | 村干部人数 | 报酬     | 实发报酬 | 场所现状
                       |            | 应发报酬 |          |
                东关村 | 7          | 8.4      | 8        | 达标
                西关村 | 5          | 6        | 6        | 达标
                """, readsNumbers: true),
            merges: ["A3:A4", "B3:B4", "C3:D3", "D3:D4", "E3:E4"])
        #expect(reading.marks == [])
        #expect(reading.returns.first?.places.columns["pay_due"] == 3)
        #expect(reading.returns.first?.places.columns["pay_paid"] == 4)
    }

    @Test func `columns in another order are the same return`() throws {
        let reading = county.read(
            MarkedGrid(
                """
                农村月报表（2020年6月）
                填报单位：城关
                场所现状 | 实发报酬 | 应发报酬 | 村干部数 | 村名
                达标     | 8.4      | 8.4      | 7        | 东关
                达标     | 6        | 6        | 5        | 西关村
                """, readsNumbers: true))
        #expect(reading.marks == [])
        #expect(reading.returns.first?.rows.first?.values["cadres"] == .integer(7))
    }

    @Test func `yuan in the head become ten thousand yuan`() throws {
        let reading = county.read(
            MarkedGrid(
                """
                农村月报表（2020年6月）
                填报单位：城关镇
                村名称 | 村干部人数 | 应发报酬（元） | 实发报酬 | 场所现状
                东关村 | 7          | 84000          | 8.4      | 达标
                """, readsNumbers: true))
        #expect(reading.returns.first?.rows.first?.values["pay_due"] == .real(8.4))
    }

    @Test func `every cell that is not certain is pointed at`() {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称     | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状 | 建成日期
            东关村     | ①约7       | ②同上    | 8.4      | ③在建    | ④2020年6月
            ⑤东山村    | 5.0        | 6        | ⑥待核    | 达标     | 2019.5.20
            """)
        #expect(
            county.read(table).marks == [
                "approximation \(table.at("①"))", "ditto_value \(table.at("②"))",
                "unknown_choice \(table.at("③"))", "bad_date \(table.at("④"))",
                "unknown_entry \(table.at("⑤"))", "not_a_number \(table.at("⑥"))",
            ])
    }

    @Test func `a missing column is one finding, not one a row`() {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬
            东关村 | 7          | 8.4      | 8.4
            西关村 | 5          | 6        | 6
            """, readsNumbers: true)
        #expect(county.read(table).marks == ["missing_column"])
    }

    @Test func `a wrong total is said at the total's cell`() {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
            东关村 | 7          | 8.4      | 8.4      | 达标
            西关村 | 5          | 6        | 6        | 达标
            合计   | ①13        | 14.4     | 14.4
            """, readsNumbers: true)
        #expect(county.read(table).marks == ["wrong_total \(table.at("①"))"])
    }

    @Test func `one number in a cell merged over two rows belongs to neither`() {
        let table = MarkedGrid(
            """
            农村月报表（2020年6月）
            填报单位：城关镇
            村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
            东关村 | ①12        | 8.4      | 8.4      | 达标
            西关村 | ②          | 6        | 6        | 达标
            """, readsNumbers: true)
        #expect(
            county.read(table, merges: ["B4:B5"]).marks == [
                "merged_value \(table.at("①"))", "merged_value \(table.at("②"))",
            ])
    }

    @Test func `the name of a village in another town is another village`() throws {
        let reading = county.read(
            MarkedGrid(
                """
                农村月报表（2020年6月）
                填报单位：河口镇
                村名称 | 村干部人数 | 应发报酬 | 实发报酬 | 场所现状
                东关村 | 7          | 8.4      | 8.4      | 达标
                """, readsNumbers: true), path: "2020-06/农村/河口镇农村月报.xlsx")
        #expect(reading.returns.first?.rows.first?.subject == "610999101201")
    }
}
