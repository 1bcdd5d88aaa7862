import Foundation
import Testing

/// `tongbao year`, on the small campaign with a review of its own.
struct YearRunTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }

    init() throws {
        county = try PatrolCounty()
        let place = county.place
        try place.write(
            place.text("Campaign/forms.csv") + "review,年终测评登记,,单位,,year,年终测评\n",
            to: "Campaign/forms.csv")
        try place.write(
            place.text("Campaign/fields.csv")
                + """
                review,unit_name,单位名称,,unit_name,,yes,,,,missing,,,,一个单位一行
                review,votes_yes,满意,,integer,票,yes,0,,,missing,,,,满意的票数
                review,votes_no,不满意,,integer,票,yes,0,,,missing,,,,不满意的票数

                """, to: "Campaign/fields.csv")
        try place.write(
            place.text("Campaign/settings.csv")
                + "review_values,votes_yes:100;votes_no:0,分,default,,\n",
            to: "Campaign/settings.csv")
    }

    private func review(_ rows: String) throws {
        try place.write(
            "年终测评登记（2021年4月）\n单位名称,满意,不满意\n\(rows)\n", to: "Inbox/年终测评/测评结果.csv")
    }

    @Test func `a year is written with what is known, and says what is open`() throws {
        try review("云杉林场,8,2\n白桦林场,1,1")
        _ = try county.runBothMonths()
        let answer = try county.tongbao("year").expect(0)
        answer.says("2021年度  已通报 2 个月").says("未定  年终指标达成：12月尚未通报 6家")
            .says("未定  述职评议测评：测评未登记 4家").says("有未定事项")
        let table = try Table(place.data("Outbox/2021年度/数据/年度.csv"), name: "年度.csv")
        let first = try table.row(["code": "LC01"])
        #expect(first["review"] == "80.00" && first["votes"] == "10" && first["months"] == "2")
        #expect(first["score"] == "" && first["rank"] == "")
        #expect(first["open"] == "year_end:not_published")
        // The mean of what was published.
        let scores = try ["2021-03", "2021-04"].map { month in
            try #require(
                Double(county.table("排名", of: month).row(["code": "LC01"])["score"] ?? ""))
        }
        let mean = try #require(Double(first["months_mean"] ?? ""))
        #expect(abs(mean - (scores[0] + scores[1]) / 2) <= 0.005_000_1)
        #expect(try place.names(in: "Outbox/2021年度/述职").count == 6)
        // Nothing of it is known to the ledger, and asked again it writes nothing.
        let before = try place.snapshot(".tongbao")
        try county.tongbao("year").expect(0).says("Outbox/2021年度 没有变化")
        #expect(try place.snapshot(".tongbao") == before)
        try county.tongbao("run").expect(0).says("输出没有变化")
    }

    @Test func `programs read the same, and a corrected sheet takes the old one's place`() throws {
        try self.review("云杉林场,8,2")
        _ = try county.runBothMonths()
        func review(of code: String) throws -> Any? {
            let outcome = try county.tongbao("year", "--json").expect(0)
            let json = try JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8))
            let units = (json as? [String: Any])?["units"] as? [[String: Any]] ?? []
            let unit = try #require(units.first { $0["code"] as? String == code })
            return (unit["parts"] as? [String: Any])?["review"]
        }
        #expect(try review(of: "LC01") as? String == "80.00")
        try self.review("云杉林场,1,1\n云杉林场,1,0")
        try county.tongbao("run").expect(0)
        #expect(try review(of: "LC01") == nil)
        try county.tongbao("year").expect(0).says("测评登记了两次 1家")
    }

    @Test func `a year of which nothing was published is refused`() throws {
        try county.tongbao("year").expect(64).complains("2021年还没有通报过一个月：先运行 tongbao run")
        _ = try county.runBothMonths()
        try county.tongbao("year", "--year", "2019").expect(64)
            .complains("2019年还没有通报过一个月；通报过的年份：2021")
    }
}
