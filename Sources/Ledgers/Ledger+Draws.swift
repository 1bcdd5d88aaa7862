package import Campaigns
import GRDB

/// What was noted of a month's inspection draw (抽查): the hash before the visits, the seed after them.
package struct NotedDraw: Hashable, Sendable {
    /// The month whose inspections were drawn.
    package var month: Period
    /// The SHA-256 that is published beforehand, in lower-case hexadecimal.
    package var hash: String
    package var planned: Moment
    /// 64 hexadecimal digits; nil until it is revealed.
    package var seed: String?

    package init(month: Period, hash: String, planned: Moment, seed: String? = nil) {
        self.month = month
        self.hash = hash
        self.planned = planned
        self.seed = seed
    }
}

extension Ledger {
    /// Notes that a draw was made: its hash and nothing from which it could be foreseen.
    package func planDraw(
        of month: Period, hash: String, at moment: Moment
    ) throws(LedgerError) {
        try note("plan", of: month, hash: hash, seed: nil, at: moment)
    }

    /// Notes the seed of a draw after its last visit.
    package func revealDraw(
        of month: Period, hash: String, seed: String, at moment: Moment
    ) throws(LedgerError) {
        try note("reveal", of: month, hash: hash, seed: seed, at: moment)
    }

    /// The draw of a month; nil where none was noted.
    package func draw(of month: Period) throws(LedgerError) -> NotedDraw? {
        try reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT draw.*, moment FROM draw JOIN event ON event.id = draw.event
                    WHERE month = ? ORDER BY draw.event
                    """, arguments: [month.description])
            guard let plan = rows.first, let moment = Moment(stored: plan["moment"]) else {
                return nil
            }
            return NotedDraw(
                month: month, hash: plan["hash"], planned: moment,
                seed: rows.lazy.compactMap { $0["seed"] as String? }.first)
        }
    }

    private func note(
        _ act: String, of month: Period, hash: String, seed: String?, at moment: Moment
    ) throws(LedgerError) {
        try writing { db in
            let known = try Int.fetchOne(
                db, sql: "SELECT event FROM draw WHERE month = ? AND act = ?",
                arguments: [month.description, act])
            guard known == nil else { return }
            var payload: JSONObject = [
                "act": .string(act), "month": .string(month.description), "hash": .string(hash),
            ]
            if let seed { payload["seed"] = .string(seed) }
            try append(.draw, payload, at: moment, db)
        }
    }
}

extension LedgerSchema {
    /// Hash and seed of each month's inspection draw; never what was drawn.
    static let draws = """
        CREATE TABLE draw (
            event INTEGER PRIMARY KEY REFERENCES event,
            act TEXT NOT NULL,
            month TEXT NOT NULL,
            hash TEXT NOT NULL,
            seed TEXT
        ) STRICT;
        """
}
