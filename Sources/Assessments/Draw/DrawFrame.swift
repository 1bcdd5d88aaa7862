package import Campaigns
import Findings
package import Ledgers

/// The objects from which inspections are drawn (抽样框), in the order of the roster, each with what speaks
/// for going there.
package struct DrawFrame: Sendable, Hashable {
    package var objects: [Object]

    package struct Object: Sendable, Hashable {
        package var code: String
        package var name: String
        /// The code of the unit that reports it.
        package var unit: String
        /// A whole number not below 0; 0 is never in the risk stratum.
        package var weight: Int

        package init(code: String, name: String, unit: String, weight: Int) {
            self.code = code
            self.name = name
            self.unit = unit
            self.weight = weight
        }
    }

    package init(objects: [Object]) {
        self.objects = objects
    }

    /// The roster entries valid at a month's end, of one sector or of all, weighed by what is known.
    ///
    /// `draw_suspicion` for each suspicion on the object, or on the whole sheet in which its unit reports
    /// it; `draw_mismatch` for each inspected item of it that did not agree within the match window;
    /// `draw_misreport` for each confirmed misreport of its unit in the window.
    package init(
        of month: Period, sector: String? = nil, facts: PeriodFacts, campaign: Campaign
    ) {
        let risks = DrawRisks(facts)
        let settings = campaign.settings
        objects = campaign.roster.filter {
            $0.isValid(on: month.lastDay) && (sector == nil || $0.sector == sector)
        }.map { entry in
            let forms = campaign.forms.filter { $0.sector == entry.sector }.map(\.id)
            let weight =
                settings.integer(.drawSuspicion) * risks.suspicions(on: entry, forms: forms)
                + settings.integer(.drawMismatch) * (risks.mismatches[entry.code] ?? 0)
                + settings.integer(.drawMisreport) * (risks.misreports[entry.unit] ?? 0)
            return Object(
                code: entry.code, name: entry.name, unit: entry.unit, weight: weight)
        }
    }

    /// The smallest whole number of objects that is not below a share of them: `inspection_share_min` of
    /// 21 objects at 0.1 are 3.
    package static func random(of objects: Int, settings: Settings) -> Int {
        let exact = settings.fraction(.inspectionShareMin) * Fraction(objects)
        let whole = Int(exact.rounded(toPlaces: 0).text(places: 0)) ?? objects
        return min(objects, Fraction(whole) < exact ? whole + 1 : whole)
    }
}

/// What speaks for inspecting an object, counted.
private struct DrawRisks {
    private var bySubject: [String: Int] = [:]
    private var bySheet: [String: Int] = [:]
    /// By roster entry.
    private(set) var mismatches: [String: Int] = [:]
    /// By unit.
    private(set) var misreports: [String: Int] = [:]

    init(_ facts: PeriodFacts) {
        for delivery in facts.deliveries where delivery.isStanding {
            for finding in delivery.findings where finding.severity == .suspicion {
                if let subject = finding.subject?.code {
                    bySubject[subject, default: 0] += 1
                } else {
                    bySheet[Self.key(delivery.form, delivery.unit), default: 0] += 1
                }
            }
        }
        for record in facts.inspections {
            if record.isCompared, !record.isMatch { mismatches[record.subject, default: 0] += 1 }
            if record.isMisreport && record.isConfirmed {
                misreports[record.dutyUnit, default: 0] += 1
            }
        }
    }

    func suspicions(on entry: RosterEntry, forms: [String]) -> Int {
        forms.reduce(bySubject[entry.code] ?? 0) { sum, form in
            sum + (bySheet[Self.key(form, entry.unit)] ?? 0)
        }
    }

    private static func key(_ form: String?, _ unit: String?) -> String {
        "\(form ?? "") \(unit ?? "")"
    }
}
