import Findings
import TestSupport
import Testing
import Workbooks

@testable import Bulletins

/// What stands in the cells that say who filled a sheet in, once it goes back.
struct ContactCellTests {
    private func left(_ drawing: String, besides table: Set<Int>? = []) -> [String: String] {
        let cells = ContactCells.replacements(in: MarkedGrid(drawing).grid, besides: table)
        return Dictionary(uniqueKeysWithValues: cells.map { ($0.key.description, $0.value) })
    }

    @Test(arguments: [
        ("填表人：李某某", "填表人："),
        ("填表人：李某某    审核人：王某    联系电话：0915-7654321", "填表人：    审核人：    联系电话："),
        ("填报单位：城关镇    填表人：李某", "填报单位：城关镇    填表人："),
        ("填 表 人：李某 填报日期：2020年7月1日", "填 表 人： 填报日期：2020年7月1日"),
        ("负责人（签字）：张某", "负责人（签字）："), ("负责人(签字):张某", "负责人(签字):"),
        ("填表人：李某联系电话：139", "填表人：联系电话："),
        // Where the next label begins cannot be told: all of it goes.
        ("填表人：李某填报日期：7月1日", "填表人："),
    ])
    func `what follows a label in its own cell goes and the label stays`(text: String, left: String)
    {
        #expect(self.left(text) == ["A1": left])
    }

    @Test(arguments: ["填表人：          审核人：", "填报单位（盖章）：城关镇人民政府", "备注：无"])
    func `what holds no contact stays`(text: String) {
        #expect(left(text) == [:])
    }

    @Test func `what stands right of a label goes, up to the next label that is none of a person`()
    {
        #expect(
            left("填表人： | 李某 | 联系电话： | 0915-7654321 | 日期：7月1日 | 盖章") == [
                "B1": "", "D1": "",
            ])
    }

    @Test func `a bare word heads a column unless it stands at the foot`() {
        let table = """
            村名称 | 负责人 | 人数
            东关村 | 一组   | 5
            西关村 | 二组   | 6
            南关村 | 三组   | 6
            北关村 | 四组   | 6
            中关村 | 五组   | 6
            填表人 | 李某   |
            """
        #expect(left(table) == ["B7": ""])
    }

    private let items = """
        编号 | 措施                     | 责任人职务 | 完成时限   | 进展
        1    | 每周抽查，负责人：镇党委 | 分管领导   | 2020-07-30 | 进行中
        2    | 每周抽查                 | 负责人     | 2020-07-30 | 进行中
        填表人 | 李某 | 电话：7654321
        """

    @Test func `the table is not touched, whatever words stand in it`() {
        #expect(left(items, besides: [1, 2, 3]) == ["B4": "", "C4": "电话："])
    }

    @Test func `of a sheet that was not read only rows that begin with a label are contacts`() {
        #expect(left(items, besides: nil) == ["B4": "", "C4": "电话："])
    }
}
