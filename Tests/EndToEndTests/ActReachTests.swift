import Foundation
import Testing

/// Acts of the office name the months whose told figures they change, wherever these lie.
struct ActReachTests {
    private let county: OfficeSheetCounty

    init() throws {
        county = try OfficeSheetCounty()
    }

    private func rule() throws -> Outcome {
        try county.run(
            "office", "verdict", "A1", "X1", "虚报", "--feedback", "无异议", "--reason", "研究认定属实",
            asOf: "2021-04-20T09:00")
    }

    @Test func `a revoked verdict is told where its points were taken`() throws {
        try county.visit(on: "2021-03-15", observed: "低")
        try county.run("run", asOf: "2021-04-12T09:00").expect(0)
        try rule().expect(0).says("计入此后第一次写出的那一期").says("已经通报的数都没有变动")
        try county.run("run", asOf: "2021-05-11T09:00").expect(0)
        #expect(try county.figure("deductions", of: "LC01", in: "2021-03") == "0.00")
        let charged = try #require(Double(county.figure("deductions", of: "LC01") ?? ""))
        #expect(charged >= 5)
        let number = try ListCounty.number(
            county.run("office", "list", asOf: "2021-06-15T08:00").expect(0))
        // May has closed since, without a return.
        let answer = try county.run(
            "office", "revoke", number, "--reason", "复核后撤销", asOf: "2021-06-15T09:00"
        ).expect(0).says("运行 tongbao bulletin --period 2021-04")
        #expect(!answer.stdout.contains("--period 2021-03"), "\(answer)")
        try county.run("bulletin", "--period", "2021-04", asOf: "2021-06-15T10:00").expect(0)
        let given = try #require(Double(county.figure("deductions", of: "LC01") ?? ""))
        #expect(abs(charged - given - 5) < 0.001)
    }

    @Test func `what was seen has to be a value of the column, and costs nothing until it is`()
        throws
    {
        try county.visit(on: "2021-03-15", observed: "不高")
        let file = "Inbox/2021-03/巡查/记录.csv"
        try county.run("check", file, asOf: "2021-04-12T09:00").expect(1)
            .says("F625: “现场核实值”的“不高”不是“火险等级”的写法").says("写成“高”、“中”、“低”里的一种")
        try county.run("run", asOf: "2021-04-12T09:00").expect(0).says("F625")
        try rule().expect(64).complains("没有编号“A1”的暗访记录")
        try county.visit(on: "2021-03-15", observed: "低火险")
        try county.run("run", asOf: "2021-04-13T09:00").expect(0)
        try rule().expect(0).says("核实值代替上报值")
    }

    @Test func `a unit that has ended and its areas are told with both checks of the tables`()
        throws
    {
        let place = county.place
        try county.run("run", "--period", "2021-03", asOf: "2021-04-12T09:00").expect(0)
        try place.edit(
            "Campaign/units.csv", "LC03,青崖县落叶松国有林场,落叶松林场,落叶松,farm,国有林场,,,,",
            "LC03,青崖县落叶松国有林场,落叶松林场,落叶松,farm,国有林场,,,2021-04-15,LC01")
        try place.tongbao("campaign", "check", "Campaign").expect(0)
            .says("核实 F626: “青崖县落叶松国有林场”有效到2021-04-15，花名册上仍有效的还有1个归它（风垭口片区）")
            .says("没有错误，1 处要核实")
        try place.tongbao("campaign", "diff", "Campaign", "--as-of", "2021-04-16T09:00").expect(0)
            .says("→ 花名册上还有归它、以后仍有效的")
        try county.run("run", asOf: "2021-04-16T09:00").expect(0).says("→ 花名册上还有归它")
    }
}
