import Assessments
import Campaigns
package import Findings
import Ledgers

/// Answers where a figure comes from, down to the cell of the file that somebody sent, and what a code
/// means.
package struct ExplainDesk {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// An answer as lines for the terminal, and taken apart for programs.
    package struct Answer: Encodable, Sendable {
        package var subject: String
        package var lines: [String]
        /// What a code means, taken apart; nil where a figure was asked for.
        package var code: CodeEntry?
        /// The chain of a figure, taken apart; nil where a code was asked for.
        package var tree: ExplainedNode?
        package var period: String?
        /// The moment as of which it holds.
        package var asOf: String?

        private enum CodingKeys: String, CodingKey { case subject, lines, code, tree, period, asOf }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(subject, forKey: .subject)
            try container.encodeIfPresent(code, forKey: .code)
            try container.encodeIfPresent(period, forKey: .period)
            try container.encodeIfPresent(asOf, forKey: .asOf)
            try container.encodeIfPresent(tree, forKey: .tree)
            // The tree says all that the lines say.
            if tree == nil { try container.encode(lines, forKey: .lines) }
        }
    }

    package func explain(
        _ subject: String, indicator: String?, in language: Language
    ) throws(RunError) -> Answer {
        let workshop = try asKnownThen(try Workshop.look(options))
        if indicator == nil {
            let book = CodeBook(workshop.campaign)
            if let entry = book.entry(of: subject) {
                return Answer(
                    subject: entry.code, lines: entry.lines(in: language), code: entry)
            }
            if let refusal = book.refusal(of: subject) { throw refusal }
        }
        let unit = try NameDesk(workshop.campaign).unit(subject)
        let facts = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(
                of: workshop.period, of: workshop.campaign, asOf: workshop.asOf,
                knownBy: workshop.horizon)
        }
        var wanted: String?
        if let indicator { wanted = try self.indicator(indicator, workshop) }
        if workshop.isSilent(facts) {
            let problem = Problem.noReturns(period: facts.period.chinese)
            return Answer(
                subject: unit.code, lines: [problem.message.text(in: language)],
                period: facts.period.description, asOf: workshop.asOf.description)
        }
        var (tree, explainer) = try explanation(of: unit, indicator: wanted, facts, workshop)
        if wanted == nil, let moves = try MoveDesk(workshop: workshop).moves(workshop.period),
            let move = moves[unit.code]
        {
            tree.children.append(move.explanation(since: moves.previous, in: workshop.campaign))
        }
        let traced = try Origins(workshop: workshop, explainer: explainer, facts: facts)
            .traced(tree)
        let node = ExplainedNode(traced, in: language)
        return Answer(
            subject: unit.code, lines: node.lines, tree: node,
            period: facts.period.description, asOf: workshop.asOf.description)
    }

    /// Where the moment lies before the last that the ledger knows, what was known then and the tables
    /// that were in use.
    private func asKnownThen(_ workshop: Workshop) throws(RunError) -> Workshop {
        let (then, last) = try ledgerWork { () throws(LedgerError) in
            (
                try workshop.ledger.horizon(at: workshop.asOf), try workshop.ledger.lastEvent()
            )
        }
        guard then > 0, then < last else { return workshop }
        guard let then = try workshop.asItWas(at: workshop.asOf, knownBy: then) else {
            throw .tablesAreLost
        }
        return then
    }

    /// The id of an indicator by its id or its title, however its letters are written.
    private func indicator(_ text: String, _ workshop: Workshop) throws(RunError) -> String {
        let wanted = text.trimmed
        let indicators = workshop.campaign.indicators
        if let found = indicators.first(where: { $0.id == wanted || $0.title == wanted })
            ?? indicators.first(where: { $0.id.lowercased() == wanted.lowercased() })
        {
            return found.id
        }
        throw NameDesk.unknown(
            Bilingual("没有“\(wanted)”这个指标", "there is no indicator “\(wanted)”"),
            proposals: nearest(
                to: wanted, among: indicators.map(\.id) + indicators.map(\.title), count: 3))
    }

    private func explanation(
        of unit: Unit, indicator: String?, _ facts: PeriodFacts, _ workshop: Workshop
    ) throws(RunError) -> (Explanation, Explainer) {
        do throws(AssessmentError) {
            let explainer = try Explainer(campaign: workshop.campaign, facts: facts)
            if let indicator {
                return (try explainer.explain(unit: unit.code, indicator: indicator), explainer)
            }
            return (try explainer.explain(unit: unit.code), explainer)
        } catch {
            guard case .unknown = error else {
                throw .fault(Bilingual("指标算不下去：\(error)", "an indicator failed: \(error)"))
            }
            let period = facts.period
            guard let indicator else {
                throw .usage(
                    Bilingual(
                        "\(unit.name)在\(period.chinese)不参加排名，没有得分（units.csv 的 rank_group、有效期）",
                        "\(unit.name) is not scored in \(period) "
                            + "(rank_group and validity in units.csv)"))
            }
            throw .usage(
                Bilingual(
                    "\(indicator)不考核\(unit.name)：权重为0，或没有这项对象（\(period.chinese)）。不写指标编号，列出考核它的各项",
                    "\(indicator) does not count for \(unit.name): no weight, or no rows of it in "
                        + "\(period). Without an indicator all that count are listed"))
        }
    }
}
