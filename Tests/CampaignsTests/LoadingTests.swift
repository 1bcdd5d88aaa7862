import Campaigns
import Findings
import Testing
import Workbooks

struct LoadingTests {
    @Test func `a campaign without faults loads with every value in its place`() throws {
        let reading = SmallCampaign().reading
        #expect(reading.findings.isEmpty)
        let campaign = try #require(reading.campaign)
        #expect(campaign.units.map(\.shortName) == ["城关镇", "河口镇", "财政局"])
        #expect(campaign.unit("201")?.attributes == ["has_dangzu": "是"])
        #expect(campaign.unitAttributes == ["has_dangzu"])
        #expect(campaign.rosterAttributes == ["fs_village"])
        #expect(campaign.roster.map(\.ordinal) == [0, 1, 2])
        #expect(campaign.entry("1001")?.coUnit == "201")
        let field = try #require(campaign.form("rural")?.field("site_days"))
        #expect(field.required == .when("site = '达标'"))
        #expect(field.minimum == .number(0, digits: "0"))
        #expect(field.maximum == .sql(":days_in_month"))
        #expect(field.blank == .notApplicable)
        #expect(campaign.form("inspection")?.nature == .inspection)
        #expect(campaign.choices["site"]?.spellings["没有"] == "无场所")
        #expect(campaign.choices["site"]?.spellings["达标"] == "达标")
        #expect(campaign.rules.first?.test == .builtIn(.missingValue))
        #expect(campaign.rules.map(\.state) == [.active, .active, .active, .trial, .active])
        #expect(campaign.inspectionItems.map(\.tolerance) == [.absolute(0), .relative(0.01)])
        #expect(campaign.settings.open == ["share_open"])
        #expect(campaign.clockOffset == 28_800)
    }

    @Test(arguments: [
        ("rules", "V21,rural,row,error", "V21,rural,row,fatal", "rules.csv › 第3行 › D3 F504"),
        ("rules", "V21,rural,row", "V21,rural,rows", "rules.csv › 第3行 › C3 F504"),
        ("rules", "missing_value", "missing_valu", "rules.csv › 第2行 › E2 F506"),
        ("rules", "V11,*,cell", "V11,*,file", "rules.csv › 第2行 › C2 F504"),
        ("rules", ",,active", ",2020-6-1,active", "rules.csv › 第3行 › K3 F504"),
        ("rules", "id,form,kind", "id,form,kinds", "rules.csv › 第1行 › C1 F503"),
        ("rules", "id,form,kind", "id,form,kinds", "rules.csv F502"),
        ("units", "mailbox,valid_from", "mailbox,valid_form", "units.csv › 第1行 › I1 F503"),
        ("units", "c@county.example", "c.county.example", "units.csv › 第4行 › H4 F504"),
        ("units", "201,县财政局", "201,", "units.csv › 第4行 › B4 F504"),
        ("fields", "integer,人,yes,1", "int,人,yes,1", "fields.csv › 第3行 › E3 F504"),
        ("fields", "missing,yes", "missing,maybe", "fields.csv › 第3行 › L3 F504"),
        ("fields", "rural,cadres", "rural,村干部", "fields.csv › 第3行 › B3 F504"),
        ("settings", "due_day,5", "due_day,32", "settings.csv › 第3行 › B3 F504"),
        ("settings", "formal_min,3", "timezone,Asia/Xian", "settings.csv › 第4行 › B4 F504"),
        ("indicators", "linear", "deadline", "indicators.csv › 第2行 › K2 F504"),
        ("indicators", ",60,100", ",-60,100", "indicators.csv › 第2行 › L2 F504"),
        ("inspection_items", "rural.cadres", "cadres", "inspection_items.csv › 第2行 › C2 F504"),
        ("choices", "site,达标,已达标", "site,达标,已达标,多余", "choices.csv › 第2行 › D2 F503"),
    ])
    func `a faulty cell is a finding at that cell`(
        table: String, old: String, new: String, expected: String
    ) {
        let campaign = SmallCampaign().with(table, old, new)
        #expect(campaign.said.contains { $0.hasPrefix(expected + " ") }, "\(campaign.said)")
        #expect(campaign.reading.campaign == nil)
    }

    @Test func `an unknown word is answered with the nearest known one`() {
        let reading = SmallCampaign().with("fields", "help", "hlep").reading
        #expect(reading.findings.map(\.advice.chinese) == ["是不是“help”"])
    }

    @Test func `a missing table is a finding where the table is needed`() {
        var campaign = SmallCampaign()
        campaign.tables["choices"] = nil
        campaign.tables["inspection_items"] = nil
        #expect(campaign.reading.findings.isEmpty)
        campaign.tables["roster"] = nil
        #expect(campaign.reading.findings.map(\.check) == [.tableMissing])
    }

    @Test func `a folder that is not there stops the loader`() {
        #expect(throws: CampaignError.self) { try CampaignLoader.load("/nowhere/at/all") }
    }

    @Test func `cells that a spreadsheet program turned into numbers and dates read as before`()
        throws
    {
        func cell(_ column: Int, _ value: CellValue, isPercent: Bool = false) -> Cell {
            Cell(column: column, value: value, isPercent: isPercent)
        }
        let table = CampaignTable(
            Grid(
                name: "units",
                rows: [
                    .init(number: 2, cells: (1...4).map { cell($0, .string("c\($0)")) }),
                    .init(
                        number: 4,
                        cells: [
                            cell(1, .number(101, digits: "101")),
                            cell(2, .number(0.01, digits: "0.01"), isPercent: true),
                            cell(3, .number(0.1, digits: "0.10000000000000001")),
                            cell(
                                4,
                                .date(.date(CivilDate(daysSince1970: 18_262)), serial: 43_831)),
                        ]),
                ]), name: "units", file: "活动.xlsx", isText: false)
        let row = try #require(table.rows.first)
        #expect((1...4).map { table.text(row, "c\($0)") } == ["101", "1%", "0.1", "2020-01-01"])
        #expect("\(table.place(row, "c3"))" == "活动.xlsx › units › C4")
    }
}
