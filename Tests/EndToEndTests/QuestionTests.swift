import Foundation
import Testing

/// What a clerk asks of the ledger: who has reported, where a figure comes from, what would be mailed.
struct QuestionTests {
    private let county: ShippedCounty

    init() throws {
        county = try ShippedCounty.get()
    }

    private func ask(_ arguments: String...) throws -> Outcome {
        try county.place.tongbao(arguments + ["--as-of", ShippedCounty.laterAsOf])
    }

    @Test func `status tells who has reported and who has not`() throws {
        let status = try ask("status").expect(0)
        status.says("2020-06  截止 2020-07-05 17:00（已截止）")
            .says("社会组织党建工作月报表：应报 16  已报 14  迟报 1").says("未报  荻溪镇、棠洄街道")
            .says("栗沟镇  非公有制经济组织党建工作月报表  2020-06/非公/栗沟镇-非公月报-202006.xlsx")
        try ask("status", "--period", "2020-05", "--lang", "en").expect(0)
            .says("社区党建工作月报表: expected 8  accepted 7  late 1")
    }

    @Test func `status leaves out what has been put right`() throws {
        let status = try ask("status").expect(0)
        // The corrected file has come, whatever form the unreadable one was.
        #expect(!status.stdout.contains("鹤畔镇2020年6月三清单.xlsx"), "\(status)")
        #expect(!status.stdout.contains("2020年6月机关月报（锦垣镇）.xls "), "\(status)")
    }

    @Test func `a rule is explained in words, by its formula and its columns`() throws {
        try ask("explain", "v21").expect(0)
            .says("“已建工作档案数”大于“村干部人数”").says("cur.file_done > cur.cadres")
            .says("标哪几栏：村干部人数、已建工作档案数").says("退回，改正后重报").says("状态：启用")
        try ask("explain", "V24", "--lang", "en").expect(0)
            .says("“第一书记本月在岗天数” (0 where it is blank) is more than 0")
        try ask("explain", "V66").expect(0).says("试行")
        let json = try ask("explain", "V22", "--json").expect(0)
        let answer = try #require(
            JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any])
        let code = try #require(answer["code"] as? [String: Any])
        #expect(code["sql"] as? String == "cur.pay_paid > cur.pay_due")
        #expect(code["columns"] as? [String] == ["累计应发村干部报酬", "累计实发村干部报酬"])
    }

    @Test(arguments: [("V299", "V29"), ("F1O1", "F101"), ("F999", "F")])
    func `an unknown code gets the nearest ones`(code: String, near: String) throws {
        try ask("explain", code).expect(64).complains("没有“\(code)”这").complains(near)
    }

    @Test func `a score is explained by its indicators`() throws {
        let score = try county.table("排名", of: "2020-06", later: true).row(["name": "砚湾镇"])
        try ask("explain", "砚湾镇").expect(0)
            .says("砚湾镇 2020年6月：\(score["score"] ?? "")分")
            .says("R09 月集中学习达标率：k 0.75，权重 3").says("率 = 9 ÷ 12 = 0.75")
    }

    @Test func `an indicator is explained by the cells of the files`() throws {
        try ask("explain", "砚湾", "R09").expect(0)
            .says("610999107200 黄柏坝村")
            .says("← 2020-06/农村/农村月报 砚湾镇 2020年6月.csv › 第5行 › P5")
            .says("分母：COUNT(*)")
        try ask("explain", "砚湾镇", "R09", "--lang", "en").expect(0).says("line 5 › P5")
    }

    @Test(arguments: ["V13", "F203"])
    func `a code is explained`(code: String) throws {
        try ask("explain", code, "--lang", "zh").expect(0).says(code).says("约数")
        try ask("explain", code, "--lang", "en").expect(0).says("approximat")
    }

    @Test func `an indicator that there is not is a fault of usage`() throws {
        try ask("explain", "砚湾镇", "R99").expect(64).complains("R99")
    }

    @Test func `a unit that there is not gets proposals`() throws {
        try ask("explain", "砚弯镇").expect(64).complains("砚湾镇")
    }

    @Test func `mail preview lists what would be sent and sends nothing`() throws {
        let preview = try ask("mail", "preview", "--period", "2020-06").expect(0)
        preview.says("待寄  xwsj@lanchuan.example  2020年6月基层党建“五位一体”提升活动情况通报")
            .says("待寄  chengguan@lanchuan.example")
        let letters = county.outboxLater.keys.filter { $0.hasPrefix("2020-06/mail/") }
        #expect(letters.count == preview.lines.count { $0.contains("待寄") })
        // As `mail send` does without a period: the latest one closed, and what else waits in one line each.
        #expect(try ask("mail", "preview").expect(0).stdout == preview.stdout)
        #expect(preview.lines.last?.hasPrefix("2020-05 还有") ?? false, "\(preview)")
        try ask("mail", "send").expect(78).complains("TONGBAO_SMTP_URL")
    }

    @Test func `a letter to a unit holds no other unit's result`() throws {
        let path = try #require(
            county.outboxLater.keys.first { $0.hasPrefix("2020-06/mail/") && $0.contains("砚湾镇") })
        let letter = try #require(county.outboxLater[path])
        #expect(try Contents.of(letter, path: path, hold: "新桥里社区"))
        for foreign in ["马垄寨", "石门坎村", "柏鞍垭村"] {
            #expect(try !Contents.of(letter, path: path, hold: foreign), "\(foreign)")
        }
    }
}
