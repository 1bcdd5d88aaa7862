package import Campaigns
import GRDB

// What was published: only the first publication of a period counts, whatever is rendered later.

extension Ledger {
    /// Notes the ranks as they were first published, and who stood in the bottom of a group.
    ///
    /// A period that was published before is left as it is.
    package func publish(
        ranks: [PublishedRank], bottom: Set<String> = [], of period: Period, at moment: Moment
    ) throws(LedgerError) {
        try writing { db in
            let known = try Int.fetchOne(
                db, sql: "SELECT event FROM publication WHERE period = ?",
                arguments: [period.description])
            guard known == nil else { return }
            let entries = ranks.map {
                JSON.object([
                    "unit": .string($0.unit), "group": .string($0.group),
                    "rank": .optional($0.rank), "score": .optional($0.score),
                    "weights": .string($0.weights),
                ])
            }
            try append(
                .publication,
                [
                    "period": .string(period.description), "ranks": .array(entries),
                    "bottom": .strings(bottom.sorted()),
                ], at: moment, db)
        }
    }

    /// The ranks of a period as first published, in the order in which they were given; nil where it
    /// has not been published.
    package func publishedRanks(of period: Period) throws(LedgerError) -> [PublishedRank]? {
        try reading { db in try Self.publishedRanks(of: period, knownBy: .max, db) }
    }

    static func publishedRanks(
        of period: Period, knownBy event: Int, _ db: Database
    ) throws -> [PublishedRank]? {
        let known = try Int.fetchOne(
            db, sql: "SELECT event FROM publication WHERE period = ? AND event <= ?",
            arguments: [period.description, event])
        guard known != nil else { return nil }
        return try Row.fetchAll(
            db, sql: "SELECT * FROM publishedRank WHERE period = ? ORDER BY position",
            arguments: [period.description]
        ).map {
            PublishedRank(
                unit: $0["unit"], group: $0["rankGroup"], rank: $0["rank"], score: $0["score"],
                weights: $0["weights"])
        }
    }
}
