import Foundation
import TestSupport
import Testing
import Workbooks
import ZipArchives

/// Returns of three programs go back marked in their own workbook, are mended by two, and come again.
///
/// `Fixtures/Returned` holds what the programs wrote: the faulty returns, and our answers to them as
/// openpyxl and LibreOffice saved them after mending.
struct ReturnedTests {
    private static let programs = ["openpyxl", "xlsxwriter", "libreoffice"]
    private static let marks = ["D11=FFC7CE", "E8=FFC7CE"]
    private static let path = "Inbox/2020-06/农村/农村月报 鹤畔镇 2020年6月.xlsx"
    private static let answer = "Outbox/2020-06/退回/鹤畔镇-农村月报 鹤畔镇 2020年6月.xlsx"

    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.copy("Templates", to: "Templates")
    }

    /// Puts a file into the Inbox, long enough ago to be read.
    private func send(_ bytes: [UInt8], as path: String = path) throws {
        let file = try place.write(Data(bytes), to: path)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_593_500_000)],
            ofItemAtPath: file.path(percentEncoded: false))
    }

    private func run(day: Int) throws -> Outcome {
        try place.tongbao("run", "--period", "2020-06", "--as-of", "2020-07-0\(day)T09:00")
            .expect(0)
    }

    /// The answer to a program's return.
    private func answer(to program: String) throws -> (before: [UInt8], after: [UInt8]) {
        let bytes = Fixture.bytes("Returned/\(program)/return.xlsx")
        try send(bytes)
        try run(day: 2).says("退回 1 张表")
        return (bytes, Array(try place.data(Self.answer)))
    }

    private func looks(_ bytes: [UInt8]) throws -> WorkbookLooks {
        try #require(WorkbookLooks(bytes))
    }

    private func status(of file: String) throws -> String? {
        try Table(place.data("Outbox/2020-06/数据/收件.csv"), name: "收件.csv")
            .row(["file": file])["status"]
    }

    @Test(arguments: programs)
    func `the copy is the sender's own workbook with fills, notes and the list`(program: String)
        throws
    {
        let (before, after) = try answer(to: program)
        let looks = try looks(after)
        let own = try #require(WorkbookLooks(before))
        #expect(looks.sheetNames == own.sheetNames + ["错误清单"])
        #expect(looks.activeSheet == "错误清单")
        #expect(looks.chosenSheets == ["错误清单"])
        let ownFills = Set(own.fills(on: "农村").filter { !$0.hasPrefix("D11=") })
        #expect(Set(looks.fills(on: "农村")) == ownFills.union(Self.marks))
        let workbook = try WorkbookReader.read(after, fileName: "x.xlsx")
        let notes = try #require(workbook.sheets.first).notes.mapValues(\.text)
        #expect(notes.count == 2)
        #expect(
            notes.values.sorted().first?.hasPrefix("县统计汇总退回标注：\n错误 V11：“已建工作档案数”必填") == true)
        #expect(
            notes.values.sorted().last?.hasPrefix("这个数再问问村里\n──── 县统计汇总 ────\n错误 V13：") == true)
        let list = try #require(workbook.sheets.last).rows.compactMap { $0[column: 4]?.value.text }
        #expect(list == ["单元格", "E8", "D11"])
        let faults = Set(PackageLint.faults(in: after)).subtracting(PackageLint.faults(in: before))
        #expect(faults.sorted() == [])
    }

    /// What has to change for fills, notes and a sheet, and nothing else.
    @Test(arguments: programs)
    func `parts that hold no mark are the same byte for byte`(program: String) throws {
        let (before, after) = try answer(to: program)
        let old = try ZipArchive(before)
        let new = try ZipArchive(after)
        let changing = [
            "[content_types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
            "xl/sharedstrings.xml", "xl/worksheets/sheet1.xml", "xl/comments", "vmldrawing1.vml",
            "commentsdrawing1.vml",
        ]
        for entry in old.entries {
            let other = try #require(new[entry.name], "\(entry.name)")
            let name = entry.name.lowercased()
            // XlsxWriter's second sheet was the one in view, and two sheets must not be chosen.
            let isChosen = program == "xlsxwriter" && name == "xl/worksheets/sheet2.xml"
            if isChosen || changing.contains(where: { name.hasPrefix($0) || name.hasSuffix($0) }) {
                continue
            }
            #expect(
                old.compressedBytes(of: entry) == new.compressedBytes(of: other), "\(entry.name)")
        }
        #expect(old.entries.map(\.name) == new.entries.map(\.name).prefix(old.entries.count))
    }

    @Test(arguments: programs)
    func `who filled it in does not come back`(program: String) throws {
        let (before, after) = try answer(to: program)
        for person in ["李某某", "王某某", "7654321"] {
            #expect(try Contents.of(Data(before), path: "a.xlsx", hold: person))
            #expect(try !Contents.of(Data(after), path: "a.xlsx", hold: person), "\(person)")
        }
    }

    @Test(arguments: programs)
    func `mended and sent again it is accepted and nothing tells of our marks`(program: String)
        throws
    {
        _ = try answer(to: program)
        let file = "2020-06/农村/鹤畔镇-农村月报 鹤畔镇 2020年6月.xlsx"
        try send(Fixture.bytes("Returned/\(program)/mended.xlsx"), as: "Inbox/\(file)")
        try run(day: 3).says("采用 1 张表")
        #expect(try status(of: file) == "accepted")
        let findings = try Table(place.data("Outbox/2020-06/数据/问题.csv"), name: "问题.csv")
        #expect(findings.rows(["file": file]).isEmpty)
        #expect(try place.names(in: "Outbox/2020-06/退回") == ["鹤畔镇-农村月报 鹤畔镇 2020年6月.xlsx"])
        for word in ["退回标注", "错误清单"] {
            for (path, bytes) in try place.snapshot(".tongbao") where !path.hasPrefix("archive/") {
                #expect(try !Contents.of(bytes, path: path, hold: word), "\(path)")
            }
        }
        let rows = try place.tongbao("ledger", "export", "rows").expect(0)
        let table = try Table(
            place.data("rows/form=rural/period=2020-06/rows.csv"), name: "rows.csv")
        #expect(table.rows.count == 12, "\(rows)")
    }

    /// E8 is mended, D11 is not; meanwhile a row came, columns moved, both sheets were renamed, a note
    /// was thrown away, LibreOffice forgot whose the notes were.
    @Test(arguments: [
        ("openpyxl", "D11", "B6=FFC7CE"), ("libreoffice", "E12", "C7=FFC7CE"),
        ("xlsxwriter", "E12", "C7=FFC7CE"),
    ])
    func `mended in part it comes back with the marks of this round alone`(
        program: String, cell: String, own: String
    ) throws {
        _ = try answer(to: program)
        try send(
            Fixture.bytes("Returned/\(program)/half-mended.xlsx"),
            as: "Inbox/2020-06/农村/改了一半 鹤畔镇 2020年6月.xlsx")
        try run(day: 3).says("退回 1 张表")
        let bytes = Array(
            try place.data("Outbox/2020-06/退回/鹤畔镇-改了一半 鹤畔镇 2020年6月.xlsx"))
        let looks = try looks(bytes)
        #expect(looks.sheetNames.count { $0.contains("清单") || $0 == "单子" } == 1)
        #expect(looks.sheetNames.first == "农村（六月）")
        let red = looks.fills(on: "农村（六月）").filter { $0.hasSuffix("=FFC7CE") }
        #expect(Set(red) == [own, cell + "=FFC7CE"])
        let workbook = try WorkbookReader.read(bytes, fileName: "x.xlsx")
        let notes = try #require(workbook.sheets.first).notes
        #expect(notes.keys.map(\.description) == [cell])
        let text = notes.values.first?.text ?? ""
        #expect(text.hasPrefix("这个数再问问村里\n──── 县统计汇总 ────\n错误 V13"))
        #expect(text.split(separator: "────", omittingEmptySubsequences: false).count == 3)
        #expect(looks.definedNames.count { $0.hasPrefix("_tongbao_mark_") } == 2)
    }

    @Test(arguments: programs)
    func `sent again as it is it comes back the same and does not grow`(program: String) throws {
        let first = try answer(to: program).after
        try send(first, as: "Inbox/2020-06/农村/第二次 鹤畔镇 2020年6月.xlsx")
        try run(day: 3).says("退回 1 张表")
        let second = Array(
            try place.data("Outbox/2020-06/退回/鹤畔镇-第二次 鹤畔镇 2020年6月.xlsx"))
        try send(second, as: "Inbox/2020-06/农村/第三次 鹤畔镇 2020年6月.xlsx")
        try run(day: 4).says("退回 1 张表")
        let third = Array(
            try place.data("Outbox/2020-06/退回/鹤畔镇-第三次 鹤畔镇 2020年6月.xlsx"))
        for bytes in [second, third] {
            let looks = try looks(bytes)
            #expect(try looks.sheetNames == self.looks(first).sheetNames)
            #expect(try looks.fills(on: "农村") == self.looks(first).fills(on: "农村"))
            #expect(try looks.definedNames == self.looks(first).definedNames)
        }
        #expect(try looks(second).styleCount == looks(third).styleCount)
    }

    @Test func `the same inputs give the same bytes`() throws {
        let one = try answer(to: "libreoffice").after
        let other = try ReturnedTests().answer(to: "libreoffice").after
        #expect(one == other)
    }
}
