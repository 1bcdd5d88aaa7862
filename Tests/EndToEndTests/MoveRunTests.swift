import Foundation
import Testing
import Workbooks

/// Why units moved, from the files that were sent to what a unit reads.
///
/// The patrols' county in April 2021, held against March. 干海子片区 of LC04 leaves the roster on 31
/// March; 落叶松林场 (LC03) sends nothing good for April.
struct MoveRunTests {
    private let county: PatrolCounty

    init() throws {
        county = try PatrolCounty()
        _ = try county.runBothMonths()
    }

    /// What `explain` says of a unit's move.
    private func move(_ unit: String, language: String = "zh") throws -> [String] {
        let lines = try county.tongbao("explain", unit, "--lang", language).expect(0).stdout
            .split(separator: "\n").map(String.init)
        let start = try #require(
            lines.firstIndex { $0.hasPrefix("  与2021年3月比") || $0.hasPrefix("  since 2021-03") })
        return Array(lines[start...])
    }

    private func cells(_ path: String, _ sheet: String) throws -> String {
        let workbook = try WorkbookReader.read(
            Array(county.place.data(path)), fileName: path)
        let grid = try #require(workbook.sheets.first { $0.name == sheet })
        return grid.rows.flatMap(\.cells).map(\.value.text).joined(separator: "|")
    }

    // F03 is linear towards the end of the year: +7.50 done, −4.17 because a twelfth more is asked for.
    @Test func `explain takes the change apart, demand beside work, and the others' places`() throws
    {
        #expect(
            try move("LC01") == [
                "  与2021年3月比：得分 86.92 → 92.00，+5.08；名次 2 → 1，+1位",
                "    本单位工作：+9.25分，+1位",
                "      巡护到位率（F01）：-2.50分",
                "      包片达标率（F02）：+3.75分",
                "      警示牌进度（F03）：+7.50分，+1位",
                "      灭火机完好率（G01）：+0.50分",
                "    进度要求：-4.17分，-1位",
                "      警示牌进度（F03）：-4.17分，-1位",
                "    其他单位变动：+1位",
            ])
        #expect(
            try move("LC03", language: "en") == [
                "  since 2021-03: score 100.00 → -4.20, -104.20; rank 1 → 4, places -3",
                "    returns: -104.20, places -3",
                "      巡护: no return this month, counts 0: -100.00, places -3",
                "      points off for missing returns: -4.00",
                "      points off for returns sent back: -0.20",
            ])
        #expect(try move("LC04").contains("    名册变化：-4.58分"))
    }

    @Test func `the first month has nothing to be held against`() throws {
        try county.tongbao("explain", "LC01", "--period", "2021-03").expect(0)
            .says("第2名")
        let outcome = try county.tongbao("explain", "LC01", "--period", "2021-03")
        #expect(!outcome.stdout.contains("与2021年2月比"))
        let march = try WorkbookReader.read(
            Array(county.place.data("Outbox/2021-03/森林防火通报-2021年03月.xlsx")), fileName: "x.xlsx")
        #expect(!march.sheets.contains { $0.name == "升降原因" })
    }

    @Test func `the bulletin tells it of all movers, feedback of its own unit alone`() throws {
        let bulletin = try cells("Outbox/2021-04/森林防火通报-2021年04月.xlsx", "升降原因")
        #expect(bulletin.contains("国有林场：名次上升的2家"))
        #expect(bulletin.contains("得-4.20分，比上月减104.20分，由第1名降至第4名。"))
        let feedback = try cells("Outbox/2021-04/反馈/落叶松林场.xlsx", "升降原因")
        #expect(feedback.contains("“巡护”本月未报，按0计"))
        for other in ["云杉", "白桦", "油松"] { #expect(!feedback.contains(other)) }
    }

    @Test func `what was taken back of March since it was published is a correction`() throws {
        try county.tongbao(
            "office", "withdraw", "Inbox/2021-03/巡护/白桦林场.csv", "--reason", "交错了文件"
        ).expect(0)
        let lines = try move("LC02")
        #expect(lines[0] == "  与2021年3月比：得分 86.22 → 71.14，-15.08；名次 3 → 3，0位")
        #expect(lines.contains("    上月更正：-80.22分，-1位"))
        #expect(lines.contains { $0.hasPrefix("      “巡护”上月未报，本月已报：+75.14分") })
    }

    @Test func `a target raised since March is the tables', weights hide the rank`() throws {
        try county.place.edit(
            "Campaign/indicators.csv", ",both,0.8,", ",both,1,")
        #expect(try move("LC01").contains { $0.hasPrefix("    办法调整：") })
        #expect(try move("LC01")[0].contains("；名次 2 → 1，"))
        try county.place.edit("Campaign/indicators.csv", "monthly,,10,60,", "monthly,,20,60,")
        #expect(try move("LC01")[0].hasSuffix("；分组或权重有变动，名次不比较"))
        #expect(try !move("LC01").contains { $0.contains("位") && $0.contains("其他单位") })
        try county.tongbao("run").expect(0)
        let bulletin = try cells("Outbox/2021-04/森林防火通报-2021年04月.xlsx", "升降原因")
        #expect(bulletin.contains("名次不比较，只列得分升降较多的单位"))
    }

    @Test func `a village struck from the tables since March is the roster's`() throws {
        let roster = try county.place.text("Campaign/roster.csv")
        let struck = roster.split(separator: "\n").filter { !$0.hasPrefix("PQ04") }
        try county.place.write(struck.joined(separator: "\n") + "\n", to: "Campaign/roster.csv")
        let lines = try move("LC02")
        #expect(lines.contains { $0.hasPrefix("    名册变化：") })
        #expect(!lines.contains { $0.hasPrefix("    办法调整：") })
    }

    @Test func `names that the office confirmed since are no change of the tables`() throws {
        let before = try move("LC01")
        try county.tongbao("office", "alias", "LC01", "云杉总场", "--reason", "来函更名").expect(0)
        #expect(try move("LC01") == before)
    }
}
