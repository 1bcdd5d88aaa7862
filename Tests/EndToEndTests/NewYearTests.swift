import Foundation
import Testing

/// A new roster at New Year: December is still asked by the old one, January by the new one.
///
/// 黑石沟 is merged into 鹰嘴岩, 风垭口 gets another name, 飞云渡 is new. The tables are swapped on 4 January,
/// before the returns of December are in.
struct NewYearTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }
    /// The run that took the new tables in.
    private let swap: Outcome

    init() throws {
        county = try PatrolCounty()
        let place = county.place
        try FileManager.default.removeItem(at: place.folder.appending(path: "Inbox"))
        try place.write("", to: "Inbox/README.md")
        _ = try Self.run(place, at: "2021-01-02T18:15")
        for (old, new) in [
            ("PQ02,黑石沟片区,,area,LC01,,否,,,", "PQ02,黑石沟片区,,area,LC01,,否,,2020-12-31,PQ01"),
            ("PQ05,风垭口片区,,", "PQ05,云海片区,风垭口片区,"),
            ("WZ01,", "PQ08,飞云渡片区,,area,LC02,,否,2021-01-01,,\nWZ01,"),
        ] {
            try place.edit("Campaign/roster.csv", old, new)
        }
        swap = try Self.run(place, at: "2021-01-04T18:15")
    }

    private static func run(_ place: Workplace, at moment: String) throws -> Outcome {
        try place.tongbao("run", "--campaign", "Campaign", "--as-of", moment).expect(0)
    }

    private func patrol(_ month: String, _ farm: String, _ rows: String...) throws {
        try place.write(
            """
            青崖县森林防火巡护月报表（\(month)）
            填报单位：\(farm)
            片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注
            \(rows.joined(separator: "\n"))

            """, to: "Inbox/\(month)/\(farm).csv")
    }

    /// The returns of December, all but the late one of 油松林场.
    private func december() throws {
        try patrol("2020年12月", "云杉林场", "鹰嘴岩片区,12,12,高,15,0,", "黑石沟片区,8,8,中,10,0,")
        try patrol("2020年12月", "白桦林场", "月亮坝片区,10,9,中,12,0,", "野猪坪片区,8,8,低,9,0,")
        try patrol("2020年12月", "落叶松林场", "风垭口片区,10,10,中,30,0,")
    }

    private func lateDecember() throws {
        try patrol("2020年12月", "油松林场", "老虎洞片区,10,9,中,6,0,", "干海子片区,6,6,低,3,0,")
    }

    @Test func `the run that takes the new roster in says what came, went and was renamed`() throws
    {
        swap.says("活动表格有变动（2021-01-04 18:15 起用）").says("花名册  新增 1：飞云渡片区（白桦林场）")
            .says("花名册  撤并 1：黑石沟片区 → 鹰嘴岩片区").says("花名册  改名 1：风垭口片区 → 云海片区")
        #expect(!swap.stdout.contains("→ 往月"), "nothing reaches into past months: \(swap)")
        let table = try Table(
            place.data(".tongbao/office/2020-12/名册变动.csv"), name: "名册变动.csv")
        #expect(table.rows(["code": "PQ02"]).map { $0["change"] } == ["merged"])
        #expect(try table.row(["code": "PQ05", "change": "renamed"])["before"] == "风垭口片区")
    }

    @Test func `it is said once; a run that was killed leaves it to the next one`() throws {
        let again = try Self.run(place, at: "2021-01-04T18:15")
        #expect(!again.stdout.contains("活动表格有变动"), "\(again)")
        // What a run notes last of all.
        try FileManager.default.removeItem(
            at: place.folder.appending(path: ".tongbao/outbox/campaign.key"))
        let table = try place.data(".tongbao/office/2020-12/名册变动.csv")
        let later = try Self.run(place, at: "2021-01-05T18:15")
        let news = swap.lines.filter { $0.contains("花名册") }
        #expect(later.lines.filter { $0.contains("花名册") } == news && news.count == 4)
        #expect(try place.data(".tongbao/office/2020-12/名册变动.csv") == table)
    }

    @Test func `December is asked by the old roster, late days are those of its own month`() throws
    {
        try december()
        try Self.run(place, at: "2021-01-10T18:15").says("2020-12  应报 7  已报 3")
        try lateDecember()
        let late = try Self.run(place, at: "2021-01-12T18:15")
        late.says("2020-12  应报 7  已报 4  其中迟报 1")
        let receipts = try county.table("收件", of: "2020-12")
        #expect(receipts.rows(["form": "patrol", "status": "accepted"]).count == 4)
        // The 10th is a Sunday: Monday and Tuesday.
        #expect(try receipts.row(["form": "patrol", "name": "青崖县油松国有林场"])["late_days"] == "2")
        let share = try county.table("指标", of: "2020-12").row(["indicator": "F01", "code": "LC01"])
        #expect(share["denominator"] == "20", "both areas of 云杉 count in December")
    }

    @Test func `January is asked by the new roster; what adds up over the year begins anew`() throws
    {
        try december()
        try lateDecember()
        _ = try Self.run(place, at: "2021-01-10T18:15")
        // Fewer signs than in December is no decline; the old name is an alias; the merged area asks.
        try patrol("2021年1月", "云杉林场", "鹰嘴岩片区,12,12,高,3,0,", "黑石沟片区,8,8,中,1,0,")
        try patrol(
            "2021年1月", "白桦林场", "月亮坝片区,10,9,中,2,0,", "野猪坪片区,8,8,低,1,0,", "飞云渡片区,5,5,低,1,0,")
        try patrol("2021年1月", "落叶松林场", "风垭口片区,10,10,中,4,0,")
        let january = try Self.run(place, at: "2021-02-10T18:15")
        january.says("2021-01  应报 7  已报 3")
        let receipts = try county.table("收件", of: "2021-01")
        #expect(receipts.rows(["form": "patrol", "status": "accepted"]).count == 3)
        let problems = try county.table("问题", of: "2021-01")
        #expect(problems.rows(["subject": "黑石沟片区"]).map { $0["severity"] } == ["query"])
        let figures = try county.table("指标", of: "2021-01")
        func figure(_ indicator: String, _ farm: String) throws -> [String] {
            let row = try figures.row(["indicator": indicator, "code": farm])
            return [row["numerator"] ?? "", row["denominator"] ?? ""]
        }
        #expect(try figure("F01", "LC01") == ["12", "12"], "the merged area is asked no more")
        #expect(try figure("F01", "LC02") == ["22", "23"], "the new one is")
        #expect(try figure("F03", "LC03") == ["4", "60"])
        // Silent in January: what is planned is carried over New Year, the year's signs are not.
        #expect(try figure("F01", "LC04") == ["0", "16"])
        #expect(try figure("F03", "LC04") == ["0", "120"])
    }
}
