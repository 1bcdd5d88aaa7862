package import Campaigns
import Findings
package import Ledgers

/// Takes the figures of a unit apart: score → k → rate → rows.
package struct Explainer {
    let campaign: Campaign
    let facts: PeriodFacts
    let figures: [IndicatorFigures]
    let assessment: Assessment
    let formulas: IndicatorFormulas

    /// Assesses the facts once; every question is answered from that.
    package init(campaign: Campaign, facts: PeriodFacts) throws(AssessmentError) {
        try self.init(
            campaign: campaign, facts: facts,
            assessment: try Assessor(campaign: campaign).assess(facts))
    }

    /// Explains an assessment that these facts have given.
    package init(
        campaign: Campaign, facts: PeriodFacts, assessment: Assessment
    ) throws(AssessmentError) {
        self.campaign = campaign
        self.facts = facts
        self.assessment = assessment
        figures = try Assessor(campaign: campaign).figures(of: facts)
        formulas = try IndicatorFormulas(facts, of: campaign)
    }

    /// The score of a unit: its base with every indicator, deductions, bonus.
    package func explain(unit code: String) throws(AssessmentError) -> Explanation {
        guard let unit = campaign.unit(code),
            let (group, standing) = standing(of: code)
        else { throw .unknown(code) }
        let period = facts.period
        let score = standing.score ?? "—"
        var headline = Bilingual(
            "\(unit.name) \(period.chinese)：\(score)分，\(group)",
            "\(unit.name) \(period): \(score) points, \(group)")
        if standing.isUnranked {
            headline.chinese += "，不参评（适用权重\(standing.applicableWeight)）"
            headline.english += ", unranked (applicable weight \(standing.applicableWeight))"
        } else if let rank = standing.rank {
            headline.chinese += "第\(rank)名"
            headline.english += ", rank \(rank)"
        } else {
            headline.chinese += "，本期未截止，未排名"
            headline.english += ", not ranked before the period closes"
        }
        return Explanation(
            headline, .score,
            [
                "unit": .text(code), "name": .text(unit.name), "period": .text(period.description),
                "group": .text(group), "score": .digits(standing.score),
                "rank": standing.rank.map { .count($0) } ?? .nothing,
                "unranked": .flag(standing.isUnranked),
                "draft": .flag(assessment.isDraft),
            ],
            children: [baseNode(of: unit, standing)] + deductionNode(of: code, standing)
                + bonusNode(of: code, standing) + notApplicableNode(for: unit)
                + otherObjectionNodes(of: code))
    }

    private func standing(of code: String) -> (group: String, Standing)? {
        for group in assessment.groups {
            if let standing = group.standings.first(where: { $0.unit == code }) {
                return (group.name, standing)
            }
        }
        return nil
    }

    private func baseNode(of unit: Unit, _ standing: Standing) -> Explanation {
        let terms = figures.compactMap { figures -> Explanation? in
            guard let figure = figures.units[unit.code], figure.k != nil else { return nil }
            return attainmentNode(figures, figure, unit: unit)
        }
        let (base, weight) = (standing.baseScore ?? "—", standing.applicableWeight)
        return Explanation(
            "基础分 \(base) = 100 × Σ权重×k ÷ Σ权重，适用权重 \(weight)",
            "base \(base) = 100 × Σ weight × k ÷ Σ weight, applicable weight \(weight)", .base,
            ["base_score": .digits(base), "applicable_weight": .digits(weight)],
            children: terms)
    }

    private func deductionNode(of unit: String, _ standing: Standing) -> [Explanation] {
        guard !standing.items.isEmpty else { return [] }
        let items = standing.items.map { item in
            let words: (String, String) =
                switch item.kind {
                case .late: ("迟报\(item.count)个工作日", "late, working days: \(item.count)")
                case .missing: ("漏报\(item.count)件", "missing returns: \(item.count)")
                case .returned: ("退回\(item.count)件次", "returned submissions: \(item.count)")
                case .misreport: ("认定虚报、瞒报\(item.count)项", "misreports: \(item.count)")
                }
            return Explanation(
                "\(words.0)：\(item.points)", "\(words.1): \(item.points)", .deduction,
                [
                    "deduction": .text(item.kind.rawValue), "points": .digits(item.points),
                    "count": .count(item.count),
                ], children: grounds(of: item.kind, for: unit))
        }
        return [
            Explanation(
                "扣分 \(standing.deductions)", "deductions \(standing.deductions)", .deductions,
                ["points": .digits(standing.deductions)], children: items)
        ]
    }

    private func bonusNode(of unit: String, _ standing: Standing) -> [Explanation] {
        let awards = facts.awards.filter { $0.unit == unit }
        guard !awards.isEmpty else { return [] }
        let items = awards.map { award in
            Explanation(
                "\(award.basis)：\(award.points)", "\(award.basis): \(award.points)", .award,
                ["basis": .text(award.basis), "points": .digits(award.points.description)])
        }
        return [
            Explanation(
                "加分 \(standing.bonus)", "bonus \(standing.bonus)", .bonus,
                ["points": .digits(standing.bonus)], children: items)
        ]
    }

    /// Indicators that weigh something for the unit and do not count, with the reason.
    private func notApplicableNode(for unit: Unit) -> [Explanation] {
        let nodes = figures.compactMap { figures -> Explanation? in
            let indicator = figures.indicator
            guard indicator.weight(forKind: unit.kind) != .zero,
                figures.units[unit.code]?.k == nil
            else { return nil }
            let reason = reasonNotApplicable(figures, unit: unit.code)
            return Explanation(
                "\(indicator.id) \(indicator.title)：\(reason.chinese)",
                "\(indicator.id) \(indicator.title): \(reason.english)", .notApplicable,
                ["indicator": .text(indicator.id), "title": .text(indicator.title)])
        }
        return nodes.isEmpty
            ? [] : [Explanation("不适用", "not applicable", .notApplicable, children: nodes)]
    }

    func reasonNotApplicable(_ figures: IndicatorFigures, unit: String) -> Bilingual {
        let indicator = figures.indicator
        if !figures.suspendedBy.isEmpty {
            let names = figures.suspendedBy
            return Bilingual(
                "停评，未定：\(names.joined(separator: "、"))",
                "suspended, left open: \(names.joined(separator: ", "))")
        }
        if indicator.target == nil { return Bilingual("未定目标", "no target") }
        if indicator.phase == .annual, facts.period.month != 12 {
            return Bilingual("年度指标，12月计分", "annual, counts in December")
        }
        if campaign.form(indicator.form)?.isDue(in: facts.period) == false {
            return Bilingual("本月不报此表", "the form is not due this month")
        }
        if figures.units[unit]?.isExcused == true, let words = relief(of: indicator.form, unit) {
            return words
        }
        return figures.units[unit] == nil
            ? Bilingual("本单位没有此项对象", "the unit has no rows of it")
            : Bilingual("分母为0或为空", "the denominator is 0 or empty")
    }
}
