package import Campaigns
import GRDB

// What was published: the first ranking of a closed period, what the office issued in its place, and the
// corrections. Whatever else is rendered later changes nothing of it.

extension Ledger {
    /// Notes what was told of a period.
    ///
    /// A period is first published once, issued once, and each number of a correction given once; said
    /// again it notes nothing.
    package func publish(
        _ draft: PublicationDraft, as kind: Publication.Kind, at moment: Moment
    ) throws(LedgerError) {
        try writing { db in
            let known = try Self.publications(of: draft.period, knownBy: .max, db)
            guard !known.contains(where: { $0.kind == kind }) else { return }
            let publication = draft.publication(kind, at: moment)
            let event: LedgerEvent.Kind =
                switch kind {
                case .first: .publication
                case .issue: .issue
                case .correction: .correction
                }
            try append(event, publication.json, at: moment, db)
        }
    }

    /// Everything that was told of a period, by an event or until now, in the order in which it was told;
    /// empty where it has not been published.
    package func publications(
        of period: Period, knownBy event: Int? = nil
    ) throws(LedgerError) -> [Publication] {
        try reading { db in try Self.publications(of: period, knownBy: event ?? .max, db) }
    }

    /// The months that were published, by an event where one is given; earliest first.
    package func publishedPeriods(knownBy event: Int = .max) throws(LedgerError) -> [Period] {
        try reading { db in
            try String.fetchAll(
                db, sql: "SELECT period FROM publication WHERE event <= ? ORDER BY period",
                arguments: [event]
            ).compactMap { Period($0) }
        }
    }

    /// The ranks of a period as first published, in the order in which they were given; nil where it
    /// has not been published.
    package func publishedRanks(of period: Period) throws(LedgerError) -> [PublishedRank]? {
        try reading { db in try Self.publishedRanks(of: period, knownBy: .max, db) }
    }

    static func publications(
        of period: Period, knownBy horizon: Int, _ db: Database
    ) throws -> [Publication] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM event WHERE id <= ?2 AND id IN (
                        SELECT event FROM publication WHERE period = ?1
                        UNION SELECT event FROM republished WHERE period = ?1)
                    ORDER BY id
                    """), arguments: [period.description, horizon])
        return try rows.map { row in
            let event = try event(row)
            guard let publication = Publication(event) else {
                throw LedgerError.damaged("event \(event.id)")
            }
            return publication
        }
    }

    /// As the office issued them, else as they were first written.
    static func publishedRanks(
        of period: Period, knownBy event: Int, _ db: Database
    ) throws -> [PublishedRank]? {
        try PublishedMonth(of: period, knownBy: event, db)?.ranks
    }
}

extension PublishedMonth {
    /// What was told of a period by an event; nil where it had not been published.
    init?(of period: Period, knownBy horizon: Int, _ db: Database) throws {
        let known = try Int.fetchOne(
            db, sql: "SELECT event FROM publication WHERE period = ? AND event <= ?",
            arguments: [period.description, horizon])
        guard known != nil else { return nil }
        let isToldAgain = try Bool.fetchOne(
            db, sql: "SELECT 1 FROM republished WHERE period = ? AND event <= ? LIMIT 1",
            arguments: [period.description, horizon])
        if isToldAgain != nil {
            // Events are long: they are only opened where they say what the tables do not.
            let told = try Ledger.publications(of: period, knownBy: horizon, db)
            guard let published = told.published else { return nil }
            self.init(period: period, ranks: published.ranks, bottom: published.bottom)
            corrections = told.compactMap { later in
                guard let number = later.number, later.event > published.event else { return nil }
                return Correction(number: number, ranks: later.ranks, bottom: later.bottom)
            }
            return
        }
        self.init(
            period: period,
            ranks: try Row.fetchAll(
                db, sql: "SELECT * FROM publishedRank WHERE period = ? ORDER BY position",
                arguments: [period.description]
            ).map {
                PublishedRank(
                    unit: $0["unit"], group: $0["rankGroup"], rank: $0["rank"],
                    score: $0["score"], weights: $0["weights"])
            },
            bottom: try String.fetchSet(
                db, sql: "SELECT unit FROM bottom WHERE period = ?",
                arguments: [period.description]))
    }
}
