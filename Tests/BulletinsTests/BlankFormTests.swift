import Bulletins
import Campaigns
import Findings
import Formulas
import TestSupport
import Testing
import Workbooks

/// Blank forms of a small campaign.
struct BlankFormTests {
    private let county = SmallForms()

    @Test func `the rows of the unit are there, and nobody else's`() throws {
        let sheet = try county.sheet("农村")
        #expect(sheet.text("A1") == "农村月报表（2020年7月）")
        #expect(sheet.text("A2") == "填报单位（盖章）：城关镇人民政府")
        #expect(sheet.text("D4") == "村干部人数\n（人）")
        #expect(["C5", "C6", "C7"].map(sheet.text) == ["东关村", "西关村", nil])
        #expect(sheet.text("A5") == "城关镇人民政府")
    }

    @Test func `stock figures come along, flows and sums do not`() throws {
        let sheet = try county.sheet("农村", county.past)
        #expect(sheet.text("D5") == "7", "a stock")
        #expect(sheet.text("E5") == nil, "a flow")
        #expect(sheet.text("F5") == nil, "a sum over the year")
        #expect(sheet.text("G5") == "是", "a stock of words")
        #expect(sheet.text("D6") == nil, "nothing is known of it")
    }

    @Test func `last month's sum is told where the new one is typed`() throws {
        let part = try county.part("xl/worksheets/sheet2.xml", county.past)
        #expect(part.contains("prompt=\"上月累计 8.5万元。"))
        #expect(part.contains("promptTitle=\"实发报酬\""))
    }

    @Test func `names are locked, cells are not, and nothing else can be changed`() throws {
        let part = try county.part("xl/worksheets/sheet2.xml")
        #expect(part.contains("<sheetProtection sheet=\"1\""))
        let styles = try county.part("xl/styles.xml")
        #expect(styles.contains("<protection locked=\"0\"/>"))
        #expect(try county.part("xl/workbook.xml").contains("lockStructure=\"1\""))
        #expect(county.isLocked("C5", in: part, styles))
        #expect(!county.isLocked("D5", in: part, styles))
        #expect(!county.isLocked("H5", in: part, styles), "remarks")
    }

    @Test func `it says whose it is, of when and by which tables`() throws {
        let names = try county.book().definedNames
        let marker = try #require(FormMarker.markers(in: names).first)
        #expect(
            marker
                == FormMarker(
                    form: "rural", unit: "T1", period: Period(year: 2020, month: 7), version: "v1",
                    sheet: "农村"))
    }

    @Test func `the rules stand behind it as formulas, all but those for the office alone`() throws
    {
        let part = try county.part("xl/worksheets/sheet3.xml", county.past)
        #expect(part.contains("累计数不应减少"))
        #expect(part.contains("超过干部人数"))
        #expect(!part.contains("疑似"), "a suspicion")
        #expect(!part.contains("试行"), "a rule on trial")
        #expect(
            try county.part("xl/workbook.xml").contains(
                "name=\"自检-农村\" sheetId=\"3\" state=\"hidden\""))
    }

    @Test func `a rule that a sheet cannot say is left to the county, and named`() throws {
        let forms = try county.forms()
        #expect(forms.leftToCounty == ["rural": ["R5"]])
        let guide = try county.sheet("填表说明")
        #expect(guide.rows.flatMap(\.cells).contains { $0.value.text.contains("由县里校核：名称里有×字") })
    }

    @Test func `months are not compared where last month is not known`() throws {
        #expect(try !county.part("xl/worksheets/sheet3.xml").contains("累计数不应减少"))
        let guide = try county.sheet("填表说明")
        #expect(guide.rows.flatMap(\.cells).contains { $0.value.text.contains("没有上月台账") })
    }

    @Test func `every program takes it, and it is the same twice`() throws {
        for past in [nil, county.past] {
            let bytes = try county.forms(past).file.bytes
            #expect(PackageLint.faults(in: bytes) == [])
            #expect(try county.forms(past).file.bytes == bytes)
        }
    }

    @Test func `who owes nothing gets none`() throws {
        let facts = BlankFormFacts(
            unit: county.campaign.units[1], period: county.july, asOf: county.asOf)
        #expect(try BulletinRenderer(campaign: county.campaign).blankForms(facts) == nil)
    }

    @Test func `LibreOffice computes what is missing and what is wrong`() throws {
        guard let office = Office.path else { return Office.skip() }
        var patch = try WorkbookPatch(county.forms(county.past).file.bytes)
        // Fewer paid than last month; more days than the month has; a query, once without a note.
        for (cell, content) in [
            "E5": .integer(40), "F5": .decimal(8), "D6": .integer(3), "E6": .integer(2),
            "F6": .decimal(60), "G6": .string("否"),
        ] as [String: CellDraft.Content] {
            patch.set(content, at: try #require(CellReference(cell)), on: "农村")
        }
        let sheet = try computed(patch, by: office)
        #expect(sheet.text("A3") == "有2处要改，有1处要在备注里说明")
        #expect(
            sheet.text("I5") == "“坐班天数”应在0至31之间；“实发报酬”本月8万元，上月8.5万元，累计数不应减少（核对）；")
        #expect(sheet.text("I6") == "人均报酬超过干部人数的十倍：60万元、3人；")
        patch.set(.string("补发去年报酬"), at: try #require(CellReference("H6")), on: "农村")
        patch.set(.integer(20), at: try #require(CellReference("E5")), on: "农村")
        patch.set(.decimal(9), at: try #require(CellReference("F5")), on: "农村")
        #expect(try computed(patch, by: office).text("A3") == "自检通过，可以报送")
    }

    private func computed(_ patch: WorkbookPatch, by office: String) throws -> Grid {
        let book = try WorkbookReader.read(
            Office.recomputed(patch.patched().bytes, by: office), fileName: "form.xlsx")
        return try #require(book.sheets.first { $0.name == "农村" })
    }
}
