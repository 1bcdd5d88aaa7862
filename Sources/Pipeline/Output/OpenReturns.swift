import Campaigns
import Ledgers

/// The files of a period that went back and are still to be mended (退回待改), in the order of the deliveries.
struct OpenReturns {
    let deliveries: [Delivery]

    /// What is owed is open until it is accepted.
    ///
    /// A correction that went back stays open beside the older version that stands, until a later one is
    /// accepted. A unit that has ended mends nothing.
    init(_ facts: PeriodFacts, of campaign: Campaign) {
        let standing = Dictionary(
            grouping: facts.deliveries.filter(\.isStanding), by: { Return($0.form, $0.unit) })
        let settled = Set(
            facts.expected.filter { $0.isAccepted || $0.isWaived }.map { Return($0.form, $0.unit) })
        let owing = Set(facts.expected.filter { !$0.isAccepted && !$0.isWaived }.map(\.unit))
        deliveries = facts.deliveries.filter { delivery in
            guard delivery.status != .accepted else { return false }
            let unit = delivery.unit.flatMap(campaign.unit)
            if let unit, !unit.isValid(on: facts.period.lastDay) { return false }
            // Which form a file was that could not be read is not known: it is open while any is.
            guard let form = delivery.form else { return delivery.unit.map(owing.contains) ?? true }
            let place = Return(form, delivery.unit)
            guard settled.contains(place) else { return true }
            return standing[place]?.contains { $0.received < delivery.received } ?? false
        }
    }

    private struct Return: Hashable {
        var form: String?
        var unit: String?

        init(_ form: String?, _ unit: String?) {
            self.form = form
            self.unit = unit
        }
    }
}
