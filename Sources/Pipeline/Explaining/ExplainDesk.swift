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

    /// An answer as lines for the terminal.
    package struct Answer: Codable, Sendable {
        package var subject: String
        package var lines: [String]
        /// What a code means, taken apart; nil where a figure was asked for.
        package var code: CodeEntry?
    }

    package func explain(
        _ subject: String, indicator: String?, in language: Language
    ) throws(RunError) -> Answer {
        let workshop = try Workshop.look(options)
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
                of: workshop.period, of: workshop.campaign, asOf: workshop.asOf)
        }
        var tree: Explanation
        do throws(AssessmentError) {
            let explainer = try Explainer(campaign: workshop.campaign, facts: facts)
            if let indicator {
                tree = try explainer.explain(unit: unit.code, indicator: indicator)
            } else {
                tree = try explainer.explain(unit: unit.code)
            }
        } catch {
            if case .unknown(let what) = error {
                throw .usage(
                    Bilingual("没有“\(what)”这项", "there is no “\(what)” in this assessment"))
            }
            throw .fault(Bilingual("指标算不下去：\(error)", "an indicator failed: \(error)"))
        }
        if indicator == nil, let moves = try MoveDesk(workshop: workshop).moves(workshop.period),
            let move = moves[unit.code]
        {
            tree.children.append(move.explanation(since: moves.previous, in: workshop.campaign))
        }
        let origins = Origins(workshop: workshop)
        return Answer(subject: unit.code, lines: try origins.lines(of: tree, in: language))
    }
}

/// Looks up the cells behind the rows of an explanation.
private struct Origins {
    let workshop: Workshop

    func lines(of tree: Explanation, in language: Language) throws(RunError) -> [String] {
        var submissions: [String: Submission?] = [:]
        return try lines(of: tree, depth: 0, in: language, submissions: &submissions)
    }

    private func lines(
        of tree: Explanation, depth: Int, in language: Language,
        submissions: inout [String: Submission?]
    ) throws(RunError) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        var lines = [indent + tree.line.text(in: language)]
        if let source = tree.source {
            lines += try cells(of: source, in: language, submissions: &submissions)
                .map { indent + "    " + $0 }
        }
        for child in tree.children {
            lines += try self.lines(
                of: child, depth: depth + 1, in: language, submissions: &submissions)
        }
        return lines
    }

    private func cells(
        of source: Explanation.Source, in language: Language,
        submissions: inout [String: Submission?]
    ) throws(RunError) -> [String] {
        let key = "\(source.form)|\(source.unit ?? "")"
        if submissions[key] == nil {
            submissions[key] = .some(
                try ledgerWork { () throws(LedgerError) in
                    try workshop.ledger.acceptedRows(
                        form: source.form, unit: source.unit, period: workshop.period)?.submission
                })
        }
        guard let submission = submissions[key] ?? nil,
            let row = row(of: source, in: submission)
        else { return [] }
        let place = submission.places.place(of: source.fields, in: row)
        var lines = ["← " + place.text(in: language)]
        for change in row.changes where source.fields.contains(change.field) {
            let field = workshop.campaign.form(source.form)?.field(change.field)?.header
            lines.append(
                Say(language)(
                    "  “\(field ?? change.field)”原文“\(change.raw)”，按“\(change.value)”计",
                    "  “\(field ?? change.field)”: “\(change.raw)” was read as “\(change.value)”"))
        }
        return lines
    }

    /// By its roster entry; in a form without one by its ordinal among the rows.
    private func row(of source: Explanation.Source, in submission: Submission) -> ReturnRow? {
        if let row = submission.rows.first(where: { $0.subject == source.subject }) { return row }
        guard let ordinal = Int(source.subject), submission.rows.indices.contains(ordinal - 1)
        else {
            return nil
        }
        return submission.rows[ordinal - 1]
    }
}
