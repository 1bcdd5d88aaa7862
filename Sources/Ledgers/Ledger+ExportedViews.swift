package import Campaigns
import Formulas
import GRDB

extension Ledger {
    /// The views that indicators are measured over, with the parameters of their formulas, by period.
    ///
    /// What is counted, not what was reported: a row for every roster entry, carried and confirmed values in
    /// their places. Any engine that reads the portable SQL gets the same numerators and denominators from
    /// them. Only periods of which something was accepted; `period` asks for one of them. `parameters` has
    /// the columns `key` and `value`, an open parameter has no value.
    package func exportViews(
        of campaign: Campaign, period: Period?, asOf moment: Moment
    ) throws(LedgerError) -> [ExportTable] {
        try reading { db in
            let snapshot = try LedgerSnapshot(db, of: campaign, asOf: moment)
            let periods = Set(campaign.forms.flatMap { snapshot.periods(ofForm: $0.id) }).sorted()
            return try periods.filter { period == nil || period == $0 }.flatMap { period in
                let facts = try snapshot.facts(of: period)
                let parameters = campaign.parameters(in: period, on: facts.dueDay)
                return facts.views.values.sorted { $0.name < $1.name }.map { $0.table(of: period) } + [
                    ExportTable(
                        folder: "parameters/period=\(period)", period: period,
                        header: ["key", "value"],
                        rows: parameters.sorted { $0.key < $1.key }
                            .map { [$0.key, $0.value.description] })
                ]
            }
        }
    }
}

extension FormView {
    fileprivate func table(of period: Period) -> ExportTable {
        ExportTable(
            folder: "view=\(name)/period=\(period)", period: period, header: columns.map(\.name),
            rows: rows.map { $0.map(\.description) })
    }
}
