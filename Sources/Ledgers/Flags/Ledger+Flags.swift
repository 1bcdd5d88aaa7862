package import Campaigns
import GRDB

// The flags of screens: which were listed when a month was first published, and what became of them.
//
// Flags themselves are derived and never stored; that they were listed is a fact, as ranks that were
// published are. Without it nobody could say how often a screen was right: rules, returns and settings
// change, and a flag that would no longer be raised has been looked into all the same.

extension Ledger {
    /// Notes the flags of a month that has closed; a month is noted once, and then left as it is.
    package func note(
        flags: [NotedFlag], of period: Period, at moment: Moment
    ) throws(LedgerError) {
        try writing { db in
            let known = try Int.fetchOne(
                db, sql: "SELECT event FROM flagList WHERE listed = ?",
                arguments: [period.description])
            guard known == nil else { return }
            let entries = flags.map { flag in
                JSON.object([
                    "id": .string(flag.id), "screen": .string(flag.screen),
                    "form": .string(flag.form), "unit": .string(flag.unit),
                    "period": .string(flag.period.description),
                    "subject": .optional(flag.subject), "fields": .strings(flag.fields),
                ])
            }
            try append(
                .flags, ["period": .string(period.description), "flags": .array(entries)],
                at: moment, db)
        }
    }

    /// How the screens have done in the months before a period, by screen, and what has become of the
    /// period's own flags, in their order.
    ///
    /// The period's own flags count from the next one on: a sheet that is written again says the same.
    package func flagHistory(
        before period: Period, flags: [NotedFlag], of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> (records: [String: ScreenRecord], outcomes: [FlagOutcome]) {
        try reading { db in
            let snapshot = try LedgerSnapshot(
                db, of: campaign, asOf: moment,
                forms: Set(campaign.forms.filter { $0.nature == .inspection }.map(\.id)))
            var first = period
            for _ in 0..<max(1, campaign.settings.count(.months)) { first = first.previous }
            let noted = try snapshot.flags(notedIn: first..<period)
            var records: [String: ScreenRecord] = [:]
            for (flag, outcome) in zip(noted, try snapshot.outcomes(of: noted)) {
                records[flag.screen, default: ScreenRecord()].add(outcome)
            }
            return (records, try snapshot.outcomes(of: flags))
        }
    }

    /// The noted flags whose numbers begin with a text, with the months in whose sheets they stand.
    package func flags(
        numbered text: String
    ) throws(LedgerError) -> [(flag: NotedFlag, listed: Period)] {
        try reading { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM flag WHERE substr(id, 1, ?) = ? ORDER BY listed, position",
                arguments: [text.count, text]
            ).compactMap { row in
                guard let period = Period(row["period"] as String),
                    let listed = Period(row["listed"] as String)
                else { return nil }
                var flag = NotedFlag(
                    screen: row["screen"], form: row["form"], unit: row["unit"], period: period,
                    subject: row["subject"])
                flag.id = row["id"]
                return (flag, listed)
            }
        }
    }
}
