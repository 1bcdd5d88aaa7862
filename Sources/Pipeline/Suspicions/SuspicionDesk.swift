import Assessments
import Bulletins
import Campaigns
import Checks
import Findings
import Ledgers
import Workbooks

/// Gathers a period's suspicions, with how often the screens that raised them were right before.
struct SuspicionDesk {
    let workshop: Workshop

    private var campaign: Campaign { workshop.campaign }

    /// What was found, as facts of one moment.
    struct Found {
        var suspicions: [Suspicion]
        /// What has become of each.
        var outcomes: [FlagOutcome]
        /// How the screens did in the months before, by screen.
        var records: [String: ScreenRecord]

        var flags: [NotedFlag] { suspicions.map(\.flag) }
    }

    func found(
        _ facts: PeriodFacts, _ assessment: Assessment, previous: Assessment
    ) throws(RunError) -> Found {
        let contradicted = try contradicted(in: facts)
        let history = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.reported(
                upTo: facts.period, months: max(1, campaign.settings.count(.outlierMonths)),
                of: campaign, asOf: workshop.asOf)
        }
        let suspicions: [Suspicion]
        do throws(CheckError) {
            suspicions = try SuspicionSearch(campaign).suspicions(
                in: facts, history, rates: Self.rates(assessment, previous),
                contradicted: contradicted)
        } catch {
            throw Self.fault(error)
        }
        let (records, outcomes) = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.flagHistory(
                before: facts.period, flags: suspicions.map(\.flag), of: campaign,
                asOf: workshop.asOf)
        }
        return Found(suspicions: suspicions, outcomes: outcomes, records: records)
    }

    /// What visits in the period's month contradict.
    private func contradicted(in facts: PeriodFacts) throws(RunError) -> [Suspicion] {
        let cases = facts.cases.filter { inspected in
            CivilDate(inspected.record.visitDate).map { Period(containing: $0) } == facts.period
        }
        guard !cases.isEmpty else { return [] }
        let sources = try ledgerWork { () throws(LedgerError) in
            var sources: [Int: Submission] = [:]
            for id in Set(cases.map(\.submission)) {
                sources[id] = try workshop.ledger.submission(id: id)
            }
            return sources
        }
        let review = InspectionReview(campaign, asOf: workshop.asOf)
        do throws(CheckError) {
            return review.suspicions(in: cases, try review.findings(in: cases, sources: sources))
        } catch {
            throw Self.fault(error)
        }
    }

    private static func fault(_ error: CheckError) -> RunError {
        .fault(Bilingual("活动的公式算不下去：\(error)", "a formula of the campaign failed: \(error)"))
    }

    /// The rates that a unit has in both months.
    private static func rates(_ now: Assessment, _ before: Assessment) -> [UnitRate] {
        func part(_ row: IndicatorRow) -> UnitRate.Part? {
            guard let base = Double(row.denominator), let rate = Double(row.rate) else {
                return nil
            }
            return .init(base: base, rate: rate)
        }
        var earlier: [String: [String: UnitRate.Part]] = [:]
        for indicator in before.indicators {
            for row in indicator.rows { earlier[indicator.id, default: [:]][row.code] = part(row) }
        }
        return now.indicators.flatMap { indicator in
            indicator.rows.compactMap { row -> UnitRate? in
                guard row.code != "county", let before = earlier[indicator.id]?[row.code],
                    let now = part(row)
                else { return nil }
                return UnitRate(indicator: indicator.id, unit: row.code, before: before, now: now)
            }
        }
    }
}
