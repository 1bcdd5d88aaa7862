import Campaigns
import Findings
import Ledgers

/// The office's acts, and the period's vetoes and bonus points of the register.
package struct OfficeList: Codable, Sendable {
    package var acts: [ActRecord]
    package var lines: [String]
}

extension OfficeDesk {
    /// All acts in the order of their numbers; with a period those that are about it, or about none.
    package func list() throws(RunError) -> OfficeList {
        let workshop = try Workshop.look(options)
        let all = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.acts(asOf: workshop.asOf)
        }
        let acts = all.filter { act in
            guard let period = options.period else { return true }
            return (act.content.period ?? period) == period
        }
        let words = ActWords(workshop.campaign, language)
        var lines = acts.map(words.line)
        if acts.isEmpty { lines.append(Say(language)("没有办理事项", "no acts of the office")) }
        lines += try register(workshop)
        return OfficeList(acts: acts.map(words.record), lines: lines)
    }

    /// What the register of the period says: with bonus points and vetoes it says all that an act could.
    private func register(_ workshop: Workshop) throws(RunError) -> [String] {
        let period = workshop.period
        let facts = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(of: period, of: workshop.campaign, asOf: workshop.asOf)
        }
        let say = Say(language)
        func name(_ unit: String) -> String { workshop.campaign.unit(unit)?.shortName ?? unit }
        let lines =
            facts.awards.map { award in
                say(
                    "  加分  \(name(award.unit))  \(award.points)分  \(award.basis)",
                    "  bonus  \(name(award.unit))  \(award.points)  \(award.basis)")
            }
            + facts.vetoes.map { veto in
                say(
                    "  一票否决  \(name(veto.unit))  \(veto.basis)（不改分，只影响年度等次）",
                    "  veto  \(name(veto.unit))  \(veto.basis) (no points, the year's grade only)")
            }
        guard !lines.isEmpty else { return [] }
        return [say("\(period) 的登记：", "the register of \(period):")] + lines
    }
}
