import Foundation
import Testing

/// Several registers of a month, and a review in two sheets, through the whole program.
struct RegisterRunTests {
    private let county: OfficeSheetCounty
    private var place: Workplace { county.place }

    init() throws {
        county = try OfficeSheetCounty()
        try county.register("云杉林场,0.5,否,青防〔2021〕1号", "水利局,1,否,青防〔2021〕2号", to: "加分登记.csv")
        try county.run("run", "--period", "2021-03", asOf: "2021-05-11T09:00").expect(0)
        try county.run("run", asOf: "2021-05-11T09:00").expect(0)
    }

    private func bonuses() throws -> [String?] {
        try ["LC01", "LC02", "JG02"].map { try county.figure("bonus", of: $0) }
    }

    @Test func `a supplement with one veto takes nobody's bonus, and is no correction`() throws {
        #expect(try bonuses() == ["0.50", "0.00", "1.00"])
        try county.register("白桦林场,—,是,青防〔2021〕9号", to: "补充.csv")
        let outcome = try county.run("run", asOf: "2021-05-12T09:00").expect(0)
        #expect(!outcome.stdout.contains("更正通报"), "\(outcome)")
        #expect(!outcome.stdout.contains("F62"), "\(outcome)")
        #expect(try bonuses() == ["0.50", "0.00", "1.00"])
        try county.run("office", "list", asOf: "2021-05-12T10:00").expect(0)
            .says("加分  云杉林场  0.5分  青防〔2021〕1号").says("加分  水利局  1分  青防〔2021〕2号")
            .says("一票否决  白桦林场  青防〔2021〕9号")
    }

    @Test func `what a corrected register leaves out is told, and repeated matters count once`()
        throws
    {
        let told = try place.snapshot("Outbox/2021-04").filter { !$0.key.hasPrefix("mail/") }
        try county.register("云杉林场,0.5,否,青防〔2021〕1号", "白桦林场,2,否,青防〔2021〕3号", to: "二批.csv")
        try county.run("run", asOf: "2021-05-12T09:00").expect(0)
            .says("F622: 有1件在“加分登记.csv”里已经登记").says("更正通报第1号")
        #expect(try bonuses() == ["0.50", "2.00", "1.00"])
        try county.register("水利局,1,否,青防〔2021〕2号", to: "二批.csv")
        try county.run("run", asOf: "2021-05-13T09:00").expect(0)
            .says("F620: 先前的“二批.csv”里有“白桦林场 加分2 青防〔2021〕3号”，这一份没有，不再计入")
            .says("更正通报第2号")
        #expect(try bonuses() == ["0.50", "0.00", "1.00"])
        // It is told once.
        let idle = try county.run("run", asOf: "2021-05-13T09:00").expect(0)
        #expect(!idle.stdout.contains("F620"), "\(idle)")
        // The bulletin as it was issued knew the first register alone.
        try county.run(
            "bulletin", "--period", "2021-04", "--as-issued", asOf: "2021-06-01T09:00"
        ).expect(0).says("\(told.count) 个文件与通报时逐字节相同")
        // The ledger made again from its events says the same.
        let outbox = try place.snapshot("Outbox/2021-04")
        try county.run("ledger", "rebuild", asOf: "2021-06-01T09:00").expect(0)
        try county.run("bulletin", "--period", "2021-04", asOf: "2021-05-13T09:00").expect(0)
        #expect(try place.snapshot("Outbox/2021-04") == outbox)
    }

    @Test func `check tells the same beforehand, and stores nothing`() throws {
        try county.register("云杉林场,1,否,青防〔2021〕1号", to: "二批.csv")
        try county.run("check", "Inbox/2021-04/加分登记/二批.csv", asOf: "2021-05-12T09:00").expect(0)
            .says("F621").says("这里是“云杉林场 加分1 青防〔2021〕1号”，按这里的计")
        #expect(try bonuses() == ["0.50", "0.00", "1.00"])
    }

    @Test func `a second sheet of the review leaves the first one's units alone`() throws {
        func review(_ rows: String, _ file: String) throws {
            try place.write(
                "年终测评登记（2021年4月）\n单位名称,满意,不满意\n\(rows)\n", to: "Inbox/年终测评/\(file)")
        }
        try review("云杉林场,8,2\n白桦林场,1,1", "测评.csv")
        try county.run("run", asOf: "2021-05-12T09:00").expect(0)
        try review("落叶松林场,0,0", "补.csv")
        try county.run("run", asOf: "2021-05-13T09:00").expect(0)
        try county.run("year", asOf: "2021-05-13T09:00").expect(0)
            .says("测评未登记 3家").says("测评登记的票数全是0 1家")
        try review("云杉林场,9,1", "测评.csv")
        try county.run("run", asOf: "2021-05-14T09:00").expect(0)
            .says("F624: 先前的“测评.csv”里有“白桦林场”，这一份没有，仍按先前的票数计")
        try county.run("year", asOf: "2021-05-14T09:00").expect(0).says("测评未登记 3家")
        let table = try Table(place.data("Outbox/2021年度/数据/年度.csv"), name: "年度.csv")
        #expect(try table.row(["code": "LC01"])["review"] == "90.00")
        #expect(try table.row(["code": "LC02"])["review"] == "50.00")
        #expect(try table.row(["code": "LC03"])["open"]?.contains("review:no_votes") == true)
    }
}
