import Campaigns
import Files
import GRDB

/// A settled submission without its rows: who, what, when, and the verdict that stood at some event.
struct SubmissionHead {
    var id: Int
    var fileHash: String
    var form: String?
    var unit: String?
    var period: Period?
    var path: String
    var sheet: String?
    /// By the register where it has a line for the file, else as it was recorded.
    var received: Moment
    /// The register has a line for the file.
    var isRegistered: Bool
    var status: Delivery.Status
    var okRows: Int
    var totalRows: Int
    var rowCount: Int
    /// The event by which it was read as it is, which is the key of its rows.
    var reading: Int
    /// The event of the verdict, which is its key.
    var verdict: Int
    /// The event by which it was first accepted; nil where it never was.
    var firstAccepted: Int?
    /// The event by which the file became known.
    var fileEvent: Int

    /// The period among whose deliveries it stands: its own; where none could be told, the month
    /// before its receipt, for a file must not vanish because it cannot be read.
    var listedPeriod: Period { period ?? Period(containing: received.date).previous }

    /// All that were settled by an event, in the order of receipt, path, key; either those that count or
    /// those that the office took back.
    static func all(
        _ db: Database, knownBy event: Int, forms: Set<String>? = nil,
        areWithdrawn: Bool = false
    ) throws -> [SubmissionHead] {
        var book = try ReceiptBook(db, knownBy: event)
        let acts = try ActBook(db, knownBy: event)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT s.id, s.fileHash, r.event AS reading, r.form, r.unit, r.period, r.path, s.sheet,
                    r.received, r.rowCount, f.name, f.firstSeen, f.event AS fileEvent,
                    v.event AS verdict, v.status, v.okRows, v.totalRows,
                    (SELECT MIN(event) FROM verdict
                        WHERE submission = s.id AND status = 'accepted') AS firstAccepted
                FROM submission s
                JOIN file f ON f.sha256 = s.fileHash
                JOIN reading r ON r.event = (
                    SELECT MAX(event) FROM reading WHERE submission = s.id AND event <= ?1)
                JOIN verdict v ON v.event = (
                    SELECT MAX(event) FROM verdict WHERE submission = s.id AND event <= ?1)
                WHERE ?2 IS NULL OR r.form IN (SELECT value FROM json_each(?2))
                ORDER BY s.id
                """, arguments: [event, forms.map { JSON.strings($0.sorted()).text }])
        var heads: [SubmissionHead] = []
        while let row = try rows.next() {
            let id: Int = row["id"]
            guard let recorded = Moment(stored: row["received"]),
                let firstSeen = Moment(stored: row["firstSeen"]),
                let status = Delivery.Status(rawValue: row["status"])
            else { throw LedgerError.damaged("submission \(id)") }
            // Read anew under another name, the bytes are the file that the register calls so.
            let name = Files.name(of: row["path"])
            if name != row["name"] as String { book.add(file: name, firstSeen: firstSeen) }
            let bundle = ReceiptBook.bundleName(ofPath: row["path"])
            if let bundle { book.add(file: bundle, firstSeen: firstSeen) }
            let entry =
                bundle.flatMap { book.entry(ofFile: $0, firstSeen: firstSeen) }
                ?? book.entry(ofFile: name, firstSeen: firstSeen)
            let sheet: String = row["sheet"]
            let withdrawal = acts.withdrawal(ofFile: row["fileHash"], path: row["path"])
            guard (withdrawal != nil) == areWithdrawn else { continue }
            heads.append(
                SubmissionHead(
                    id: id, fileHash: row["fileHash"], form: row["form"], unit: row["unit"],
                    period: (row["period"] as String?).flatMap { Period($0) }, path: row["path"],
                    sheet: sheet.isEmpty ? nil : sheet, received: entry?.received ?? recorded,
                    isRegistered: entry != nil, status: status, okRows: row["okRows"],
                    totalRows: row["totalRows"], rowCount: row["rowCount"],
                    reading: row["reading"], verdict: row["verdict"],
                    firstAccepted: row["firstAccepted"], fileEvent: row["fileEvent"]))
        }
        return heads.sorted {
            if $0.received != $1.received { return $0.received < $1.received }
            if $0.path != $1.path { return $0.path < $1.path }
            return $0.id < $1.id
        }
    }
}
