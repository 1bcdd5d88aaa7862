import Campaigns
import Files
import GRDB

/// Which line of the receipt register is about which file.
///
/// The register names base names, and clerks use a name again: 城关镇.xlsx comes every month, and once
/// more when it is corrected. So a line is about the file of its name that a run had seen last when the
/// line became known; where that one was seen before the line's own time, about the next one. Without
/// such a rule June's line would make May's return a month late. Where files of the name lie in several folders
/// and more than one may be meant, or several were seen at once, the line is about none: without that rule one
/// line would make two units late.
final class ReceiptBook {
    private var names: [String: NamedReceipts] = [:]
    /// Some line has a folder before the name.
    private var hasFolders = false

    /// Reads what was known by an event, of the names of some files or of all.
    convenience init(_ db: Database, knownBy event: Int, about files: [ReceiptNames]?) throws {
        try self.init(db, knownBy: event, names: files.map { Set($0.flatMap(\.all)) })
    }

    /// Reads what was known by an event, of some names or of all.
    init(_ db: Database, knownBy event: Int, names: Set<String>?) throws {
        guard let names else {
            try readLines(named: nil, event, db)
            if !self.names.isEmpty { try readFiles(named: nil, event, db) }
            return
        }
        for name in names.sorted() { try readLines(named: name, event, db) }
        for name in Set(self.names.keys.map { Files.name(of: $0) }).sorted() {
            try readFiles(named: name, event, db)
        }
    }

    /// Of one name the rows are found by their index, of all they are read through.
    private func readLines(named name: String?, _ event: Int, _ db: Database) throws {
        try Self.rows(
            """
            SELECT file, received, moment FROM receipt JOIN event ON event.id = receipt.event
            WHERE event.id <= ?1
            """, name.map { ("file", $0) }, orderedBy: "receipt.id", event, db
        ) { row in
            guard let received = Moment(stored: row.text(1)),
                let known = Moment(stored: row.text(2))
            else { throw LedgerError.damaged("the receipt register") }
            let file = row.text(0)
            if let receipts = names[file] {
                receipts.add(received: received, known: known)
            } else {
                names[file] = NamedReceipts(received: received, known: known)
                hasFolders = hasFolders || file.utf8.contains(UInt8(ascii: "/"))
            }
        }
    }

    /// By base name, likewise.
    private func readFiles(named name: String?, _ event: Int, _ db: Database) throws {
        try Self.rows(
            "SELECT path, firstSeen FROM file WHERE event <= ?1", name.map { ("name", $0) },
            orderedBy: "event", event, db
        ) { row in
            guard let firstSeen = Moment(stored: row.text(1)) else { return }
            add(ReceiptNames(ofPath: row.text(0), first: row.text(0)), firstSeen: firstSeen)
        }
    }

    private static func rows(
        _ sql: String, _ name: (column: String, value: String)?, orderedBy order: String,
        _ event: Int, _ db: Database, _ body: (StoredRow) throws -> Void
    ) throws {
        let condition = name.map { " AND \($0.column) = ?2" } ?? ""
        try db.prepared(sql + condition + " ORDER BY " + order).eachRow {
            $0.bind(event)
            if let name { $0.bind(name.value) }
        } _: { row in
            try body(row)
        }
    }

    /// A run first saw a file.
    func add(_ file: ReceiptNames, firstSeen: Moment) {
        for carrier in file.carriers {
            for receipts in receipts(of: carrier) {
                receipts.add(file: carrier.first, firstSeen: firstSeen)
            }
        }
    }

    /// When a file was received, by the last line that is about it; nil where none is.
    ///
    /// A line that has more of the path goes before one that has less.
    func received(_ file: ReceiptNames, firstSeen: Moment) -> Moment? {
        for carrier in file.carriers {
            for receipts in receipts(of: carrier) {
                if let received = receipts.received(ofFileSeen: firstSeen) { return received }
            }
        }
        return nil
    }

    /// The lines that may be about a file, of the most telling name first.
    private func receipts(of carrier: ReceiptNames.Carrier) -> [NamedReceipts] {
        guard !names.isEmpty else { return [] }
        guard hasFolders else { return names[Files.name(of: carrier.path)].map { [$0] } ?? [] }
        return carrier.names.compactMap { names[$0] }
    }

    /// The lines that bear a name; nil where none does.
    func receipts(named name: String) -> NamedReceipts? { names[name] }
}
