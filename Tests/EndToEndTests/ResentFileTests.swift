import Foundation
import Testing
import Workbooks

/// A first version that is sent once more after a corrected one: it does not count, and its sender is told.
struct ResentFileTests {
    private let county: PatrolCounty
    private static let file = "落叶松林场.csv"

    init() throws {
        county = try PatrolCounty()
        try send(signs: 31, as: Self.file)
        try run("09").expect(0)
        try send(signs: 32, as: Self.file)
        try run("10").expect(0)
    }

    private func send(signs: Int, as file: String) throws {
        try county.patrol("落叶松林场", "风垭口片区,10,10,高,\(signs),0,", to: file)
    }

    @discardableResult
    private func run(_ hour: String) throws -> Outcome {
        try county.place.tongbao(
            "run", "--campaign", "Campaign", "--as-of", "2021-05-11T\(hour):00")
    }

    /// What the receipt says of its last file.
    private func answer() throws -> [String] {
        let path = "Outbox/2021-04/回执/落叶松林场.xlsx"
        let bytes = Array(try county.place.data(path))
        let sheet = try #require(WorkbookReader.read(bytes, fileName: path).sheets.first)
        let rows = sheet.rows.filter { $0[column: 1]?.value.text.hasSuffix(".csv") == true }
        let row = try #require(rows.last)
        return [1, 3, 12, 13].compactMap { row[column: $0]?.value.text }
    }

    private static let next =
        "现在算的是2021年5月11日10时收到的“落叶松林场.csv”。要改回这一份的，改动一处（如在备注里写一句）再报，或告诉县里；不是的不用再管。"

    @Test(arguments: [file, "再报.csv"])
    func `the receipt says what it is the same as, what counts, and what to do`(
        name: String
    ) throws {
        try send(signs: 31, as: name)
        try run("11").expect(0).says("先前的“2021-04/巡护/落叶松林场.csv”完全相同，那一份已由后来的代替")
        let told = [name, "2021-05-11 11:00", "与2021年5月11日9时收到的“落叶松林场.csv”完全相同，不计", Self.next]
        #expect(try answer() == told)
        #expect(
            try county.table("收件", of: "2021-04").rows(["unit": "落叶松林场"]).allSatisfy {
                $0["file"] == "2021-04/巡护/落叶松林场.csv"
            })
        try run("12").expect(0).says("没有新文件")
        try county.place.tongbao("ledger", "verify").expect(0)
    }

    @Test func `it is told once, be the memory of the Inbox lost`() throws {
        try send(signs: 31, as: Self.file)
        try run("11").expect(0)
        try county.place.tongbao("ledger", "rebuild").expect(0)
        let events = try county.place.text(".tongbao/events.jsonl")
        try run("12").expect(0).says("没有新文件")
        #expect(try county.place.text(".tongbao/events.jsonl") == events)
    }

    @Test func `where the office took the later one back, the first one counts and is a mere copy`()
        throws
    {
        try send(signs: 33, as: "更正.csv")
        try run("11").expect(0)
        try send(signs: 32, as: "再报.csv")
        try run("12").expect(0).says("那一份已由后来的代替")
        try county.place.tongbao(
            "office", "withdraw", "更正.csv", "--reason", "报错了月份", "--campaign", "Campaign",
            "--as-of", "2021-05-11T13:00"
        ).expect(0)
        try send(signs: 32, as: "三报.csv")
        try run("14").expect(0).says("三报.csv: 核实 F114: 与“2021-04/巡护/落叶松林场.csv”完全相同，未重复处理")
        #expect(try answer()[2] == "已撤回，不计：报错了月份")
    }

    @Test func `a third version that counts, or the second once more, leaves nothing to tell`()
        throws
    {
        try send(signs: 31, as: Self.file)
        try run("11").expect(0)
        try send(signs: 32, as: Self.file)
        try run("12").expect(0)
        #expect(try answer()[2] == "已接收，第2次报送，代替先前的")
        try send(signs: 31, as: Self.file)
        try run("13").expect(0)
        try send(signs: 33, as: Self.file)
        try run("14").expect(0)
        #expect(try answer()[2] == "已接收，第3次报送，代替先前的")
    }
}

/// Last month's file under this month's name: it counts for last month, and its sender is told.
struct CopiedFileTests {
    private let county: PatrolCounty
    private static let april = "2021-04/巡护/落叶松林场.csv"
    private static let may = "2021-05/巡护/落叶松林场.csv"

    /// Of one farm, whose return names no month.
    init() throws {
        county = try PatrolCounty()
        try remove("Inbox")
        try send(signs: 31, as: Self.april)
        try run("05-11T09").expect(0)
    }

    private func remove(_ folder: String) throws {
        try FileManager.default.removeItem(at: county.place.folder.appending(path: folder))
    }

    private func send(signs: Int, as file: String) throws {
        try county.place.write(
            """
            青崖县森林防火巡护月报表
            填报单位：落叶松林场
            片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注
            风垭口片区,10,10,高,\(signs),0,

            """, to: "Inbox/\(file)")
    }

    @discardableResult
    private func run(_ hour: String) throws -> Outcome {
        try county.place.tongbao(
            "run", "--campaign", "Campaign", "--as-of", "2021-\(hour):00")
    }

    /// What the receipts of May say: file, receipt, verdict, what to do.
    private func answers() throws -> [[String]] {
        let path = "Outbox/2021-05/回执/落叶松林场.xlsx"
        guard county.place.exists(path) else { return [] }
        let bytes = Array(try county.place.data(path))
        let sheet = try #require(WorkbookReader.read(bytes, fileName: path).sheets.first)
        return sheet.rows.filter { $0[column: 1]?.value.text.hasSuffix(".csv") == true }
            .map { row in [1, 3, 12, 13].compactMap { row[column: $0]?.value.text } }
    }

    private static let told = [
        "落叶松林场.csv", "2021-06-02 10:00", "与2021年5月11日9时收到的“落叶松林场.csv”完全相同，那一份算的是2021年4月，这里不计",
    ]
    private static let next =
        "2021年5月的还没有接收：拿错了文件的，请报这个月的；确实一个数也没变的，在标题里写明月份再报，或告诉县里。截止时间：2021年6月10日12时。"

    @Test func `before the month has closed the receipt says so, and asks for the right one`()
        throws
    {
        try send(signs: 31, as: Self.may)
        try run("06-02T10").expect(0).says("F114")
        #expect(try answers() == [Self.told + [Self.next]])
        try county.place.tongbao("ledger", "verify").expect(0)
        try county.place.tongbao("ledger", "rebuild").expect(0)
        let events = try county.place.text(".tongbao/events.jsonl")
        try run("06-02T11").expect(0)
        #expect(try county.place.text(".tongbao/events.jsonl") == events)
    }

    @Test func `the right one under the same name or another leaves nothing to tell`() throws {
        try send(signs: 31, as: Self.may)
        try run("06-02T10").expect(0)
        try send(signs: 33, as: "2021-05/巡护/再报.csv")
        try run("06-02T11").expect(0)
        #expect(try answers().map { $0[2] } == ["已接收"])
    }

    @Test func `of both in one run the same is told`() throws {
        try remove(".tongbao")
        try remove("Outbox")
        try send(signs: 31, as: Self.may)
        try run("06-02T10").expect(0).says("F114")
        #expect(
            try answers().map { Array($0[2...]) } == [
                [
                    "与2021年6月2日10时收到的“落叶松林场.csv”完全相同，那一份算的是2021年4月，这里不计", Self.next,
                ]
            ])
    }

    @Test func `a copy within the month tells its sender nothing`() throws {
        try send(signs: 31, as: "2021-04/巡护/副本.csv")
        let events = try county.place.text(".tongbao/events.jsonl")
        try run("05-11T10").expect(0).says("F114")
        let news = try county.place.text(".tongbao/events.jsonl").dropFirst(events.count)
        #expect(!news.contains("resent"))
    }
}
