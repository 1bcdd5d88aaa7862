import Campaigns
import Files
import Findings
import Formulas
import TestSupport
import Testing
import Workbooks

/// The campaign that ships, with a few units and roster entries of its own.
struct ShippedCampaignTests {
    /// The folder of the package.
    static let root = #filePath.split(separator: "/Tests/").first.map(String.init) ?? "."

    static func reading() throws -> CampaignReading {
        let folder = root + "/Templates/five-in-one"
        var sources: [(name: String, bytes: [UInt8])] = []
        for name in try Files.names(in: folder) where name.hasSuffix(".csv") {
            sources.append((name, try Files.read(folder + "/" + name)))
        }
        sources.removeAll { $0.name == "units.csv" || $0.name == "roster.csv" }
        let units = """
            code,name,short_name,aliases,kind,rank_group,has_dangzu,mailbox,valid_from,valid_to,merged_into
            610999101,城关镇,城关镇,,township,乡镇组,否,cg@lanchuan.example,,,
            610999001,东街办事处,东街办事处,,subdistrict,办事处组,否,dj@lanchuan.example,,,
            B001,县财政局,财政局,,department,县直部门A组,是,cz@lanchuan.example,,,
            """
        let roster = """
            code,name,aliases,sector,unit,co_unit,above_scale,fs_village,backward_base,site_base,valid_from,valid_to,merged_into
            610999101201,东关村,,rural,610999101,B001,,是,否,达标,,,
            610999001001,南街社区,,community,610999001,,,,,,,,
            """
        sources.append(("units.csv", Array(units.utf8)))
        sources.append(("roster.csv", Array(roster.utf8)))
        return CampaignLoader.reading(of: sources.sorted { $0.name < $1.name })
    }

    @Test func `loads and lints without an error`() throws {
        let reading = try Self.reading()
        #expect(reading.findings.map { $0.line(in: .english) } == [])
        #expect(CampaignLint.findings(for: reading).map { $0.line(in: .english) } == [])
        let campaign = try #require(reading.campaign)
        #expect(campaign.forms.count == 9)
        #expect(campaign.indicators.count == 35)
        #expect(campaign.form("inspection")?.nature == .inspection)
        #expect(campaign.form("bonus")?.nature == .register)
    }

    @Test func `packs into a workbook and unpacks into the same bytes`() throws {
        let reading = try Self.reading()
        let bytes = try CampaignPacker.workbook(of: reading.tables).encoded()
        let packed = CampaignLoader.reading(of: [("活动.xlsx", bytes)])
        #expect(packed.findings.isEmpty)
        for (one, other) in zip(reading.tables.all, packed.tables.all) {
            #expect(one.name == other.name)
            #expect(one.texts == other.texts)
        }
        #expect(packed.tables.all.count == reading.tables.all.count)
        #expect(packed.tables.all.first?.place.sheet == "settings")
        let files = CampaignPacker.files(of: packed.tables)
        for source in reading.sources
        where source.name != "units.csv" && source.name != "roster.csv" {
            #expect(files.first { $0.name == source.name }?.bytes == source.bytes, "\(source.name)")
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var line: Int
        var rule: String
        var breaks: Bool
        var values: [String: String]
        var testDescription: String { "\(rule) at line \(line)" }
    }

    static func cases() throws -> [Case] {
        let bytes = try Files.read(root + "/Tests/Fixtures/rule-cases.csv")
        let grid = try #require(
            try WorkbookReader.read(bytes, fileName: "rule-cases.csv").sheets.first)
        let table = CampaignTable(grid, name: "cases", file: "rule-cases.csv", isText: true)
        return table.rows.map { row in
            Case(
                line: row.line ?? 0, rule: table.text(row, "rule"),
                breaks: table.text(row, "breaks") == "yes",
                values: ["cur", "prev", "roster"].reduce(into: [:]) { $0[$1] = table.text(row, $1) }
            )
        }
    }

    @Test func `every rule in SQL breaks or holds as its cases say`() throws {
        let campaign = try #require(try Self.reading().campaign)
        let rules = Dictionary(uniqueKeysWithValues: campaign.rules.map { ($0.id, $0) })
        let parameters = campaign.parameters(
            in: try #require(Period("2020-06")), on: try #require(CivilDate("2020-07-06")))
        let cases = try Self.cases()
        for example in cases {
            let rule = try #require(rules[example.rule], "\(example.testDescription)")
            let form = try #require(campaign.form(rule.form))
            let database = try FormulaDatabase()
            let schemas = [
                FormSchema(rowOf: form, in: campaign, named: "cur"),
                FormSchema(rowOf: form, in: campaign, named: "prev"),
                FormSchema(rosterIn: campaign),
            ]
            for schema in schemas {
                let values = try #require(flatJSON(example.values[schema.name] ?? "{}"))
                let unknown = values.keys.filter { key in
                    !schema.columns.contains { $0.name == key }
                }
                #expect(unknown.isEmpty, "\(example.testDescription)")
                try database.createTable(schema.name, columns: schema.sqlColumns)
                try database.fill(
                    schema.name, rows: [schema.columns.map { values[$0.name] ?? .null }])
            }
            let rows = try database.rows(try #require(rule.query), parameters: parameters)
            #expect(
                (rows == [[.integer(1)]]) == example.breaks, "\(example.testDescription): \(rows)")
        }
        let tried = Set(cases.map(\.rule))
        let untried = campaign.rules.filter { $0.query != nil && !tried.contains($0.id) }.map(\.id)
        #expect(untried.isEmpty)
    }
}
