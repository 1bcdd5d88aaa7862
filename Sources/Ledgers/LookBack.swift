package import Campaigns
import GRDB

/// The views of reported values with which rules compare returns, made period after period.
///
/// Each is what `Ledger.view` gives for `.rules`. But a run that takes in years of returns asks for a view
/// a form and month, and one that looks through all earlier months each time would take longer with every
/// month; here what is carried into a month comes out of what was carried into the month before it.
package final class LookBack {
    private let ledger: Ledger
    private let campaign: Campaign
    private let asOf: Moment
    private var views = Shelf<FormView>()
    private var carried = Shelf<CarriedValues>()
    /// The accepted values of the form's periods by roster entry.
    private var accepted = Shelf<[String: FieldValues]>()
    /// The rows of what was accepted meanwhile, by form, period and submission.
    private var rows: [String: [Period: [Int: [ReturnRow]]]] = [:]

    package init(_ ledger: Ledger, of campaign: Campaign, asOf moment: Moment) {
        self.ledger = ledger
        self.campaign = campaign
        asOf = moment
    }

    /// The view of a form for a period, made once.
    package func view(of form: Form, in period: Period) throws(LedgerError) -> FormView {
        if let view = views[form.id, period] { return view }
        let view =
            form.sector != nil && form.nature == .units
            ? try entries(of: form, in: period)
            : try ledger.view(of: form, in: period, of: campaign, asOf: asOf, for: .rules)
        views[form.id, period] = view
        return view
    }

    /// A return has been accepted, as it is recorded: views that it is part of are made anew, with those
    /// of later periods, to which its values are carried.
    package func note(accepted submission: Submission) {
        guard let form = submission.form, let period = submission.period else { return }
        rows[form, default: [:]][period, default: [:]][submission.id] = submission.rows
        if let known = rows[form], known.count > shelfCapacity, let first = known.keys.min() {
            rows[form]?[first] = nil
        }
        views.forget(form) { $0 >= period }
        carried.forget(form) { $0 > period }
        accepted.forget(form) { $0 == period }
    }

    private func entries(of form: Form, in period: Period) throws(LedgerError) -> FormView {
        try ledger.reading { db in
            let before = try String.fetchOne(
                db.cachedStatement(
                    sql: "SELECT MAX(period) FROM reading WHERE form = ? AND period < ?"),
                arguments: [form.id, period.description]
            ).flatMap { Period($0) }
            let periods = Set(period.quarterToDate + [period] + (before.map { [$0] } ?? []))
            // In hand before more is put on the shelf, which lets go of the oldest.
            var known: [Period: [String: FieldValues]] = [:]
            for period in periods { known[period] = accepted[form.id, period] }
            let unknown = periods.subtracting(known.keys)
            let snapshot = try LedgerSnapshot(
                db, of: campaign, asOf: asOf, periods: (form.id, unknown), isForViews: true)
            for period in unknown {
                snapshot.rowsInHand.merge(rows[form.id]?[period] ?? [:]) { known, _ in known }
            }
            for period in periods.sorted() {
                let key = LedgerSnapshot.ReturnKey(form: form.id, period: period)
                snapshot.valuesByReturn[key] = known[period]
                accepted[form.id, period] = try snapshot.values(of: form, in: period)
            }
            return try FormViewBuilder(
                snapshot: snapshot, form: form, period: period, purpose: .rules,
                carried: carried(into: period, from: before, of: form, snapshot, db)
            ).view()
        }
    }

    private func carried(
        into period: Period, from before: Period?, of form: Form, _ snapshot: LedgerSnapshot,
        _ db: Database
    ) throws -> CarriedValues {
        if let known = carried[form.id, period] { return known }
        let values: CarriedValues
        if let before, let earlier = carried[form.id, before] {
            values = earlier.advanced(
                by: try snapshot.values(of: form, in: before), of: form, from: before, to: period)
        } else {
            // The first time all months are looked through, as far back as anything is open.
            values = try CarriedValues(
                snapshot: LedgerSnapshot(
                    db, of: campaign, asOf: asOf, forms: [form.id], isForViews: true),
                form: form, period: period,
                codes: campaign.roster.filter { $0.sector == form.sector }.map(\.code))
        }
        carried[form.id, period] = values
        return values
    }
}

/// How many periods of a form are remembered.
private let shelfCapacity = 4

/// The last few things that were made of a form's periods; returns come in the order of their periods.
private struct Shelf<Value> {
    private var kept: [String: [(period: Period, value: Value)]] = [:]

    subscript(form: String, period: Period) -> Value? {
        get { kept[form]?.first { $0.period == period }?.value }
        set {
            var values = (kept[form] ?? []).filter { $0.period != period }
            if let newValue { values.append((period, newValue)) }
            kept[form] = values.suffix(shelfCapacity)
        }
    }

    mutating func forget(_ form: String, where isStale: (Period) -> Bool) {
        guard kept[form]?.contains(where: { isStale($0.period) }) ?? false else { return }
        kept[form]?.removeAll { isStale($0.period) }
    }
}
