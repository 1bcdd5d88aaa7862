import Campaigns
import Findings
import Ledgers

/// The queries of a period that still want an answer (催核), by return in the order of the deliveries.
struct OpenQueries {
    let byReturn: [(delivery: Delivery, queries: [Finding])]

    /// Rules on trial ask nothing.
    init(_ facts: PeriodFacts, of campaign: Campaign) {
        let trials = Set(campaign.rules.filter { $0.state != .active }.map(\.id))
        byReturn = facts.deliveries.compactMap { delivery in
            let queries = delivery.openQueries.filter { !trials.contains($0.code) }.sorted()
            return queries.isEmpty ? nil : (delivery, queries)
        }
    }

    var count: Int { byReturn.reduce(0) { $0 + $1.queries.count } }
}
