import Foundation
import TestSupport
import Testing
import Workbooks

/// The same bytes under several paths, in one run or on several days.
struct KnownBytesTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }
    private static let farm = "落叶松林场"
    private static let content = """
        青崖县森林防火巡护月报表（2021年4月）
        填报单位：\(farm)
        片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注
        风垭口片区,10,10,高,45,0,

        """

    init() throws {
        county = try PatrolCounty()
        try remove("2021-04/巡护/\(Self.farm).csv")
    }

    private func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: place.folder.appending(path: "Inbox/" + path))
    }

    private func put(_ path: String, _ bytes: [UInt8] = Array(content.utf8)) throws {
        try place.write(Data(bytes), to: "Inbox/" + path)
    }

    @discardableResult
    private func run(_ hour: Int, limits: [String: String] = [:]) throws -> Outcome {
        try place.tongbao(
            "run", "--campaign", "Campaign", "--as-of", "2021-05-10T\(hour):00",
            environment: limits
        ).expect(0)
    }

    private func returns(_ farm: String = farm, of period: String = "2021-04") throws -> [String] {
        try county.table("收件", of: period).rows(["form": "patrol"])
            .filter { $0["name"]?.contains(farm.prefix(2)) == true && $0["status"] != "missing" }
            .map { "\($0["file"] ?? "") \($0["status"] ?? "")" }
    }

    /// Nothing is left to do, and the ledger can be made again from its events.
    private func isSettled() throws {
        try run(20).says("没有新文件")
        try place.tongbao("ledger", "verify").expect(0)
        let before = try place.tongbao("ledger", "dump").expect(0).stdout
        try place.tongbao("ledger", "rebuild").expect(0)
        #expect(try place.tongbao("ledger", "dump").stdout == before)
    }

    // MARK: In the wrong folder and in the right one

    @Test(arguments: [true, false])
    func `what lies in two months' folders counts where it belongs, in one run and in two`(
        inOneRun: Bool
    ) throws {
        try put("2021-03/巡护/a.csv")
        if !inOneRun { try run(11) }
        try put("2021-04/巡护/a.csv")
        try run(12).says("采用")
        #expect(try returns() == ["2021-04/巡护/a.csv accepted"])
        try isSettled()
    }

    @Test(arguments: [true, false])
    func `so does what lies in an archive`(inOneRun: Bool) throws {
        let zip = ArchiveDraft.utf8([("巡护/a.csv", Array(Self.content.utf8))]).bytes
        try put("2021-03/a.zip", zip)
        if !inOneRun { try run(11) }
        try put("2021-04/a.zip", zip)
        try run(12).says("压缩包")
        #expect(try returns() == ["2021-04/a.zip/巡护/a.csv accepted"])
        try isSettled()
    }

    @Test func `an archive that was moved says nothing of what counts already`() throws {
        let good = Array(try place.data("Inbox/2021-04/物资/云杉林场.csv"))
        try remove("2021-04/物资/云杉林场.csv")
        let zip = ArchiveDraft.utf8([("a.csv", Array(Self.content.utf8)), ("b.csv", good)]).bytes
        try put("2021-03/a.zip", zip)
        try run(11)
        try remove("2021-03/a.zip")
        try put("2021-04/a.zip", zip)
        let moved = try run(12)
        #expect(try returns() == ["2021-04/a.zip/a.csv accepted"], "\(moved)")
        try isSettled()
    }

    // MARK: A name with a person's number

    @Test(arguments: [true, false])
    func `a return that lay apart for its name is taken under a better one`(
        inOneRun: Bool
    ) throws {
        let bad = "2021-04/巡护/\(Self.farm)13812345678.csv"
        try put(bad)
        if !inOneRun {
            try run(11)
            #expect(try returns().map { $0.hasSuffix("quarantined") } == [true])
            try remove(bad)
        }
        try put("2021-04/巡护/\(Self.farm)再报.csv")
        try run(12)
        #expect(try returns() == ["2021-04/巡护/\(Self.farm)再报.csv accepted"])
        #expect(try place.snapshot(".tongbao/quarantine").isEmpty)
        try place.tongbao("ledger", "backup", "copy").expect(0)
        let kept = try place.snapshot("copy/archive").values
        #expect(kept.contains(Data(Self.content.utf8)))
        if !inOneRun { try isSettled() }
    }

    @Test func `the register may say that the better name came first`() throws {
        try put("2021-04/巡护/\(Self.farm)13812345678.csv")
        try put("2021-04/巡护/\(Self.farm)再报.csv")
        try place.write(
            "文件名,收件时间,备注\n\(Self.farm)再报.csv,2021-05-09 16:00,\n", to: "Inbox/收件登记.csv")
        try run(12)
        #expect(try returns() == ["2021-04/巡护/\(Self.farm)再报.csv accepted"])
        #expect(try place.snapshot(".tongbao/quarantine").isEmpty)
        #expect(try place.snapshot(".tongbao/archive").values.contains(Data(Self.content.utf8)))
        try place.tongbao("ledger", "verify").expect(0)
    }

    @Test func `what holds a person's number itself stays apart under any name`() throws {
        let content = Array(Self.content.replacing("45,0,", with: "45,0,13812345678").utf8)
        try put("2021-04/巡护/\(Self.farm)13812345678.csv", content)
        try run(11)
        try remove("2021-04/巡护/\(Self.farm)13812345678.csv")
        try put("2021-04/巡护/\(Self.farm)再报.csv", content)
        try run(12).says("F114")
        #expect(try returns().map { $0.hasSuffix("quarantined") } == [true])
        #expect(try !place.snapshot(".tongbao/archive").values.contains(Data(content)))
        #expect(try place.snapshot(".tongbao/incoming").isEmpty)
        try isSettled()
    }

    @Test func `what is wrong in the cells is answered once the name is right`() throws {
        let content = Array(Self.content.replacing("45,0", with: "9999,0").utf8)
        try put("2021-04/巡护/\(Self.farm)13812345678.csv", content)
        try run(11)
        try remove("2021-04/巡护/\(Self.farm)13812345678.csv")
        try put("2021-04/巡护/\(Self.farm)再报.csv", content)
        try run(12)
        #expect(try returns() == ["2021-04/巡护/\(Self.farm)再报.csv returned"])
        try isSettled()
    }

    // MARK: What could not be read

    @Test(arguments: [true, false])
    func `an archive that was taken out of another is taken apart`(inOneRun: Bool) throws {
        let inner = ArchiveDraft.utf8([("巡护/a.csv", Array(Self.content.utf8))]).bytes
        try put("2021-04/\(Self.farm)外.zip", ArchiveDraft.utf8([("里.zip", inner)]).bytes)
        if !inOneRun { try run(11).says("F131") }
        try put("2021-04/里.zip", inner)
        try run(12).says("压缩包")
        // What its sender was told to do is done.
        #expect(!place.exists("Outbox/2021-04/退回/\(Self.farm)-不是报表的文件.xlsx"))
        #expect(try returns() == ["2021-04/里.zip/巡护/a.csv accepted"])
        try isSettled()
    }

    @Test func `a file over a limit is read once the limit is raised, and not before`() throws {
        var rows: [RowDraft] = Self.content.split(separator: "\n").map { line in
            RowDraft(
                line.split(separator: ",", omittingEmptySubsequences: false)
                    .map { $0.isEmpty ? nil : CellDraft(String($0)) })
        }
        rows.append(RowDraft([CellDraft("填表人：林某")]))
        var sheet = SheetDraft(name: "巡护")
        sheet.rows = rows
        let book = try WorkbookDraft(sheets: [sheet]).encoded()
        let path = "2021-04/巡护/\(Self.farm).xlsx"
        try put(path, book)
        try put("2021-04/a.zip", ArchiveDraft.utf8([("b.xlsx", book + [0])]).bytes)
        let tight = ["TONGBAO_LIMITS_CELLS_PER_SHEET": "9"]
        try run(11, limits: tight).says("超过限度")
        try run(12, limits: tight).says("没有新文件")
        let other = ["TONGBAO_LIMITS_CELLS_PER_SHEET": "8"]
        let events = try place.text(".tongbao/events.jsonl")
        try run(13, limits: other)
        #expect(try place.text(".tongbao/events.jsonl") != events)
        try run(14, limits: other).says("没有新文件")
        // A member of an archive that lies in no form's folder is nobody's return until it is read.
        #expect(try returns() == ["\(path) returned"])
        try run(15).says("采用")
        #expect(try returns() == ["2021-04/a.zip/b.xlsx accepted", "\(path) accepted"])
        try isSettled()
    }

    // MARK: Two units

    @Test(arguments: [true, false])
    func `a copy in another unit's folder takes the first one's answer not away`(
        inOneRun: Bool
    ) throws {
        let empty = Array(
            "片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注\n".utf8)
        try put("2021-04/\(Self.farm)/巡护.csv", empty)
        if !inOneRun { try run(11) }
        try put("2021-04/云杉林场/巡护.csv", empty)
        let last = try run(12)
        let known = try returns() + returns("云杉林场")
        #expect(known.filter { $0.hasSuffix("returned") }.count == 1, "\(known)")
        if !inOneRun { #expect(try returns() == ["2021-04/\(Self.farm)/巡护.csv returned"]) }
        last.says("F114")
        try isSettled()
    }

    @Test func `moved to the right unit's folder it is that one's`() throws {
        let empty = Array(
            "片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注\n".utf8)
        try remove("2021-04/巡护/云杉林场.csv")
        try put("2021-04/云杉林场/a.csv", empty)
        try run(11)
        #expect(try returns("云杉林场") == ["2021-04/云杉林场/a.csv returned"])
        try remove("2021-04/云杉林场/a.csv")
        try put("2021-04/\(Self.farm)/a.csv", empty)
        try run(12)
        #expect(try returns() == ["2021-04/\(Self.farm)/a.csv returned"])
        try isSettled()
    }

    // MARK: Several answers without a sheet

    @Test func `of two forms with two months' sheets each is answered`() throws {
        func sheet(_ name: String, _ title: String, from path: String) throws -> SheetDraft {
            var sheet = SheetDraft(name: name)
            let lines = try place.text("Inbox/" + path).split(separator: "\n")
            sheet.rows = lines.enumerated().map { index, line in
                RowDraft(
                    (index == 0 ? [Substring(title)] : line.split(separator: ",")).map {
                        CellDraft(String($0))
                    })
            }
            return sheet
        }
        let (patrol, depot) = ("2021-04/巡护/云杉林场.csv", "2021-04/物资/云杉林场.csv")
        let book = try WorkbookDraft(sheets: [
            sheet("巡护3", "森林防火巡护月报表（2021年3月）", from: patrol),
            sheet("巡护4", "森林防火巡护月报表（2021年4月）", from: patrol),
            sheet("物资3", "扑火物资月报表（2021年3月）", from: depot),
            sheet("物资4", "扑火物资月报表（2021年4月）", from: depot),
        ]).encoded()
        try remove(patrol)
        try remove(depot)
        try put("云杉林场.xlsx", book)
        try run(11).says("退回")
        let answers = try county.table("收件", of: "2021-04").rows(["file": "云杉林场.xlsx"])
        #expect(
            Set(answers.map { "\($0["form"] ?? "") \($0["status"] ?? "")" })
                == ["patrol returned", "depot returned"])
        try isSettled()
        // Judged again each is what it was.
        try place.edit("Campaign/settings.csv", "due_day,10", "due_day,11")
        try place.tongbao(
            "run", "--campaign", "Campaign", "--as-of", "2021-05-12T09:00"
        ).expect(0)
        #expect(
            try county.table("收件", of: "2021-04").rows(["file": "云杉林场.xlsx"]).count == 2)
        try place.tongbao("ledger", "verify").expect(0)
    }
}
