import Campaigns
package import Findings

extension LedgerSnapshot {
    /// The explanations that were given word for word the third time running, ending with a period; by
    /// form, then roster, then code.
    ///
    /// Only returns that stand count, and only periods in which the form is due; notes are compared by
    /// their keys, so that a space or a full-width comma makes no other note.
    func repeatedExplanations(in period: Period) throws -> [RepeatedExplanation] {
        var repeated: [RepeatedExplanation] = []
        let places = Dictionary(
            zip(campaign.roster.map(\.code), campaign.roster.indices),
            uniquingKeysWith: { first, _ in first })
        for form in campaign.forms where form.nature == .units && form.isDue(in: period) {
            var running: [ExplanationKey: RepeatedExplanation] = [:]
            for (key, given) in try explanations(of: form, in: period) {
                running[key] = RepeatedExplanation(
                    form: form.id, unit: given.unit, subject: key.subject, code: key.code,
                    periods: [period], note: given.note)
            }
            var alive = Set(running.keys)
            var earlier = period
            while !alive.isEmpty {
                repeat { earlier = earlier.previous } while !form.isDue(in: earlier)
                let given = try explanations(of: form, in: earlier)
                alive = alive.filter { given[$0] != nil }
                for key in alive { running[key]?.periods.insert(earlier, at: 0) }
            }
            repeated += running.values
                .filter { $0.periods.count >= RepeatedExplanation.least }
                .sorted {
                    (places[$0.subject] ?? .max, $0.subject, $0.code)
                        < (places[$1.subject] ?? .max, $1.subject, $1.code)
                }
        }
        return repeated
    }

    /// An explanation as it is compared from month to month.
    struct ExplanationKey: Hashable {
        var subject: String
        var code: String
        /// The note's key.
        var note: String
    }

    /// Where an explanation was given, and in which words.
    struct Explanation {
        var unit: String
        var note: String
    }

    private func explanations(
        of form: Form, in period: Period
    ) throws -> [ExplanationKey: Explanation] {
        let key = ReturnKey(form: form.id, period: period)
        if let known = explanationsByReturn[key] { return known }
        let explanations = try explanations(in: period)
        var given: [ExplanationKey: Explanation] = [:]
        for (unit, head) in standing(ofForm: form.id, in: period) {
            for explanation in explanations[head.verdict] ?? [] {
                guard let subject = explanation.subject else { continue }
                let key = ExplanationKey(
                    subject: subject, code: explanation.code, note: Folding.key(explanation.note))
                given[key] = Explanation(unit: unit, note: explanation.note)
            }
        }
        explanationsByReturn[key] = given
        return given
    }
}

extension Delivery {
    /// The queries that no note answers yet (待说明), of a return that stands.
    ///
    /// A query about several rows is answered when each has its note; one about the sheet as a whole never
    /// is.
    package var openQueries: [Finding] {
        guard status == .accepted, isStanding else { return [] }
        let answered = Set(explanations.map { Answer(code: $0.code, row: $0.row) })
        return findings.filter { finding in
            guard finding.severity == .query else { return false }
            let rows = Set(finding.place.cells.map(\.row))
            return rows.isEmpty
                || !rows.allSatisfy { answered.contains(Answer(code: finding.code, row: $0)) }
        }
    }

    private struct Answer: Hashable {
        var code: String
        var row: Int
    }
}
