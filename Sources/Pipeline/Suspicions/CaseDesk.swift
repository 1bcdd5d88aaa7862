import Bulletins
import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Workbooks

/// Makes the office's list of inspection records on which something is to be done (暗访办理).
struct CaseDesk {
    let workshop: Workshop
    private let review: InspectionReview

    static let header = [
        "visit", "date", "item", "item_title", "column", "period", "code", "subject", "unit",
        "unit_name", "reported", "place", "observed", "result", "comparison", "feedback",
        "answer_by", "may_decide", "verdict", "state",
    ]

    init(_ workshop: Workshop) {
        self.workshop = workshop
        review = InspectionReview(workshop.campaign, asOf: workshop.asOf)
    }

    private var campaign: Campaign { workshop.campaign }

    /// The list, open ones first; what agrees with the return as it stands now is not in it.
    func list(of facts: PeriodFacts) throws(RunError) -> CaseList {
        var sources: [Int: Submission?] = [:]
        var lines: [CaseList.Line] = []
        let onVisit = Dictionary(grouping: facts.cases) {
            [$0.form, $0.record.visit, $0.record.item]
        }
        for inspected in facts.cases {
            let comparison = comparison(of: inspected)
            guard let state = state(of: inspected, comparison) else { continue }
            var line = try line(inspected, comparison, state, &sources)
            let visit = [inspected.form, inspected.record.visit, inspected.record.item]
            line.isOneOfSeveral = onVisit[visit, default: []].count > 1
            lines.append(line)
        }
        let open = lines.filter { $0.state.isOpen }
        var tallies = InspectionTallies(facts, of: campaign, review).all
        for index in tallies.indices {
            let unit = tallies[index].unit
            tallies[index].open = open.count { unit.isEmpty || $0.unit == unit }
        }
        return CaseList(
            period: facts.period, asOf: workshop.asOf,
            lines: open + lines.filter { !$0.state.isOpen },
            tallies: tallies)
    }

    /// The list for programs.
    func table(_ list: CaseList) -> [[String]] {
        [Self.header]
            + list.lines.map { line in
                [
                    line.visit, line.date, line.item, line.itemTitle, line.column, line.period,
                    line.subject, line.subjectName, line.unit,
                    campaign.unit(line.unit)?.name ?? "", line.reported, line.place,
                    line.observed, line.result, line.comparison.rawValue, line.feedback,
                    line.answerBy, line.state == .answer ? "no" : "yes", line.verdict,
                    line.state.rawValue,
                ]
            }
    }

    private func comparison(of inspected: InspectionCase) -> CaseList.Line.Comparison {
        if let claim = inspected.claim, !claim.isReturned { return .missing }
        return switch review.deviation(of: inspected) {
        case .over: .over
        case .under: .under
        case .within: .within
        case .leftOut: .leftOut
        case nil: .incomparable
        }
    }

    /// Nil for a record that wants nothing.
    private func state(
        of inspected: InspectionCase, _ comparison: CaseList.Line.Comparison
    ) -> CaseList.Line.State? {
        let record = inspected.record
        if inspected.isEarly { return .early }
        let isRight = record.isMatch && !record.isConfirming
        if isRight || record.isJudgedRight {
            let differs = [.over, .under, .leftOut].contains(comparison)
            return differs && !inspected.isRuled ? .recheck : nil
        }
        if record.isDecided { return .closed }
        let mayDecide = record.isAnswered || inspected.answerBy <= workshop.asOf.date
        return mayDecide ? .decide : .answer
    }

    private func line(
        _ inspected: InspectionCase, _ comparison: CaseList.Line.Comparison,
        _ state: CaseList.Line.State, _ sources: inout [Int: Submission?]
    ) throws(RunError) -> CaseList.Line {
        let record = inspected.record
        let claim = inspected.claim
        let field = claim.flatMap { campaign.form($0.form)?.field($0.field) }
        return CaseList.Line(
            visit: record.visit, date: record.visitDate, item: record.item,
            itemTitle: campaign.inspectionItems.first { $0.id == record.item }?.title ?? "",
            column: field?.header ?? "", period: claim?.period.description ?? "",
            subject: record.subject,
            subjectName: campaign.entry(record.subject)?.name ?? record.subject,
            unit: record.dutyUnit, reported: claim?.value?.sql.description ?? "",
            place: try place(of: claim, record.subject, &sources), observed: record.observed,
            result: record.foundResult, comparison: comparison, feedback: record.feedback,
            answerBy: inspected.answerBy.description, verdict: record.verdict, state: state)
    }

    /// The cell in which the figure was reported.
    private func place(
        of claim: InspectionCase.Claim?, _ subject: String, _ sources: inout [Int: Submission?]
    ) throws(RunError) -> String {
        guard let claim, claim.isReported, let id = claim.submission else { return "" }
        let known = sources[id]
        let source: Submission?
        if let known {
            source = known
        } else {
            source = try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.submission(id: id)
            }
            sources[id] = source
        }
        guard let source, let row = source.rows.first(where: { $0.subject == subject }) else {
            return ""
        }
        return source.places.place(of: [claim.field], in: row).description
    }
}
