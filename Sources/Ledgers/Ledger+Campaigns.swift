package import Campaigns
import GRDB

// The versions of the campaign's tables: each is archived as it was read, and every time that another
// one comes into use is an event, also where the tables go back to what they were.

extension Ledger {
    /// A version of the tables and since when it is in use.
    package struct CampaignUse: Hashable, Sendable {
        package var event: Int
        package var version: String
        package var since: Moment
    }

    /// The version of tables: the SHA-256 over their names and bytes, in the order of the names.
    package static func version(of sources: [(name: String, bytes: [UInt8])]) -> String {
        var all: [UInt8] = []
        for source in sources.sorted(by: { $0.name < $1.name }) {
            all += Array("\(source.name)\u{0}\(source.bytes.count)\u{0}".utf8) + source.bytes
        }
        return hash(of: all)
    }

    /// Keeps the tables of a campaign, as they were read, and gives their version; the version that is
    /// in use already makes no event.
    package func recordCampaign(
        sources: [(name: String, bytes: [UInt8])], at moment: Moment
    ) throws(LedgerError) -> String {
        let version = Self.version(of: sources)
        guard try campaignInUse()?.version != version else { return version }
        var entries: [JSON] = []
        for source in sources.sorted(by: { $0.name < $1.name }) {
            entries.append(.strings([source.name, try archive(source.bytes)]))
        }
        try writing { db in
            try append(
                .campaign, ["version": .string(version), "sources": .array(entries)], at: moment, db
            )
        }
        return version
    }

    /// The version that was used last; nil in a new ledger.
    package func campaignInUse() throws(LedgerError) -> CampaignUse? {
        // No version came into use before the youngest was first seen.
        try reading { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM event WHERE kind = 'campaign'
                    AND id >= (SELECT MAX(event) FROM campaignVersion) ORDER BY id DESC LIMIT 1
                    """)
            return try row.map(Self.use)
        }
    }

    /// The version that was in use at an event; nil where there was none yet.
    package func campaignVersion(inUseAt event: Int) throws(LedgerError) -> String? {
        try campaignUses().last { $0.event <= event }?.version
    }

    /// Every change of the tables after an event, in the order in which they came into use.
    package func campaignUses(after event: Int = 0) throws(LedgerError) -> [CampaignUse] {
        try reading { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM event WHERE kind = 'campaign' AND id > ? ORDER BY id",
                arguments: [event]
            ).map(Self.use)
        }
    }

    private static func use(_ row: Row) throws -> CampaignUse {
        let event = try event(row)
        guard let version = event.payload["version"]?.string else {
            throw LedgerError.damaged("event \(event.id)")
        }
        return CampaignUse(event: event.id, version: version, since: event.moment)
    }

    /// The tables of a version, by name, as they were read; nil where it was never recorded, or one of
    /// them is not in the archive any more.
    package func campaignTables(
        ofVersion version: String
    ) throws(LedgerError) -> [(name: String, bytes: [UInt8])]? {
        guard let sources = try campaignSources(ofVersion: version) else { return nil }
        var tables: [(name: String, bytes: [UInt8])] = []
        for source in sources {
            guard let bytes = try original(sha256: source.sha256) else { return nil }
            tables.append((source.name, bytes))
        }
        return tables
    }

    /// The tables of a campaign's version, by name and hash, sorted; nil where it was never recorded.
    package func campaignSources(
        ofVersion version: String
    ) throws(LedgerError) -> [(name: String, sha256: String)]? {
        try reading { db in
            let known = try Bool.fetchOne(
                db, sql: "SELECT 1 FROM campaignVersion WHERE version = ?", arguments: [version])
            guard known != nil else { return nil }
            return try Row.fetchAll(
                db, sql: "SELECT name, sha256 FROM campaignSource WHERE version = ? ORDER BY name",
                arguments: [version]
            ).map { (name: $0["name"], sha256: $0["sha256"]) }
        }
    }
}
