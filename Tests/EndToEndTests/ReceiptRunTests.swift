import Foundation
import Testing

/// The receipt register in a run, where two farms hand in files of one name.
struct ReceiptRunTests {
    private let county: PatrolCounty

    init() throws {
        county = try PatrolCounty()
        for farm in ["云杉林场", "油松林场"] {
            let path = "Inbox/2021-04/巡护/\(farm).csv"
            let bytes = try county.place.data(path)
            try FileManager.default.removeItem(at: county.place.folder.appending(path: path))
            try county.place.write(bytes, to: "Inbox/2021-04/\(farm)/月报.csv")
        }
    }

    private func run(asOf moment: String) throws -> Outcome {
        try county.place.tongbao("run", "--campaign", "Campaign", "--as-of", moment).expect(0)
    }

    private func register(_ lines: String..., in folder: String = "") throws {
        let text = (["文件名,收件时间,备注"] + lines + [""]).joined(separator: "\n")
        try county.place.write(text, to: "Inbox/\(folder)收件登记.csv")
    }

    /// By how many days a farm's return is late; empty where it is not.
    private func lateDays(_ farm: String) throws -> String? {
        try county.table("收件", of: "2021-04").row(["file": "2021-04/\(farm)/月报.csv"])["late_days"]
    }

    @Test func `a line that may mean two farms is asked and makes neither late`() throws {
        _ = try run(asOf: "2021-05-07T09:00")
        try register("月报.csv,2021-05-13 10:00,油松林场补交")
        try run(asOf: "2021-05-14T09:00")
            .says("收件登记.csv › 第2行 › A2: 核实 F627: 叫“月报.csv”的文件有2份").says(
                "这一行不算：写上文件夹，如“油松林场/月报.csv”")
        #expect(try lateDays("云杉林场") == "" && lateDays("油松林场") == "")
        try register(
            "月报.csv,2021-05-13 10:00,油松林场补交", #"油松林场\月报.csv,2021-05-13 10:00,补交"#)
        let outcome = try run(asOf: "2021-05-14T10:00")
        #expect(!outcome.stdout.contains("F627"))
        #expect(try lateDays("云杉林场") == "" && lateDays("油松林场") != "")
    }

    @Test func `two files that come with a later line of their name are not waited for`() throws {
        try register("月报.csv,2021-05-13 10:00,")
        try run(asOf: "2021-05-07T09:00").says("F627")
        #expect(try lateDays("云杉林场") == "" && lateDays("油松林场") == "")
    }

    @Test func `a farm's own register is believed about nobody, not about its own returns either`()
        throws
    {
        try register("月报.csv,2021-05-13 10:00,", in: "2021-04/油松林场/")
        try run(asOf: "2021-05-07T09:00").says("2021-04/油松林场/收件登记.csv: 核实 F628: 收件登记只认直接放在Inbox下的")
        try run(asOf: "2021-05-14T09:00").says("没有新文件")
        #expect(try lateDays("云杉林场") == "" && lateDays("油松林场") == "")
    }
}
