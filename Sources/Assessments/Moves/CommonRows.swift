import Campaigns
import Formulas
import Ledgers

/// The rows of the roster that stand in two months for the same units: over them work is compared.
struct CommonRows {
    /// Forms of which a row came, left or went to another unit.
    private(set) var changedForms: Set<String> = []
    /// The months' facts with the common rows only.
    private(set) var last: PeriodFacts
    private(set) var this: PeriodFacts

    init(of last: PeriodFacts, and this: PeriodFacts, campaign: Campaign) {
        self.last = last
        self.this = this
        for form in campaign.forms where form.nature == .units && form.sector != nil {
            guard let before = last.views[form.id], let now = this.views[form.id] else { continue }
            let common = Set(Self.keys(of: before)).intersection(Self.keys(of: now))
            guard common.count < before.rows.count || common.count < now.rows.count else {
                continue
            }
            changedForms.insert(form.id)
            self.last.views[form.id] = Self.view(before, only: common)
            self.this.views[form.id] = Self.view(now, only: common)
        }
    }

    /// An entry and to whom it counts.
    private typealias Key = [SQLValue]

    private static func keys(of view: FormView) -> [Key] {
        let places = ["code", "unit", "co_unit"].compactMap { name in
            view.columns.firstIndex { $0.name == name }
        }
        return view.rows.map { row in places.map { row[$0] } }
    }

    private static func view(_ view: FormView, only common: Set<Key>) -> FormView {
        var kept = view
        kept.rows = zip(keys(of: view), view.rows).filter { common.contains($0.0) }.map(\.1)
        return kept
    }
}
