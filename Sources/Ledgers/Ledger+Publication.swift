package import Campaigns
import GRDB

// What was published: only the first publication of a period counts, whatever is rendered later.

extension Ledger {
    /// Notes the ranks as they were first published, who stood in the bottom of a group, and the files
    /// with which it was told: by them it can be shown later what was issued.
    ///
    /// A period that was published before is left as it is.
    package func publish(
        ranks: [PublishedRank], bottom: Set<String> = [],
        files: [(path: String, sha256: String)] = [], of period: Period, at moment: Moment
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
            var payload: JSONObject = [
                "period": .string(period.description), "ranks": .array(entries),
                "bottom": .strings(bottom.sorted()),
            ]
            if !files.isEmpty {
                let sorted = files.sorted { $0.path < $1.path }
                payload["files"] = .array(sorted.map { .strings([$0.path, $0.sha256]) })
            }
            try append(.publication, payload, at: moment, db)
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
