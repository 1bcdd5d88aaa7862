import Campaigns
import Findings
import Workbooks

@testable import Returns

/// The columns that the catalogue speaks of: a field, the head above it, the cell above.
struct ColumnKind {
    var field: Field
    var head: String
    /// What the column is, for the reader of the document.
    var meaning: Bilingual
    var above: FieldValue?

    private init(
        _ head: String, _ type: FieldType, unit: String? = nil, blank: Field.BlankPolicy = .missing,
        required: Field.Requirement = .always, written: String? = nil, above: FieldValue? = nil,
        id: String = "x", _ chinese: String, _ english: String
    ) {
        field = Field(
            id: id, header: head, type: type, unit: unit, required: required, blank: blank)
        self.head = written ?? head
        meaning = Bilingual(chinese, english)
        self.above = above
    }

    /// In the order in which the document explains them.
    static let all: [(name: String, kind: ColumnKind)] = [
        ("人", .init("村干部人数", .integer, unit: "人", "整数，单位人", "an integer of people")),
        (
            "人可空",
            .init(
                "发展指标", .integer, unit: "人", blank: .notApplicable, required: .never, "整数，可以不适用",
                "an integer that may not apply")
        ),
        (
            "件空为零",
            .init(
                "重大事项数", .integer, unit: "件", blank: .zero, required: .never, "整数，空着就是没有",
                "an integer, blank is none")
        ),
        (
            "万人",
            .init(
                "人数", .integer, unit: "人", written: "人数（万人）", "整数，表头写着（万人）",
                "an integer under a head that says 万人")
        ),
        ("天", .init("坐班天数", .integer, unit: "天", "整数，单位天", "an integer of days")),
        ("次", .init("学习次数", .integer, unit: "次", "整数，单位次", "an integer of times")),
        ("项", .init("制度数", .integer, unit: "项", "整数，单位项", "an integer of items")),
        ("星", .init("星级", .integer, unit: "星", blank: .zero, "整数，单位星", "an integer of stars")),
        ("万元", .init("应发报酬", .decimal, unit: "万元", "小数，单位万元", "a decimal of 10,000 yuan")),
        (
            "万元按元",
            .init(
                "应发报酬", .decimal, unit: "万元", written: "应发报酬（元）", "单位万元，表头写着（元）",
                "10,000 yuan under a head that says yuan")
        ),
        ("元", .init("金额", .decimal, unit: "元", "小数，单位元", "a decimal of yuan")),
        ("面积", .init("场所面积", .decimal, unit: "平方米", "小数，单位平方米", "a decimal of square metres")),
        ("万字", .init("阅读量", .decimal, unit: "万字", "小数，单位万字", "a decimal of 10,000 characters")),
        ("小时", .init("读书小时", .decimal, unit: "小时", "小数，单位小时", "a decimal of hours")),
        ("率", .init("覆盖率", .percent, "比率", "a rate")),
        ("百分数", .init("覆盖面", .decimal, unit: "%", "小数，单位%", "a decimal of per cent")),
        ("日期", .init("成立日期", .date, "日期，2020年6月的表", "a date on a sheet of June 2020")),
        ("是否", .init("是否选派", .enumeration("yes_no"), "选项：是、否", "a choice: yes, no")),
        (
            "场所",
            .init(
                "活动场所状态", .enumeration("site_status"), "选项：达标、新建中、改建中、未开工、无场所",
                "a choice of five states")
        ),
        (
            "撤并",
            .init(
                "撤并村到位情况", .enumeration("merge_status"), "选项：不涉及、已到位、未到位",
                "a choice with “does not concern”")
        ),
        (
            "组建",
            .init("党组织组建方式", .enumeration("org_type"), "选项：单独组建、联合组建、挂靠组建、未组建", "a choice of four")
        ),
        ("在册代码", .init("村代码", .subjectCode, required: .never, "花名册上的代码", "a code of the roster")),
        ("编号", .init("暗访编号", .code, "自编的编号", "a code of one's own")),
        ("单位", .init("责任单位", .unitName, above: .text("城关镇人民政府"), "填报单位的名称", "the name of a unit")),
        (
            "文本",
            .init(
                "说明", .text, required: .never, above: .text("上一行的话"), "文字，可以不填",
                "text, may be left out")
        ),
        ("必填文本", .init("依据文号", .text, above: .text("上一行的话"), "文字，必填", "text, required")),
        ("核实值", .init("现场核实值", .text, id: "observed", "暗访时看到的", "what an inspector saw")),
        ("备注", .init("备注", .note, required: .never, above: .text("上一行的话"), "备注", "a note")),
    ]

    static func named(_ name: String) -> ColumnKind? { all.first { $0.name == name }?.kind }
}

/// The campaign in which the catalogue is read: the shipped spellings, the small county's names.
struct CellCounty: Sendable {
    let campaign: Campaign
    private let reader: ValueReader

    /// Made once for all lines.
    static let shared = Result { try CellCounty() }

    private init() throws {
        let small = SmallCounty().campaign
        let root = #filePath.split(separator: "/Tests/").first.map(String.init) ?? "."
        let shipped = try CampaignLoader.load(root + "/Templates/five-in-one").draft
        let more = [
            RosterEntry(
                code: "91610999MA6X00008P", name: "青石面粉厂", sector: "enterprise", unit: "T1"),
            RosterEntry(
                code: "516109991234567000", name: "青石商会", sector: "social_org", unit: "T1"),
        ]
        campaign = Campaign(
            settings: small.settings, units: small.units, roster: small.roster + more,
            forms: small.forms, choices: shipped.choices)
        reader = ValueReader(
            campaign: campaign, names: NameBook(campaign), period: Period(year: 2020, month: 6))
    }

    /// What a cell of a column comes to, as the catalogue writes it: `12 full_width`, `F203 —`.
    func outcome(of cell: Cell?, in kind: ColumnKind) -> (
        value: String, change: ValueChange?, note: Problem?
    ) {
        switch reader.read(cell, as: kind.field, header: HeaderText(kind.head), above: kind.above) {
        case .blank: ("空", nil, nil)
        case .value(let value, let change, let note): (value.description, change, note)
        case .problem(let problem): (problem.check.code, nil, nil)
        }
    }
}
