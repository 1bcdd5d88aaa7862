import Bulletins
import Campaigns
import Checks
import Ledgers

/// Counts how returns stood to what inspectors saw in a match window: for the county, and by unit.
struct InspectionTallies {
    private let cases: [InspectionCase]
    /// Those that were visited, or of which something older is still open.
    private let units: Set<String>
    private let review: InspectionReview
    private let campaign: Campaign

    init(_ facts: PeriodFacts, of campaign: Campaign, _ review: InspectionReview) {
        let window = Set(facts.inspections)
        cases = facts.cases.filter { window.contains($0.record) }
        units = Set(facts.cases.map(\.record.dutyUnit))
        self.review = review
        self.campaign = campaign
    }

    var county: InspectionTally { tally(of: cases, unit: "") }

    /// The county, then the units that were visited, in the order of the table.
    var all: [InspectionTally] {
        let byUnit = Dictionary(grouping: cases, by: \.record.dutyUnit)
        return [county]
            + campaign.units.filter { units.contains($0.code) }
            .map { tally(of: byUnit[$0.code] ?? [], unit: $0.code) }
    }

    private func tally(of cases: [InspectionCase], unit: String) -> InspectionTally {
        var tally = InspectionTally(unit: unit)
        for inspected in cases {
            let record = inspected.record
            if record.isCompared {
                tally.compared += 1
                if record.isMatch { tally.matched += 1 }
            }
            guard inspected.isClosed else { continue }
            guard !record.isOfDefinition else {
                tally.definition += 1
                continue
            }
            // What the office found right differs in no direction, whatever was seen.
            switch record.isOverruled ? nil : review.deviation(of: inspected) {
            case .over, .leftOut: tally.over += 1
            case .under: tally.under += 1
            case .within, nil: break
            }
            if record.isOverstatement { tally.overstated += 1 }
            if record.isConcealment { tally.concealed += 1 }
        }
        return tally
    }
}
