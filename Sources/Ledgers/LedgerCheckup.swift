package import Campaigns
import Files
import GRDB

extension Ledger {
    /// The number of the last event; 0 in an empty ledger.
    package func lastEvent() throws(LedgerError) -> Int {
        try reading { try Int.fetchOne($0, sql: "SELECT COALESCE(MAX(id), 0) FROM event") ?? 0 }
    }
}

/// A short look at a ledger that changes nothing and needs no ledger that is whole.
package struct LedgerCheckup: Sendable {
    /// The number of the last event; 0 where there is none.
    package var lastEvent: Int
    package var lastMoment: Moment?
    /// What SQLite's quick check says against the database; empty where it is sound.
    package var damage: [String]
    /// Migrations that the next run will make.
    package var pendingMigrations: Int

    /// Looks at the ledger of a state folder.
    ///
    /// The database is opened for reading alone, and where nobody has it open without the files that
    /// SQLite otherwise puts beside it.
    ///
    /// - Throws: `LedgerError.file` where there is none, `newer` where this program is too old for it,
    ///   `database` where SQLite cannot make anything of it.
    package init(_ folder: String) throws(LedgerError) {
        let path = folder + "/ledger.sqlite"
        guard Files.exists(path) else {
            throw .file(FileError(.open, path, code: FileError.missing))
        }
        do {
            let queue = try Ledger.atRest(path)
            let migrator = LedgerSchema.migrator
            let found = try queue.read { db in
                let known = migrator.migrations
                let applied = try migrator.appliedIdentifiers(db)
                if let newest = applied.subtracting(known).max() {
                    throw LedgerError.newer(schema: newest)
                }
                let row = try Row.fetchOne(
                    db, sql: "SELECT id, moment FROM event ORDER BY id DESC LIMIT 1")
                let answers = try String.fetchAll(db, sql: "PRAGMA quick_check(10)")
                return (
                    id: row?["id"] as Int?, moment: row?["moment"] as String?,
                    damage: answers == ["ok"] ? [] : answers, pending: known.count - applied.count
                )
            }
            lastEvent = found.id ?? 0
            lastMoment = found.moment.flatMap { Moment(stored: $0) }
            damage = found.damage
            pendingMigrations = found.pending
        } catch {
            throw LedgerError(error)
        }
    }
}
