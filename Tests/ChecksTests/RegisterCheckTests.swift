import Campaigns
import Checks
import Findings
import Testing

/// The office's register by itself.
struct RegisterCheckTests {
    private let form = Form(
        id: "bonus", title: "加分登记", folder: "加分登记",
        fields: [
            Field(id: "unit_name", header: "单位名称", type: .unitName),
            Field(id: "points", header: "加分", type: .decimal),
            Field(id: "basis", header: "依据文号", type: .text),
        ])

    @Test func `一件写了两行要核实，文号不同、单位不同的不问`() throws {
        let campaign = Campaign(settings: Settings(), units: [], roster: [], forms: [form])
        let drawn = DrawnReturn(
            """
            unit_name | points | basis
            城关镇    | 0.5    | 岚组通〔2020〕1号
            ①城关镇  | 0.5    | ②岚组通〔2020〕 1号
            城关镇    | 0.5    | 岚组通〔2020〕2号
            水利局    | 1      | 岚组通〔2020〕1号
            """, of: form, in: campaign, unit: nil, period: try SmallCounty.period("2020-06"))
        let asOf = try #require(Moment(iso: "2020-07-06", offset: 0))
        let found = try RuleEngine(campaign: campaign)
            .findings(for: drawn.submission, asOf: asOf)
        #expect(found.map(drawn.brief) == ["F623 ①②"])
        #expect(found.first?.severity == .query)
        #expect(found.first?.message.chinese.contains("在第2行已经登记") == true)
    }
}
