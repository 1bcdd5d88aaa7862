import Campaigns
import Files
import GRDB

/// Which line of the receipt register is about which file.
///
/// The register names base names, and clerks use a name again: 城关镇.xlsx comes every month, and once
/// more when it is corrected. So a line is about the file of its name that a run had seen last when the
/// line became known; where that one was seen before the line's own time, about the next one. Without
/// such a rule June's line would make May's return a month late.
final class ReceiptBook {
    private var names: [String: NamedReceipts] = [:]

    /// Reads what was known by an event, of some base names or of all.
    init(_ db: Database, knownBy event: Int, names: Set<String>? = nil) throws {
        if let names {
            for name in names.sorted() { try read(name, event, db) }
        } else {
            try read(nil, event, db)
        }
    }

    /// Of one name the rows are found by their index, of all they are read through.
    private func read(_ name: String?, _ event: Int, _ db: Database) throws {
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
            }
        }
        let isNamed = name.map { names[$0] != nil } ?? !names.isEmpty
        guard isNamed else { return }
        try Self.rows(
            "SELECT name, firstSeen FROM file WHERE event <= ?1", name.map { ("name", $0) },
            orderedBy: "event", event, db
        ) { row in
            guard let firstSeen = Moment(stored: row.text(1)) else { return }
            add(file: row.text(0), firstSeen: firstSeen)
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

    /// The archive in which a file lies, whose name the register has; nil for a file of its own.
    ///
    /// `城关镇6月.zip` of `2020-06/城关镇6月.zip/农村月报.xlsx`.
    static func bundleName(ofPath path: String) -> String? {
        // Few folders have a point in their names.
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
            path.utf8[..<slash].contains(UInt8(ascii: "."))
        else { return nil }
        return path.split(separator: "/").dropLast().first { $0.lowercased().hasSuffix(".zip") }
            .map(String.init)
    }

    /// The names by which the register may know a file, in the order in which they are asked for.
    ///
    /// Those under which its bytes first came go before those under which they were read after the office had
    /// taken them back: a new name makes nobody earlier. Of each the archive that was handed in goes first;
    /// the register seldom names what is in it.
    static func names(ofPath path: String, first: String) -> [String] {
        (path == first ? [first] : [first, path]).flatMap {
            [bundleName(ofPath: $0), Files.name(of: $0)].compactMap { $0 }
        }
    }

    /// A run first saw a file of a name.
    func add(file name: String, firstSeen: Moment) { names[name]?.add(firstSeen: firstSeen) }

    /// When a file was received, by the last line that is about it; nil where none is.
    func received(ofFile name: String, firstSeen: Moment) -> Moment? {
        names[name]?.received(ofFileSeen: firstSeen)
    }
}
