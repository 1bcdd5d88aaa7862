import Assessments
import Campaigns
import Findings
import Workbooks

/// What things are called on paper, and what may be said of them outside the office.
struct Vocabulary: Sendable {
    let campaign: Campaign
    let names: OutboxNames
    private let trialRules: Set<String>
    private let rulesByCode: [String: Rule]

    init(campaign: Campaign) {
        self.campaign = campaign
        names = OutboxNames(units: campaign.units)
        trialRules = Set(campaign.rules.filter { $0.state != .active }.map(\.id))
        rulesByCode = Dictionary(
            campaign.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func unit(_ code: String) -> String {
        guard let unit = campaign.unit(code) else { return code }
        return unit.shortName.isEmpty ? unit.name : unit.shortName
    }

    /// A form in a word: the folder that it comes in (农村), else its title.
    func form(_ id: String) -> String {
        guard let form = campaign.form(id) else { return id }
        return form.folder ?? form.title
    }

    /// A sector in a word: as its form; indicators of the reporting itself are 上报质量.
    func sector(_ id: String, form: String) -> String {
        if let name = campaign.settings["sector_\(id)"] { return name }
        if let form = campaign.forms.first(where: { $0.sector == id }) { return self.form(form.id) }
        if form == "submission" { return "上报质量" }
        return campaign.form(form) == nil ? id : self.form(form)
    }

    /// A sector that has a return of its own (领域), unlike the reporting or the inspections.
    func isField(_ sector: String) -> Bool {
        campaign.forms.contains { $0.sector == sector }
    }

    /// What inspectors saw is a sample: its shares are told with their number.
    func isSample(form: String) -> Bool { campaign.form(form)?.nature == .inspection }

    /// The findings that the unit concerned may see: no suspicion, nothing of a rule on trial.
    func visible(_ findings: [Finding]) -> [Finding] {
        findings.filter { $0.severity != .suspicion && !trialRules.contains($0.code) }
    }

    /// What kind of thing was found, without a value of the sheet: values are the unit's own, and some
    /// describe one person.
    func kind(of finding: Finding) -> String {
        if let rule = rulesByCode[finding.code], !rule.message.chinese.isEmpty {
            return Self.withoutHoles(rule.message.chinese)
        }
        return finding.check?.title.chinese ?? "不符合规则\(finding.code)"
    }

    /// The kinds of some findings with their numbers, the most frequent first: `必填为空（3处）`.
    func kinds(of findings: [Finding], atMost limit: Int) -> String {
        var counts: [(kind: String, count: Int)] = []
        for finding in findings {
            let kind = kind(of: finding)
            if let index = counts.firstIndex(where: { $0.kind == kind }) {
                counts[index].count += 1
            } else {
                counts.append((kind, 1))
            }
        }
        let ordered = counts.enumerated().sorted {
            ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }
        let shown = ordered.prefix(limit).map { "\($0.element.kind)（\($0.element.count)处）" }
        let rest = ordered.count - shown.count
        return shown.joined(separator: "；") + (rest > 0 ? "；另有\(rest)类" : "")
    }

    /// `2020年7月6日9时30分`.
    func chinese(_ moment: Moment) -> String {
        let minute = moment.secondOfDay / 60 % 60
        let time = "\(moment.secondOfDay / 3600)时" + (minute == 0 ? "" : "\(minute)分")
        return "\(moment.date.year)年\(moment.date.month)月\(moment.date.day)日\(time)"
    }

    /// A rule's sentence with `×` where a value would stand.
    static func withoutHoles(_ text: String) -> String {
        var result = ""
        var isHole = false
        for character in text {
            switch character {
            case "{":
                isHole = true
                result.append("×")
            case "}":
                isHole = false
            default:
                if !isHole { result.append(character) }
            }
        }
        return result
    }
}

extension Light {
    var chinese: String {
        switch self {
        case .green: "绿"
        case .yellow: "黄"
        case .red: "红"
        }
    }
}

extension Receipt.Status {
    var chinese: String {
        switch self {
        case .accepted: "已接收"
        case .returned: "已退回"
        case .quarantined: "已隔离"
        case .withdrawn: "已撤回"
        case .resent: "已报过，不计"
        case .stray: "不是报表"
        }
    }
}

extension DeductionItem {
    /// `迟报1.50分（3个工作日）`.
    var chinese: String {
        switch kind {
        case .late: "迟报\(points)分（\(count)个工作日）"
        case .missing: "未报\(points)分（\(count)件）"
        case .returned: "退回\(points)分（\(count)件次）"
        case .misreport: "虚报瞒报\(points)分（\(count)项）"
        }
    }
}

extension Standing.Change {
    /// As a ranking is printed: `↑2`, `↓1`, `—`, `新`, or nothing.
    var arrow: String {
        switch self {
        case .places(0): "—"
        case .places(let places): places > 0 ? "↑\(places)" : "↓\(-places)"
        case .new: "新"
        case .hidden: ""
        }
    }
}
