import Bulletins
import Campaigns
import Findings
import Foundation
import Testing
import Workbooks

/// Everything that can be rendered, rendered once; written to the folder that `TONGBAO_SAMPLES` names,
/// to be looked at.
@Suite struct SampleRenderingTests {
    static let returned = ReturnedFile(
        unit: "T18", file: "农村/洄水乡农村月报（6月）.xlsx", period: SampleCounty.period,
        asOf: SampleCounty.asOf,
        workbook: Workbook(
            sheets: [
                Grid(
                    name: "农村",
                    rows: [
                        row(1, "农村基层党建工作月报表（2020年6月）"),
                        row(2, "填报单位（盖章）：洄水乡", nil, "填表人：王某某", nil, "13900000000"),
                        row(
                            5, "乡镇", "村代码", "村名称", "村干部人数", "已建制度数", "本月坐班天数",
                            "本月集中学习次数", "第一书记本月在岗天数"),
                        row(6, "洄水乡", "610999201203", "石板沟村", "约5", "4", "21", "1", "17"),
                        row(7, nil, "610999201204", "大竹园村", "5", "4", nil, "1", "20"),
                        row(8, nil, "610999201205", "茶店村", "6", "4", "20", "两三", "20"),
                        row(10, "审核人", "赵某某", "联系电话", "0915-0000000"),
                    ],
                    merges: [CellRange("A1:H1"), CellRange("A6:A8")].compactMap { $0 })
            ], format: .xlsx), findings: SampleCounty.findings)

    static func row(_ number: Int, _ texts: String?...) -> Grid.Row {
        Grid.Row(
            number: number,
            cells: texts.enumerated().compactMap { index, text in
                text.map { text in
                    let number = text.utf8.count < 6 ? Double(text) : nil
                    return Cell(
                        column: index + 1,
                        value: number.map { .number($0, digits: text) } ?? .string(text))
                }
            })
    }

    static func everything() throws -> [OutputFile] {
        let renderer = BulletinRenderer(campaign: SampleCounty.campaign)
        let facts = SampleCounty.facts()
        var files = try renderer.bulletin(facts)
        files += try renderer.bulletin(SampleCounty.facts(isDraft: true))
        files += try renderer.feedback(facts)
        files += try renderer.receipts(
            facts.receipts, of: SampleCounty.period, asOf: SampleCounty.asOf)
        files += try renderer.lists(facts)
        let paths = renderer.returnedPaths([
            (returned.unit, returned.file), (nil, "新建文件夹/报表最终版.xls"),
        ])
        files.append(try renderer.returned(returned, at: paths[0]))
        let unreadable = ReturnedFile(
            unit: nil, file: "新建文件夹/报表最终版.xls", period: SampleCounty.period,
            asOf: SampleCounty.asOf, workbook: nil,
            findings: SampleCounty.receipts[2].findings)
        files.append(try renderer.returned(unreadable, at: paths[1]))
        return files
    }

    @Test func `同样的数据渲染两次逐字节相同`() throws {
        let one = try Self.everything()
        #expect(try Self.everything() == one)
        guard let folder = ProcessInfo.processInfo.environment["TONGBAO_SAMPLES"] else { return }
        for file in one {
            let url = URL(filePath: folder).appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url)
        }
    }
}
