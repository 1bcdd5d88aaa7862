import Campaigns

extension Situation {
    /// 社会组织: a social organisation's month.
    func socialOrganization(_ unit: Unit) -> [String: SheetValue] {
        var traits = traits("social organisation")
        let steady = quality.level("social_org", month: 0)
        let level = quality.level("social_org", month: month)
        let organization = organization("social_org", level: steady)
        let party = organization.members + traits.integer(0...2)
        let cover =
            traits.chance(0.35 + 0.6 * steady)
            ? traits.pick(["行业统建", "区域兜底", "选派指导员"]) : "未覆盖"
        let hasLedger = campaignMonth >= traits.integer(1...12) - Int(8 * steady)
        let site = traits.pick(["独立", "共享", "共享", "无"])
        let staff = party + traits.integer(6...60)
        let quota = traits.integer(0...2)
        let (theme, fund) = (traits.chance(steady), traits.chance(steady * 0.9))
        var random = monthly("social organisation")
        let activities = random.chance(0.3 + 0.65 * level) ? random.integer(1...4) : 0
        let admitted = sum("admitted") { $0.chance(0.08) ? 1 : 0 }
        let isBuilt = organization.exists
        let kinds = ["51": "社会团体", "52": "民办非企业单位", "53": "基金会"]
        return [
            "supervisor": unit.isDepartment ? .text(unit.shortName) : .dash,
            "kind": .text(kinds[String(entry.code.prefix(2))] ?? "其他"),
            "status": .text("正常"),
            "employees": .integer(staff + random.integer(0...3)),
            "party_total": .integer(party),
            "formal": .integer(organization.members),
            "org_type": .text(organization.kind),
            "org_date": organization.founded.map(SheetValue.date) ?? .dash,
            "cover_type": .text(isBuilt ? "已建党组织" : cover),
            "guide": .yes(!isBuilt && cover == "选派指导员"),
            "ledger_done": .yes(hasLedger),
            "site": .text(site),
            "act_cnt": .integer(isBuilt ? activities : 0),
            "theme_done": .yes(isBuilt && theme),
            "dev_quota": .integer(quota),
            "dev_cum": .integer(min(quota, admitted)),
            "fund_ok": .yes(fund),
            "note": note(on: organization),
        ]
    }
}
