import Campaigns
import GRDB

/// Which line of the receipt register is about which file.
///
/// The register names base names, and clerks use a name again: 城关镇.xlsx comes every month, and once
/// more when it is corrected. So a line is about the file of its name that a run had seen last when the
/// line became known; where that one was seen before the line's own time, about the next one. Without
/// such a rule June's line would make May's return a month late.
struct ReceiptBook {
    private struct Line {
        var entry: ReceiptEntry
        /// `--as-of` of the run that read it.
        var known: Moment
    }

    private var lines: [String: [Line]] = [:]
    /// When runs first saw files of a name, ascending.
    private var sightings: [String: [Moment]] = [:]

    /// Reads what was known by an event, of some base names or of all.
    init(_ db: Database, knownBy event: Int, names: Set<String>? = nil) throws {
        if let names {
            for name in names.sorted() { try read(name, event, db) }
        } else {
            try read(nil, event, db)
        }
    }

    /// Of one name the rows are found by their index, of all they are read through.
    private mutating func read(_ name: String?, _ event: Int, _ db: Database) throws {
        func bind(_ values: inout ValueBinding) {
            values.bind(event)
            if let name { values.bind(name) }
        }
        try db.prepared(
            """
            SELECT file, received, note, moment FROM receipt JOIN event ON event.id = receipt.event
            WHERE event.id <= ?1 \(name == nil ? "" : "AND file = ?2")
            ORDER BY receipt.id
            """
        ).eachRow(bind) { row in
            guard let received = Moment(stored: row.text(1)),
                let known = Moment(stored: row.text(3))
            else { throw LedgerError.damaged("the receipt register") }
            let entry = ReceiptEntry(file: row.text(0), received: received, note: row.text(2))
            lines[entry.file, default: []].append(Line(entry: entry, known: known))
        }
        // Of a name without a line nobody asks when its files were seen.
        guard name.map({ lines[$0] != nil }) ?? !lines.isEmpty else { return }
        try db.prepared(
            """
            SELECT name, firstSeen FROM file
            WHERE event <= ?1 \(name == nil ? "" : "AND name = ?2")
            """
        ).eachRow(bind) { row in
            if let firstSeen = Moment(stored: row.text(1)) {
                add(file: row.text(0), firstSeen: firstSeen)
            }
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

    mutating func add(file name: String, firstSeen: Moment) {
        guard lines[name] != nil, sightings[name]?.contains(firstSeen) != true else { return }
        sightings[name, default: []].append(firstSeen)
        sightings[name]?.sort()
    }

    /// The last line that is about a file.
    func entry(ofFile name: String, firstSeen: Moment) -> ReceiptEntry? {
        lines[name]?.last { target(of: $0) == firstSeen }?.entry
    }

    private func target(of line: Line) -> Moment? {
        let sightings = sightings[line.entry.file] ?? []
        let before = sightings.last { $0 <= line.known }
        if let before, line.entry.received <= before { return before }
        return sightings.first { line.entry.received <= $0 && line.known <= $0 } ?? before
            ?? sightings.first
    }
}
