package import Campaigns
import GRDB

extension Ledger {
    /// When a period was first published, and by which version of the tables.
    package struct FirstPublication: Hashable, Sendable {
        package var moment: Moment
        /// Nil where no tables had come into use: the ledger was kept by a program that noted none.
        package var version: String?
    }

    /// Nil where the period has not been published.
    package func firstPublication(of period: Period) throws(LedgerError) -> FirstPublication? {
        let found = try reading { db -> (event: Int, moment: Moment)? in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT event, moment FROM publication
                    JOIN event ON event.id = publication.event WHERE period = ?
                    """, arguments: [period.description])
            guard let row else { return nil }
            guard let moment = Moment(stored: row["moment"]) else {
                throw LedgerError.damaged("publication \(row["event"] as Int)")
            }
            return (row["event"], moment)
        }
        guard let found else { return nil }
        let version = try campaignUses().last { $0.event < found.event }?.version
        return FirstPublication(moment: found.moment, version: version)
    }
}
