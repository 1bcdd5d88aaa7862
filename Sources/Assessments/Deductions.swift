import Campaigns
import Ledgers

/// What is taken off a unit's score in a period (扣分), exactly.
///
/// Late: `late_points` per working day and return, for one return never more than `missing_points`, over
/// the unit's returns at most `late_cap`; lateness of 0 working days is late and costs nothing. Missing:
/// `missing_points` per return, once the period has closed, where the office has not allowed it. Returned: `returned_points` per submission,
/// also after an accepted one and for unreadable files, not for tables of somebody else's, at most `returned_cap`. Misreport:
/// `misreport_points` each.
struct Deductions {
    struct Item {
        var kind: DeductionItem.Kind
        var points: Fraction
        var count: Int
    }

    /// In the order late, missing, returned, misreport; kinds that did not happen are left out.
    private(set) var items: [Item] = []

    var total: Fraction { items.map(\.points).sum }

    init(
        of unit: String, in facts: PeriodFacts, misreports: Int, isClosed: Bool, settings: Settings
    ) {
        let expected = facts.expected.filter { $0.unit == unit }
        let missingPoints = settings.fraction(.missingPoints)

        let late = expected.filter { $0.isAccepted && $0.isLate }
        let perDay = settings.fraction(.latePoints)
        let latePoints = late.map { min(perDay * Fraction($0.lateDays), missingPoints) }.sum
        if !late.isEmpty {
            let points = min(latePoints, settings.fraction(.lateCap))
            add(.late, points, count: late.map(\.lateDays).reduce(0, +))
        }

        let missing = isClosed ? expected.count(where: \.isMissing) : 0
        add(.missing, missingPoints * Fraction(missing), count: missing)

        let returned = facts.deliveries.count { $0.isReturnedReturn && $0.unit == unit }
        let returnedPoints = settings.fraction(.returnedPoints) * Fraction(returned)
        add(.returned, min(returnedPoints, settings.fraction(.returnedCap)), count: returned)

        add(
            .misreport, settings.fraction(.misreportPoints) * Fraction(misreports),
            count: misreports)
    }

    private mutating func add(_ kind: DeductionItem.Kind, _ points: Fraction, count: Int) {
        guard count > 0 || kind == .late else { return }
        items.append(Item(kind: kind, points: points, count: count))
    }
}
