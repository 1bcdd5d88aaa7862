import Assessments
import Campaigns
import Findings
import Formulas
import Ledgers

/// Follows the rows of an explanation to the cells of the files that came: which counts, what it was read
/// as, what other files said of it before or after, and whose file it was.
final class Origins {
    private let workshop: Workshop
    private let explainer: Explainer
    private let facts: PeriodFacts
    private var received: [String: [Period: ReceivedReturns]] = [:]

    init(workshop: Workshop, explainer: Explainer, facts: PeriodFacts) {
        self.workshop = workshop
        self.explainer = explainer
        self.facts = facts
    }

    /// The same tree with what is behind each row below it.
    func traced(_ tree: Explanation) throws(RunError) -> Explanation {
        var tree = tree
        var children: [Explanation] = []
        if let source = tree.source { children += try origins(of: source, tree.values) }
        for child in tree.children { children.append(try traced(child)) }
        tree.children = children
        return tree
    }

    /// The row's place in its unit's return where the form has no roster: the view counts the rows of all
    /// units, a return its own.
    private func numbered(_ source: Explanation.Source, _ form: Form) -> Explanation.Source {
        guard form.sector == nil, let place = Int(source.subject),
            let view = facts.views[form.id],
            let column = view.columns.firstIndex(where: { $0.name == "unit" }),
            view.rows.indices.contains(place - 1)
        else { return source }
        var source = source
        let unit = view.rows[place - 1][column]
        source.subject = String(view.rows.prefix(place).count { $0[column] == unit })
        return source
    }

    private func origins(
        of source: Explanation.Source, _ values: [String: Explanation.Value]
    ) throws(RunError) -> [Explanation] {
        if source.form == "submission" {
            return facts.expected.filter { $0.form == source.subject && $0.unit == source.unit }
                .map(explainer.receipt)
        }
        guard let form = workshop.campaign.form(source.form), form.nature == .units else {
            return []
        }
        let source = numbered(source, form)
        let period = facts.period
        let here = try returns(of: form, in: period)
        let reporter = form.sector == nil ? source.unit : here.reporters[source.subject]
        let standing = here.returns.last { $0.isStanding && $0.submission.unit == reporter }
        var nodes: [Explanation] = []
        if let standing, let row = Self.row(of: source, in: standing.submission) {
            nodes.append(
                origin(standing, row, source, form, owner: source.unit))
        } else {
            nodes.append(notReported(source))
        }
        let open = source.fields.filter { field in
            form.field(field)?.carries == true
                && standing.flatMap { Self.row(of: source, in: $0.submission) }?.values[field]
                    == nil
        }
        if !open.isEmpty { nodes += try carried(open, source, form) }
        return nodes
    }

    // MARK: The return that counts

    private func origin(
        _ standing: ReceivedReturn, _ row: ReturnRow, _ source: Explanation.Source, _ form: Form,
        owner: String?
    ) -> Explanation {
        let submission = standing.submission
        var node = Explanation(
            place: submission.places.place(of: source.fields, in: row), arrow: true)
        node.values["file_unit"] = submission.unit.map { .text($0) } ?? .nothing
        node.values["received"] = .text(standing.received.description)
        node.values["revision"] = .number(String(standing.revision))
        for change in row.changes where source.fields.contains(change.field) {
            let header = form.field(change.field)?.header ?? change.field
            node.children.append(
                Explanation(
                    Bilingual(
                        "“\(header)”原文“\(change.raw)”，按“\(change.value)”计",
                        "“\(header)”: “\(change.raw)” was read as “\(change.value)”"), .change,
                    [
                        "field": .text(change.field), "header": .text(header),
                        "raw": .text(change.raw), "value": .text(change.value),
                        "reason": .text(change.reason.rawValue),
                    ]))
        }
        if let sender = submission.unit, let owner, sender != owner {
            let (from, to) = (name(sender), name(owner))
            node.children.append(
                Explanation(
                    Bilingual(
                        "由\(from)报送：名册里现在归\(to)",
                        "sent by \(from): the roster gives it to \(to) now")))
        }
        let others = received[form.id]?[facts.period]?.returns ?? []
        for field in source.fields {
            node.children += Self.revisions(
                of: field, source, form, standing, row, among: others)
        }
        return node
    }

    // MARK: What was not reported

    private func notReported(_ source: Explanation.Source) -> Explanation {
        let owed = facts.expected.first { $0.form == source.form && $0.unit == source.unit }
        let why: Bilingual
        switch owed {
        case let owed? where owed.isAccepted:
            why = Bilingual("采用的报表里没有这一行", "the return that stands has no row of it")
        case let owed? where owed.isExcused:
            let words = owed.relief?.words
            why = Bilingual(
                "本期没有报，\(words?.chinese ?? "")", "none came this month, \(words?.english ?? "")")
        case nil: why = Bilingual("本期没有采用的报表", "no return was accepted this month")
        default:
            let back = facts.deliveries.count {
                $0.form == source.form && $0.unit == source.unit && $0.isReturnedReturn
            }
            why =
                back == 0
                ? Bilingual("本期没有报来", "none came this month")
                : Bilingual(
                    "报来\(back)件都退回了，没有合格的", "\(back) came and went back, none was accepted")
        }
        return Explanation(
            Bilingual("← \(why.chinese)", "← \(why.english)"), .origin,
            ["from": .text("nothing"), "counts_in_denominator": .flag(true)])
    }

    /// The earlier return from which a field was carried into the period.
    private func carried(
        _ fields: [String], _ source: Explanation.Source, _ form: Form
    ) throws(RunError) -> [Explanation] {
        var open = fields
        var nodes: [Explanation] = []
        var earlier = facts.period
        // As far back as a year: what is older is seldom carried, and never within a campaign’s year.
        for _ in 0..<12 where !open.isEmpty {
            earlier = earlier.previous
            if earlier.year < facts.period.year {
                open.removeAll { form.field($0)?.isCumulative == true }
            }
            let there = try returns(of: form, in: earlier)
            guard let reporter = there.reporters[source.subject],
                let file = there.returns.last(where: {
                    $0.isStanding && $0.submission.unit == reporter
                }), let row = Self.row(of: source, in: file.submission)
            else { continue }
            let found = open.filter { row.values[$0] != nil }
            open.removeAll { found.contains($0) }
            // An explicit 不适用 ends the search and counts nothing.
            for field in found where row.values[field] != .notApplicable {
                let header = form.field(field)?.header ?? field
                var node = Explanation(
                    place: file.submission.places.place(of: [field], in: row), arrow: true)
                node.line.chinese += "（“\(header)”本期没有填，沿用\(earlier.chinese)的）"
                node.line.english += " (“\(header)” is blank this month: carried from \(earlier))"
                node.values["field"] = .text(field)
                node.values["from"] = .text("carried")
                node.values["period"] = .text(earlier.description)
                nodes.append(node)
            }
        }
        return nodes
    }

    // MARK: Looking up

    private func returns(
        of form: Form, in period: Period
    ) throws(RunError) -> ReceivedReturns {
        if let known = received[form.id]?[period] { return known }
        let found = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.received(
                form: form, in: period, of: workshop.campaign, asOf: workshop.asOf,
                knownBy: workshop.horizon)
        }
        received[form.id, default: [:]][period] = found
        return found
    }

    /// By its roster entry; in a form without one by its ordinal among the rows.
    static func row(
        of source: Explanation.Source, in submission: Submission
    ) -> ReturnRow? {
        if let row = submission.rows.first(where: { $0.subject == source.subject }) { return row }
        guard let ordinal = Int(source.subject), submission.rows.indices.contains(ordinal - 1)
        else { return nil }
        return submission.rows[ordinal - 1]
    }

    private func name(_ unit: String) -> String {
        workshop.campaign.unit(unit)?.shortName ?? unit
    }
}

extension Explanation {
    /// Cells of a file, with an arrow where they are the ones that count.
    init(place: Place, arrow: Bool) {
        let lead = arrow ? "← " : ""
        self.init(
            Bilingual(lead + place.text(in: .chinese), lead + place.text(in: .english)), .origin,
            [
                "file": .text(place.file), "sheet": place.sheet.map { .text($0) } ?? .nothing,
                "cells": .text(place.cellList),
                "line": place.line.map { .number(String($0)) } ?? .nothing, "from": .text("return"),
            ])
    }
}
