import GRDB

// Archives (压缩包) that were taken apart: of each the ledger keeps what was in it, and no bytes.

extension Ledger {
    /// A file in an archive that was taken apart.
    package struct BundleMember: Hashable, Sendable {
        /// Below the Inbox, the archive's own name among the folders.
        package var path: String
        package var sha256: String

        package init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    /// Whether an archive was taken apart where it lies, so that all that is in it is known there.
    package func wasTakenApart(_ sha256: String, at path: String) throws(LedgerError) -> Bool {
        try reading { db in
            try Self.bundles(sha256, db).contains { $0["path"]?.string == path }
        }
    }

    static func wasTakenApart(
        _ sha256: String, into members: [BundleMember], _ db: Database
    ) throws -> Bool {
        try bundles(sha256, db).contains { Self.members(of: $0) == members }
    }

    /// What was noted of an archive whenever it was taken apart.
    private static func bundles(_ sha256: String, _ db: Database) throws -> [JSON] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT payload FROM event JOIN fate ON fate.event = event.id
                    WHERE fate.file = ? AND fate.fate = 'bundle'
                    """), arguments: [sha256]
        ).compactMap { JSON($0) }
    }

    private static func members(of bundle: JSON) -> [BundleMember] {
        (bundle["members"]?.array ?? []).compactMap { member in
            guard let path = member[0]?.string, let hash = member[1]?.string else { return nil }
            return BundleMember(path: path, sha256: hash)
        }
    }
}
