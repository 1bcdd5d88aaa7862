import Foundation
import Testing

/// Plans, samples and records that are not closed: nothing of them leaves the office.
struct InspectionSecrecyTests {
    private static let asOf = "2020-07-06T09:00"

    /// Words that stand in the planted papers alone.
    private static let secrets = ["密查桃源", "临江突击", "未结甲丙", "抽样名册"]

    @Test func `no output, letter, log or name of a file tells of them`() throws {
        let place = try Workplace()
        try place.copyShippedCounty()
        try place.edit(
            "Templates/five-in-one/settings.csv", "settle_seconds,10", "settle_seconds,0")
        try place.write(
            "暗访计划\n日期,对象\n2020-07-20,密查桃源村\n", to: "Inbox/2020-06/暗访/临江突击计划.csv")
        try place.write(
            "抽样名册\n序号,对象\n1,密查桃源村\n", to: "Inbox/2020-06/7月暗访抽样名册.csv")
        try place.write(
            Data(
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 7, count: 99)),
            to: "Inbox/2020-06/暗访/临江突击现场.png")
        let head = """
            暗访编号,暗访日期,时段,暗访组,领域,被查单位代码,被查单位,责任单位,检查项目编码,现场核实值,上报值,比对结论,偏差方向,严重程度,佐证编号,反馈意见,组织部认定,整改期限,备注
            """
        let entry = try #require(
            Table(place.data("Templates/five-in-one/roster.csv"), name: "roster.csv")
                .rows(["sector": "rural"]).first)
        let unit = try #require(
            Table(place.data("Templates/five-in-one/units.csv"), name: "units.csv")
                .rows(["code": entry["unit"] ?? ""]).first)
        try place.write(
            "基层党建暗访核查记录表（2020年6月）\n" + head + "\n"
                + "AF202006-901,2020-06-29,上午,A9,农村,\(entry["code"] ?? ""),\(entry["name"] ?? ""),"
                + "\(unit["short_name"] ?? ""),I06,0,,不符,,严重,ZP901,未反馈,待认定,2020-07-20,未结甲丙之事\n",
            to: "Inbox/2020-06/暗访/6月补充记录.csv")
        let runs = [
            try place.tongbao("run", "--period", "2020-05", "--as-of", Self.asOf),
            try place.tongbao(
                ["run", "--as-of", Self.asOf], environment: ["TONGBAO_LOG": "debug"]),
            try place.tongbao("mail", "preview", "--as-of", Self.asOf),
        ]
        for run in runs.dropLast() { run.expect(0) }
        for (path, bytes) in try place.snapshot("Outbox") {
            for secret in Self.secrets + ["AF202006-901"] {
                #expect(!path.contains(secret), "\(path)")
                #expect(try !Contents.of(bytes, path: path, hold: secret), "\(secret) in \(path)")
            }
        }
        for run in runs {
            for secret in Self.secrets { #expect(!run.stderr.contains(secret), "\(run)") }
        }
        // The office itself knows of the record.
        let cases = try Table(
            place.data(".tongbao/office/2020-06/暗访办理.csv"), name: "暗访办理.csv")
        #expect(!cases.rows(["visit": "AF202006-901"]).isEmpty)
        try place.tongbao("office", "cases", "--as-of", Self.asOf).expect(0).says(
            "AF202006-901 I06")
    }
}
