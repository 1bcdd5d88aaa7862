import Campaigns
import GRDB

extension LedgerSnapshot {
    /// The flags that were noted with months in a range, by month, in the order of the sheet.
    func flags(notedIn periods: Range<Period>) throws -> [NotedFlag] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM flag WHERE listed >= ? AND listed < ? AND event <= ?
                ORDER BY listed, position
                """,
            arguments: [
                periods.lowerBound.description, periods.upperBound.description, horizon,
            ]
        ).map { row in
            guard let period = Period(row["period"] as String),
                let fields = JSON(row["fields"] as String)?.array?.compactMap(\.string)
            else { throw LedgerError.damaged("flag \(row["id"] as String)") }
            var flag = NotedFlag(
                screen: row["screen"], form: row["form"], unit: row["unit"], period: period,
                subject: row["subject"], fields: fields)
            flag.id = row["id"]
            return flag
        }
    }

    /// What has become of flags, in their order: the office's act goes before what inspections found.
    func outcomes(of flags: [NotedFlag]) throws -> [FlagOutcome] {
        let found = InspectedFigures(try inspections.get())
        return flags.map { flag in
            if let act = acts.act(about: .suspicion(.init(flag, isConfirmed: true))),
                case .suspicion(let ruling) = act.content
            {
                let reason = FlagOutcome.Reason.act(act.id, act.reason)
                return ruling.isConfirmed ? .confirmed(reason) : .dismissed(reason)
            }
            return found.outcome(of: flag)
        }
    }
}

/// What inspections found, by the figure that they looked at.
private struct InspectedFigures {
    private struct Key: Hashable {
        var form: String
        var unit: String
        var period: Period
    }

    private struct Found {
        var subject: String
        var field: String
        var record: InspectionRecord
    }

    private var found: [Key: [Found]] = [:]

    init(_ book: InspectionBook) {
        for entry in book.current {
            guard let claim = book.claim(of: entry) else { continue }
            let key = Key(form: claim.form, unit: entry.record.dutyUnit, period: claim.period)
            found[key, default: []].append(
                Found(subject: entry.record.subject, field: claim.field, record: entry.record))
        }
    }

    /// Confirmed by a verdict that stands (虚报、瞒报、属实不符) on what the flag is about; dismissed
    /// where the very object was found as it was reported.
    ///
    /// A flag on a whole return is not dismissed by one object that was right. 笔误 and 口径不一 decide
    /// nothing: the figure was wrong, but nobody misreported.
    func outcome(of flag: NotedFlag) -> FlagOutcome {
        let key = Key(form: flag.form, unit: flag.unit, period: flag.period)
        let looked = (found[key] ?? []).filter { found in
            (flag.subject == nil || flag.subject == found.subject)
                && (flag.fields.isEmpty || flag.fields.contains(found.field))
        }
        func reason(_ record: InspectionRecord) -> FlagOutcome.Reason {
            .inspection(visit: record.visit, item: record.item)
        }
        if let record = looked.first(where: { $0.record.isConfirmed })?.record {
            return .confirmed(reason(record))
        }
        guard flag.subject != nil else { return .open }
        let right = looked.first { found in
            found.record.isMatch && !found.record.isConfirming || found.record.isJudgedRight
        }
        return right.map { .dismissed(reason($0.record)) } ?? .open
    }
}
