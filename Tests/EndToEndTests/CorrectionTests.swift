import Foundation
import Testing
import Workbooks

/// A figure that was told and is another now: the bulletin is corrected, figure by figure, with the reasons.
struct CorrectionTests {
    private let county: PatrolCounty
    private let notice = "Outbox/2021-04/更正通报-2021年04月.xlsx"

    init() throws {
        county = try PatrolCounty()
        _ = try county.runBothMonths()
    }

    /// 云杉林场 walks three rounds more than it had reported.
    private func correctSpruce(walked: Int = 12, _ file: String = "云杉林场（改报）.csv") throws {
        try county.patrol(
            "云杉林场", "鹰嘴岩片区,12,\(walked),高,20,0,\n黑石沟片区,8,8,中,20,0,", to: file)
    }

    private func run(_ arguments: String..., asOf: String) throws -> Outcome {
        try county.place.tongbao(arguments + ["--campaign", "Campaign", "--as-of", asOf])
    }

    /// The lines of a correction: unit, item, before, after, reason.
    private func lines(of path: String) throws -> [[String]] {
        let workbook = try WorkbookReader.read(
            Array(county.place.data(path)), fileName: "notice.xlsx")
        let sheet = try #require(workbook.sheets.first { $0.name == "更正明细" })
        return sheet.rows.filter { Int($0[column: 1]?.value.text ?? "") != nil }.map { row in
            (2...6).map { row[column: $0]?.value.text ?? "" }
        }
    }

    /// What is another in the tables for programs, by unit and figure.
    private func differences(
        _ before: [String: Data], _ after: [String: Data]
    ) throws -> Set<[String]> {
        var found: Set<[String]> = []
        func tables(_ name: String) throws -> (Table, Table) {
            let path = "2021-04/数据/\(name).csv"
            return try (
                Table(#require(before[path]), name: name), Table(#require(after[path]), name: name)
            )
        }
        let (old, new) = try tables("排名")
        for (column, item) in [
            ("rank", "名次"), ("score", "得分"), ("base_score", "指标得分"), ("deductions", "扣分"),
            ("bonus", "加分"),
        ] {
            for row in new.rows {
                let code = row["code"] ?? ""
                if try old.row(["code": code])[column] != row[column] {
                    found.insert([code, item])
                }
            }
        }
        let (measured, again) = try tables("指标")
        for row in again.rows {
            let (code, id) = (row["code"] ?? "", row["indicator"] ?? "")
            let then = try measured.row(["code": code, "indicator": id])
            if then != row { found.insert([code, "\(id) \(row["title"] ?? "")"]) }
        }
        return found
    }

    private static let codes = [
        "云杉林场": "LC01", "白桦林场": "LC02", "落叶松林场": "LC03", "油松林场": "LC04", "应急局": "JG01",
        "水利局": "JG02", "全县": "county",
    ]

    @Test func `tells exactly the figures that the tables show changed, with the file that came`()
        throws
    {
        #expect(!county.place.exists(notice))
        let before = try county.place.snapshot("Outbox")
        try correctSpruce()
        try run("run", asOf: "2021-05-12T09:00").expect(0).says("更正通报第1号")
        let lines = try lines(of: notice)
        let told = Set(lines.map { [Self.codes[$0[0]] ?? $0[0], $0[1]] })
        #expect(told == (try differences(before, county.place.snapshot("Outbox"))))
        let rate = try #require(lines.first { $0[0] == "云杉林场" && $0[1] == "F01 巡护到位率" })
        #expect(rate[2] == "85.0%（17/20）\n系数 0.85")
        #expect(rate[3] == "100.0%（20/20）\n系数 1")
        #expect(
            rate[4] == "云杉林场报送的《森林防火巡护月报表》（云杉林场（改报）.csv，2021-05-12 09:00收到）")
        for line in lines where line[0] != "云杉林场" && line[0] != "全县" {
            #expect(line[1] == "名次" && line[4] == "其他单位得分变动", "\(line)")
        }
        // The nightly run finds nothing new to tell.
        let after = try county.place.snapshot("Outbox")
        try run("run", asOf: "2021-05-12T09:00").expect(0)
        #expect(try county.place.snapshot("Outbox") == after)
    }

    @Test func `a later one counts from it and leaves it as it was told`() throws {
        try correctSpruce()
        try run("run", asOf: "2021-05-12T09:00").expect(0)
        let first = try county.place.data(notice)
        try county.place.write(
            "扑火物资月报表（2021年4月）\n填报单位：白桦林场\n物资库名称,应配风力灭火机,完好风力灭火机,检查日期,备注\n"
                + "白桦物资库,10,10,2021-04-22,\n",
            to: "Inbox/2021-04/物资/白桦林场.csv")
        try run("run", asOf: "2021-05-14T09:00").expect(0).says("更正通报第2号")
        #expect(try county.place.data(notice) == first)
        let second = try lines(of: "Outbox/2021-04/更正通报-2021年04月-第2号.xlsx")
        #expect(!second.contains { $0[0] == "云杉林场" && $0[1].hasPrefix("F01") })
        #expect(second.contains { $0[0] == "白桦林场" && $0[1] == "G01 灭火机完好率" })
        // The ledger made again from its events tells the same.
        let outbox = try county.place.snapshot("Outbox/2021-04")
        try run("ledger", "rebuild", asOf: "2021-05-14T10:00").expect(0)
        try run("bulletin", "--period", "2021-04", asOf: "2021-05-14T09:00").expect(0)
        #expect(try county.place.snapshot("Outbox/2021-04") == outbox)
    }

    @Test
    func `an act of the office is named with its reason, and what is as told is not corrected`()
        throws
    {
        try run("bulletin", "--period", "2021-04", asOf: "2021-05-12T09:00").expect(0)
        #expect(!county.place.exists(notice))
        try run(
            "office", "waive", "白桦林场", "物资", "--period", "2021-04", "--reason", "仓库搬迁",
            asOf: "2021-05-12T10:00"
        ).expect(0)
        try run("bulletin", "--period", "2021-04", asOf: "2021-05-12T11:00").expect(0)
        let lines = try lines(of: notice)
        let mine = lines.filter { $0[0] == "白桦林场" }
        #expect(mine.contains { $0[1] == "扣分" && $0[2] == "4.00" && $0[3] == "0.00" })
        for line in mine {
            #expect(line[4].contains("白桦林场2021年4月《扑火物资月报表》免报，仓库搬迁"), "\(line)")
        }
    }

    @Test func `new tables are told as the reason`() throws {
        try county.place.edit("Campaign/settings.csv", "patrol_min,8", "patrol_min,10")
        try run("run", asOf: "2021-05-12T09:00").expect(0).says("更正通报第1号")
        let lines = try lines(of: notice)
        #expect(lines.contains { $0[1].hasPrefix("F02") && $0[4] == "活动表格（名册、指标或设置）有变动" })
    }
}
