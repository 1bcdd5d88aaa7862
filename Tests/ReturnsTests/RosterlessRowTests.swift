import Campaigns
import Findings
import TestSupport
import Testing
import Workbooks

@testable import Returns

/// Rows of a form without a roster: nobody would miss one, so none may be passed over unsaid.
struct RosterlessRowTests {
    private let campaign = Campaign(
        settings: Settings(texts: ["county": "青石县"]),
        units: [
            Unit(code: "D1", name: "青石县水利局", shortName: "水利局", kind: "department", ordinal: 0),
            Unit(code: "D2", name: "青石县林业局", shortName: "林业局", kind: "department", ordinal: 1),
        ],
        roster: [],
        forms: [
            Form(
                id: "bonus", title: "加分与一票否决登记", sector: nil, rowNoun: "条", submittedBy: [],
                folder: "加分登记",
                fields: [
                    Field(id: "unit_name", header: "单位名称", type: .unitName, required: .always),
                    Field(id: "points", header: "加分", type: .decimal),
                    Field(id: "veto", header: "一票否决", type: .text),
                    Field(id: "basis", header: "依据文号", type: .text, required: .always),
                    Field(id: "day", header: "登记日期", type: .date),
                ])
        ])

    private func read(_ rows: String, heads: String = "单位名称 | 加分 | 一票否决 | 依据文号 | 登记日期")
        -> FileReading
    {
        ReturnReader(campaign).read(
            Workbook(
                sheets: [
                    MarkedGrid("加分与一票否决登记（2020年6月）\n\(heads)\n\(rows)", readsNumbers: true).grid
                ], format: .xlsx),
            path: "加分登记/a.xlsx", asOf: Moment(CivilDate(daysSince1970: 18_449), secondOfDay: 0))
    }

    private func numbers(_ reading: FileReading) -> [Int] {
        reading.returns.flatMap(\.rows).map(\.number)
    }

    @Test func `a row that names a unit stands behind a remark as well`() {
        let reading = read(
            """
            水利局 | 0.5 | 否 | 岚组通1号 | 6月2日
            注：以下为六月下旬补登
            林业局 |     | 是
            """)
        #expect(numbers(reading) == [3, 5])
    }

    @Test func `a row may begin with a day or with any word`() {
        let byDay = read(
            """
            2020年6月2日 | 水利局 | 0.5 | 否 | 岚组通1号
            2020年6月9日 | 林业局 |     | 是
            """, heads: "登记日期 | 单位名称 | 加分 | 一票否决 | 依据文号")
        #expect(numbers(byDay) == [3, 4])
        let byWord = read(
            """
            负责人履职先进 | 水利局 | 0.5 | 否
            说明 | 林业局 | 1 | 否
            """, heads: "依据文号 | 单位名称 | 加分 | 一票否决 | 登记日期")
        #expect(numbers(byWord) == [3, 4])
    }

    @Test func `what may have been a row is told, contacts are not`() {
        let reading = read(
            """
            水利局 | 0.5 | 否 | 岚组通1号 | 6月2日
            备注：
                   | 1 | 是
            填表人：李某 | 审核人：王某
            2020年7月2日
            """)
        #expect(numbers(reading) == [3])
        #expect(reading.marks == ["unread_rows"])
    }
}
