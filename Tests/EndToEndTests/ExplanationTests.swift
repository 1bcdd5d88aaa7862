import Foundation
import Testing

/// A query that a village explains in the same words month after month.
struct ExplanationTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.copy("Templates/five-in-one", to: "Campaign")
        let settings = "Campaign/settings.csv"
        try place.edit(settings, "settle_seconds,10", "settle_seconds,0")
        try place.edit(settings, "problem_rules,V32;V37", "problem_rules,")
        // Nothing but one query, whatever the roster: 党员数不足3名的支部.
        let header =
            "id,form,kind,severity,when,message_zh,message_en,advice_zh,advice_en,from,to,state\n"
        try place.write(
            header
                + "V39,organ,row,query,cur.members < 3,“党员数”只有{cur.members}名,only {cur.members},核对,check,,,active\n",
            to: "Campaign/rules.csv")
        let units = try Table(place.data("Campaign/units.csv"), name: "units.csv")
        let department = try #require(units.rows.first { $0["kind"] == "department" })
        let roster = try Table(place.data("Campaign/roster.csv"), name: "roster.csv").header
        let entry = [
            "code": "P1", "name": "第一党支部", "sector": "organ", "unit": department["code"] ?? "",
        ]
        try place.write(
            roster.joined(separator: ",") + "\n"
                + roster.map { entry[$0] ?? "" }.joined(separator: ",") + "\n",
            to: "Campaign/roster.csv")
        unit = department["name"] ?? ""
        shortName = department["short_name"] ?? ""
    }

    private let unit: String
    private let shortName: String

    private func send(_ month: Int, note: String, name: String = "月报") throws {
        let fields = try Table(place.data("Campaign/fields.csv"), name: "fields.csv")
            .rows(["form": "organ"])
        let values = fields.map { field -> String in
            switch field["id"] {
            case "dept": unit
            case "unit_code": "P1"
            case "unit_name": "第一党支部"
            case "members": "2"
            case "dues_due", "dues_paid": "2"
            case "ledger_done": "是"
            case "note": note
            default: field["required"] == "no" ? "—" : "1"
            }
        }
        let text =
            "机关党建工作月报表（2020年\(month)月）\n填报单位：\(unit)\n"
            + fields.map { $0["header"] ?? "" }.joined(separator: ",") + "\n"
            + values.joined(separator: ",") + "\n"
        try place.write(text, to: "Inbox/2020-0\(month)/\(name).csv")
    }

    private func run(_ month: Int, day: Int = 8) throws -> Outcome {
        try place.tongbao(
            "run", "--campaign", "Campaign", "--as-of", "2020-0\(month + 1)-0\(day)T09:00"
        ).expect(0)
    }

    @Test func `waits, is answered, and the third time is a task`() throws {
        try send(4, note: "")
        try run(4).says("待说明的核实 1 处")
        let status = ["status", "--campaign", "Campaign", "--as-of", "2020-05-08T10:00"]
        try place.tongbao(status).expect(0).says("待说明的核实 1 处：").says("月报.csv  1 处")
        try place.tongbao(status + ["--lang", "en"]).says("1 query")
        let waiting = try place.text(".tongbao/office/2020-04/催核.csv")
        #expect(waiting.contains("V39") && waiting.contains("第一党支部"))
        let feedback = "Outbox/2020-04/反馈/\(shortName).xlsx"
        #expect(try Contents.of(place.data(feedback), path: feedback, hold: "待说明的核实事项"))

        let note = "正在与第二支部合并"
        try send(4, note: note, name: "月报（说明）")
        let answered = try run(4, day: 9)
        #expect(!answered.stdout.contains("待说明"))
        #expect(try !place.text(".tongbao/office/2020-04/催核.csv").contains("V39"))

        try send(5, note: note)
        _ = try run(5)
        #expect(try tasks(5).isEmpty)
        try send(6, note: note)
        try run(6).says("说明连续三期相同、已列为任务 1 项")
        let task = try #require(try tasks(6).first)
        #expect(task["subject"] == "P1")
        #expect(task["text"]?.contains("V39：同一说明已连续3期") == true)
        #expect(task["source"] == "情况说明")
        #expect(task["due"] == "2020-08-05")
        #expect(task["state"] == "open")
        #expect(task["reason"] == "说明相同的月份：2020年4月、2020年5月、2020年6月")
        // The words themselves are for the unit alone.
        #expect(try !place.text("Outbox/2020-06/数据/清单.csv").contains(note))
        let told = "Outbox/2020-06/反馈/\(shortName).xlsx"
        #expect(try Contents.of(place.data(told), path: told, hold: note))

        try place.tongbao("ledger", "verify", "--campaign", "Campaign").expect(0)
        let dump = try place.tongbao("ledger", "dump", "--campaign", "Campaign").stdout
        try place.tongbao("ledger", "rebuild", "--campaign", "Campaign").expect(0)
        #expect(try place.tongbao("ledger", "dump", "--campaign", "Campaign").stdout == dump)
    }

    private func tasks(_ month: Int) throws -> [[String: String]] {
        try Table(place.data("Outbox/2020-0\(month)/数据/清单.csv"), name: "清单.csv")
            .rows(["list": "task"]).filter { $0["source"] == "情况说明" }
    }
}
