import Findings
import Foundation
import Testing
import Workbooks

/// Blank forms: issued, filled in, sent back.
struct FormsTests {
    // MARK: Issuing

    @Test func `every unit that owes something gets a workbook`() throws {
        let county = try IssuedForms.get()
        county.forms.expect(0).says("空表  2020-07（截止 2020-08-05 17:00）  Outbox/空表/2020-07")
            .says("40 个单位，新写 40 份，未变 0 份").says("上月的数取自台账")
        #expect(try county.place.names(in: IssuedForms.folder).contains("鹿岭镇.xlsx"))
    }

    @Test func `the same once more changes no byte`() throws {
        let place = try IssuedForms.county()
        let command = ["forms", "--unit", "鹿岭镇", "--as-of", IssuedForms.asOf]
        try place.tongbao(command).expect(0).says("新写 1 份")
        let first = try place.snapshot("Outbox")
        try place.tongbao(command, zone: "Asia/Tokyo", language: "en_US.UTF-8").expect(0)
            .says("unchanged 1")
        #expect(try place.snapshot("Outbox") == first)
        #expect(
            try first["空表/2020-07/鹿岭镇.xlsx"]
                == IssuedForms.get().place.data(
                    "\(IssuedForms.folder)/鹿岭镇.xlsx"), "whoever else gets one")
    }

    @Test func `a form that somebody has changed is kept`() throws {
        let place = try IssuedForms.county()
        let command = ["forms", "--unit", "鹿岭镇", "--as-of", IssuedForms.asOf, "--to", "空表"]
        try place.tongbao(command).expect(0)
        let issued = try place.data("空表/鹿岭镇.xlsx")
        try place.write("half filled in", to: "空表/鹿岭镇.xlsx")
        try place.tongbao(command).expect(0).says("鹿岭镇 的空表有人改过，留作 空表/鹿岭镇（人工修改）.xlsx")
        #expect(try place.text("空表/鹿岭镇（人工修改）.xlsx") == "half filled in")
        #expect(try place.data("空表/鹿岭镇.xlsx") == issued)
        // Our own, from before the tables changed, is nobody's work.
        try place.edit("Templates/five-in-one/settings.csv", "due_day,5,", "due_day,6,")
        try place.tongbao(command).expect(0).says("新写 1 份")
        #expect(try place.names(in: "空表").filter { $0.hasSuffix(".xlsx") }.count == 2)
    }

    @Test func `the form of a unit that has ended goes from the month's folder`() throws {
        let county = try PatrolCounty()
        try county.tongbao("forms").expect(0)
        let folder = "Outbox/空表/2021-05"
        #expect(county.place.exists("\(folder)/白桦林场.xlsx"))
        try county.place.edit(
            "Campaign/units.csv", "白桦,farm,国有林场,,,,", "白桦,farm,国有林场,,,2021-03-31,LC01")
        try county.tongbao("forms", "--unit", "云杉林场").expect(0)
        #expect(county.place.exists("\(folder)/白桦林场.xlsx"), "others were not asked for")
        try county.tongbao("forms").expect(0)
        #expect(!county.place.exists("\(folder)/白桦林场.xlsx"))
        #expect(county.place.exists("\(folder)/云杉林场.xlsx"))
    }

    @Test func `the period is the one that is being reported`() throws {
        let place = try IssuedForms.county()
        func period(_ asOf: String) throws -> String {
            let outcome = try place.tongbao(
                "forms", "--unit", "鹿岭镇", "--as-of", asOf, "--to", "x", "--json")
            outcome.expect(0)
            return try #require(
                outcome.lines.first { $0.contains("\"period\"") }?.split(separator: "\"").last
            )
            .description
        }
        #expect(try period("2020-07-05T16:59") == "2020-06", "June is still open")
        #expect(try period("2020-07-05T17:00") == "2020-07")
    }

    @Test func `blank forms do not go where returns come in`() throws {
        let place = try IssuedForms.county()
        try place.tongbao("forms", "--as-of", IssuedForms.asOf, "--to", "Inbox/空表").expect(64)
            .complains("空表不能写进收件文件夹 Inbox")
        #expect(!place.exists("Inbox/空表"))
        try place.tongbao("forms", "--as-of", IssuedForms.asOf, "--unit", "虎岭镇").expect(64)
            .complains("没有“虎岭镇”这个单位")
    }

    @Test func `without a ledger nothing is filled in ahead, and it is said`() throws {
        let place = try Workplace()
        try place.copy("Templates", to: "Templates")
        try place.tongbao(
            "forms", "--unit", "鹿岭镇", "--as-of", IssuedForms.asOf, "--to", "空表"
        ).expect(0).says("没有台账：没有预填上月的数")
        #expect(!place.exists(".tongbao"), "asking leaves no ledger behind")
        let book = try WorkbookReader.read(
            Array(place.data("空表/鹿岭镇.xlsx")), fileName: "鹿岭镇.xlsx")
        let rural = try #require(book.sheets.first { $0.name == "农村" })
        #expect(rural[CellReference(row: 5, column: 3)]?.value.text == "松头湾村")
        #expect(rural[CellReference(row: 5, column: 4)] == nil)
    }

    @Test func `no unit sees another unit's rows`() throws {
        let county = try IssuedForms.get()
        let file = Workplace.repository.appending(path: "Templates/five-in-one/roster.csv")
        let roster = try Table(Data(contentsOf: file), name: "roster.csv").rows
        let unit = try #require(try IssuedForms.tables().codes["鹿岭镇"])
        let book = try county.place.data("\(IssuedForms.folder)/鹿岭镇.xlsx")
        let own = roster.filter { $0["unit"] == unit }.compactMap { $0["code"] }
        #expect(try own.allSatisfy { try Contents.of(book, path: "鹿岭镇.xlsx", hold: $0) })
        for entry in roster where entry["unit"] != unit {
            let code = try #require(entry["code"])
            #expect(try !Contents.of(book, path: "鹿岭镇.xlsx", hold: code), "\(code)")
        }
    }

    @Test func `what only the office may see is on no form`() throws {
        let county = try IssuedForms.get()
        for unit in ["鹿岭镇", "城关镇", "民政局"] {
            let path = "\(IssuedForms.folder)/\(unit).xlsx"
            let book = try county.place.data(path)
            // V33 is a suspicion, V66 on trial.
            for words in ["疑似", "场所闲置"] {
                #expect(try !Contents.of(book, path: path, hold: words), "\(words) for \(unit)")
            }
        }
    }
}
