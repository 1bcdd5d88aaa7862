import Foundation
import Testing

/// Lines of the receipt register that cannot be true, and what the register settles.
struct RegisterLineTests {
    private let county: PatrolCounty
    private let farm = "落叶松林场"

    init() throws { county = try PatrolCounty() }

    private func run(asOf moment: String) throws -> Outcome {
        try county.place.tongbao("run", "--campaign", "Campaign", "--as-of", moment).expect(0)
    }

    private func register(_ lines: String...) throws {
        let text = (["文件名,收件时间,备注"] + lines + [""]).joined(separator: "\n")
        try county.place.write(text, to: "Inbox/收件登记.csv")
    }

    private func revision(_ file: String) throws -> String? {
        try county.table("收件", of: "2021-04").row(["file": "2021-04/巡护/\(file)"])["revision"]
    }

    @Test func `a correction with last year's date in the register is asked about, and counts`()
        throws
    {
        try county.patrol(farm, "风垭口片区,10,10,高,45,0,", to: "\(farm).csv")
        _ = try run(asOf: "2021-05-07T09:00")
        try county.patrol(farm, "风垭口片区,10,9,高,45,0,", to: "\(farm)更正.csv")
        try register("\(farm)更正.csv,2020-05-08 09:00,")
        try run(asOf: "2021-05-11T09:00")
            .says("收件登记.csv › 第2行 › A2: 核实 F631").says("这一行不算")
        #expect(try revision("\(farm)更正.csv") == "2")
        // Put right it is believed.
        try register("\(farm)更正.csv,2021-05-08 09:00,")
        let outcome = try run(asOf: "2021-05-11T10:00")
        #expect(!outcome.stdout.contains("F631"), "\(outcome)")
        // And a wrong line about a file that is known is asked about as well.
        try register("\(farm)更正.csv,2020-05-09 09:00,")
        try run(asOf: "2021-05-11T11:00").says("收件登记.csv › 第2行 › A2: 核实 F631")
        #expect(try revision("\(farm)更正.csv") == "2")
    }

    @Test func `files that the register puts in order are not asked about any more`() throws {
        try county.patrol(farm, "风垭口片区,10,4,高,45,0,已核实过", to: "\(farm).csv")
        try county.patrol(farm, "风垭口片区,10,9,高,45,0,", to: "\(farm) 更正.csv")
        _ = try run(asOf: "2021-05-11T09:00")
        func isAsked() throws -> Bool {
            try county.table("问题", of: "2021-04").rows(["file": "2021-04/巡护/\(farm) 更正.csv"])
                .contains { $0["finding"] == "F115" }
        }
        #expect(try isAsked())
        try register("2021-04/巡护/\(farm).csv,2021-05-05 09:00,", "\(farm) 更正.csv,2021-05-05 09:30,")
        _ = try run(asOf: "2021-05-12T09:00")
        #expect(try !isAsked())
        #expect(try revision("\(farm) 更正.csv") == "2")
    }

    @Test func `a title above the heads of the register is passed over`() throws {
        try county.place.write(
            "收件登记表,,\n2021年5月,,\n文件名,收件时间,备注\n2021-04/巡护/\(farm).csv,2021-05-13 10:00,补交\n",
            to: "Inbox/收件登记.csv")
        let outcome = try run(asOf: "2021-05-14T09:00")
        #expect(!outcome.stdout.contains("F502"), "\(outcome)")
        #expect(
            try county.table("收件", of: "2021-04").row(["file": "2021-04/巡护/\(farm).csv"])[
                "received_at"]?
                .hasPrefix("2021-05-13T10:00") == true)
    }

    @Test func `a file is withdrawn by its name and month, and what follows is told`() throws {
        let place = county.place
        for month in ["2021-03", "2021-04"] {
            let path = "Inbox/\(month)/巡护/\(farm).csv"
            let bytes = try place.data(path)
            try FileManager.default.removeItem(at: place.folder.appending(path: path))
            try place.write(bytes, to: "Inbox/\(month)/巡护/月报.csv")
        }
        try county.tongbao("run", "--period", "2021-03").expect(0)
        try county.tongbao("run").expect(0)
        try county.tongbao("office", "withdraw", "月报.csv", "--reason", "放错了月份").expect(64)
            .complains("2021年3月，2021-05-11 09:00收到，现行有效")
        try county.tongbao(
            "office", "withdraw", "月报.csv", "--period", "2021-03", "--reason", "放错了月份"
        )
        .expect(0).says("没有另一份合格的，又成了未报")
    }
}
