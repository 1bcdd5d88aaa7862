import Campaigns
import Findings
import Formulas
import Ledgers
import Testing
import Workbooks

/// A county whose units report on items of the three lists, one of whose rules opens problems.
///
/// June is due on 5 July, 17:00; `problem_days` is 5.
struct ItemCounty {
    static let form = Form(
        id: "ledger", title: "三清单", submittedBy: ["township"],
        fields: [
            Field(id: "item_id", header: "清单编号", type: .code),
            Field(id: "list_type", header: "清单类型", type: .text),
            Field(id: "target_code", header: "涉及对象代码", type: .code),
            Field(id: "descr", header: "内容", type: .text),
            Field(id: "source", header: "来源", type: .text),
            Field(id: "indicator", header: "关联指标", type: .code),
            Field(id: "start_date", header: "立项日期", type: .date),
            Field(id: "due_date", header: "完成时限", type: .date),
            Field(id: "progress", header: "进展", type: .text),
            Field(id: "done_date", header: "完成日期", type: .date),
            Field(id: "verify", header: "核查结果", type: .text),
            Field(id: "extend_cnt", header: "延期次数", type: .integer),
        ])

    var office: Office

    init(
        units: [Unit] = County.units, rules: [Rule] = [rule("V32")], opening: String = "V32",
        tasks: [CampaignTask] = []
    ) throws {
        office = try Office()
        office.campaign = Campaign(
            settings: Settings(texts: ["problem_rules": opening, "problem_days": "5"]),
            units: units, roster: County.roster,
            forms: [County.rural, Self.form, County.inspection], rules: rules,
            inspectionItems: County.items, tasks: tasks)
    }

    static func rule(
        _ id: String, _ severity: Severity = .query, state: Rule.State = .active
    ) -> Rule {
        Rule(
            id: id, form: "rural", kind: .row, severity: severity, test: .sql("cur.cadres > 3"),
            message: Bilingual("应建未建", "no branch"), advice: Bilingual("", ""), state: state)
    }

    // MARK: What comes in

    /// 城关镇's return on its villages, in which the rule finds some of them.
    @discardableResult
    func villages(
        _ period: String, seen: String, found: [String] = [], code: String = "V32",
        _ severity: Severity = .query, name: String? = nil
    ) throws -> Int {
        try office.file(
            "rural", "T1", period,
            ["v1", "v2"].map { village($0, ["cadres": .integer(5)]) }, seen: seen, name: name,
            findings: found.map { village in
                Finding(
                    code: code, severity: severity, at: Place(file: "f.xlsx"),
                    subject: .init(code: village, name: village),
                    message: Bilingual("“正式党员数”有5名，没有组建", "five and no branch"))
            })
    }

    /// A unit's return on its items.
    @discardableResult
    func lists(
        _ period: String, _ rows: [ReturnRow], of unit: String = "T1", seen: String
    ) throws -> Int {
        try office.file("ledger", unit, period, rows, seen: seen)
    }

    @discardableResult
    func decide(
        _ step: OfficeAct.ItemDecision.Step, from period: String = "2020-06", at moment: String,
        unit: String = "T1", reason: String = "县里定的"
    ) throws -> Int {
        try office.ledger.record(
            .item(.init(unit: unit, period: month(period), step: step)), reason: reason,
            at: at(moment)
        ).act.id
    }

    /// 交办 of something to 城关镇, due on a day; its number.
    func open(
        _ text: String = "公开栏没有更新", due: String, from period: String = "2020-06",
        at moment: String
    ) throws -> String {
        let act = try decide(
            .open(.init(list: .problem, subject: "v1", text: text, due: day(due))),
            from: period, at: moment)
        return "XW\(act)"
    }

    // MARK: What is asked

    func items(_ period: String, asOf moment: String) throws -> [ListItem] {
        try office.ledger.items(
            through: month(period), of: office.campaign, asOf: at(moment))
    }

    /// The only item of the register, or the one with a number.
    func item(
        _ number: String? = nil, _ period: String = "2020-06", asOf moment: String
    ) throws -> ListItem {
        let items = try items(period, asOf: moment)
            .filter { number == nil || $0.number == number }
        try #require(items.count == 1, "\(items.map(\.number))")
        return items[0]
    }

    /// The rows of the view, each as number, due date, progress, day, check.
    func view(_ period: String, asOf moment: String) throws -> [[String]] {
        let view = try office.ledger.view(
            of: Self.form, in: month(period), of: office.campaign, asOf: at(moment),
            for: .assessment)
        let columns = ["item_id", "due_date", "progress", "done_date", "verify"].compactMap {
            name in view.columns.firstIndex { $0.name == name }
        }
        return view.rows.map { row in columns.map { row[$0].description } }
    }
}

func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure(text) }
    return day
}

/// A row on an item of a unit's own list.
func own(
    _ number: String, due: String, _ progress: String = "进行中", done: String? = nil,
    verify: String = "未核查", list: String = "问题", extensions: Int = 0, indicator: String? = nil
) -> ReturnRow {
    var values: [String: FieldValue] = [
        "item_id": .text(number), "list_type": .text(list), "descr": .text("公开栏没有更新"),
        "source": .text("自查"), "start_date": .text("2020-03-01"), "due_date": .text(due),
        "progress": .text(progress), "verify": .text(verify), "extend_cnt": .integer(extensions),
    ]
    values["done_date"] = done.map { .text($0) }
    values["indicator"] = indicator.map { .text($0) }
    return ReturnRow(number: 5, values: FieldValues(values))
}
