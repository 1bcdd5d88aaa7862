package import Campaigns
package import Findings
import Formulas
package import Ledgers
import Workbooks

/// Holds the records of inspections against the returns as they stand now (暗访比对).
///
/// The campaign's rules of the kind `inspection` decide what is a suspicion, over the reported value and never over a
/// carried or a confirmed one. Nothing of it is kept: a return that comes later, or is corrected, is
/// compared the next time.
package struct InspectionReview {
    private let campaign: Campaign
    private let asOf: Moment
    private let engine: RuleEngine
    private let book: RuleBook

    package init(_ campaign: Campaign, asOf moment: Moment) {
        self.campaign = campaign
        asOf = moment
        engine = RuleEngine(campaign: campaign)
        book = RuleBook(campaign)
    }

    /// How a return stands to what was seen.
    package enum Deviation: String, Sendable {
        /// Better than what was seen, beyond the item's tolerance: 上报好于实际.
        case over
        /// Worse: 上报差于实际.
        case under
        /// As it was reported, or within the tolerance.
        case within = "none"
        /// What was seen to be bad is left out: 应报未报.
        case leftOut = "left_out"
    }

    /// What the two say of each other; nil where they cannot be compared: no figure is meant, the visit
    /// lies outside the window in which both speak of the same, or the return has not come.
    package func deviation(of inspected: InspectionCase) -> Deviation? {
        let facts = columns([inspected]).facts(of: row(of: inspected))
        guard facts[.comparable] == .integer(1) else { return nil }
        if facts[.adverse] == .integer(1) { return .leftOut }
        guard case .text(let text)? = facts[.deviation] else { return nil }
        return Deviation(rawValue: text)
    }

    /// What the campaign's rules find in each case, in the order of the cases.
    ///
    /// `sources` are the submissions in which the records stand, by key, for the places; records of one that
    /// is not there are left out.
    package func findings(
        in cases: [InspectionCase], sources: [Int: Submission]
    ) throws(CheckError) -> [[Finding]] {
        let inspection = Set(campaign.rules.filter { $0.kind == .inspection }.map(\.id))
        var found: [[Finding]] = Array(repeating: [], count: cases.count)
        let groups = Dictionary(grouping: cases.indices) { cases[$0].submission }
        for (key, indices) in groups.sorted(by: { $0.key < $1.key }) {
            guard var submission = sources[key] else { continue }
            submission.rows = indices.map { index in
                var row = row(of: cases[index])
                if submission.rows.indices.contains(cases[index].ordinal) {
                    let source = submission.rows[cases[index].ordinal]
                    row.number = source.number
                    row.line = source.line
                }
                return row
            }
            let map = RowMap(submission)
            let findings = try engine.findings(
                for: submission, reported: views(indices.map { cases[$0] }), asOf: asOf)
            for finding in findings where inspection.contains(finding.code) {
                guard let position = map.rows(of: finding).min() else { continue }
                found[indices[position]].append(finding)
            }
        }
        return found
    }

    /// The suspicions among them, each about the return that the record speaks of.
    package func suspicions(
        in cases: [InspectionCase], _ findings: [[Finding]]
    ) -> [Suspicion] {
        zip(cases, findings).flatMap { inspected, findings -> [Suspicion] in
            guard let claim = inspected.claim, let date = CivilDate(inspected.record.visitDate)
            else { return [] }
            let subject = campaign.entry(inspected.record.subject)
            return findings.filter { $0.severity == .suspicion }.compactMap { finding in
                let state = book.state(
                    of: finding, form: inspected.form, period: Period(containing: date))
                guard state != .retired else { return nil }
                var finding = finding
                finding.subject = subject.map { .init(code: $0.code, name: $0.name) }
                let flag = NotedFlag(
                    screen: Suspicion.screen(of: finding), form: claim.form,
                    unit: inspected.record.dutyUnit, period: claim.period,
                    subject: inspected.record.subject, fields: [claim.field])
                return Suspicion(finding, flag: flag, isTrial: state == .trial)
            }
        }
    }

    // MARK: What is compared

    private func row(of inspected: InspectionCase) -> ReturnRow {
        ReturnRow(
            number: 0, subject: inspected.record.subject, values: FieldValues(inspected.values))
    }

    private func columns(_ cases: [InspectionCase]) -> InspectionColumns {
        InspectionColumns(campaign: campaign, views: views(cases), asOf: asOf)
    }

    /// The claims as views of the forms, with no more rows and columns than are compared.
    private func views(_ cases: [InspectionCase]) -> [ViewKey: FormView] {
        var claims: [ViewKey: [String: [InspectionCase]]] = [:]
        for inspected in cases {
            guard let claim = inspected.claim else { continue }
            let key = ViewKey(form: claim.form, period: claim.period)
            claims[key, default: [:]][inspected.record.subject, default: []].append(inspected)
        }
        var views: [ViewKey: FormView] = [:]
        for (key, subjects) in claims {
            let fields = Set(subjects.values.joined().compactMap(\.claim?.field)).sorted()
            let columns =
                [
                    FormulaDatabase.Column("code", "TEXT"), .init("unit", "TEXT"),
                    .init("reported", "INTEGER"),
                ] + fields.map { FormulaDatabase.Column($0, "BLOB") }
            var rows: [[SQLValue]] = []
            for (subject, cases) in subjects.sorted(by: { $0.key < $1.key }) {
                guard let claim = cases.first?.claim else { continue }
                let unit = SQLValue.text(
                    campaign.entry(subject)?.unit ?? cases.first?.record.dutyUnit ?? "")
                let values = fields.map { field -> SQLValue in
                    cases.compactMap(\.claim).first { $0.field == field }?.value?.sql ?? .null
                }
                rows.append(
                    [.text(subject), unit, .integer(claim.isReported ? 1 : 0)] + values)
                // The unit's return has come, whatever it says of this entry.
                if claim.isReturned {
                    rows.append(
                        [.text(""), unit, .integer(1)] + fields.map { _ in SQLValue.null })
                }
            }
            views[key] = FormView(name: key.form, columns: columns, rows: rows)
        }
        return views
    }
}
