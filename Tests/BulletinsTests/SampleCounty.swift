import Assessments
import Bulletins
import Campaigns
import Findings
import Workbooks

/// A county by hand: eighteen townships, two subdistricts, nine departments, thirty-odd indicators.
///
/// Every number follows from the places of unit and indicator in their lists, so that it stays the same.
enum SampleCounty {
    static let period = Period(containing: day(2020, 6, 30))
    static let asOf = Moment(day(2020, 7, 8), secondOfDay: 9 * 3600)

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("a day of the sample")
        }
        return date
    }

    static let townships = [
        "城关镇", "东坪镇", "西河镇", "石泉镇", "青川镇", "龙头镇", "双桥镇", "金竹镇", "白水镇", "红岩镇",
        "云雾乡", "松林乡", "柳沟乡", "大坝乡", "小河乡", "麻柳乡", "蒿坪乡", "洄水乡",
    ]
    static let departments = [
        "教育体育局", "民政局", "财政局", "人力资源和社会保障局", "住房和城乡建设局", "农业农村局", "卫生健康局",
        "市场监督管理局", "经济贸易局",
    ]

    static var units: [Unit] {
        var units: [Unit] = []
        for (index, name) in townships.enumerated() {
            units.append(
                Unit(
                    code: "T\(padded(index + 1, to: 2))", name: name + "人民政府", shortName: name,
                    kind: "township", rankGroup: "乡镇组", mailbox: "t\(index)@lanchuan.example",
                    ordinal: index))
        }
        for (index, name) in ["新城办事处", "滨江办事处"].enumerated() {
            units.append(
                Unit(
                    code: "S0\(index + 1)", name: name, shortName: name, kind: "subdistrict",
                    rankGroup: "办事处组", ordinal: 100 + index))
        }
        for (index, name) in departments.enumerated() {
            units.append(
                Unit(
                    code: "D0\(index + 1)", name: "县" + name, shortName: name, kind: "department",
                    rankGroup: "县直部门组", ordinal: 200 + index))
        }
        return units
    }

    static let forms = [
        Form(
            id: "rural", title: "农村基层党建工作月报表", sector: "rural", rowNoun: "行政村",
            submittedBy: ["township", "subdistrict"], folder: "农村"),
        Form(
            id: "community", title: "社区党建工作月报表", sector: "community", rowNoun: "社区",
            submittedBy: ["township", "subdistrict"], folder: "社区"),
        Form(
            id: "organ", title: "机关党建工作（“三会一课”）月报表", sector: "organ", rowNoun: "机关党支部",
            submittedBy: ["township", "subdistrict", "department"], folder: "机关"),
        Form(
            id: "inspection", title: "基层党建暗访核查记录表", folder: "暗访",
            fields: [
                "unit_code", "visit_date", "item", "observed", "result", "verdict", "feedback",
            ].map { Field(id: $0, header: $0, type: .text) }),
    ]

    static let titles: [(id: String, sector: String, title: String, phase: Indicator.Phase)] = [
        ("R01", "rural", "四项制度建立率", .monthly), ("R02", "rural", "坐班落实率", .monthly),
        ("R03", "rural", "村干部建档率", .linear), ("R04", "rural", "村干部报酬兑现率", .monthly),
        ("R05", "rural", "运转经费拨付率", .linear), ("R06", "rural", "活动场所达标率（清零）", .deadline),
        ("R07", "rural", "撤并村到位率", .deadline), ("R08", "rural", "第一书记到岗率", .monthly),
        ("R09", "rural", "月集中学习达标率", .monthly), ("R10", "rural", "村干部培训覆盖率", .linear),
        ("R11", "rural", "四议两公开执行率", .monthly), ("R12", "rural", "后进村转化率", .deadline),
        ("C01", "community", "社区干部补贴兑现率", .monthly),
        ("C02", "community", "社区经费拨付率", .linear), ("C03", "community", "网格化覆盖率", .linear),
        ("O01", "organ", "三会一课达标率", .monthly), ("O02", "organ", "书记“三个至少”完成率", .annual),
        ("O03", "organ", "集中学习进度达标率", .monthly), ("O05", "organ", "党费按时足额缴纳率", .monthly),
        ("X01", "reporting", "按时报送率", .monthly), ("X03", "inspection", "暗访相符率", .monthly),
    ]

    static var campaign: Campaign {
        let indicators = titles.map { id, sector, title, phase in
            Indicator(
                id: id, sector: sector, title: title,
                form: sector == "reporting" ? "submission" : sector, numerator: "1",
                denominator: "1", target: id == "O03" ? nil : ExactDecimal(1), phase: phase,
                due: phase == .deadline ? day(2020, 12, 31) : nil,
                weightTownship: ExactDecimal(3), weightDepartment: ExactDecimal(4))
        }
        let rules = [
            Rule(
                id: "V24", form: "rural", kind: .row, severity: .error, test: .sql("1"),
                message: Bilingual("“本月在岗天数”却填了{cur.fs_days}天", "")),
            Rule(
                id: "V66", form: "rural", kind: .row, severity: .query, test: .sql("1"),
                state: .trial),
        ]
        let settings = Settings(texts: [
            "campaign_title": "基层党建“五位一体”提升活动", "county": "岚川县",
            "bulletin_to": "各乡镇党委、办事处党工委，县级各部门党委（党组）：",
            "bulletin_next": "迟报、未报的单位要在收到通报后两个工作日内补报，并书面说明原因。;退回的报表按标注逐格改正后重报，不得以约数、估数应付。",
        ])
        return Campaign(
            settings: settings, units: units, roster: [], forms: forms, choices: [:], rules: rules,
            indicators: indicators, inspectionItems: [], tasks: [], calendar: WorkCalendar(),
            recipients: [])
    }

    /// A number from 40 to 100 that looks arbitrary and never changes.
    static func arbitrary(_ one: Int, _ other: Int) -> Int {
        let mixed = (one &* 37 &+ other &* 101 &+ 13) % 61
        return mixed < 20 ? 100 : 40 + mixed
    }
}
