import Bulletins
import Campaigns
import Findings
import Testing
import Workbooks

/// Nothing that is for the office or for one unit alone stands where others can read it.
@Suite struct PrivacyTests {
    private let renderer = BulletinRenderer(campaign: SampleCounty.campaign)

    private func texts(_ file: OutputFile) throws -> [String] {
        let workbook = try WorkbookReader.read(file.bytes, fileName: file.path)
        return workbook.sheets.flatMap { $0.rows.flatMap { $0.cells.map(\.value.text) } }
    }

    @Test func `疑似和试行规则的话哪里都不出现`() throws {
        for file in try SampleRenderingTests.everything() {
            let all = try texts(file).joined(separator: "\n")
            #expect(!all.contains("疑似照抄"), "\(file.path)")
            #expect(!all.contains("试行规则的话"), "\(file.path)")
        }
    }

    @Test func `通报里只有问题的种类，没有填报的数`() throws {
        for file in try renderer.bulletin(SampleCounty.facts()) {
            let all = try texts(file).joined(separator: "\n")
            #expect(all.contains("“本月在岗天数”却填了×天") || all.contains("另有1类"))
            #expect(!all.contains("17天"))
            #expect(!all.contains("约5"))
            #expect(!all.contains("石板沟"))
        }
    }

    @Test func `一个单位的反馈里没有别的单位`() throws {
        let facts = SampleCounty.facts()
        for file in try renderer.feedback(facts) {
            let all = try texts(file).joined(separator: "\n")
            let owner = file.path.dropFirst("反馈/".count).dropLast(".xlsx".count)
            for unit in SampleCounty.units where unit.shortName != owner {
                #expect(!all.contains(unit.shortName), "\(file.path)")
            }
        }
    }

    @Test func `退回件里没有填表人和电话`() throws {
        let file = try renderer.returned(SampleRenderingTests.returned, at: "退回/x.xlsx")
        let all = try texts(file)
        #expect(!all.contains { $0.contains("王某某") || $0.contains("赵某某") })
        #expect(!all.contains { $0.contains("13900000000") || $0.contains("0915") })
        // What is right of a label is blank, what is not stays.
        #expect(all.contains("填报单位（盖章）：洄水乡"))
        #expect(all.contains("第一书记本月在岗天数"))
    }
}
