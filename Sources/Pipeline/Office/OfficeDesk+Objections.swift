import Assessments
import Campaigns
import Findings
import Ledgers

/// Objections and what became of them, for the terminal and for programs.
package struct ObjectionList: Codable, Sendable {
    package var objections: [Line]
    package var lines: [String]

    package struct Line: Codable, Sendable {
        package var number: Int
        package var unit: String
        package var period: String
        package var about: String
        package var text: String
        /// `upheld`, `rejected`; nil while it is not decided.
        package var outcome: String?
        package var reason: String?
    }
}

extension OfficeDesk {
    /// 异议: a unit objects to a figure, or to a finding, of a period.
    ///
    /// Without a period it is the latest closed one, of which the figures are out.
    package func object(
        unit name: String, about text: String, words: String?
    ) throws(RunError) -> OfficeAnswer {
        guard let words = words?.trimmed, words.count >= 4 else {
            throw .usage(
                Bilingual(
                    "要写明单位怎么说：--text，至少四个字",
                    "say what the unit objects: --text, four characters or more"))
        }
        let workshop = try Workshop.open(options)
        try refuse(words, called: Bilingual("内容", "the text"), workshop)
        let unit = try NameDesk(workshop.campaign).unit(name)
        let about = try figure(text, of: unit, workshop)
        let protest = OfficeAct.Protest(
            unit: unit.code, period: workshop.period, about: about, text: words)
        var answer = try note(
            .objection(protest), reason: words, workshop,
            notices: [
                Bilingual(
                    "已记在 \(unit.shortName) \(workshop.period) 的 \(about) 上，数字不变；查清后：",
                    "noted at \(about) of \(unit.shortName), \(workshop.period); the figure stays. Then:"
                )
            ])
        if answer.isNew {
            answer.lines.append(
                "  tongbao office objection decide \(answer.act.number) upheld|rejected --reason …")
        }
        return answer
    }

    /// 异议的处理: upheld (成立) or rejected (不成立), with the reason.
    package func decideObjection(
        _ number: Int, outcome: String, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let all = try objections(workshop)
        guard let objection = all.first(where: { $0.number == number }) else {
            throw .usage(
                Bilingual(
                    "没有第\(number)号异议；编号见 tongbao office objection list",
                    "there is no objection no. \(number); tongbao office objection list has the numbers"
                ))
        }
        let isUpheld: Bool
        switch outcome {
        case "upheld", "成立": isUpheld = true
        case "rejected", "不成立": isUpheld = false
        default:
            throw .usage(
                Bilingual(
                    "写 upheld（成立）或 rejected（不成立），不是“\(outcome)”",
                    "say upheld or rejected, not “\(outcome)”"))
        }
        if let known = objection.outcome, known.isUpheld != isUpheld {
            let act = try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.act(about: .objectionDecision(number, isUpheld: isUpheld))
            }
            let id = act?.id ?? number
            throw .usage(
                Bilingual(
                    "第\(number)号异议已定为\(known.isUpheld ? "成立" : "不成立")（第\(id)号）；要改，先撤销："
                        + "tongbao office revoke \(id) --reason …",
                    "objection no. \(number) was \(known.isUpheld ? "upheld" : "rejected") (no. \(id)); "
                        + "revoke that first: tongbao office revoke \(id) --reason …"))
        }
        return try note(
            .objectionDecision(number, isUpheld: isUpheld), reason: reason, workshop,
            notices: isUpheld ? Self.followUp(objection) : [])
    }

    /// What has to follow, for the decision itself changes no figure.
    private static func followUp(_ objection: Objection) -> [Bilingual] {
        [
            Bilingual(
                "成立不会自己改数。填错的，请单位改正后重报；暗访的，用 office verdict 重新认定；放错的文件，用 office withdraw 撤回",
                "the figure does not change by itself: have the return sent again, give another office "
                    + "verdict, or withdraw the file"),
            Bilingual(
                "改好以后：tongbao bulletin --period \(objection.period)",
                "then: tongbao bulletin --period \(objection.period)"),
        ]
    }

    /// All objections that stand; with a period those to its figures.
    package func listObjections() throws(RunError) -> ObjectionList {
        let workshop = try Workshop.look(options)
        let all = try objections(workshop).filter { objection in
            options.period.map { $0 == objection.period } ?? true
        }
        let say = Say(language)
        let lines = all.map { objection in
            ObjectionList.Line(
                number: objection.number, unit: objection.unit,
                period: objection.period.description, about: objection.about,
                text: objection.text,
                outcome: objection.outcome.map { $0.isUpheld ? "upheld" : "rejected" },
                reason: objection.outcome?.reason)
        }
        let words = all.map { objection in
            let unit = workshop.campaign.unit(objection.unit)?.shortName ?? objection.unit
            return say("第\(objection.number)号", "no. \(objection.number)")
                + "  \(unit) \(objection.period)  "
                + objection.words.text(in: language)
        }
        return ObjectionList(
            objections: lines,
            lines: words.isEmpty ? [say("没有异议", "no objections")] : words)
    }

    private func objections(_ workshop: Workshop) throws(RunError) -> [Objection] {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.objections(of: workshop.campaign, asOf: workshop.asOf)
        }
    }

    /// The figure that is meant: an indicator, or a finding that the unit was told of in the period.
    private func figure(
        _ text: String, of unit: Unit, _ workshop: Workshop
    ) throws(RunError) -> String {
        let campaign = workshop.campaign
        let code = text.trimmed.uppercased()
        if let indicator = campaign.indicators.first(where: { $0.id.uppercased() == code }) {
            return indicator.id
        }
        let findings = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.deliveries(
                of: workshop.period, of: campaign, asOf: workshop.asOf)
        }.filter { $0.unit == unit.code }.flatMap(\.findings)
        let trial = Set(campaign.rules.filter { $0.state != .active }.map(\.id))
        let told = Set(
            findings.filter { $0.severity != .suspicion && !trial.contains($0.code) }
                .map(\.code))
        if let finding = told.first(where: { $0.uppercased() == code }) { return finding }
        throw NameDesk.unknown(
            Bilingual(
                "\(unit.shortName) \(workshop.period) 没有“\(text)”这项指标或问题",
                "\(unit.shortName) has no indicator or finding “\(text)” in \(workshop.period)"),
            proposals: nearest(
                to: text, among: campaign.indicators.map(\.id) + told.sorted(), count: 3))
    }
}
