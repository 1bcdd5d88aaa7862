import Findings
import Foundation
import Testing
import Workbooks

/// The three lists and objections with the built program: what opens an item, what the office types, and
/// where it shows.
struct ThreeListsTests {
    private let county: ListCounty

    init() throws { county = try ListCounty() }

    /// The number of the item that V32 opened on a firm.
    private func ruled() throws -> String {
        let row = try county.items().first { $0["source"] == "月报校核V32" }
        return try #require(row?["subject"])
    }

    @Test
    func `a firm that could have a branch is a problem, listed and reminded, and costs nothing`()
        throws
    {
        let problems = try county.items().filter { $0["source"] == "月报校核V32" }
        #expect(problems.count == 2)
        #expect(problems.allSatisfy { $0["list"] == "problem" && $0["state"] == "open" })
        #expect(problems.allSatisfy { $0["due"] == "2020-08-03" })
        #expect(problems[0]["text"]?.contains("已够组建条件") == true)
        let number = try #require(problems[0]["subject"])
        #expect(number.hasPrefix("XW"))
        #expect(try county.cells("Outbox/2020-06/清单/三清单.xlsx", sheet: "问题清单").contains(number))
        #expect(try county.cells("Outbox/2020-06/清单/三清单.xlsx", sheet: "下月到期").contains(number))
        #expect(try county.cells("Outbox/2020-06/反馈/城关镇.xlsx", sheet: "清单").contains(number))
        #expect(try !county.cells("Outbox/2020-06/反馈/槐垭镇.xlsx").contains(number))
        // The indicator has the rows as they were submitted.
        let rows = try county.tongbao("explain", "城关镇", "X04").expect(0)
        #expect(!rows.stdout.contains(number))
        try county.tongbao("status").expect(0).says("三清单：未完成")
        try county.tongbao("office", "item", "list", "--unit", "城关", "--due").expect(0)
            .says("\(number)  问题  2020-08-03  未完成")
    }

    @Test
    func `what the office opens counts in the month in which it is due, though the unit does not list it`()
        throws
    {
        let before = try county.rate()
        let opened = try county.item(
            "open", "城关镇", "公开栏三个月没有更新", "--list", "任务", "--due", "2020-07-10"
        ).expect(0)
            .says("交办 XR").says("从 2020-06 的清单起算")
        let number = "XR" + (try ListCounty.number(opened))
        try county.tongbao("run").expect(0)
        #expect(try county.rate() == before, "not due yet")
        // June was told on the 6th: written again later it says no more of days that came after.
        try county.tongbao("bulletin", "--period", "2020-06", asOf: "2020-07-10T09:00").expect(0)
        #expect(try county.rate() == before)
        #expect(!county.place.exists("Outbox/2020-06/更正通报-2020年06月.xlsx"))
        let row = try #require(try county.items().first { $0["subject"] == number })
        #expect(row["list"] == "task" && row["state"] == "due" && row["source"] == "县里交办")
        #expect(row["reason"] == "县里研究定的")
        // May, written again, knows nothing of it.
        let may = try county.rate("2020-05")
        try county.tongbao("bulletin", "--period", "2020-05", asOf: "2020-07-10T10:00").expect(0)
        #expect(try !county.items("2020-05").contains { $0["subject"] == number })
        #expect(may.split(separator: " ").count == 3)
        // July's counts it.
        try county.repeatLists(in: "7")
        try county.tongbao("run", asOf: "2020-08-06T09:00").expect(0)
        #expect(try county.items("2020-07").contains { $0["subject"] == number })
        try county.tongbao(
            "explain", "城关镇", "X04", "--period", "2020-07", asOf: "2020-08-06T09:00"
        ).expect(0).says("    \(number)，0 / 1")
    }

    @Test func `put off, done, sent back, done, verified: each is an act, and shown`() throws {
        let number = try ruled()
        try county.item("extend", number, "--due", "2020-09-30").expect(0)
            .says("延期 \(number)  城关镇  时限改为 2020-09-30")
        try county.item("close", number, "--on", "2020-07-06").expect(0).says("待核")
        try county.item("reopen", number).expect(0).says("退回 \(number)")
        try county.item("close", number).expect(0)
        let verified = try county.item("verify", number).expect(0).says("销号 \(number)")
        try county.tongbao("run").expect(0)
        var row = try #require(try county.items().first { $0["subject"] == number })
        #expect(row["state"] == "verified" && row["due"] == "2020-09-30")
        #expect(row["reason"] == "延期1次；退回1次；县里研究定的")
        try county.tongbao(
            "office", "revoke", try ListCounty.number(verified), "--reason", "没有实地核过"
        ).expect(0)
        try county.tongbao("run").expect(0)
        row = try #require(try county.items().first { $0["subject"] == number })
        #expect(row["state"] == "closed")
        let lists = county.place
        let before = try lists.snapshot("Outbox")
        try county.tongbao("run").expect(0).says("输出没有变化")
        #expect(try lists.snapshot("Outbox") == before)
        try county.tongbao("ledger", "verify").expect(0)
    }

    /// One county for all of them: it takes longer to make than they take.
    private static let refusals: [(arguments: [String], chinese: String, english: String)] = [
        (["verify", "$"], "还没有完成，不能销号", "is not done and cannot be verified"),
        (["reopen", "$"], "本来就没有完成，用不着退回", "nothing to send back"),
        (["extend", "$", "--due", "2020-08-03"], "不算延期", "not later than the due date"),
        (["extend", "$", "--due", "下周"], "--due 应写成", "--due takes a day"),
        (["extend", "$"], "--due 应写成", "--due takes a day"),
        (["close", "$", "--on", "2020-07-07"], "还没有到", "has not come yet"),
        (["close", "$", "--on", "2020-05-01"], "早于立项日期", "before it was opened"),
        (["close", "XW999999"], "没有编号“XW999999”", "no item “XW999999”"),
        (["extend", "TK05", "--due", "2021-01-31"], "加上 --unit", "add --unit"),
        (["open", "城关镇", "公开栏没有更新", "--due", "2020-07-06"], "不在今天以后", "not after today"),
        (
            ["open", "城关镇", "公开栏没有更新", "--list", "台账", "--due", "2020-08-01"], "没有“台账”这种清单",
            "no list"
        ),
        (["open", "城关镇", "公开", "--due", "2020-08-01"], "至少四个字", "four characters"),
        (["open", "城关镇", "找13812345678核实", "--due", "2020-08-01"], "证件号、手机号", "telephone"),
        (["open", "城关真", "公开栏没有更新", "--due", "2020-08-01"], "没有“城关真”这个单位", "no unit"),
        (
            ["open", "城关镇", "公开栏没有更新", "--due", "2020-08-01", "--about", "v1"],
            "花名册上没有代码“v1”", "has no code “v1”"
        ),
    ]

    @Test func `what cannot be is refused in words, and nothing is noted`() throws {
        let number = try ruled()
        for refusal in Self.refusals {
            let said =
                ["office", "item"] + refusal.arguments.map { $0 == "$" ? number : $0 }
                + ["--reason", "县里研究定的", "--as-of", ListCounty.asOf]
            let refused = try county.place.tongbao(said).expect(64)
            #expect(refused.stderr.contains(refusal.chinese), "\(refused.stderr)")
            let abroad = try county.place.tongbao(said + ["--lang", "en"]).expect(64)
            #expect(abroad.stderr.contains(refusal.english), "\(abroad.stderr)")
        }
        try county.tongbao("office", "list").expect(0).says("没有办理事项")
    }

    @Test func `an objection is noted at the figure, decided, told to the unit and counted`() throws
    {
        let figures = try county.place.data("Outbox/2020-06/数据/指标.csv")
        let raised = try county.objection("城关镇", "x04", "--text", "两项已经办结").expect(0)
            .says("异议  城关镇 2020-06 X04  单位说：两项已经办结").says("数字不变")
        let number = try ListCounty.number(raised)
        try county.tongbao("explain", "城关镇").expect(0)
            .says("异议（第\(number)号）X04：两项已经办结  还没有处理")
        try county.tongbao("status").expect(0).says("没有处理的异议 1 件")
        try county.objection("decide", number, "upheld", "--reason", "看了销号单").expect(0)
            .says("成立不会自己改数").says("tongbao bulletin --period 2020-06")
        try county.objection("decide", number, "rejected", "--reason", "看了销号单").expect(64)
        try county.tongbao("run").expect(0)
        #expect(try county.place.data("Outbox/2020-06/数据/指标.csv") == figures)
        #expect(
            try county.cells("Outbox/2020-06/反馈/城关镇.xlsx").contains("两项已经办结\n县里答复：看了销号单"))
        let bulletin = try county.cells("Outbox/2020-06/五位一体通报-2020年06月.xlsx")
        #expect(bulletin.contains("提出异议1件，其中成立1件"))
        #expect(!bulletin.contains("两项已经办结"))
        try county.objection("list").expect(0).says("第\(number)号  城关镇 2020-06  X04")
        // A finding that the unit was told of, and one that it was not.
        try county.objection("城关镇", "V32", "--text", "已经报批组建").expect(0)
        try county.objection("城关镇", "V49", "--text", "已经报批组建").expect(64)
        try county.objection("城关镇", "X04", "--text", "电话13812345678").expect(64)
    }

    @Test func `the next blank form brings open items along, and its number comes back`() throws {
        let number = try ruled()
        try county.tongbao("forms", "--unit", "城关镇").expect(0)
        let path = "Outbox/空表/2020-07/城关镇.xlsx"
        let bytes = Array(try county.place.data(path))
        let book = try WorkbookReader.read(bytes, fileName: "f.xlsx")
        let sheet = try #require(book.sheets.first { $0.name == "三清单" })
        let heads = try #require(sheet.row(4))
        func column(_ head: String) throws -> Int {
            try #require(heads.cells.first { $0.value.text == head }?.column)
        }
        let ours = try #require(sheet.rows.first { $0[column: 1]?.value.text == number })
        #expect(ours[column: try column("完成时限")]?.value.text == "2020-08-03")
        #expect(ours[column: try column("来源")]?.value.text == "月报校核")
        #expect(ours[column: try column("进展")]?.value.text.isEmpty ?? true)
        #expect(sheet.rows.contains { $0[column: 1]?.value.text == "CHENGGUAN-2020-W-08" })
        #expect(!sheet.rows.contains { $0[column: 1]?.value.text == "CHENGGUAN-2020-W-04" })

        // Sent back as it came, it is no return.
        try county.put(Data(bytes), at: "2020-07/城关镇.xlsx")
        try county.tongbao("run", "--period", "2020-07", asOf: "2020-08-06T09:00").expect(0)
        #expect(try county.table("问题", "2020-07").rows.contains { $0["finding"] == "F130" })

        // Filled in, the number joins the months.
        var patch = try WorkbookPatch(bytes)
        func set(_ row: Int, _ head: String, _ content: CellDraft.Content) throws {
            patch.set(
                content, at: CellReference(row: row, column: try column(head)), on: "三清单")
        }
        for row in sheet.rows.dropFirst(4) where row[column: 1] != nil {
            guard row[column: 1]?.value.text.isEmpty == false else { continue }
            for (head, text) in [
                ("领域", "非公"), ("来源", "月报校核"), ("整改（工作）措施", "逐户上门指导组建"),
                ("责任人职务", "组织委员"), ("进展", "进行中"), ("核查结果", "未核查"),
            ] where row[column: try column(head)]?.value.text.isEmpty ?? true {
                try set(row.number, head, .string(text))
            }
            if row[column: try column("立项日期")]?.value.text.isEmpty ?? true {
                try set(row.number, "立项日期", .string("2020-07-01"))
            }
        }
        try county.put(Data(try patch.patched().bytes), at: "2020-07/城关镇填好.xlsx")
        try county.tongbao("run", "--period", "2020-07", asOf: "2020-08-06T10:00").expect(0)
        let received = try county.table("收件", "2020-07")
            .rows(["file": "2020-07/城关镇填好.xlsx", "form": "ledger"])
        #expect(received.map { $0["status"] } == ["accepted"], "\(received)")
        try county.tongbao("explain", "城关镇", "X04", "--period", "2020-07", asOf: "2020-08-06T10:00")
            .expect(0).says("进展=进行中")
        let item = try #require(try county.items("2020-07").first { $0["subject"] == number })
        #expect(item["state"] == "due" && item["source"] == "月报校核V32")
    }

    @Test func `the ledger is made again from its events`() throws {
        let number = try ruled()
        try county.item("extend", number, "--due", "2020-09-30").expect(0)
        let raised = try county.objection("城关镇", "X04", "--text", "两项已经办结").expect(0)
        try county.objection(
            "decide", try ListCounty.number(raised), "rejected", "--reason", "没有销号单"
        ).expect(0)
        let before = try county.tongbao("office", "item", "list").expect(0).stdout
        let objections = try county.objection("list").expect(0).stdout
        try FileManager.default.removeItem(
            at: county.place.folder.appending(path: ".tongbao/ledger.sqlite"))
        try county.tongbao("ledger", "rebuild").expect(0)
        #expect(try county.tongbao("office", "item", "list").expect(0).stdout == before)
        #expect(try county.objection("list").expect(0).stdout == objections)
    }
}
