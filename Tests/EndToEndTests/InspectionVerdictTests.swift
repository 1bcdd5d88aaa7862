import Foundation
import Testing

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

    private func verdict(_ arguments: String...) throws -> Outcome {
        try place.tongbao(
            ["office", "verdict"] + arguments
                + ["--reason", "组织部研究认定", "--as-of", Self.asOf])
    }

    @Test func `a verdict changes the value that is scored`() throws {
        let before = try place.tongbao("explain", "城关镇", "--as-of", Self.asOf).expect(0)
        try verdict("AF202006-002", "I03", "属实不符", "--feedback", "有异议").expect(0)
            .says("认定  AF202006-002 I03  属实不符，单位有异议").says("核实值代替上报值")
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
            .says("AF202006-002 I03  笔误").says("不换数、不扣分")
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
