import GRDB

// What was over a limit: it is no matter of the bytes alone, for the office may raise the limit.

extension Ledger {
    /// Files that were refused by other limits than these, and the archives in which they lie.
    package func refused(byOtherThan limits: String) throws(LedgerError) -> Set<String> {
        try reading { db in
            let refused = Set(try Self.refusals(db).filter { $0.value != limits }.keys)
            guard !refused.isEmpty else { return [] }
            let archives = try String.fetchSet(
                db,
                sql: """
                    SELECT fate.file FROM fate JOIN event ON event.id = fate.event
                    WHERE fate.fate = 'bundle' AND \(Self.isLast) AND EXISTS (
                        SELECT 1 FROM json_each(event.payload, '$.members')
                        WHERE json_extract(value, '$[1]') IN (SELECT value FROM json_each(?)))
                    """, arguments: [JSON.strings(refused.sorted()).text])
            return refused.union(archives)
        }
    }

    /// The limits by which files were refused last that are still unreadable, by hash.
    static func refusals(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT fate.file, json_extract(event.payload, '$.limits') AS limits
                    FROM fate JOIN event ON event.id = fate.event
                    WHERE fate.fate = 'unreadable' AND limits IS NOT NULL
                        AND \(isLast)
                    """))
        var limits: [String: String] = [:]
        while let row = try rows.next() { limits[row["file"]] = row["limits"] }
        return limits
    }

    private static let isLast =
        "fate.event = (SELECT MAX(event) FROM fate f WHERE f.file = fate.file)"
}
