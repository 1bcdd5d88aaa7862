import Foundation
import Testing
import Workbooks

/// The office's own acts on the patrols' county: what is said, what follows, what is refused.
///
/// April is due on 10 May at 12:00. 白桦林场 has not sent its depot, 落叶松林场's patrols went back.
struct OfficeTests {
    private let county: PatrolCounty
    private let reason = ["--reason", "雪灾，道路中断"]

    init() throws {
        county = try PatrolCounty()
    }

    private func tongbao(
        _ arguments: String..., asOf: String = PatrolCounty.asOf
    ) throws -> Outcome {
        try county.place.tongbao(arguments + ["--campaign", "Campaign", "--as-of", asOf])
    }

    private func office(
        _ arguments: String..., asOf: String = PatrolCounty.asOf
    ) throws -> Outcome {
        try county.place.tongbao(
            ["office"] + arguments + reason + ["--campaign", "Campaign", "--as-of", asOf])
    }

    private func standing(_ unit: String) throws -> [String: String] {
        try county.table("排名", of: "2021-04").row(["code": unit])
    }

    private func cells(_ path: String) throws -> String {
        let bytes = Array(try county.place.data(path))
        return try WorkbookReader.read(bytes, fileName: path).sheets.flatMap(\.rows)
            .flatMap(\.cells).map(\.value.text).joined(separator: "\n")
    }

    // MARK: Waive, extend

    @Test func `a waived return is neither missing nor 0, and every paper says why`() throws {
        _ = try county.runBothMonths()
        #expect(try standing("LC02")["score"] == "71.14")
        try office("waive", "白桦", "物资").expect(0)
            .says("免报  白桦林场 2021-04《扑火物资月报表》  原因：雪灾，道路中断")
            .says("下次 tongbao run 写进 2021-04 的输出")
        try tongbao("status").expect(0).says("扑火物资月报表：应报 2  已报 2")
            .says("    免报  白桦林场  雪灾，道路中断")
        try tongbao("run").expect(0).says("应报 6  已报 5").says("未报 1")
            .says("  免报  白桦林场 《扑火物资月报表》  雪灾，道路中断")
        // 50×14/18 + 10×0.5/0.8 + 20 + 10 of 90; nothing taken off.
        let row = try standing("LC02")
        #expect(row["score"] == "83.49" && row["deductions"] == "0.00")
        #expect(row["applicable_weight"] == "90")
        let list = try county.table("清单", of: "2021-04").row(["state": "waived"])
        #expect(list["unit"] == "LC02 青崖县白桦国有林场" && list["reason"] == "雪灾，道路中断")
        let receipts = try county.table("收件", of: "2021-04").rows(["status": "missing"])
        #expect(receipts.map { $0["code"] } == ["LC03"])
        for path in [
            "清单/未报清单.xlsx", "反馈/白桦林场.xlsx", "回执/白桦林场.xlsx", "森林防火通报-2021年04月.xlsx",
        ] {
            #expect(try cells("Outbox/2021-04/\(path)").contains("免报：雪灾，道路中断"), "\(path)")
        }
        try tongbao("explain", "白桦林场").expect(0).says("免报：雪灾，道路中断")
        let before = try county.place.snapshot("Outbox")
        try tongbao("run").expect(0).says("输出没有变化")
        #expect(try county.place.snapshot("Outbox") == before)
    }

    @Test func `a return put off is missing once the later time has come`() throws {
        _ = try county.runBothMonths()
        try office("extend", "白桦林场", "depot", "--until", "2021-05-13").expect(0)
            .says("延期至 2021-05-13 12:00")
        try tongbao("run", asOf: "2021-05-12T09:00").expect(0).says(
            "  延期至 2021-05-13 12:00  白桦林场 《扑火物资月报表》")
        #expect(try standing("LC02")["deductions"] == "0.00")
        // Nothing has come since, but the time has.
        try tongbao("run", asOf: "2021-05-13T12:00").expect(0)
            .says("未报  白桦林场 《扑火物资月报表》")
        #expect(try standing("LC02")["deductions"] == "4.00")
        #expect(try standing("LC02")["score"] == "71.14")
    }

    @Test func `an act on a month that was published says how to show it`() throws {
        _ = try county.runBothMonths()
        try office("waive", "白桦林场", "物资", "--period", "2021-03").expect(0)
            .says("照常计分，只是不算迟报").says("tongbao bulletin --period 2021-03")
        // A month that has begun and not closed.
        try office("waive", "白桦林场", "物资", "--period", "2021-05").expect(0)
            .says("2021-05 还没有截止")
    }

    @Test func `without a period it is last month's return, also before it is due`() throws {
        try office("waive", "白桦林场", "物资", asOf: "2021-05-03T09:00").expect(0)
            .says("白桦林场 2021-04《")
    }

    // MARK: What is refused

    @Test(arguments: [
        (["waive", "白华林场", "物资"], "是不是“青崖县白桦国有林场”", "did you mean “青崖县白桦国有林场”"),
        (["waive", "白桦林场", "物子"], "没有“物子”这张报表；是不是“物资”", "no form “物子”"),
        (["waive", "应急局", "巡护"], "不报《森林防火巡护月报表》；它应报：物资", "it owes 物资"),
        (["waive", "白桦林场", "物资", "--period", "2021-08"], "2021年8月还没有开始", "has not begun"),
        (["waive", "白桦林场", "物资", "--period", "今年"], "--period", "--period"),
        (["extend", "白桦林场", "物资"], "--until 应写成", "--until takes"),
        (["extend", "白桦林场", "物资", "--until", "后天"], "--until 应写成", "--until takes"),
        (["extend", "白桦林场", "物资", "--until", "2021-05-10"], "不算延期", "not later than"),
        (["withdraw", "白桦林.csv"], "台账里没有“白桦林.csv”这个文件", "the ledger knows no file"),
        (["alias", "PQ99", "鹰嘴"], "花名册上也没有这个代码；是不是", "no roster code “PQ99”"),
        (["alias", "鹰嘴岩", "鹰嘴"], "请写代码：PQ01（云杉林场 鹰嘴岩片区）", "by its code: PQ01"),
        (["alias", "PQ01", "黑石沟片区"], "已经是黑石沟片区（PQ02）的名称", "is a name of"),
        (["alias", "LC01", "油松"], "已经是青崖县油松国有林场（LC04）的名称", "is a name of"),
        (["alias", "PQ01", "鹰嘴岩"], "本来就认作鹰嘴岩片区", "nothing to do"),
        (["alias", "PQ01", " "], "名称是空的", "the name is empty"),
        (["verdict", "AF1", "I01", "虚报"], "没有编号“AF1”的暗访记录", "there is no inspection"),
        (["revoke", "1"], "没有第1号；编号见 tongbao office list", "there is no act no. 1"),
    ])
    func `what cannot be meant is refused with a way out, and nothing is noted`(
        arguments: [String], chinese: String, english: String
    ) throws {
        for (language, words) in [("zh", chinese), ("en", english)] {
            try county.place.tongbao(
                ["office"] + arguments + reason
                    + [
                        "--lang", language, "--campaign", "Campaign", "--as-of",
                        PatrolCounty.asOf,
                    ]
            ).expect(64).complains(words)
        }
        try tongbao("office", "list").expect(0).says("没有办理事项")
    }

    @Test(arguments: [
        ([], "要写明原因"), (["--reason", "雪灾"], "至少四个字"),
        (["--reason", "雪灾，电话13812345678"], "证件号、手机号或卡号"),
        (["--reason", "雪灾，身份证610999199001010012"], "证件号、手机号或卡号"),
        (["--reason", "雪灾\n道路中断"], "写成一行"),
        (["--reason", String(repeating: "雪", count: 201)], "不超过200个字"),
    ])
    func `a reason is asked for that may be kept`(reason: [String], words: String) throws {
        let outcome = try county.place.tongbao(
            ["office", "waive", "白桦林场", "物资"] + reason
                + ["--campaign", "Campaign", "--as-of", PatrolCounty.asOf]
        ).expect(64).complains(words)
        #expect(!outcome.stderr.contains("13812345678"))
        let lists = try tongbao("office", "list").expect(0)
        lists.says("没有办理事项")
    }

    // MARK: Withdraw

    /// A second return of 云杉林场, put in by mistake under a name that says nothing.
    private func misfile() throws {
        try county.patrol("云杉林场", "鹰嘴岩片区,12,1,高,20,0,\n黑石沟片区,8,1,中,20,0,", to: "错放.csv")
        try tongbao("run", asOf: "2021-05-11T10:00").expect(0)
    }

    @Test func `a file that was taken back does not count and is told of in the receipt`() throws {
        _ = try county.runBothMonths()
        let before = try standing("LC01")
        try misfile()
        #expect(try standing("LC01")["score"] != before["score"])
        try office("withdraw", "错放.csv", asOf: "2021-05-11T11:00").expect(0)
            .says("撤回  2021-04/巡护/错放.csv").says("先前合格的一份重新有效")
        try office("withdraw", "Inbox/2021-04/巡护/错放.csv", asOf: "2021-05-11T11:00").expect(0)
            .says("早已这样办过")
        try tongbao("run", asOf: "2021-05-11T12:00").expect(0).says("没有新文件")
        #expect(try standing("LC01")["score"] == before["score"])
        #expect(try county.table("收件", of: "2021-04").rows(["file": "2021-04/巡护/错放.csv"]).isEmpty)
        #expect(try cells("Outbox/2021-04/回执/云杉林场.xlsx").contains("已撤回，不计：雪灾，道路中断"))
    }

    @Test func `its bytes are read anew elsewhere, and not where they lay`() throws {
        _ = try county.runBothMonths()
        try misfile()
        try office("withdraw", "错放.csv", asOf: "2021-05-11T11:00").expect(0)
        let bytes = try county.place.data("Inbox/2021-04/巡护/错放.csv")
        // Written again under the same name it is not read.
        try county.place.write(bytes, to: "Inbox/2021-04/巡护/错放.csv")
        try tongbao("run", asOf: "2021-05-11T12:00").expect(0).says("没有新文件")
        try county.place.write(bytes, to: "Inbox/2021-04/巡护/更正.csv")
        try tongbao("run", asOf: "2021-05-11T13:00").expect(0).says("采用 1 张表")
        let row = try county.table("收件", of: "2021-04").row(["file": "2021-04/巡护/更正.csv"])
        #expect(row["revision"] == "2" && row["late_days"] == "")
        try tongbao("run", asOf: "2021-05-11T14:00").expect(0).says("没有新文件")
            .says("输出没有变化")
    }

    @Test func `under another name they are as late as they were`() throws {
        try county.place.write(
            "文件名,收件时间,备注\n错放.csv,2021-05-11 08:01,U盘\n", to: "Inbox/收件登记.csv")
        let path = "Inbox/2021-04/巡护/云杉林场.csv"
        let bytes = try county.place.data(path)
        try FileManager.default.removeItem(at: county.place.folder.appending(path: path))
        try county.place.write(bytes, to: "Inbox/2021-04/巡护/错放.csv")
        _ = try county.runBothMonths()
        func days(_ file: String) throws -> String? {
            try county.table("收件", of: "2021-04").row(["file": "2021-04/巡护/\(file)"])["late_days"]
        }
        let late = try days("错放.csv")
        #expect(late?.isEmpty == false)
        let before = try standing("LC01")
        try office("withdraw", "错放.csv", asOf: "2021-05-11T10:00").expect(0)
            .says("按原来的收件时间（2021-05-11 08:01）")
        try county.place.write(bytes, to: "Inbox/2021-04/巡护/云杉林场.csv")
        try tongbao("run", asOf: "2021-05-11T11:00").expect(0).says("采用 1 张表")
        #expect(try days("云杉林场.csv") == late)
        #expect(try standing("LC01")["score"] == before["score"])
    }

    @Test func `a name that two files bear asks which`() throws {
        _ = try county.runBothMonths()
        try office("withdraw", "云杉林场.csv").expect(64).complains("说不清是哪一个")
            .complains("2021-03/巡护/云杉林场.csv").complains("2021-04/物资/云杉林场.csv")
        try office("withdraw", "2021-03/巡护/云杉林场.csv").expect(0)
    }

    // MARK: Alias

    @Test func `a confirmed name is read by the next run, and by check`() throws {
        try county.patrol("落叶松林场", "风丫口片区,10,10,高,45,0,", to: "落叶松林场.csv")
        let file = "Inbox/2021-04/巡护/落叶松林场.csv"
        // The run says what to type; that, with a reason, is what is typed here.
        let first = try county.runBothMonths().march
        first.says("→ 名称核实无误的，由县里确认：tongbao office alias PQ05 风丫口片区 --reason …")
        try tongbao("check", file).expect(1).says("花名册上没有“风丫口片区”").says("是不是“风垭口片区”")
        try office("alias", "PQ05", "风丫口片区", asOf: "2021-05-11T10:00").expect(0)
            .says("“风丫口片区”认作 PQ05 风垭口片区")
            .says("下次 tongbao run 按这个名称重新校核退回的表")
        try office("alias", "PQ05", "风丫口片区", asOf: "2021-05-11T10:00").expect(0)
            .says("早已这样办过")
        try tongbao("check", file, asOf: "2021-05-11T10:00").expect(0)
        try tongbao("run", asOf: "2021-05-11T11:00").expect(0)
            .says("没有新文件").says("以前退回的 1 个文件重新校核：采用 1 张表")
            .says("县里认定的名称有增减，活动表格没有变")
        let row = try county.table("收件", of: "2021-04").row(["file": "2021-04/巡护/落叶松林场.csv"])
        #expect(row["status"] == "accepted")
        // The tables are as they were.
        try county.place.tongbao("campaign", "check", "Campaign").expect(0)
    }

    // MARK: List, revoke

    @Test func `acts are listed with their numbers and revoked by them`() throws {
        _ = try county.runBothMonths()
        let waived = try office("waive", "白桦林场", "物资", "--json").expect(0)
        let number = try #require(waived.stdout.firstMatch(of: /"number" : (\d+)/)).1
        waived.says("\"isNew\" : true").says("\"form\" : \"depot\"")
        try office("waive", "白桦林场", "物资", "--period", "2021-03").expect(0)
        try office("revoke", String(number)).expect(0).says("撤销第\(number)号")
        try office("revoke", String(number)).expect(0).says("早已这样办过")
        let all = try tongbao("office", "list").expect(0)
        #expect(all.lines.count == 3)
        all.says("第\(number)号").says("〔已由第").says("号撤销〕")
        let march = try tongbao("office", "list", "--period", "2021-03", "--lang", "en").expect(0)
        march.says("waived  白桦林场 2021-03").says("reason: 雪灾，道路中断")
        #expect(!march.stdout.contains("2021-04《"))
        try tongbao("status").expect(0).says("应报 3  已报 2").says("未报  白桦林场")
        // The acts are events like all others.
        try tongbao("ledger", "verify").expect(0)
        let dump = try tongbao("ledger", "dump").expect(0).says("\"act\":\"waive\"")
        try tongbao("ledger", "rebuild").expect(0)
        #expect(try tongbao("ledger", "dump").stdout == dump.stdout)
        // A revocation is not revoked: the act is said again.
        let last = try #require(all.lines.last?.firstMatch(of: /第(\d+)号/)).1
        try office("revoke", String(last)).expect(64).complains("把原来的事再办一次")
        try office("waive", "白桦林场", "物资").expect(0).says("下次 tongbao run")
    }
}
