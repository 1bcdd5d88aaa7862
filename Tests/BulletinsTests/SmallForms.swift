import Bulletins
import Campaigns
import Findings
import Formulas
import Testing
import Workbooks
import ZipArchives

/// A campaign with one form, for a town with two villages and an office that owes nothing.
struct SmallForms {
    let campaign: Campaign
    let july = Period(containing: SampleCounty.day(2020, 7, 1))
    let asOf = Moment(SampleCounty.day(2020, 7, 10), secondOfDay: 9 * 3600)

    init() {
        func rule(
            _ id: String, _ sql: String, _ message: String, kind: Rule.Kind = .row,
            severity: Severity = .error, advice: String = "", state: Rule.State = .active
        ) -> Rule {
            Rule(
                id: id, form: "rural", kind: kind, severity: severity, test: .sql(sql),
                message: Bilingual(message, ""), advice: Bilingual(advice, ""), state: state)
        }
        let fields = [
            Field(id: "town", header: "乡镇", type: .unitName),
            Field(id: "unit_code", header: "村代码", type: .subjectCode),
            Field(id: "unit_name", header: "村名称", type: .subjectName, required: .always),
            Field(
                id: "cadres", header: "村干部人数", type: .integer, unit: "人", required: .always,
                minimum: .number(1, digits: "1"), carries: true),
            Field(
                id: "days", header: "坐班天数", type: .integer, required: .always,
                minimum: .number(0, digits: "0"), maximum: .sql(":days_in_month")),
            Field(
                id: "paid", header: "实发报酬", type: .decimal, unit: "万元", required: .always,
                carries: true, isCumulative: true),
            Field(
                id: "sent", header: "第一书记", type: .enumeration("yes_no"), required: .always,
                choices: "yes_no", carries: true),
            Field(id: "note", header: "备注", type: .note),
        ]
        campaign = Campaign(
            settings: Settings(),
            units: [
                Unit(code: "T1", name: "城关镇人民政府", shortName: "城关镇", kind: "township"),
                Unit(code: "D1", name: "财政局", shortName: "财政局", kind: "department", ordinal: 1),
                Unit(code: "T2", name: "河口镇", shortName: "河口镇", kind: "township", ordinal: 2),
            ],
            roster: [
                RosterEntry(code: "6101", name: "东关村", sector: "rural", unit: "T1"),
                RosterEntry(code: "6102", name: "西关村", sector: "rural", unit: "T1", ordinal: 1),
                RosterEntry(code: "6201", name: "河口村", sector: "rural", unit: "T2", ordinal: 2),
            ],
            forms: [
                Form(
                    id: "rural", title: "农村月报表", sector: "rural", rowNoun: "村",
                    submittedBy: ["township"], folder: "农村", fields: fields)
            ],
            choices: ["yes_no": ChoiceList(name: "yes_no", values: ["是", "否"])],
            rules: [
                rule(
                    "R1", "cur.paid < prev.paid",
                    "“实发报酬”本月{cur.paid}万元，上月{prev.paid}万元，累计数不应减少", kind: .month, advice: "核对"),
                rule(
                    "R2", "cur.paid > 10 * cur.cadres",
                    "人均报酬超过干部人数的十倍：{cur.paid}万元、{cur.cadres}人", severity: .query),
                rule("R3", "cur.days > 25", "疑似填报不实", severity: .suspicion),
                rule("R4", "cur.days > 20", "试行规则", state: .trial),
                rule("R5", "cur.note LIKE '%x%'", "名称里有{cur.note}字"),
            ])
    }

    /// What was reported of 东关村 in June.
    var past: [String: [String: [String: SQLValue]]] {
        [
            "rural": [
                "6101": [
                    "cadres": .integer(7), "days": .integer(22), "paid": .real(8.5),
                    "sent": .text("是"),
                ]
            ]
        ]
    }

    func forms(_ past: [String: [String: [String: SQLValue]]]? = nil) throws -> BlankForms {
        let facts = BlankFormFacts(
            unit: campaign.units[0], period: july, asOf: asOf, version: "v1", previous: past)
        let forms = try BulletinRenderer(campaign: campaign).blankForms(facts)
        return try #require(forms)
    }

    func book(_ past: [String: [String: [String: SQLValue]]]? = nil) throws -> Workbook {
        try WorkbookReader.read(forms(past).file.bytes, fileName: "城关镇.xlsx")
    }

    func sheet(
        _ name: String, _ past: [String: [String: [String: SQLValue]]]? = nil
    ) throws -> Grid {
        try #require(book(past).sheets.first { $0.name == name })
    }

    func part(
        _ name: String, _ past: [String: [String: [String: SQLValue]]]? = nil
    ) throws -> String {
        var archive = try ZipArchive(forms(past).file.bytes)
        let entry = try #require(archive.entries.first { $0.name == name })
        return String(decoding: try archive.bytes(of: entry), as: UTF8.self)
    }

    /// Whether a cell cannot be changed, by the format that it wears.
    func isLocked(_ cell: String, in sheet: String, _ styles: String) -> Bool {
        let formats = styles.split(separator: "<cellXfs").last?.split(separator: "<xf ") ?? []
        guard let start = sheet.firstRange(of: "<c r=\"\(cell)\" s=\"") else { return true }
        let digits = sheet[start.upperBound...].prefix { $0.isNumber }
        guard let index = Int(digits), formats.indices.contains(index + 1) else { return true }
        return !formats[index + 1].contains("locked=\"0\"")
    }
}

extension Grid {
    /// The text of a cell by its name; nil where it is blank.
    func text(_ cell: String) -> String? { CellReference(cell).flatMap { self[$0]?.value.text } }
}
