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
    ///
    /// Those of some periods of one form are found without looking at any others.
    static func all(
        _ db: Database, knownBy event: Int, forms: Set<String>? = nil,
        periods: (form: String, periods: Set<Period>)? = nil, areWithdrawn: Bool = false
    ) throws -> [SubmissionHead] {
        let names = try periods.map { try Self.names(db, ofForm: $0.form, in: $0.periods) }
        var book = try ReceiptBook(db, knownBy: event, names: names)
        let acts = try ActBook(db, knownBy: event)
        let arguments: StatementArguments =
            if let periods {
                [event, periods.form, list(periods.periods)]
            } else {
                [event, forms.map { JSON.strings($0.sorted()).text }]
            }
        // Columns by number: to look for their names took most of the time.
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
                WHERE \(periods == nil ? ofForms : ofPeriods)
                ORDER BY s.id
                """,
            arguments: arguments)
        var heads: [SubmissionHead] = []
        while let row = try rows.next() {
            let id: Int = row[0]
            guard let recorded = Moment(stored: row[8]),
                let firstSeen = Moment(stored: row[11]),
                let status = Delivery.Status(rawValue: row[14])
            else { throw LedgerError.damaged("submission \(id)") }
            // Read anew under another name, the bytes are the file that the register calls so.
            let name = Files.name(of: row[6])
            if name != row[10] as String { book.add(file: name, firstSeen: firstSeen) }
            let bundle = ReceiptBook.bundleName(ofPath: row[6])
            if let bundle { book.add(file: bundle, firstSeen: firstSeen) }
            let entry =
                bundle.flatMap { book.entry(ofFile: $0, firstSeen: firstSeen) }
                ?? book.entry(ofFile: name, firstSeen: firstSeen)
            let sheet: String = row[7]
            let withdrawal = acts.withdrawal(ofFile: row[1], path: row[6])
            guard (withdrawal != nil) == areWithdrawn else { continue }
            let period = (row[5] as String?).flatMap { Period($0) }
            if let periods {
                guard let period, periods.periods.contains(period),
                    row[3] as String? == periods.form
                else { continue }
            }
            heads.append(
                SubmissionHead(
                    id: id, fileHash: row[1], form: row[3], unit: row[4], period: period,
                    path: row[6],
                    sheet: sheet.isEmpty ? nil : sheet, received: entry?.received ?? recorded,
                    isRegistered: entry != nil, status: status, okRows: row[15],
                    totalRows: row[16], rowCount: row[9],
                    reading: row[2], verdict: row[13],
                    firstAccepted: row[17], fileEvent: row[12]))
        }
        return heads.sorted {
            if $0.received != $1.received { return $0.received < $1.received }
            if $0.path != $1.path { return $0.path < $1.path }
            return $0.id < $1.id
        }
    }

    private static let ofForms =
        "?2 IS NULL OR r.form IN (SELECT value FROM json_each(?2))"

    /// Those that were ever read so; and what was taken back, which may have given another file its name.
    private static let ofPeriods = """
        s.id IN (SELECT submission FROM reading
            WHERE form = ?2 AND period IN (SELECT value FROM json_each(?3)))
        OR s.fileHash IN (SELECT file FROM act WHERE act = 'withdraw')
        """

    private static func list(_ periods: Set<Period>) -> String {
        JSON.strings(periods.sorted().map(\.description)).text
    }

    /// The base names of the files in which returns of a form for some periods came, whatever they were
    /// read as later.
    private static func names(
        _ db: Database, ofForm form: String, in periods: Set<Period>
    ) throws -> Set<String> {
        let paths = try String.fetchCursor(
            db,
            sql: """
                SELECT path FROM reading
                WHERE form = ?1 AND period IN (SELECT value FROM json_each(?2))
                UNION ALL SELECT file.path FROM reading
                JOIN submission ON submission.id = reading.submission
                JOIN file ON file.sha256 = submission.fileHash
                WHERE form = ?1 AND period IN (SELECT value FROM json_each(?2))
                """, arguments: [form, list(periods)])
        var names: Set<String> = []
        while let path = try paths.next() { names.insert(Files.name(of: path)) }
        return names
    }
}
