import Campaigns
import Testing

@testable import Returns

/// Brackets behind heads of columns with a help that says what they count.
struct HeadQualifierTests {
    private static let fields = [
        "pay": Field(
            id: "pay", header: "累计实发村干部报酬", aliases: ["实发报酬"], type: .decimal, unit: "万元",
            required: .always, isCumulative: true,
            help: "1月至本月累计已发到村干部手中的报酬，单位为万元，以发放凭证为准"),
        "floating": Field(
            id: "floating", header: "流动党员数", aliases: ["流动党员"], type: .integer, unit: "人",
            required: .always, help: "月末本社区掌握的流动党员人数，含流出和流入"),
        "praised": Field(
            id: "praised", header: "本年累计评选表彰数", aliases: ["评选表彰数"], type: .integer, unit: "个",
            required: .always, isCumulative: true,
            help: "1月至本月累计评选表彰的志愿服务先进典型，个人和集体合计，没有填0"),
        "watch": Field(
            id: "watch", header: "本月坐班天数", aliases: ["坐班天数"], type: .integer, unit: "天",
            required: .always, help: "本月村上有村干部坐班的天数，一天有人在岗计1天，不是人次"),
    ]

    private func match(_ head: String, _ field: String) throws -> HeaderBook.Match? {
        let campaign = Campaign(
            settings: Settings(texts: [:]), units: [], roster: [],
            forms: [
                Form(id: "form", title: "月报表", fields: [try #require(Self.fields[field])])
            ])
        return HeaderBook(campaign).match(HeaderText(head), inForm: 0)
    }

    @Test(arguments: [
        ("累计实发村干部报酬（本月）", "pay", "本月"), ("实发报酬（1月）", "pay", "1月"),
        ("实发报酬（截至上年末）", "pay", "截至上年末"), ("实发报酬（本季）", "pay", "本季"),
        ("流动党员（流出）", "floating", "流出"), ("流动党员数（流入）", "floating", "流入"),
        ("评选表彰数（个人）", "praised", "个人"), ("评选表彰数（本月）", "praised", "本月"),
        ("坐班天数（本年累计）", "watch", "本年累计"),
    ])
    func `a word of the help that narrows is a doubt`(head: String, field: String, words: String)
        throws
    {
        guard case .unclear(field, words)? = try match(head, field) else {
            Issue.record("\(head) is taken")
            return
        }
    }

    @Test(arguments: [
        ("实发报酬（以发放凭证为准）", "pay"), ("实发报酬（1月至本月）", "pay"), ("实发报酬（本年累计）", "pay"),
        ("实发报酬（单位为万元）", "pay"), ("流动党员（含流出和流入）", "floating"), ("评选表彰数（个人和集体合计）", "praised"),
        ("坐班天数（本月）", "watch"), ("坐班天数（当月）", "watch"), ("坐班天数（一天有人在岗计1天）", "watch"),
        ("坐班天数（没有填0）", "watch"), ("实发报酬（村干部）", "pay"),
    ])
    func `a clause of the help or the field's own time is none`(head: String, field: String) throws
    {
        guard case .field(field, _)? = try match(head, field) else {
            Issue.record("\(head) is not taken")
            return
        }
    }
}
