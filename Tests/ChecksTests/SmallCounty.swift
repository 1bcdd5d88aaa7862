import Campaigns
import Checks
import Findings
import Formulas
import Ledgers

/// Two townships, five villages, one form: enough for every kind of check to have a reason.
struct SmallCounty {
    var campaign: Campaign
    let june: Period
    let asOf: Moment

    init(
        rules: [Rule] = [], fields: [Field]? = nil, settings: [String: String] = [:],
        further: [RosterEntry] = []
    ) throws {
        june = try Self.period("2020-06")
        asOf = Moment(june.lastDay, secondOfDay: 0)
        let form = Form(
            id: "rural", title: "农村月报表", sector: "rural", rowNoun: "村",
            submittedBy: ["township"], fields: fields ?? Self.fields)
        campaign = Campaign(
            settings: Settings(texts: settings),
            units: [
                Unit(
                    code: "T1", name: "城关镇", shortName: "城关", kind: "township",
                    attributes: ["has_dangzu": "是"], ordinal: 0),
                Unit(code: "T2", name: "东坪乡", shortName: "东坪", kind: "township", ordinal: 1),
            ],
            roster: [
                RosterEntry(
                    code: "V1", name: "东沟村", sector: "rural", unit: "T1",
                    attributes: ["fs_village": "是", "households": "210"], ordinal: 0),
                RosterEntry(
                    code: "V2", name: "西沟村", sector: "rural", unit: "T1",
                    attributes: ["fs_village": "否"], ordinal: 1),
                RosterEntry(
                    code: "V3", name: "南沟村", sector: "rural", unit: "T1",
                    validTo: try Self.period("2020-03").lastDay, mergedInto: "V1", ordinal: 2),
                RosterEntry(code: "V4", name: "北沟村", sector: "rural", unit: "T2", ordinal: 3),
                RosterEntry(
                    code: "V5", name: "新沟村", sector: "rural", unit: "T1",
                    validFrom: try Self.period("2020-07").firstDay, ordinal: 4),
            ] + further,
            forms: [form], rules: rules)
    }

    static let fields = [
        Field(id: "unit_name", header: "村名称", type: .subjectName, required: .always),
        Field(
            id: "cadres", header: "村干部人数", type: .integer, required: .always,
            minimum: .number(1, digits: "1"), maximum: .number(15, digits: "15"), carries: true),
        Field(
            id: "files", header: "档案数", type: .integer, minimum: .number(0, digits: "0"),
            maximum: .sql("cadres")),
        Field(
            id: "paid", header: "累计实发", type: .decimal, unit: "万元", isCumulative: true),
        Field(id: "assigned", header: "是否选派", type: .enumeration("yes_no")),
        Field(
            id: "days", header: "在岗天数", type: .integer, required: .when("assigned = '是'"),
            maximum: .sql(":days_in_month"), blank: .notApplicable),
        Field(id: "note", header: "备注", type: .note),
    ]

    /// `2020-06`.
    static func period(_ text: String) throws -> Period {
        struct NotAPeriod: Error {}
        guard let period = Period(text) else { throw NotAPeriod() }
        return period
    }

    func form(_ id: String = "rural") throws -> Form {
        struct NoForm: Error {}
        guard let form = campaign.form(id) else { throw NoForm() }
        return form
    }

    func drawn(
        _ drawing: String, unit: String? = "T1", period: String = "2020-06", isCSV: Bool = false
    ) throws -> DrawnReturn {
        DrawnReturn(
            drawing, of: try form(), in: campaign, unit: unit,
            period: try Self.period(period), isCSV: isCSV)
    }

    /// The view of an earlier period: what was drawn, as the ledger gives it back.
    func view(_ drawing: String) throws -> FormView {
        let form = try form()
        let drawn = DrawnReturn(drawing, of: form, in: campaign, unit: nil, period: june)
        let columns = FormSchema(viewOf: form, in: campaign).sqlColumns
        let rows = drawn.submission.rows.map { row in
            columns.map { column -> SQLValue in
                switch column.name {
                case "code": row.subject.map(SQLValue.text) ?? .null
                case "reported": .integer(1)
                default: row.values[column.name]?.sql ?? .null
                }
            }
        }
        return FormView(name: form.id, columns: columns, rows: rows)
    }

    /// What is found in a drawn return, as `brief` writes it.
    func found(
        _ drawn: DrawnReturn, known: [Finding] = [], previous: FormView? = nil
    ) throws -> [String] {
        try RuleEngine(campaign: campaign)
            .findings(for: drawn.submission, known: known, previous: previous, asOf: asOf)
            .map(drawn.brief)
    }
}
