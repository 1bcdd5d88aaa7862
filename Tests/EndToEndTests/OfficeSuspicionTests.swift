import Foundation
import Testing

/// What the office alone knows of the shipped county: suspicions, inspections that want something.
struct OfficeSuspicionTests {
    private static let asOf = "2020-07-10T09:00"
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.copyShippedCounty()
        let shipped = try ShippedCounty.get().place
        for folder in [".tongbao", "Outbox"] {
            try FileManager.default.copyItem(
                at: shipped.folder.appending(path: folder),
                to: place.folder.appending(path: folder))
        }
    }

    private func office(_ arguments: String...) throws -> Outcome {
        try place.tongbao(["office"] + arguments + ["--as-of", Self.asOf])
    }

    private func suspicions() throws -> Table {
        try Table(place.data(".tongbao/office/2020-06/疑似.csv"), name: "疑似.csv")
    }

    @Test func `a flag has a number, what it rests on and how often its like was right`() throws {
        let copied = try suspicions().row(["screen": "same_as_last_month"])
        #expect(copied["finding"] == "V49")
        #expect(copied["unit_name"] == "茗岔镇")
        #expect(copied["form"] == "enterprise")
        #expect(copied["outcome"] == "open")
        #expect(copied["listing"] == "listed")
        #expect(copied["id"]?.hasPrefix("YD") == true)
        #expect(place.exists(".tongbao/office/2020-06/疑似.xlsx"))
        try office("suspicions").expect(0).says("茗岔镇 非公  与上月相同的行占100%  〔待核实〕")
            .says("V49 整表与上月相同：此前12个月没有提示过")
    }

    @Test func `what came of it stands on the sheet at once, and nowhere else`() throws {
        let outbox = try place.snapshot("Outbox")
        let id = try #require(suspicions().row(["screen": "same_as_last_month"])["id"])
        try office(
            "suspicion", String(id.dropFirst(2).prefix(6)).uppercased(), "属实", "--reason",
            "电话核实，确实没有更新"
        )
        .expect(0).says("疑点  \(id) 茗岔镇 2020-06  属实").says("只写进组织部的疑点清单")
        #expect(try suspicions().row(["id": id])["outcome"] == "confirmed")
        try place.tongbao("run", "--as-of", Self.asOf).expect(0).says("2020-06 的输出没有变化")
        #expect(try place.snapshot("Outbox") == outbox)
        let act = try place.tongbao("office", "list", "--json", "--as-of", Self.asOf).expect(0)
        let acts = try JSONSerialization.jsonObject(with: Data(act.stdout.utf8)) as? [String: Any]
        let number = (acts?["acts"] as? [[String: Any]])?.last?["number"] as? Int
        try office("revoke", String(try #require(number)), "--reason", "核实错了表").expect(0)
            .says("下次写出疑点清单时不再算数")
        try office("suspicions").expect(0).says("〔待核实〕")
        try place.tongbao("ledger", "rebuild").expect(0)
        try office("suspicions").expect(0).says(id)
    }

    @Test(arguments: [
        (["YD00000000", "confirmed"], "疑点清单里没有“YD00000000”"),
        (["YD00000000", "也许"], "结果写 confirmed（属实）或 dismissed（不实），不是“也许”"),
        (["12", "dismissed"], "疑点清单里没有“12”"),
    ])
    func `what is no flag and no outcome is refused`(arguments: [String], words: String) throws {
        try place.tongbao(
            ["office", "suspicion"] + arguments + ["--reason", "核实过了", "--as-of", Self.asOf]
        ).expect(64).complains(words)
    }

    @Test func `inspections that want something are listed with the cell that was reported`() throws
    {
        let cases = try Table(
            place.data(".tongbao/office/2020-06/暗访办理.csv"), name: "暗访办理.csv")
        #expect(!cases.rows.isEmpty)
        #expect(cases.rows.allSatisfy { $0["result"] != "相符" })
        let open = cases.rows(["state": "decide"])
        #expect(!open.isEmpty)
        for row in open { #expect(row["place"]?.contains(" › ") == true, "\(row)") }
        #expect(place.exists(".tongbao/office/2020-06/暗访办理.xlsx"))
        try office("cases").expect(0).says("暗访待办 \(open.count) 项")
    }

    @Test func `explain keeps what was reported beside what was confirmed`() throws {
        try place.tongbao(
            "office", "verdict", "AF202006-002", "I03", "属实不符", "--feedback", "有异议", "--reason",
            "组织部研究认定", "--as-of", Self.asOf
        ).expect(0)
        try place.tongbao("explain", "城关镇", "R08", "--as-of", Self.asOf).expect(0)
            .says("“第一书记本月在岗天数”上报").says("依据暗访AF202006-002 I03（属实不符）")
        try place.tongbao("explain", "城关镇", "X03", "--as-of", Self.asOf).expect(0)
            .says("95%置信区间")
    }
}
