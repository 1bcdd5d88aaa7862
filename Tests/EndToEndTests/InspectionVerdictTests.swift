import Foundation
import Testing
import Workbooks

/// The office's verdicts on the shipped county's inspections, in a copy of it.
struct InspectionVerdictTests {
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

    /// Two villages of 晴岭街道.
    private let villages = [
        (code: "610999001200", name: "龙埂坎村"), (code: "610999001201", name: "桑板寨村"),
    ]

    private func verdict(_ arguments: String...) throws -> Outcome {
        try place.tongbao(
            ["office", "verdict"] + arguments
                + ["--reason", "组织部研究认定", "--as-of", Self.asOf])
    }

    @Test func `a verdict changes the value that is scored`() throws {
        let before = try place.tongbao("explain", "城关镇", "--as-of", Self.asOf).expect(0)
        try verdict("AF202006-002", "I03", "属实不符", "--feedback", "有异议").expect(0)
            .says("认定  AF202006-002 I03 下碥坝村  属实不符，单位有异议").says("核实值代替上报值")
            .says("下次 tongbao run 写进 2020-06 的输出")
        let after = try place.tongbao("explain", "城关镇", "--as-of", Self.asOf).expect(0)
        #expect(after.lines.first != before.lines.first)
        try place.tongbao("office", "list", "--as-of", Self.asOf).expect(0)
            .says("原因：组织部研究认定").says("一票否决  自然资源局  岚组通〔2020〕27号")
    }

    @Test func `what was published already is not charged again`() throws {
        try verdict("AF202006-002", "第一书记在岗", "瞒报").expect(0)
            .says("每项扣5分，只扣一次").says("已经通报过的月份不补扣")
    }

    @Test func `a verdict that confirms nothing says so`() throws {
        try verdict("af202006-002", "I03", "填写错误").expect(0)
            .says("AF202006-002 I03 下碥坝村  笔误").says("不换数、不扣分")
    }

    /// The paragraphs of a bulletin's text.
    private func paragraphs(of path: String) throws -> [String] {
        let workbook = try WorkbookReader.read(Array(place.data(path)), fileName: "bulletin.xlsx")
        return workbook.sheets[0].rows.compactMap { $0[column: 1]?.value.text }
    }

    private func matches() throws -> String {
        let table = try Table(place.data("Outbox/2020-06/数据/指标.csv"), name: "指标.csv")
        let row = try table.row(["indicator": "X03", "name": "城关镇"])
        return "\(row["numerator"] ?? "")/\(row["denominator"] ?? "")"
    }

    @Test func `相符 counts as such in the rate and in the bulletin`() throws {
        #expect(try matches() == "3/6")
        try verdict("AF202006-002", "I03", "相符").expect(0).says("不换数、不扣分")
            .says("核查结论由“不符”改按“相符”计，有关的比率随之变动")
            .says("下次 tongbao run 写进 2020-06 的输出")
        try place.tongbao("run", "--as-of", Self.asOf).expect(0).says("更正通报")
        #expect(try matches() == "4/6")
        let text = try paragraphs(of: "Outbox/2020-06/五位一体通报-2020年06月.xlsx")
        #expect(
            text.contains { $0.contains("核查事项66项，其中与上报相符59项，不符或另有认定7项（含口径不一2项）。") },
            "\(text)")
        try place.tongbao("explain", "城关镇", "X03", "--as-of", Self.asOf).expect(0)
            .says("核查为“不符”，认定“相符”，按“相符”计，依据暗访AF202006-002 I03")
    }

    @Test func `a correction says that a record came in, not that anything was concluded`() throws {
        let path = try #require(
            place.snapshot("Inbox/2020-06/暗访").keys.sorted().first)
        let workbook = try WorkbookReader.read(
            Array(place.data("Inbox/2020-06/暗访/\(path)")), fileName: path)
        let head = try #require(
            workbook.sheets[0].rows.first { $0[column: 1]?.value.text == "检查编号" })
        let names = head.cells.map(\.value.text)
        let known = try #require(
            workbook.sheets[0].rows.first { $0[column: 1]?.value.text == "AF202006-002" })
        let values = head.cells.map { cell -> String in
            switch cell.value.text {
            case "检查编号": "AF202006-901"
            case "检查项目编码": "I05"
            default: known[column: cell.column]?.value.text ?? ""
            }
        }
        try place.write(
            "岚川县基层党建暗访核查记录表（2020年6月）\n\(names.joined(separator: ","))\n"
                + values.joined(separator: ",") + "\n", to: "Inbox/2020-06/暗访/又一份.csv")
        try place.tongbao("run", "--as-of", Self.asOf).expect(0)
        #expect(try matches() == "3/7")
        try place.tongbao("office", "cases", "--as-of", Self.asOf).expect(0).says("AF202006-901")
        let notices = try place.snapshot("Outbox/2020-06").keys
            .filter { $0.hasPrefix("更正通报") }
            .flatMap { try paragraphs(of: "Outbox/2020-06/\($0)") }
        #expect(notices.contains { $0.contains("又收到暗访核查记录") }, "\(notices)")
        #expect(!notices.contains { $0.contains("结论") })
    }

    /// Records of one visit and item on some of the villages.
    private func record(_ seen: [Int], to file: String) throws {
        let rows = seen.map { number in
            let village = villages[number]
            return "AF202006-901,2020-06-30,上午,Z1,农村,\(village.code),\(village.name),晴岭街道,I07,1,不符,"
                + "严重,P\(number),无异议,待认定,2020-07-30"
        }
        try place.write(
            """
            岚川县基层党建暗访核查记录表（2020年6月）
            暗访编号,暗访日期,时段,暗访组,领域,被查单位代码,被查单位,责任单位,检查项目编码,现场核实值,比对结论,严重程度,佐证编号,反馈意见,组织部认定,整改期限
            \(rows.joined(separator: "\n"))

            """, to: "Inbox/2020-06/暗访/\(file)")
    }

    @Test func `a village put right in a second file leaves the first one, and the run asks`()
        throws
    {
        try record([0], to: "又一份.csv")
        try place.tongbao("run", "--as-of", Self.asOf).expect(0)
        try record([1], to: "更正.csv")
        let run = try place.tongbao("run", "--as-of", "2020-07-10T10:00").expect(0)
        run.says("更正.csv: 核实 F629: “又一份.csv（")
            .says("）”里的“AF202006-901 I07 \(villages[0].name)”仍然算数；这一份记的是“\(villages[1].name)”，两处都算")
        try place.tongbao(
            "office", "withdraw", "又一份.csv", "--reason", "村写错了", "--as-of", "2020-07-10T11:00"
        ).expect(0)
        try place.tongbao("office", "cases", "--as-of", "2020-07-10T11:00").expect(0)
            .says("AF202006-901 I07  晴岭街道 \(villages[1].name)")
    }

    @Test func `of a visit that saw several villages a verdict must name one`() throws {
        try record([0, 1], to: "又一份.csv")
        try place.tongbao("run", "--as-of", Self.asOf).expect(0)
        let about = "--about \(villages[1].code)"
        try place.tongbao("office", "cases", "--as-of", Self.asOf).expect(0)
            .says("tongbao office verdict AF202006-901 I07 … \(about) --reason …")
        try verdict("AF202006-901", "I07", "虚报").expect(64)
            .complains("AF202006-901 的 I07 查了几个对象，用 --about 写明是哪一个")
            .complains("\(villages[0].code) \(villages[0].name)、\(villages[1].code)")
        try verdict("AF202006-901", "I07", "虚报", "--about", "城关镇").expect(64)
            .complains("没有查“城关镇”；查的是：\(villages[0].code)")
        try verdict("AF202006-901", "I07", "虚报", "--about", villages[1].name).expect(0)
            .says("认定  AF202006-901 I07 \(villages[1].name)  虚报")
        try place.tongbao("office", "cases", "--as-of", Self.asOf).expect(0)
            .says("AF202006-901 I07  晴岭街道 \(villages[0].name)")
    }

    @Test(arguments: [
        (["AF202006-0022", "I03", "虚报"], "是不是“AF202006-002”"),
        (["AF202006-002", "I04", "虚报"], "没有查“I04”；查的是：I03"),
        (["AF202006-002", "I03", "假报"], "没有“假报”这一种；可以是“待认定”"),
        (["AF202006-002", "I03", "虚报", "--feedback", "不服"], "可以是“未反馈”、“无异议”、“有异议”"),
    ])
    func `what is not on record gets what is`(arguments: [String], words: String) throws {
        try place.tongbao(
            ["office", "verdict"] + arguments + ["--reason", "组织部研究认定", "--as-of", Self.asOf]
        ).expect(64).complains(words)
    }
}
