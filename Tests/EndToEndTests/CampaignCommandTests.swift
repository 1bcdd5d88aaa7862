import Foundation
import Testing

/// `campaign` and `demo`.
struct CampaignCommandTests {
    @Test func `the shipped campaign has no fault`() throws {
        let place = try Workplace()
        try place.copy("Templates", to: "Templates")
        try place.tongbao("campaign", "check").expect(0).says("没有错误")
        try place.tongbao("campaign", "check", "--list-checks").expect(0)
            .says("unknown_entry").says("personal_data")
    }

    @Test func `packing and unpacking gives the same tables`() throws {
        let place = try Workplace()
        try place.copy("Templates/five-in-one", to: "Campaign")
        try place.tongbao("campaign", "pack", "Campaign", "活动.xlsx").expect(0)
        try place.tongbao("campaign", "check", "活动.xlsx").expect(0).says("没有错误")
        try place.tongbao("campaign", "unpack", "活动.xlsx", "again").expect(0)
        let (tables, again) = (try place.snapshot("Campaign"), try place.snapshot("again"))
        #expect(tables.keys.sorted() == again.keys.sorted())
        for name in tables.keys.sorted() { #expect(tables[name] == again[name], "\(name)") }
    }

    @Test func `a folder and a workbook the wrong way round are told so`() throws {
        let place = try Workplace()
        try place.copy("Templates/five-in-one", to: "Campaign")
        try place.tongbao("campaign", "unpack", "Campaign", "活动.xlsx").expect(64)
            .complains("拆是 unpack 工作簿 文件夹")
        try place.tongbao("campaign", "pack", "活动.xlsx", "Campaign").expect(64)
            .complains("装是 pack 文件夹 工作簿")
        #expect(!place.exists("活动.xlsx"))
    }

    @Test func `a demo county of any size runs`() throws {
        let place = try Workplace()
        try place.copy("Templates", to: "Templates")
        try place.tongbao("demo", "county", "--townships", "4", "--months", "1").expect(0)
        try place.tongbao("demo", "same", "--townships", "4", "--months", "1").expect(0)
        #expect(try place.snapshot("county") == place.snapshot("same"))
        try place.edit("county/Campaign/settings.csv", "settle_seconds,10", "settle_seconds,0")
        let run = try place.tongbao(
            "run", "--campaign", "county/Campaign", "--inbox", "county/Inbox", "--as-of",
            ShippedCounty.asOf)
        run.expect(0).says("2020-06").says("通报  Outbox/2020-06/")
        let ranking = try Table(place.data("Outbox/2020-06/数据/排名.csv"), name: "排名.csv")
        let units = try Table(place.data("county/Campaign/units.csv"), name: "units.csv")
        #expect(units.rows(["kind": "township"]).count == 4)
        #expect(ranking.rows.count == units.rows.count { $0["rank_group"] != "" })
    }
}
