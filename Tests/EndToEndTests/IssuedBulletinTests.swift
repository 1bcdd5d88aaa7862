import Foundation
import Testing

/// A past bulletin as it was issued, and the one that the office issues by name.
struct IssuedBulletinTests {
    private let county: PatrolCounty
    private let place: Workplace

    init() throws {
        county = try PatrolCounty()
        place = county.place
        _ = try county.runBothMonths()
    }

    private func run(_ arguments: String..., asOf: String) throws -> Outcome {
        try place.tongbao(arguments + ["--campaign", "Campaign", "--as-of", asOf])
    }

    /// The period's folder without its letters, which are of their own time.
    private func issued(_ folder: String = "Outbox/2021-04") throws -> [String: Data] {
        try place.snapshot(folder).filter { !$0.key.hasPrefix("mail/") }
    }

    private func correct() throws {
        try county.patrol(
            "云杉林场", "鹰嘴岩片区,12,12,高,20,0,\n黑石沟片区,8,8,中,20,0,", to: "云杉林场（改报）.csv")
    }

    @Test func `is made again byte by byte, after corrections and with other tables`() throws {
        let before = try issued()
        try correct()
        try place.edit("Campaign/settings.csv", "patrol_min,8", "patrol_min,9")
        try place.edit("Campaign/units.csv", "青崖县云杉国有林场", "青崖县云杉国有林场总场")
        try run("run", asOf: "2021-05-12T09:00").expect(0)
        #expect(try issued() != before)
        let now = try issued()
        try run("bulletin", "--period", "2021-04", "--as-issued", asOf: "2021-06-01T09:00")
            .expect(0).says("\(before.count) 个文件与通报时逐字节相同").says("活动表格后来改过")
        #expect(try issued(".tongbao/issued/2021-04") == before)
        #expect(try issued() == now)
        try run(
            "bulletin", "--period", "2021-04", "--as-issued", "--to", "那时", "--json",
            asOf: "2021-06-01T09:00"
        ).expect(0).says("\"same\" : \(before.count)").says("\"different\" : [\n\n  ]")
        #expect(try issued("那时") == before)
    }

    @Test func `what the office issued is what the next month is compared with, tables and all`()
        throws
    {
        try place.edit("Campaign/indicators.csv", "SUM(planned),unit,1,", "SUM(planned),unit,0.9,")
        let moved = ["explain", "云杉林场", "--campaign", "Campaign", "--as-of", "2021-05-12T10:00"]
        // April is held against March as it was first told, by the tables of that time.
        try place.tongbao(moved).expect(0).says("办法调整")
        try run("bulletin", "--period", "2021-03", asOf: "2021-05-12T09:00").expect(0)
        try run("bulletin", "issue", "--period", "2021-03", asOf: "2021-05-12T09:30").expect(0)
        let now = try place.tongbao(moved).expect(0)
        #expect(!now.stdout.contains("办法调整"), "\(now)")
        #expect(!now.stdout.contains("上月更正"), "\(now)")
        // What was told of April before stays as it was told.
        try run("bulletin", "--period", "2021-04", "--as-issued", asOf: "2021-06-01T09:00")
            .expect(0).says("逐字节相同")
        #expect(try issued(".tongbao/issued/2021-04") == issued())
    }

    @Test func `is not written where it would be taken for today's`() throws {
        func refuse(_ folder: String, _ words: String) throws {
            try run(
                "bulletin", "--period", "2021-04", "--as-issued", "--to", folder,
                asOf: "2021-05-12T09:00"
            ).expect(64).complains(words)
        }
        try refuse("Outbox/2021-04", "--to 不能在输出文件夹里")
        try refuse("Campaign", "--to 要写一个新的或空的文件夹")
        try run("bulletin", "--period", "2021-05", "--as-issued", asOf: "2021-05-12T09:00")
            .expect(64).complains("还没有通报过")
        try run("bulletin", "--to", "x", asOf: "2021-05-12T09:00").expect(64)
    }

    @Test func `what the office issues is what the next month is compared with`() throws {
        try correct()
        try run("run", asOf: "2021-05-12T09:00").expect(0)
        try run("bulletin", "issue", "--period", "2021-04", asOf: "2021-05-13T09:00").expect(0)
            .says("2021-04 正式通报")
        let standing = try issued()
        let ranks = try county.table("排名", of: "2021-04")
        try run("bulletin", "--period", "2021-04", "--as-issued", asOf: "2021-05-14T09:00")
            .expect(0).says("\(standing.count) 个文件与通报时逐字节相同")
        #expect(try issued(".tongbao/issued/2021-04") == standing)
        // Another night writes nothing.
        try run("run", asOf: "2021-05-14T09:00").expect(0)
        #expect(try issued() == standing)
        for farm in ["云杉林场", "白桦林场", "落叶松林场", "油松林场"] {
            try place.write(
                try place.text("Inbox/2021-04/巡护/\(farm).csv").replacing("4月", with: "5月"),
                to: "Inbox/2021-05/巡护/\(farm).csv")
        }
        try run("run", asOf: "2021-06-11T09:00").expect(0)
        for row in try county.table("排名", of: "2021-05").rows where row["rank"] != "" {
            #expect(row["previous_rank"] == (try ranks.row(["code": row["code"] ?? ""])["rank"]))
        }
        try run("ledger", "verify", asOf: "2021-06-11T10:00").expect(0)
    }

    @Test func `a draft, a second time, and what is not as the ledger gives it are refused`() throws
    {
        try run("bulletin", "issue", "--period", "2021-05", asOf: "2021-05-12T09:00")
            .expect(64).complains("还没有截止")
        let ranking = "Outbox/2021-04/数据/排名.csv"
        let bytes = try place.data(ranking)
        try place.write("人工改过", to: ranking)
        try run("bulletin", "issue", "--period", "2021-04", asOf: "2021-05-12T09:00")
            .expect(64).complains("数据/排名.csv").complains("tongbao bulletin --period 2021-04")
        try place.write(bytes, to: ranking)
        try run("bulletin", "issue", "--period", "2021-04", asOf: "2021-05-12T09:00").expect(0)
        try run("bulletin", "issue", "--period", "2021-04", asOf: "2021-05-12T10:00")
            .expect(64).complains("已在2021-05-12 09:00正式通报过")
    }
}
