package import Campaigns
import Files
import GRDB

// What is asked about lines of the receipt register that name no one file.

extension Ledger {
    /// What the register's latest line for a name is about.
    package enum LineMeaning: Hashable, Sendable {
        /// One file, or one that has not come.
        case clear
        /// One of several files, by their paths, the latest last: it is about none.
        case contested([String])
        /// A path at which no file lies; some of the files of that base name, the latest last.
        case elsewhere([String])
        /// A file that reports on a month which had not begun by the line's time.
        case early(file: String, period: Period)
    }

    /// What the latest lines for some names are about, in their order; `paths` are those of the files that a run
    /// sees for the first time together with the lines.
    package func meanings(
        of entries: [ReceiptEntry], beside paths: [String], seen moment: Moment
    ) throws(LedgerError) -> [LineMeaning] {
        let newcomers = Dictionary(grouping: paths) { Files.name(of: $0) }
        return try reading { db in
            let book = try ReceiptBook(db, knownBy: .max, names: Set(entries.map(\.file)))
            for path in paths {
                book.add(ReceiptNames(ofPath: path, first: path), firstSeen: moment)
            }
            return try entries.map { entry in
                guard let receipts = book.receipts(named: entry.file) else { return .clear }
                let contestants = receipts.contestants()
                guard contestants.isEmpty else { return .contested(contestants) }
                if let early = try Self.early(receipts, db) { return early }
                guard receipts.isUnseen, entry.file.contains("/") else { return .clear }
                let name = Files.name(of: entry.file)
                let others = try Self.latestFiles(named: name, db) + (newcomers[name] ?? [])
                return others.isEmpty ? .clear : .elsewhere(others.suffix(Self.filesNamed))
            }
        }
    }

    /// Of a file that is read already.
    private static func early(_ receipts: NamedReceipts, _ db: Database) throws -> LineMeaning? {
        guard let (file, received) = receipts.target() else { return nil }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT f.firstSeen, MIN(r.period) AS period FROM file f
                    JOIN submission s ON s.fileHash = f.sha256
                    JOIN reading r ON r.event = (
                        SELECT MAX(event) FROM reading WHERE submission = s.id)
                    WHERE f.name = ? AND f.path = ? GROUP BY f.sha256
                    """), arguments: [Files.name(of: file), file])
        guard let seen = (row?["firstSeen"] as String?).flatMap({ Moment(stored: $0) }),
            let period = (row?["period"] as String?).flatMap({ Period($0) }),
            period.cannotHaveCome(at: received, seen: seen)
        else { return nil }
        return .early(file: file, period: period)
    }

    /// As many as make clear where files of a name lie, and that there are more.
    private static let filesNamed = 4

    private static func latestFiles(named name: String, _ db: Database) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT path FROM file WHERE name = ? ORDER BY event DESC LIMIT ?"),
            arguments: [name, filesNamed]
        ).reversed()
    }
}
