import Campaigns
import Findings
import Formulas
import Ledgers
import Testing
import Workbooks

/// A county of two townships and four villages, and short ways to file returns for it.
enum County {
    static let rural = Form(
        id: "rural", title: "农村月报", sector: "rural", rowNoun: "行政村",
        submittedBy: ["township"],
        fields: [
            Field(id: "unit_code", header: "村代码", type: .subjectCode),
            Field(id: "unit_name", header: "村名称", type: .subjectName),
            Field(id: "cadres", header: "村干部人数", type: .integer, carries: true),
            Field(
                id: "pay_due", header: "累计应发", type: .decimal, carries: true,
                isCumulative: true),
            Field(id: "days", header: "坐班天数", type: .integer, unit: "天"),
            Field(id: "pay_paid", header: "累计实发", type: .decimal, isCumulative: true),
            Field(id: "site", header: "场所", type: .enumeration("site"), carries: true),
        ])
    static let lists = Form(
        id: "ledger", title: "三清单", submittedBy: ["township"],
        fields: [Field(id: "progress", header: "进展", type: .text)])
    static let inspection = Form(
        id: "inspection", title: "暗访", folder: "暗访",
        fields: [
            Field(id: "visit_id", header: "暗访编号", type: .code),
            Field(id: "visit_date", header: "暗访日期", type: .date),
            Field(id: "unit_code", header: "被查单位代码", type: .subjectCode),
            Field(id: "duty_unit", header: "责任单位", type: .unitName),
            Field(id: "item", header: "项目", type: .text),
            Field(id: "observed", header: "核实值", type: .text),
            Field(id: "result", header: "结论", type: .text),
            Field(id: "feedback", header: "反馈", type: .text),
            Field(id: "verdict", header: "认定", type: .text),
        ])
    static let bonus = Form(
        id: "bonus", title: "加分", folder: "加分登记",
        fields: [
            Field(id: "unit_name", header: "单位", type: .unitName),
            Field(id: "points", header: "加分", type: .decimal),
            Field(id: "veto", header: "一票否决", type: .text),
            Field(id: "basis", header: "依据", type: .text),
        ])

    static let units = [
        Unit(
            code: "T1", name: "城关镇", shortName: "城关", kind: "township", rankGroup: "乡镇",
            attributes: ["has_dangzu": "是"], ordinal: 0),
        Unit(
            code: "T2", name: "东坪乡", shortName: "东坪", kind: "township", rankGroup: "乡镇",
            ordinal: 1),
        Unit(code: "D1", name: "民政局", shortName: "民政局", kind: "department", ordinal: 2),
    ]

    static let roster = [
        RosterEntry(
            code: "v1", name: "一村", sector: "rural", unit: "T1", coUnit: "D1",
            attributes: ["fs": "是"], ordinal: 0),
        RosterEntry(code: "v2", name: "二村", sector: "rural", unit: "T1", ordinal: 1),
        RosterEntry(code: "v3", name: "三村", sector: "rural", unit: "T2", ordinal: 2),
        RosterEntry(
            code: "v4", name: "四村", sector: "rural", unit: "T2",
            validTo: CivilDate(year: 2020, month: 6, day: 15), mergedInto: "v3", ordinal: 3),
    ]

    static let items = [
        InspectionItem(
            id: "I01", title: "坐班", target: .init(form: "rural", field: "days"), asOf: .month),
        InspectionItem(
            id: "I04", title: "场所", target: .init(form: "rural", field: "site"), asOf: .state),
        InspectionItem(
            id: "I08", title: "报酬", target: .init(form: "rural", field: "pay_paid"),
            asOf: .cumulative),
    ]

    static let campaign = campaign(roster: roster)

    static func campaign(
        units: [Unit] = units, roster: [RosterEntry] = roster
    ) -> Campaign {
        Campaign(
            settings: Settings(), units: units, roster: roster,
            forms: [rural, lists, inspection, bonus],
            choices: [
                "site": ChoiceList(
                    name: "site", values: ["达标", "无场所"],
                    spellings: ["达标": "达标", "已建成": "达标", "无场所": "无场所"])
            ],
            inspectionItems: items)
    }
}

/// `2020-07-03 09:00`; a text that is no moment is the test's mistake.
func at(_ text: String) -> Moment {
    guard let moment = Moment(iso: text, offset: 0) else { preconditionFailure(text) }
    return moment
}

func month(_ text: String) -> Period {
    guard let period = Period(text) else { preconditionFailure(text) }
    return period
}

/// Files returns in a ledger with as few words as a test needs.
struct Office {
    let ledger: Ledger
    var campaign = County.campaign

    init() throws {
        ledger = try Ledger.inMemory()
    }

    init(_ ledger: Ledger) {
        self.ledger = ledger
    }

    /// Files a return and gives a verdict on it; the key of the submission.
    @discardableResult
    func file(
        _ form: String?, _ unit: String?, _ period: String?, _ rows: [ReturnRow],
        seen: String, name: String? = nil, status: Delivery.Status = .accepted,
        okRows: Int? = nil, findings: [Finding] = [], version: String = "c1"
    ) throws -> Int {
        let path = name ?? "\(period ?? "")/\(form ?? "")-\(unit ?? "")-\(seen).xlsx"
        let hash = Ledger.hash(of: Array((path + "\(rows)").utf8))
        try ledger.record(
            FileRecord(sha256: hash, path: path, size: 1, firstSeen: at(seen), fate: .taken),
            at: at(seen))
        let id = try ledger.record(
            Submission(
                fileHash: hash, form: form, unit: unit, period: period.map(month),
                received: at(seen),
                places: ReturnPlaces(
                    file: path, sheet: "表", columns: ["cadres": 3], headerRow: 2, isCSV: false),
                evidence: [.init(about: "unit", source: "title", text: "城关镇")], rows: rows),
            at: at(seen))
        let owed = owed(form, unit, period)
        let right = owed.isEmpty ? rows : rows.filter { owed.contains($0.subject ?? "") }
        try settle(
            id, status, rows: okRows ?? right.count, of: owed.isEmpty ? rows.count : owed.count,
            findings: findings, version, seen)
        return id
    }

    /// The entries that a unit owes in a form, by which a verdict counts.
    private func owed(_ form: String?, _ unit: String?, _ period: String?) -> Set<String> {
        guard let form = form.flatMap(campaign.form), let unit, let period else { return [] }
        return Set(campaign.entries(of: form, unit: unit, in: month(period)).map(\.code))
    }

    func settle(
        _ id: Int, _ status: Delivery.Status, rows: Int = 1, of total: Int = 1,
        findings: [Finding] = [],
        _ version: String = "c1", _ moment: String
    ) throws {
        try ledger.settle(
            submission: id,
            Verdict(status: status, findings: findings, okRows: rows, totalRows: total),
            campaignVersion: version, at: at(moment))
    }

    func facts(_ period: String, asOf moment: String) throws -> PeriodFacts {
        try ledger.facts(of: month(period), of: campaign, asOf: at(moment))
    }

    /// A column of the rural view by village.
    func column(
        _ column: String, _ period: String, asOf moment: String,
        for purpose: ViewPurpose = .assessment
    ) throws -> [String: SQLValue] {
        try ledger.view(
            of: County.rural, in: month(period), of: campaign, asOf: at(moment), for: purpose
        ).column(column)
    }
}

extension FormView {
    /// A column by the row's code.
    func column(_ name: String) throws -> [String: SQLValue] {
        let index = try #require(columns.firstIndex { $0.name == name })
        let codes = rows.map { $0[0].description }
        return Dictionary(zip(codes, rows.map { $0[index] }), uniquingKeysWith: { one, _ in one })
    }
}

/// A village's row.
func village(_ code: String, _ values: [String: FieldValue]) -> ReturnRow {
    ReturnRow(number: 4, subject: code, values: FieldValues(values))
}

/// A record of an inspection of village v1, which is 城关镇's duty.
func visit(
    _ id: String, on date: String, item: String = "I01", observed: String = "10",
    feedback: String = "未反馈", verdict: String = "虚报", result: String = "不符",
    of subject: String = "v1"
) -> ReturnRow {
    ReturnRow(
        number: 3,
        values: [
            "visit_id": .text(id), "visit_date": .text(date), "unit_code": .text(subject),
            "duty_unit": .text("城关镇人民政府"), "item": .text(item), "observed": .text(observed),
            "result": .text(result), "feedback": .text(feedback), "verdict": .text(verdict),
        ])
}

extension Ledger {
    /// Publishes a period for the first time with as few words as a test needs.
    func publish(
        ranks: [PublishedRank], bottom: Set<String> = [], of period: Period, at moment: Moment
    ) throws {
        try publish(
            PublicationDraft(period: period, ranks: ranks, bottom: bottom), as: .first, at: moment)
    }
}
