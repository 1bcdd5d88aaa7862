package import Campaigns
import GRDB

/// What a sheet of the office's own says otherwise than the sheets before it (登记变动): what somebody
/// should look at who meant only to add a line.
package enum SheetChange: Hashable, Sendable {
    /// A matter of the earlier file of the same name that this one has not; `instead` is what another
    /// file says of it, which counts now, empty where none does.
    case dropped(RegisterLine, file: String, instead: [RegisterLine])
    /// A matter of another file with other points, or another veto.
    case restated(before: [RegisterLine], now: [RegisterLine], file: String)
    /// How many matters another file has already.
    case repeated(Int, file: String)
    /// A unit of the earlier review of the same name that this one does not name.
    case unitDropped(String, file: String)
    /// A record of an inspection in another file that goes on counting; `instead` are the objects for which
    /// this sheet records the same visit and item, none where it does not name the visit and item.
    case recordStands(InspectionRecord, file: String, sha256: String, instead: [String])
}

extension Ledger {
    /// What a sheet of the office's or the inspectors' own changes of what counts, or leaves as it is, were it
    /// accepted; nothing for other forms.
    package func changes(
        by submission: Submission, of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> [SheetChange] {
        guard let form = submission.form.flatMap(campaign.form), let period = submission.period,
            form.nature != .units
        else { return [] }
        return try reading { db in
            if form.nature == .inspection {
                let snapshot = try LedgerSnapshot(
                    db, of: campaign, asOf: moment, forms: [form.id], knownBy: .max)
                return SheetChange.left(
                    standing: try snapshot.inspections.get(), by: submission, snapshot)
            }
            let snapshot = try LedgerSnapshot(
                db, of: campaign, asOf: moment, periods: (form.id, [period]), knownBy: .max)
            if form.nature == .register {
                let lines = submission.rows.compactMap {
                    RegisterLine($0.values, snapshot.names)
                }
                return Self.changes(
                    from: try snapshot.registers(of: form, in: period),
                    by: OfficeSheet(submission, lines))
            }
            let reviews = submission.rows.compactMap {
                Review($0.values, of: form, snapshot.names)
            }
            return Self.unitsDropped(
                from: try snapshot.reviews(of: form, in: period),
                by: OfficeSheet(submission, reviews))
        }
    }

    private static func changes(
        from earlier: [OfficeSheet<RegisterLine>], by sheet: OfficeSheet<RegisterLine>
    ) -> [SheetChange] {
        let earlier = earlier.filter { $0.sha256 != sheet.sha256 }
        let named = Set(sheet.lines.map(\.key))
        let before = earlier.standing(replacing: true, by: \.key)
        let then = Dictionary(grouping: before.map(\.line), by: \.key)
        let now = Dictionary(
            grouping: (earlier + [sheet]).standing(replacing: true, by: \.key).map(\.line),
            by: \.key)
        var changes: [SheetChange] = []
        var repeated: [String: Int] = [:]
        var seen: Set<RegisterLine.Key> = []
        for (source, line) in before {
            guard seen.insert(line.key).inserted, let old = then[line.key] else { continue }
            let new = now[line.key] ?? []
            let isSame = old.map(\.said) == new.map(\.said)
            switch (named.contains(line.key), source.file == sheet.file) {
            case (true, true), (false, false):
                // What a corrected file says otherwise is what it came for.
                continue
            case (true, false) where isSame:
                repeated[source.file, default: 0] += 1
            case (true, false):
                changes.append(.restated(before: old, now: new, file: source.file))
            case (false, true):
                if isSame { continue }
                changes += old.map { .dropped($0, file: source.file, instead: new) }
            }
        }
        return changes
            + repeated.sorted { $0.key < $1.key }.map { .repeated($0.value, file: $0.key) }
    }

    private static func unitsDropped(
        from earlier: [OfficeSheet<Review>], by sheet: OfficeSheet<Review>
    ) -> [SheetChange] {
        let named = Set(sheet.lines.map(\.unit))
        let last = earlier.last { $0.file == sheet.file && $0.sha256 != sheet.sha256 }
        return (last?.lines ?? []).filter { !named.contains($0.unit) }
            .map { .unitDropped($0.unit, file: sheet.file) }
    }
}

extension OfficeSheet {
    init(_ submission: Submission, _ lines: [Line]) {
        self.init(path: submission.places.file, sha256: submission.fileHash, lines)
    }
}

extension RegisterLine {
    /// What it says of the matter: points, veto.
    fileprivate var said: [String] { [points?.description ?? "", isVeto ? "veto" : ""] }
}
