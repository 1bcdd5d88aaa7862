import Bulletins
import Campaigns
import Findings
import Ledgers

/// The records of inspections that want something, for the terminal and for programs.
package struct CaseReport: Codable, Sendable {
    package var cases: [Case]
    package var lines: [String]

    package struct Case: Codable, Sendable {
        package var visit: String
        package var date: String
        package var item: String
        package var subject: String
        package var unit: String
        package var period: String
        package var reported: String
        package var place: String
        package var observed: String
        package var comparison: String
        package var feedback: String
        package var answerBy: String
        package var verdict: String
        package var state: String
    }
}

extension OfficeDesk {
    /// What is open now; with `isWhole` what was decided in the last months as well.
    package func cases(isWhole: Bool) throws(RunError) -> CaseReport {
        let workshop = try Workshop.look(options)
        let period = options.period ?? Period(containing: workshop.asOf.date)
        let facts = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(of: period, of: workshop.campaign, asOf: workshop.asOf)
        }
        let list = try CaseDesk(workshop).list(of: facts)
        let shown = list.lines.filter { isWhole || $0.state.isOpen }
        let say = Say(language)
        var lines = [
            say(
                "暗访待办 \(list.lines.count { $0.state.isOpen }) 项（只供组织部内部使用）",
                "\(list.lines.count { $0.state.isOpen }) open inspection records, for the office alone"
            )
        ]
        for line in shown {
            let reported = line.reported.isEmpty ? say("未报", "nothing") : line.reported
            let unit = workshop.campaign.unit(line.unit)?.shortName ?? line.unit
            lines.append(
                "  \(line.visit) \(line.item)  \(unit) \(line.subjectName)  "
                    + say(
                        "上报\(reported)，核实\(line.observed)，\(line.comparison.chinese)",
                        "reported \(reported), seen \(line.observed), \(line.comparison.rawValue)"))
            lines.append("    " + next(line, say) + (line.place.isEmpty ? "" : "  ← \(line.place)"))
        }
        return CaseReport(
            cases: shown.map { line in
                .init(
                    visit: line.visit, date: line.date, item: line.item, subject: line.subject,
                    unit: line.unit, period: line.period, reported: line.reported,
                    place: line.place, observed: line.observed,
                    comparison: line.comparison.rawValue, feedback: line.feedback,
                    answerBy: line.answerBy, verdict: line.verdict, state: line.state.rawValue)
            }, lines: lines)
    }

    private func next(_ line: CaseList.Line, _ say: Say) -> String {
        let about = line.isOneOfSeveral ? " --about \(line.subject)" : ""
        let command = "tongbao office verdict \(line.visit) \(line.item) …\(about) --reason …"
        switch line.state {
        case .recheck:
            return say(
                "报表后来改过，与暗访时不一样：请再核对，需要时 \(command)",
                "the return has changed since: look again, then \(command)")
        case .answer:
            return say(
                "等单位反馈，\(line.answerBy) 起可以认定",
                "the unit may answer; decide from \(line.answerBy) on")
        case .decide:
            return say("可以认定：\(command)", "to be decided: \(command)")
        case .early:
            return say(
                "“\(line.verdict)”认定早了，单位反馈或到 \(line.answerBy) 才算数",
                "“\(line.verdict)” was too early: it counts once the unit answers, or from \(line.answerBy) on"
            )
        case .closed:
            return say("已认定“\(line.verdict)”", "decided: “\(line.verdict)”")
        }
    }
}
