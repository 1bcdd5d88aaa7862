import Findings
import Foundation
import Testing
import Workbooks

/// Forms that come back.
struct FilledFormTests {
    private static let run = "2020-08-06T09:00"

    private func fixture(_ name: String) throws -> Data {
        try Data(
            contentsOf: Workplace.repository.appending(path: "Tests/Fixtures/Forms/\(name).xlsx"))
    }

    /// The receipts and findings of a run over one file.
    private func received(_ form: Data) throws -> (receipts: [[String: String]], problems: Table) {
        let place = try IssuedForms.county()
        let file = try place.write(form, to: "Inbox/2020-07/鹿岭镇.xlsx")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_500_000_000)],
            ofItemAtPath: file.path(percentEncoded: false))
        try place.tongbao("run", "--as-of", Self.run).expect(0)
        let receipts = try Table(place.data("Outbox/2020-07/数据/收件.csv"), name: "收件.csv")
        return (
            receipts.rows(["file": "2020-07/鹿岭镇.xlsx"]),
            try Table(place.data("Outbox/2020-07/数据/问题.csv"), name: "问题.csv")
        )
    }

    @Test(arguments: ["鹿岭镇-openpyxl", "鹿岭镇-LibreOffice"])
    func `filled in by another program it is accepted without a finding`(name: String) throws {
        let (receipts, problems) = try received(fixture(name))
        #expect(
            receipts.compactMap { $0["form"] }.sorted()
                == ["community", "enterprise", "ledger", "organ", "rural"])
        #expect(receipts.allSatisfy { $0["status"] == "accepted" })
        #expect(problems.rows(["file": "2020-07/鹿岭镇.xlsx"]).isEmpty)
    }

    @Test func `one wrong value in it is found at its cell`() throws {
        let (receipts, problems) = try received(fixture("鹿岭镇-LibreOffice-V21"))
        #expect(
            receipts.filter { $0["status"] == "returned" }.map { $0["form"] } == ["rural"],
            "the other sheets stand")
        let found = problems.rows(["file": "2020-07/鹿岭镇.xlsx"])
        #expect(found.map { $0["finding"] } == ["V21"])
        #expect(found.first?["sheet"] == "农村" && found.first?["cell"] == "D7;G7")
    }

    @Test func `the form itself had said the same`() throws {
        func sheet(_ name: String) throws -> Grid {
            let book = try WorkbookReader.read(Array(fixture(name)), fileName: "form.xlsx")
            return try #require(book.sheets.first { $0.name == "农村" })
        }
        let (right, wrong) = (try sheet("鹿岭镇-LibreOffice"), try sheet("鹿岭镇-LibreOffice-V21"))
        let status = CellReference(row: 3, column: 1)
        #expect(right[status]?.value.text == "自检通过，可以报送")
        #expect(wrong[status]?.value.text == "有1处要改")
        let row = CellReference(row: 7, column: 23)
        #expect(right[row]?.value.text == "✓")
        #expect(
            wrong[row]?.value.text == "“已建工作档案数”为9份，大于“村干部人数”6人（一名村干部只建一份档案，核对两栏人数）；")
    }

    @Test func `filled in anew from this very county it is accepted, or found at its cell`() throws
    {
        let county = try IssuedForms.get()
        let place = county.place
        try place.write(county.filled("桑渡镇"), to: "value/桑渡镇.xlsx")
        let right = try place.tongbao("check", "value/桑渡镇.xlsx", "--as-of", Self.run)
        right.expect(0)
        #expect(!right.stdout.contains("›"), "\(right)")
        try place.write(
            county.filled("桑渡镇", changes: ["农村": ["F6": .integer(99)]]),
            to: "value/桑渡镇.xlsx")
        let wrong = try place.tongbao("check", "value/桑渡镇.xlsx", "--as-of", Self.run)
        wrong.expect(1)
        #expect(wrong.lines.filter { $0.contains("›") }.count == 1, "\(wrong)")
        wrong.says("value/桑渡镇.xlsx › 农村 › F6: 错误 V16: “本月坐班天数")
    }

    @Test func `every unit's list of items is accepted with nothing said but how far each is`()
        throws
    {
        let county = try IssuedForms.get()
        let place = county.place
        let units = try FileManager.default.contentsOfDirectory(
            atPath: place.folder.appending(path: IssuedForms.folder).path(percentEncoded: false)
        ).filter { $0.hasSuffix(".xlsx") }.map { String($0.dropLast(5)) }.sorted()
        #expect(units.count > 30)
        var files: [String] = []
        for unit in units {
            try place.write(county.filled(unit, sheets: ["三清单"]), to: "lists/\(unit).xlsx")
            files.append("lists/\(unit).xlsx")
        }
        let check = try place.tongbao(["check"] + files + ["--as-of", Self.run, "--json"])
        check.expect(0)
        let report = try #require(
            JSONSerialization.jsonObject(with: Data(check.stdout.utf8)) as? [String: Any])
        let returns = try #require(report["returns"] as? [[String: Any]])
        #expect(returns.filter { $0["verdict"] as? String == "accepted" }.count == units.count)
    }

    @Test func `a form that nobody has filled in is no return`() throws {
        let county = try IssuedForms.get()
        let place = county.place
        try place.tongbao("check", "\(IssuedForms.folder)/桑渡镇.xlsx", "--as-of", Self.run)
            .expect(1).says("错误 F130").says("填好并保存后再交")
        // One sheet of several filled in: the others are left for another evening.
        let bytes = Array(try place.data("\(IssuedForms.folder)/鹿岭镇.xlsx"))
        var patch = try WorkbookPatch(bytes)
        patch.set(.integer(4), at: CellReference(row: 5, column: 5), on: "农村")
        try place.write(Data(patch.patched().bytes), to: "blank/鹿岭镇.xlsx")
        let check = try place.tongbao("check", "blank/鹿岭镇.xlsx", "--as-of", Self.run)
        check.expect(1).says("› 社区: 提示 F129").says("没有算作报送").says("错误 V11")
        #expect(!check.stdout.contains("› 社区 ›"), "\(check)")
    }

    @Test func `a form of another unit or month is not taken for what its title says`() throws {
        let county = try IssuedForms.get()
        let place = county.place
        let title = CellDraft.Content.string("农村基层党建工作月报表（2020年6月）")
        try place.write(
            county.filled("桑渡镇", changes: ["农村": ["A1": title]]), to: "title/桑渡镇.xlsx")
        try place.tongbao("check", "title/桑渡镇.xlsx", "--as-of", Self.run).expect(1)
            .says("错误 V02")
        let label = CellDraft.Content.string("填报单位（盖章）：城关镇")
        try place.write(
            county.filled("桑渡镇", changes: ["农村": ["A2": label]]), to: "title/桑渡镇.xlsx")
        try place.tongbao("check", "title/桑渡镇.xlsx", "--as-of", Self.run).expect(1)
            .says("桑渡镇").says("城关镇")
    }
}
