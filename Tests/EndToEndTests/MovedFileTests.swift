import Foundation
import Testing
import Workbooks

/// A file that went back and is sent again unchanged, as its answer said: in the right folder, under a name
/// with a month, after the earlier month was mended.
struct MovedFileTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }
    private static let farm = "落叶松林场"

    init() throws {
        county = try PatrolCounty()
        try remove("2021-04/巡护/\(Self.farm).csv")
    }

    private func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: place.folder.appending(path: "Inbox/" + path))
    }

    private func move(_ path: String, to target: String) throws {
        let inbox = place.folder.appending(path: "Inbox")
        let url = inbox.appending(path: target)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: inbox.appending(path: path), to: url)
    }

    private func write(
        _ path: String, title: String, label: String = "填报单位：\(farm)", signs: Int = 45
    ) throws {
        try place.write(
            """
            青崖县森林防火巡护月报表\(title)
            \(label)
            片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注
            风垭口片区,10,10,高,\(signs),0,

            """, to: "Inbox/" + path)
    }

    @discardableResult
    private func run(_ asOf: String) throws -> Outcome {
        try place.tongbao("run", "--campaign", "Campaign", "--as-of", asOf).expect(0)
    }

    /// The farm's patrol returns of April: file, status, and how late.
    private func returns(_ period: String = "2021-04") throws -> [String] {
        try county.table("收件", of: period).rows
            .filter { $0["form"] == "patrol" && $0["name"]?.contains("落叶松") == true }
            .map { "\($0["file"] ?? "") \($0["status"] ?? "") \($0["late_days"] ?? "")" }
    }

    @Test(arguments: [
        // In the folder of another month; without a month; without a unit.
        ("2021-03/巡护/a.csv", "（2021年4月）", "填报单位：\(farm)", "2021-04/巡护/a.csv"),
        ("巡护/a.csv", "", "填报单位：\(farm)", "巡护/a 2021年4月.csv"),
        ("2021-04/a.csv", "（2021年4月）", "", "2021-04/\(farm)/a.csv"),
    ])
    func `it is read anew where it lies now, and came when it came`(
        path: String, title: String, label: String, target: String
    ) throws {
        try write(path, title: title, label: label)
        try run("2021-05-10T09:00")
        #expect(try !returns().contains { $0.contains("accepted") })
        try move(path, to: target)
        try run("2021-05-12T09:00").says("采用 1 张表")
        #expect(try returns() == ["\(target) accepted "])
        // It is one return, and was never late nor, in the end, sent back.
        let score = try county.table("排名", of: "2021-04").rows.first {
            $0["name"]?.contains("落叶松") == true
        }
        #expect(score?["deductions"] == "0.00")
        try run("2021-05-12T10:00").says("没有新文件")
        try place.tongbao("ledger", "verify").expect(0)
    }

    @Test func `a copy that tells less, or no more, takes nothing away`() throws {
        try write("2021-04/\(Self.farm)/a.csv", title: "（2021年4月）", label: "", signs: 9999)
        try run("2021-05-10T09:00")
        let before = try returns()
        #expect(before == ["2021-04/\(Self.farm)/a.csv returned "])
        for copy in ["备份/a.csv", "备份/\(Self.farm)/b.csv"] {
            try place.write(place.data("Inbox/2021-04/\(Self.farm)/a.csv"), to: "Inbox/" + copy)
        }
        try run("2021-05-10T10:00").says("重复 2 个文件")
        #expect(try returns() == before)
        try run("2021-05-10T11:00").says("没有新文件")
    }

    @Test func `a month that went back for the one before is judged again once that stands`() throws
    {
        try write("2021-03/巡护/\(Self.farm).csv", title: "（2021年3月）", signs: 60)
        try write("2021-04/巡护/\(Self.farm).csv", title: "（2021年4月）", signs: 45)
        try run("2021-05-10T09:00")
        #expect(try returns() == ["2021-04/巡护/\(Self.farm).csv returned "])
        try write("2021-03/巡护/\(Self.farm) 更正.csv", title: "（2021年3月）", signs: 40)
        try run("2021-05-10T11:00").says("以前退回的 1 个文件重新校核：采用 1 张表")
        #expect(try returns() == ["2021-04/巡护/\(Self.farm).csv accepted "])
        try run("2021-05-10T12:00").says("没有新文件")
        try place.tongbao("ledger", "rebuild").expect(0)
        #expect(try returns() == ["2021-04/巡护/\(Self.farm).csv accepted "])
    }

    @Test func `a month that had not begun is judged again once it has`() throws {
        try write("2021-05/巡护/\(Self.farm).csv", title: "（2021年5月）", signs: 50)
        try run("2021-04-30T09:00")
        #expect(try returns("2021-05") == ["2021-05/巡护/\(Self.farm).csv returned "])
        try run("2021-05-02T09:00").says("以前退回的 1 个文件重新校核：采用 1 张表")
        #expect(try returns("2021-05") == ["2021-05/巡护/\(Self.farm).csv accepted "])
    }

    @Test func `a month without a year is the one that it was when it came`() throws {
        try write("巡护/\(Self.farm).csv", title: "（4月）", signs: 9999)
        try run("2021-05-10T09:00")
        #expect(try returns() == ["巡护/\(Self.farm).csv returned "])
        try place.edit("Campaign/settings.csv", "due_day,10", "due_day,11")
        try run("2022-05-12T09:00")
        #expect(!place.exists("Outbox/2022-04"))
        try place.tongbao(
            "bulletin", "--period", "2021-04", "--campaign", "Campaign", "--as-of",
            "2022-05-12T10:00"
        ).expect(0)
        #expect(try returns() == ["巡护/\(Self.farm).csv returned ", " missing "])
    }

    @Test func `what was no form before and is one now has gone back once, and then not`() throws {
        try place.write(
            """
            青崖县森林防火巡护月报表（2021年4月）
            填报单位：\(Self.farm)
            地块,计划,完成,火情级别,牌子,起数,备注
            风垭口片区,10,10,高,45,0,

            """, to: "Inbox/2021-04/巡护/\(Self.farm).csv")
        try run("2021-05-10T09:00")
        #expect(try returns() == ["2021-04/巡护/\(Self.farm).csv returned "])
        for (head, alias) in [
            ("片区名称,片区", "地块"), ("应巡护次数,计划次数", "计划"), ("实巡护次数,实际次数", "完成"),
            ("火险等级,火险", "火情级别"), ("本年累计设警示牌,警示牌", "牌子"), ("火情起数,火情", "起数"),
        ] {
            try place.edit("Campaign/fields.csv", head + ",", "\(head);\(alias),")
        }
        try run("2021-05-11T09:00").says("以前退回的 1 个文件重新校核：采用 1 张表")
        #expect(try returns() == ["2021-04/巡护/\(Self.farm).csv accepted "])
        let rank = try county.table("排名", of: "2021-04").rows.first {
            $0["name"]?.contains("落叶松") == true
        }
        #expect(rank?["deductions"] == "0.00")
        try place.tongbao("ledger", "verify").expect(0)
        try place.tongbao("ledger", "rebuild").expect(0)
    }

    @Test func `of a workbook that is moved the sheet that nothing replaced is read`() throws {
        func sheet(_ name: String, _ rows: [[String]]) -> SheetDraft {
            var sheet = SheetDraft(name: name)
            sheet.rows = rows.map { RowDraft($0.map { CellDraft($0) }) }
            return sheet
        }
        let patrol = [
            ["青崖县森林防火巡护月报表（2021年4月）"], ["填报单位：云杉林场"],
            ["片区名称", "应巡护次数", "实巡护次数", "火险等级", "本年累计设警示牌", "火情起数", "备注"],
        ]
        let areas = try place.text("Inbox/2021-04/巡护/云杉林场.csv").split(separator: "\n").dropFirst(3)
        let depot = try place.text("Inbox/2021-04/物资/云杉林场.csv").split(separator: "\n")
        func cells(_ lines: some Sequence<Substring>) -> [[String]] {
            lines.map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
        let book = WorkbookDraft(sheets: [
            sheet("巡护", patrol + cells(areas)), sheet("物资", cells(depot)),
        ])
        try place.write(Data(book.encoded()), to: "Inbox/2021-03/云杉.xlsx")
        let good = try place.data("Inbox/2021-04/巡护/云杉林场.csv")
        try remove("2021-04/巡护/云杉林场.csv")
        try remove("2021-04/物资/云杉林场.csv")
        try run("2021-05-10T09:00")
        try place.write(good, to: "Inbox/2021-04/巡护/云杉林场.csv")
        try run("2021-05-10T10:00")
        try move("2021-03/云杉.xlsx", to: "2021-04/云杉.xlsx")
        try run("2021-05-10T11:00").says("采用 1 张表")
        let accepted = try county.table("收件", of: "2021-04").rows(["status": "accepted"])
            .filter { $0["name"]?.contains("云杉") == true }
        #expect(
            accepted.map { "\($0["form"] ?? "") \($0["file"] ?? "")" } == [
                "patrol 2021-04/巡护/云杉林场.csv", "depot 2021-04/云杉.xlsx",
            ])
    }

    @Test func `what was replaced is not judged by tables of a later day`() throws {
        try write("2021-04/巡护/\(Self.farm).csv", title: "（2021年4月）", signs: 9999)
        try run("2021-05-10T09:00")
        try write("2021-04/巡护/\(Self.farm) 更正.csv", title: "（2021年4月）", signs: 45)
        try run("2021-05-10T10:00")
        try run("2021-05-11T09:00")
        let before = try returns()
        let ranks = try place.data("Outbox/2021-04/数据/排名.csv")
        // A column that nobody had heard of.
        try place.edit(
            "Campaign/fields.csv", "patrol,note,备注",
            "patrol,visits,走访户数,,integer,户,yes,0,999,,missing,,,,\npatrol,note,备注")
        let outcome = try run("2021-05-12T09:00")
        #expect(!outcome.stdout.contains("重新校核"))
        #expect(try returns() == before)
        #expect(try place.data("Outbox/2021-04/数据/排名.csv") == ranks)
    }
}
