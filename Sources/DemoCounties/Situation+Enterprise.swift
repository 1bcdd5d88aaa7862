import Campaigns
import Workbooks

/// How a party organisation came to be, if it did.
struct Organization {
    var members: Int
    /// 单独组建 …, 未组建.
    var kind: String
    var founded: CivilDate?

    var exists: Bool { kind != "未组建" }
}

extension Situation {
    /// 非公: an enterprise's month.
    var enterprise: [String: SheetValue] {
        var traits = traits("enterprise")
        let steady = quality.level("enterprise", month: 0)
        let level = quality.level("enterprise", month: month)
        let isRunning = traits.chance(0.94)
        let organization = organization("enterprise", level: steady)
        let (hasGuide, hasLink) = (traits.chance(steady), traits.chance(steady * 0.8))
        let six = traits.integer(1...4) + Int(3 * steady) + campaignMonth / 6
        let isTrained = month >= traits.integer(2...13) - Int(4 * steady)
        let (isCertified, isAssessed) = (traits.chance(steady * 0.8), traits.chance(steady * 0.6))
        let star =
            traits.chance(0.12 + 0.25 * steady) ? traits.integer(2...4) : traits.integer(0...1)
        let isModel = traits.chance(0.4)
        var random = monthly("enterprise")
        let activities = isRunning && random.chance(0.4 + 0.55 * level) ? random.integer(1...4) : 0
        let isBuilt = organization.exists
        let isFull = min(6, six) == 6
        return [
            "status": .text(isRunning ? "正常" : "停产"),
            "above_scale": .text(entry.attributes["above_scale"] ?? "否"),
            "is_new": .yes(entry.validFrom?.year == period.year && period.year > 2016),
            "sys_updated": .yes(random.chance(0.3 + 0.65 * level)),
            "formal": .integer(organization.members),
            "org_type": .text(organization.kind),
            "org_date": organization.founded.map(SheetValue.date) ?? .dash,
            "guide": .yes(hasGuide),
            "leader_link": .yes(hasLink),
            "sec_train": isBuilt ? .integer(isTrained ? 1 : 0) : .dash,
            "sec_cert": isBuilt ? .text(isCertified ? "已认证" : "未认证") : .blank,
            "perf_done": isBuilt ? .text(isAssessed ? "已开展" : "未开展") : .blank,
            "sixhave": isBuilt ? .integer(min(6, six)) : .dash,
            "model_room": isBuilt ? .yes(isFull && isModel) : .blank,
            "star": .integer(isBuilt ? star : 0),
            "act_cnt": .integer(isBuilt ? activities : 0),
            "note": note(on: organization),
        ]
    }

    /// With three members an organisation of its own, with fewer one with others, or none yet; those
    /// that lack one found it in a month of their own.
    func organization(_ topic: String, level: Double) -> Organization {
        var random = traits(topic + " organisation")
        let members =
            random.chance(0.55) ? random.integer(3...14) : random.integer(0...2)
        let year = random.integer(2009...2018)
        let (month, day) = (random.integer(1...12), random.integer(1...28))
        let isOld =
            members > 0 && random.chance(members >= 3 ? 0.45 + 0.5 * level : 0.2 + 0.4 * level)
        let foundedIn = random.integer(4...16)
        let shared = random.pick(["联合组建", "挂靠组建"])
        let kind = members >= 3 ? "单独组建" : shared
        if isOld {
            return Organization(
                members: members, kind: kind,
                founded: CivilDate(year: year, month: month, day: day))
        }
        guard members > 0, campaignMonth >= foundedIn else {
            return Organization(members: members, kind: "未组建")
        }
        return Organization(
            members: members, kind: kind,
            founded: CivilDate(
                year: 2020 + (foundedIn - 1) / 12, month: (foundedIn - 1) % 12 + 1, day: day))
    }

    /// Most of those who should have an organisation and have none say why.
    func note(on organization: Organization) -> SheetValue {
        guard organization.members >= 3, !organization.exists else { return .blank }
        var random = traits("note")
        return random.chance(0.8)
            ? .text(random.pick(["正在筹建，计划三季度成立", "已列入组建计划，正在培养书记人选", "申请已报上级党委，等待批复"]))
            : .blank
    }
}
