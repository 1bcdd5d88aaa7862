import Bulletins
import Campaigns
import Findings
import Formulas
import TestSupport
import Testing
import Workbooks

/// The blank form of the three lists: what the county opened, and what the unit has on its own list.
struct ItemFormTests {
    private let campaign: Campaign
    private let july = Period(containing: SampleCounty.day(2020, 7, 1))

    init() {
        func text(_ id: String, _ header: String) -> Field {
            Field(id: id, header: header, type: .text, required: .always)
        }
        campaign = Campaign(
            settings: Settings(),
            units: [Unit(code: "T1", name: "城关镇", shortName: "城关镇", kind: "township")],
            roster: [],
            forms: [
                Form(
                    id: "lists", title: "三清单", submittedBy: ["township"], folder: "三清单",
                    fields: [
                        Field(id: "item_id", header: "清单编号", type: .code, required: .always),
                        text("list_type", "清单类型"), text("measure", "措施"),
                        Field(id: "due_date", header: "完成时限", type: .date, required: .always),
                        text("progress", "进展"), Field(id: "done_date", header: "完成日期", type: .date),
                        text("verify", "核查结果"),
                    ])
            ])
    }

    private var forms: BlankForms? {
        get throws {
            let due = SampleCounty.day(2020, 9, 30)
            var own = ListItem(
                number: "W-01", list: .problem, unit: "T1", text: "坐班不规范", source: .own("自查"),
                due: due)
            own.row = ["list_type": .text("问题"), "measure": .text("上墙公示")]
            var ruled = ListItem(
                number: "XW57", list: .problem, unit: "T1", text: "应建未建", source: .rule("V32"),
                due: due)
            // As the unit had it last month: what it left out the county still knows.
            ruled.row = ["progress": .text("进行中"), "list_type": .notApplicable]
            return try BulletinRenderer(campaign: campaign).blankForms(
                BlankFormFacts(
                    unit: campaign.units[0], period: july,
                    asOf: Moment(SampleCounty.day(2020, 7, 10), secondOfDay: 9 * 3600),
                    items: [own, ruled]))
        }
    }

    private func sheet(_ name: String, of bytes: [UInt8]) throws -> Grid {
        let book = try WorkbookReader.read(bytes, fileName: "城关镇.xlsx")
        return try #require(book.sheets.first { $0.name == name })
    }

    @Test func `what is known stands in the row, what the unit is asked for is left to it`() throws
    {
        let sheet = try sheet("三清单", of: try #require(forms).file.bytes)
        #expect(["A5", "B5", "C5", "E5"].map(sheet.text) == ["W-01", "问题", "上墙公示", nil])
        #expect(["A6", "B6", "C6", "E6"].map(sheet.text) == ["XW57", "问题", nil, nil])
    }

    @Test func `of the county's item the form asks for nothing that the county does not know`()
        throws
    {
        let check = try sheet("自检-三清单", of: try #require(forms).file.bytes)
        func isChecked(_ cell: String) -> Bool {
            CellReference(cell).map { check[$0] != nil } ?? false
        }
        #expect(isChecked("C5") && !isChecked("C6"))
        for cell in ["B6", "D6", "E6", "G6"] { #expect(isChecked(cell), "\(cell)") }
    }

    @Test func `filled in so far LibreOffice finds it ready`() throws {
        guard let office = Office.path else { return Office.skip() }
        var patch = try WorkbookPatch(try #require(forms).file.bytes)
        for cell in ["E5", "G5", "E6", "G6"] {
            patch.set(.string("未核查"), at: try #require(CellReference(cell)), on: "三清单")
        }
        let bytes = try Office.recomputed(patch.patched().bytes, by: office)
        #expect(try sheet("三清单", of: bytes).text("A3") == "自检通过，可以报送")
    }
}
