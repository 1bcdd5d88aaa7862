package import Campaigns
import GRDB

extension Ledger {
    /// Something that became known and may have changed a figure of a period.
    package struct News: Hashable, Sendable {
        package var event: Int
        package var cause: FigureCause
    }

    /// What became known after an event and may have changed the figures of a period, in its order.
    ///
    /// Returns of later months change nothing of an earlier one; neither do runs, letters and publications.
    package func news(
        after event: Int, about period: Period, of campaign: Campaign
    ) throws(LedgerError) -> [News] {
        let tables = try campaignUses(after: event).map { News(event: $0.event, cause: .tables) }
        return try reading { db in
            var news = try Self.returns(after: event, about: period, of: campaign, db)
            news += try Int.fetchAll(
                db,
                // What the office says of its own suspicions changes no figure, and is not told of.
                sql: """
                    SELECT event FROM act WHERE event > ? AND act <> 'suspicion'
                        AND (revokes IS NULL OR revokes NOT IN (
                            SELECT event FROM act WHERE act = 'suspicion'))
                    """, arguments: [event]
            ).map { News(event: $0, cause: .act($0)) }
            news += try Int.fetchAll(
                db, sql: "SELECT DISTINCT event FROM receipt WHERE event > ?", arguments: [event]
            ).map { News(event: $0, cause: .receipts) }
            return (news + tables).sorted { $0.event < $1.event }
        }
    }

    private static func returns(
        after event: Int, about period: Period, of campaign: Campaign, _ db: Database
    ) throws -> [News] {
        let judged = try Row.fetchAll(
            db, sql: "SELECT event, submission FROM verdict WHERE event > ?", arguments: [event])
        guard !judged.isEmpty else { return [] }
        let heads =
            try SubmissionHead.all(db, knownBy: .max)
            + SubmissionHead.all(db, knownBy: .max, areWithdrawn: true)
        let byID = Dictionary(heads.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return judged.compactMap { row in
            guard let head = byID[row["submission"]] else { return nil }
            let cause: FigureCause
            switch head.form.flatMap({ campaign.form($0)?.nature }) ?? .units {
            case .inspection: cause = .inspection
            case .register: cause = .register
            // It is counted once, at the end of the year.
            case .review: return nil
            case .units:
                guard head.listedPeriod <= period else { return nil }
                cause = .file(
                    unit: head.unit, form: head.form, period: head.period, path: head.path,
                    received: head.received)
            }
            return News(event: row["event"], cause: cause)
        }
    }
}
