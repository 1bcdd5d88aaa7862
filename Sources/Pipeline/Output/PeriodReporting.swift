import Assessments
import Campaigns
import Ledgers

/// Makes the report of a period: counts, what is missing, the ranking.
struct PeriodReporting {
    let campaign: Campaign

    func report(_ facts: PeriodFacts, _ assessment: Assessment) -> RunReport.PeriodReport {
        var report = RunReport.PeriodReport(
            period: facts.period.description, isDraft: assessment.isDraft)
        report.expected = facts.expected.count { !$0.isWaived }
        report.accepted = facts.expected.count(where: \.isAccepted)
        report.late = facts.expected.count { $0.isAccepted && $0.isLate }
        report.missing = facts.expected.filter(\.isMissing).map { owed in
            "\(campaign.unit(owed.unit)?.shortName ?? owed.unit) "
                + "《\(campaign.form(owed.form)?.title ?? owed.form)》"
        }
        report.excused = facts.expected.filter(\.isExcused).compactMap {
            ExcusedLine($0, campaign)
        }
        report.unexplained = OpenQueries(facts, of: campaign).count
        report.repeatedExplanations = facts.repeatedExplanations.count
        for group in assessment.groups {
            report.ranking += group.standings.map { standing in
                .init(
                    group: group.name, rank: standing.rank, name: standing.name,
                    score: standing.score, change: Self.arrow(standing.change))
            }
        }
        report.suspended = assessment.indicators.filter { !$0.suspendedBy.isEmpty }.map {
            "\($0.id) \($0.title)（\($0.suspendedBy.joined(separator: "、"))）"
        }
        return report
    }

    /// ↑2, ↓1, —, 新, or nothing.
    static func arrow(_ change: Standing.Change) -> String {
        switch change {
        case .places(0): "—"
        case .places(let places): places > 0 ? "↑\(places)" : "↓\(-places)"
        case .new: "新"
        case .hidden: ""
        }
    }
}
