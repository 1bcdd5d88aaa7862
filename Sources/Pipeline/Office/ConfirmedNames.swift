import Campaigns
import Ledgers
import Workbooks

/// The names that the office confirmed, laid over a campaign.
///
/// They stand among its sources as a table of their own, so that the version by which returns are
/// judged changes with them, and what was returned is judged again.
struct ConfirmedNames {
    static let source = "office-names.csv"

    private let names: [ConfirmedName]

    /// Those that stood at a moment, by code and name.
    init(_ ledger: Ledger, asOf moment: Moment) throws(RunError) {
        self.init(try ledgerWork { () throws(LedgerError) in try ledger.acts(asOf: moment) })
    }

    /// Those that stood by an event.
    init(_ ledger: Ledger, knownBy event: Int) throws(RunError) {
        self.init(try ledgerWork { () throws(LedgerError) in try ledger.acts(knownBy: event) })
    }

    private init(_ acts: [OfficeAct]) {
        names = acts.compactMap { act in
            guard act.revokedBy == nil, case .alias(let code, let name) = act.content else {
                return nil
            }
            return ConfirmedName(code: code, name: name)
        }.sorted { ($0.code, $0.name) < ($1.code, $1.name) }
    }

    func campaign(_ campaign: Campaign) -> Campaign { campaign.adding(names) }

    func sources(
        _ sources: [(name: String, bytes: [UInt8])]
    ) -> [(name: String, bytes: [UInt8])] {
        guard !names.isEmpty else { return sources }
        let rows = [["code", "name"]] + names.map { [$0.code, $0.name] }
        return sources + [(name: Self.source, bytes: CSVWriter.file(rows))]
    }
}
