import Campaigns
import Workbooks

/// Which fault falls to whom: every unit, form and month has at most one.
struct FaultPlan: Sendable {
    let assigned: [AssignedFault]
    private let bySlot: [Slot: AssignedFault]

    private struct Slot: Hashable {
        var form: String
        var unit: String
        var period: Period
    }

    /// Assigns all faults; `owing` gives the units that owe a form for a month, in their order.
    init(
        roster: [RosterEntry], months: [Period], forms: [Form],
        owing: (Form, Period) -> [Unit]
    ) {
        var assigned: [AssignedFault] = []
        var bySlot: [Slot: AssignedFault] = [:]
        for fault in PlannedFault.all where fault.monthsBack < months.count {
            guard let form = forms.first(where: { $0.id == fault.form }) else { continue }
            let period = months[months.count - 1 - fault.monthsBack]
            let candidates = owing(form, period).filter { Self.suits(fault, $0, roster, period) }
            let turned = candidates.indices.map {
                candidates[($0 + fault.choice) % candidates.count]
            }
            let unit = turned.first { unit in
                let slots = [period, period.previous, period.next].map {
                    bySlot[Slot(form: form.id, unit: unit.code, period: $0)]?.fault
                }
                // What is compared with the month before needs that month as it is.
                return slots[0] == nil && (slots[1] == nil || !fault.comparesMonths)
                    && slots[2]?.comparesMonths != true
            }
            guard let unit else { continue }
            let fault = AssignedFault(fault: fault, unit: unit, period: period)
            assigned.append(fault)
            bySlot[Slot(form: form.id, unit: unit.code, period: period)] = fault
        }
        self.assigned = assigned
        self.bySlot = bySlot
    }

    subscript(form: Form, unit: Unit, period: Period) -> AssignedFault? {
        bySlot[Slot(form: form.id, unit: unit.code, period: period)]
    }

    /// In the end a return stands whose values are those of the case.
    func standsTrue(_ form: Form, _ unit: String, _ period: Period) -> Bool {
        guard let fault = bySlot[Slot(form: form.id, unit: unit, period: period)]?.fault else {
            return true
        }
        return fault.sequel != .none || fault.kind.leavesValues
    }

    /// Files that hold two returns are left in peace; some faults need rows of a kind.
    private static func suits(
        _ fault: PlannedFault, _ unit: Unit, _ roster: [RosterEntry], _ period: Period
    ) -> Bool {
        if unit.isDepartment && fault.form != "social_org" { return false }
        let rows = roster.filter {
            $0.sector == fault.form && $0.unit == unit.code && $0.isValid(on: period.lastDay)
        }
        return switch fault.kind {
        case .closedEntry:
            roster.contains {
                $0.sector == fault.form && $0.unit == unit.code
                    && $0.validTo.map {
                        $0 < period.lastDay && period.firstDay <= $0.adding(days: 60)
                    }
                        == true
            }
        case .hiddenRows, .copiedMonth, .impossibleDate: rows.count >= 3
        default: true
        }
    }
}
