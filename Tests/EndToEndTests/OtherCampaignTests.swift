import Foundation
import Testing
import Workbooks

/// A campaign on another subject runs on its tables alone.
struct OtherCampaignTests {
    @Test func `its tables have no fault`() throws {
        let county = try PatrolCounty()
        try county.place.tongbao("campaign", "check", "Campaign").expect(0).says("没有错误")
    }

    @Test func `it is ranked as worked out by hand`() throws {
        let county = try PatrolCounty()
        let runs = try county.runBothMonths()
        runs.march.says("应报 7  已报 7").says("通报  Outbox/2021-03/森林防火通报-2021年03月.xlsx")
        runs.april.says("应报 7  已报 5").says("未报  落叶松林场 《森林防火巡护月报表》")
        for period in ["2021-03", "2021-04"] {
            let ranking = try county.place.text("Outbox/\(period)/数据/排名.csv")
            let expected = Workplace.repository
                .appending(path: "Tests/Fixtures/OtherCampaign/Expected/排名-\(period).csv")
            #expect(try ranking == String(decoding: Data(contentsOf: expected), as: UTF8.self))
        }
    }

    @Test func `its own rules give its own words`() throws {
        let county = try PatrolCounty()
        _ = try county.runBothMonths()
        let march = try county.table("问题", of: "2021-03")
        #expect(march.rows.map { $0["finding"] } == ["P03"])
        #expect(march.rows.first?["message"] == "高火险片区只巡护7次")
        let april = try county.table("问题", of: "2021-04").row(["finding": "P02"])
        #expect(april["message"] == "“本年累计设警示牌”由30块减为25块")
        #expect(april["subject"] == "风垭口片区")
        #expect(april["cell"] == "4", "for a CSV the place is the line")
    }

    @Test func `no word of the shipped campaign is in its bulletin`() throws {
        let county = try PatrolCounty()
        _ = try county.runBothMonths()
        for (path, bytes) in try county.place.snapshot("Outbox/2021-04") {
            for word in ["五位一体", "党建", "行政村", "岚川"] {
                #expect(try !Contents.of(bytes, path: path, hold: word), "\(word) in \(path)")
            }
        }
    }

    @Test func `a workbook with a sheet a table gives the same`() throws {
        let county = try PatrolCounty()
        try county.tongbao("run", "--period", "2021-03").expect(0)
        let place = county.place
        try place.tongbao("campaign", "pack", "Campaign", "活动.xlsx").expect(0)
        try place.tongbao(
            "run", "--campaign", "活动.xlsx", "--period", "2021-03", "--as-of", PatrolCounty.asOf,
            "--outbox", "Outbox2", "--state", "state2"
        ).expect(0)
        let (folder, workbook) = (try place.snapshot("Outbox"), try place.snapshot("Outbox2"))
        #expect(folder.keys.sorted() == workbook.keys.sorted())
        for path in folder.keys.sorted() where path.contains("/数据/") {
            #expect(folder[path] == workbook[path], "\(path)")
        }
    }

    @Test func `before the due time there is a draft without ranks`() throws {
        let county = try PatrolCounty()
        let run = try county.place.tongbao(
            "run", "--campaign", "Campaign", "--period", "2021-04", "--as-of", "2021-05-10T11:59",
            "--lang", "en")
        run.expect(0).says("not closed, a draft")
        let ranking = try county.table("排名", of: "2021-04")
        #expect(ranking.rows.allSatisfy { $0["rank"] == "" && $0["change"] == "" })
        #expect(try county.table("收件", of: "2021-04").rows(["status": "missing"]).isEmpty)
    }
}
