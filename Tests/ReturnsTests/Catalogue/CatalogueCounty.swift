import Campaigns
import Workbooks

@testable import Returns

/// The county whose sheets the catalogue draws: two towns and a department, six forms.
struct CatalogueCounty: Sendable {
    let campaign: Campaign
    private let asOf = Moment(CivilDate(daysSince1970: 18_449), secondOfDay: 9 * 3600)

    /// The columns that a case shows of each form.
    let shown = [
        "rural": ["cadres", "study", "pay_due", "pay_paid", "site"],
        "community": ["staff", "grids"], "organ": ["members"],
        "tasks": ["item", "text"], "inspection": ["item"], "bonus": ["points"],
    ]

    init() {
        func text(_ id: String, _ header: String, _ type: FieldType = .text) -> Field {
            Field(id: id, header: header, type: type, required: .always)
        }
        campaign = Campaign(
            settings: Settings(texts: ["county": "青石县"]),
            units: [
                Unit(
                    code: "T1", name: "城关镇", shortName: "城关镇", aliases: ["城关"], kind: "township",
                    ordinal: 0),
                Unit(code: "T2", name: "河口镇", shortName: "河口镇", kind: "township", ordinal: 1),
                Unit(code: "D1", name: "青石县财政局", shortName: "财政局", kind: "department", ordinal: 2),
                Unit(
                    code: "D2", name: "青石县委组织部", shortName: "组织部", kind: "department", ordinal: 3),
            ],
            roster: [
                RosterEntry(
                    code: "610999100201", name: "东关村", aliases: ["东关"], sector: "rural", unit: "T1",
                    ordinal: 0),
                RosterEntry(
                    code: "610999100202", name: "西关村", sector: "rural", unit: "T1", ordinal: 1),
                RosterEntry(
                    code: "610999100203", name: "南关村", sector: "rural", unit: "T1", ordinal: 2),
                RosterEntry(
                    code: "610999101201", name: "东关村", sector: "rural", unit: "T2", ordinal: 3),
                RosterEntry(
                    code: "610999100001", name: "河滨社区", sector: "community", unit: "T1", ordinal: 4),
                RosterEntry(
                    code: "610999100002", name: "新街社区", sector: "community", unit: "T1", ordinal: 5),
                RosterEntry(
                    code: "D101", name: "财政局机关支部", sector: "organ", unit: "D1", ordinal: 6),
            ],
            forms: [
                Self.rural, Self.community, Self.organ, Self.tasks, Self.inspection, Self.bonus,
            ],
            choices: ["site": Self.site])
    }

    /// Reads a workbook as a file of the Inbox on 6 July 2020.
    func read(_ workbook: Workbook, path: String) -> FileReading {
        ReturnReader(campaign).read(workbook, path: path, asOf: asOf)
    }

    private static let rural = Form(
        id: "rural", title: "农村月报表", sector: "rural", rowNoun: "行政村", submittedBy: ["township"],
        folder: "农村",
        fields: [
            Field(id: "town", header: "乡镇（办事处）", aliases: ["乡镇", "所属乡镇"], type: .unitName),
            Field(id: "unit_code", header: "村代码", aliases: ["区划代码"], type: .subjectCode),
            Field(
                id: "unit_name", header: "村名称", aliases: ["行政村", "村名", "村（社区）"],
                type: .subjectName, required: .always),
            Field(
                id: "cadres", header: "村干部人数", aliases: ["村干部数", "两委干部人数"], type: .integer,
                unit: "人", required: .always),
            Field(
                id: "study", header: "本月集中学习次数", aliases: ["集中学习", "集中学习次数"], type: .integer,
                unit: "次", required: .always),
            Field(
                id: "pay_due", header: "累计应发报酬", aliases: ["应发报酬", "报酬应发"], type: .decimal,
                unit: "万元", required: .always, isCumulative: true),
            Field(
                id: "pay_paid", header: "累计实发报酬", aliases: ["实发报酬", "报酬实发"], type: .decimal,
                unit: "万元", required: .always, isCumulative: true),
            Field(
                id: "site", header: "活动场所状态", aliases: ["场所现状", "活动场所"],
                type: .enumeration("site"), required: .always, choices: "site"),
            Field(id: "built", header: "建成日期", type: .date),
            Field(id: "note", header: "备注", type: .note),
        ])

    private static let community = Form(
        id: "community", title: "社区月报表", sector: "community", rowNoun: "社区",
        submittedBy: ["township"], folder: "社区",
        fields: [
            Field(id: "town", header: "乡镇（办事处）", aliases: ["街道"], type: .unitName),
            Field(
                id: "unit_name", header: "社区名称", aliases: ["社区"], type: .subjectName,
                required: .always),
            Field(id: "staff", header: "社区干部人数", type: .integer, unit: "人", required: .always),
            Field(id: "grids", header: "网格数", type: .integer, unit: "个", required: .always),
            Field(id: "note", header: "备注", type: .note),
        ])

    private static let organ = Form(
        id: "organ", title: "机关月报表", sector: "organ", rowNoun: "党支部", submittedBy: ["department"],
        folder: "机关",
        fields: [
            Field(id: "dept", header: "单位名称", type: .unitName),
            Field(id: "unit_name", header: "党支部名称", type: .subjectName, required: .always),
            Field(id: "members", header: "党员数", type: .integer, unit: "人", required: .always),
        ])

    private static let tasks = Form(
        id: "tasks", title: "任务清单", rowNoun: "条目", submittedBy: ["township"], folder: "三清单",
        fields: [
            Field(id: "item", header: "清单编号", type: .code, required: .always),
            Field(id: "text", header: "任务内容", type: .text, required: .always),
            Field(id: "due", header: "完成时限", type: .date, required: .always),
            Field(id: "note", header: "备注", type: .note),
        ])

    private static let inspection = Form(
        id: "inspection", title: "暗访核查记录表", rowNoun: "检查项目", folder: "暗访",
        fields: [
            Field(id: "visit_id", header: "暗访编号", type: .code, required: .always),
            Field(id: "visit_date", header: "暗访日期", type: .date, required: .always),
            Field(id: "unit_code", header: "被查单位代码", type: .subjectCode, required: .always),
            Field(id: "item", header: "检查项目编码", type: .code, required: .always),
            Field(id: "observed", header: "现场核实值", type: .text, required: .always),
            Field(id: "result", header: "比对结论", type: .text, required: .always),
            Field(id: "feedback", header: "反馈意见", type: .text),
            Field(id: "verdict", header: "组织部认定", type: .text, required: .always),
        ])

    private static let bonus = Form(
        id: "bonus", title: "加分登记", rowNoun: "登记事项", folder: "加分登记",
        fields: [
            Field(id: "unit_name", header: "受表彰单位", type: .unitName, required: .always),
            Field(id: "points", header: "加分", type: .decimal, unit: "分"),
            Field(id: "basis", header: "依据文号", type: .text, required: .always),
        ])

    private static let site = ChoiceList(
        name: "site", values: ["达标", "新建中"],
        spellings: Dictionary(
            uniqueKeysWithValues: [("达标", "达标"), ("已建成", "达标"), ("新建中", "新建中"), ("在建", "新建中")]
                .map { (Folding.key($0.0), $0.1) }))
}
