import Foundation
import Testing

/// What a clerk may drop into the folder by mistake: one clear finding each, in both languages, and the
/// other files go through.
struct BadInputTests {
    private let county: PatrolCounty

    init() throws {
        county = try PatrolCounty()
        try county.place.write(Data("PK\u{3}\u{4}cut short".utf8), to: "Inbox/2021-04/巡护/坏.xlsx")
        try county.place.write("序号,名字\n1,无关\n", to: "Inbox/2021-04/其他/无关.csv")
        try FileManager.default.removeItem(
            at: county.place.folder.appending(path: "Inbox/2021-04/巡护/白桦林场.csv"))
        try county.patrol(
            "白桦林场", "月亮坝片区,10,10,中,24,0,\n野猪坪片区,8,4,低,16,0,\n野猪林片区,8,4,低,16,0,",
            to: "白桦林场.csv")
    }

    @Test(arguments: [
        ("巡护/坏.xlsx", "F101", "文件不完整", "the file is cut short"),
        ("其他/无关.csv", "F126", "不是本活动的报表", "is no return of this campaign"),
        ("巡护/白桦林场.csv", "F303", "花名册上没有“野猪林片区”", "“野猪林片区” is not on the roster"),
    ])
    func `a check gives one finding in Chinese and in English`(
        file: String, code: String, chinese: String, english: String
    ) throws {
        let path = "Inbox/2021-04/\(file)"
        let place = code == "F303" ? "\(path) › 第6行 › A6" : path
        try county.tongbao("check", path, "--lang", "zh").expect(1)
            .says("\(place): 错误 \(code): \(chinese)").says("→")
        try county.tongbao("check", path, "--lang", "en").expect(1)
            .says("\(place.replacing("第6行", with: "line 6")): error \(code): ").says(english)
            .says("→")
        let json = try county.tongbao("check", path, "--json").expect(1)
        #expect(json.stdout.split(separator: "\"code\"").count == 2, "one finding: \(json)")
    }

    @Test func `a check stores nothing`() throws {
        try county.tongbao("check", "Inbox/2021-04/巡护/坏.xlsx").expect(1)
        #expect(!county.place.exists(".tongbao"))
        #expect(!county.place.exists("Outbox"))
    }

    @Test func `a check without errors ends with 0`() throws {
        try county.tongbao("check", "Inbox/2021-04/巡护/油松林场.csv").expect(0)
            .says("采用").says("没有台账，未与上月比较")
    }

    @Test func `the other files of a check are looked at too`() throws {
        try county.tongbao(
            "check", "Inbox/2021-04/巡护/坏.xlsx", "Inbox/2021-04/巡护/油松林场.csv"
        ).expect(1).says("油松林场.csv  青崖县油松国有林场 森林防火巡护月报表 2021-04")
    }

    @Test(arguments: ["zh", "en"])
    func `a run tells each and takes the others`(language: String) throws {
        let run = try county.tongbao("run", "--lang", language).expect(0)
        if language == "zh" {
            run.says("文件不完整").says("不是本活动的报表").says("花名册上没有“野猪林片区”")
        } else {
            run.says("the file is cut short").says("is no return of this campaign")
                .says("“野猪林片区” is not on the roster")
        }
        let receipts = try county.table("收件", of: "2021-04")
        #expect(receipts.rows(["status": "accepted"]).count == 4)
        #expect(receipts.rows(["status": "returned"]).count == 4)
        let findings = try county.table("问题", of: "2021-04")
        #expect(findings.rows(["finding": "F101"]).count == 1)
        #expect(findings.rows(["finding": "F126"]).count == 1)
        #expect(try findings.row(["finding": "F303"])["cell"] == "6")
    }

    @Test func `files that are no returns are left alone`() throws {
        for name in ["~$白桦林场.xlsx", "正在下载.xlsx.part", ".hidden.csv", "README.md"] {
            try county.place.write("x", to: "Inbox/2021-04/巡护/\(name)")
        }
        let run = try county.tongbao("run").expect(0)
        #expect(!run.stdout.contains("~$") && !run.stdout.contains(".part"), "\(run)")
        #expect(county.place.exists("Inbox/2021-04/巡护/~$白桦林场.xlsx"))
    }

    @Test func `a corrected file is taken by the next run`() throws {
        try county.tongbao("run").expect(0)
        try county.patrol(
            "白桦林场", "月亮坝片区,10,10,中,24,0,\n野猪坪片区,8,4,低,16,0,", to: "白桦林场（更正）.csv")
        try county.tongbao("run").expect(0).says("新收 1 个文件").says("采用 1")
        let rows = try county.table("收件", of: "2021-04")
            .rows(["form": "patrol", "code": "LC02"])
        #expect(rows.map { $0["status"] } == ["returned", "accepted"])
    }
}
