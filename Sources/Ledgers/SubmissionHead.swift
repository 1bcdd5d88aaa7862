import Campaigns
import Files
import GRDB

/// A settled submission without its rows: who, what, when, and the verdict that stood at some event.
final class SubmissionHead {
    let id: Int
    let fileHash: String
    let form: String?
    let unit: String?
    let period: Period?
    let path: String
    let sheet: String?
    /// By the register where it has a line for the file that can be true, else when a run first saw it.
    private(set) var received: Moment
    /// The register has a line for the file.
    private(set) var isRegistered = false
    let status: Delivery.Status
    let okRows: Int
    let totalRows: Int
    let rowCount: Int
    /// The event by which it was read as it is, which is the key of its rows.
    let reading: Int
    /// The event of the verdict, which is its key.
    let verdict: Int
    /// The event by which it was first accepted; nil where it never was.
    let firstAccepted: Int?
    /// The event by which the file became known.
    let fileEvent: Int

    private init(_ row: StoredRow) throws {
        id = row.integer(0)
        guard let firstSeen = Moment(stored: row.text(8)),
            let status = Delivery.Status(rawValue: row.text(13))
        else { throw LedgerError.damaged("submission \(id)") }
        fileHash = row.text(1)
        reading = row.integer(2)
        form = row.optionalText(3)
        unit = row.optionalText(4)
        period = row.optionalText(5).flatMap { Period($0) }
        path = row.text(6)
        let sheet = row.text(7)
        self.sheet = sheet.isEmpty ? nil : sheet
        received = firstSeen
        rowCount = row.integer(9)
        fileEvent = row.integer(11)
        verdict = row.integer(12)
        self.status = status
        okRows = row.integer(14)
        totalRows = row.integer(15)
        firstAccepted = row.optionalInteger(16)
    }

    /// The period among whose deliveries it stands: its own; where none could be told, the month
    /// before its receipt, for a file must not vanish because it cannot be read.
    var listedPeriod: Period { period ?? Period(containing: received.date).previous }

    /// All that were settled by an event, in the order of receipt, path, key; either those that count or
    /// those that the office took back.
    ///
    /// Those of some periods of one form are found without looking at any others, and the register is asked of
    /// them alone. For views it is only asked of returns that came more than once, whose order hangs on it.
    static func all(
        _ db: Database, knownBy event: Int, acts: ActBook? = nil, forms: Set<String>? = nil,
        periods: (form: String, periods: Set<Period>)? = nil, areForViews: Bool = false,
        areWithdrawn: Bool = false
    ) throws -> [SubmissionHead] {
        let acts = try acts ?? ActBook(db, knownBy: event)
        let arguments: StatementArguments =
            if let periods {
                [event, periods.form, list(periods.periods)]
            } else {
                [event, forms.map { JSON.strings($0.sorted()).text }]
            }
        let sql = """
            SELECT s.id, s.fileHash, r.event AS reading, r.form, r.unit, r.period, r.path, s.sheet,
                f.firstSeen, r.rowCount, f.path, f.event AS fileEvent,
                v.event AS verdict, v.status, v.okRows, v.totalRows,
                (SELECT MIN(event) FROM verdict
                    WHERE submission = s.id AND status = 'accepted') AS firstAccepted
            FROM submission s
            JOIN file f ON f.sha256 = s.fileHash
            JOIN reading r ON r.event = (
                SELECT MAX(event) FROM reading WHERE submission = s.id AND event <= ?1)
            JOIN verdict v ON v.event = (
                SELECT MAX(event) FROM verdict WHERE submission = s.id AND event <= ?1)
            WHERE (\(periods == nil ? ofForms : ofPeriods)) AND \(wasNotTakenApart)
            ORDER BY s.id
            """
        var found: [(head: SubmissionHead, file: ReceiptNames)] = []
        try db.forEachRow(sql, arguments) { row in
            let head = try SubmissionHead(row)
            found.append((head, ReceiptNames(ofPath: head.path, first: row.text(10))))
        }
        // For views it matters which of several came last; else of what was asked for alone, or of all.
        let about =
            areForViews ? Self.contested(found) : periods.map { _ in found.map(\.file) }
        let book = try ReceiptBook(db, knownBy: event, about: about)
        var heads: [SubmissionHead] = []
        for (head, file) in found {
            book.add(file, firstSeen: head.received)
            let withdrawal = acts.withdrawal(ofFile: head.fileHash, path: head.path)
            guard (withdrawal != nil) == areWithdrawn else { continue }
            if let periods {
                guard let period = head.period, periods.periods.contains(period),
                    head.form == periods.form
                else { continue }
            }
            if let received = book.received(file, firstSeen: head.received),
                head.period?.cannotHaveCome(at: received, seen: head.received) != true
            {
                (head.received, head.isRegistered) = (received, true)
            }
            heads.append(head)
        }
        return heads.sorted {
            if $0.received != $1.received { return $0.received < $1.received }
            if $0.path != $1.path { return $0.path.precedes(asPath: $1.path) }
            return $0.id < $1.id
        }
    }

    /// What was told of an archive that was no return until it came out of the one in which it lay is no more
    /// to be told.
    private static let wasNotTakenApart = """
        (v.status <> 'stray' OR NOT EXISTS (
            SELECT 1 FROM fate WHERE file = s.fileHash AND fate = 'bundle' AND event <= ?1))
        """

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

    /// The files of returns that came more than once.
    ///
    /// Of those alone it matters for a view which came last.
    private static func contested(
        _ found: [(head: SubmissionHead, file: ReceiptNames)]
    ) -> [ReceiptNames] {
        let groups = Dictionary(grouping: found.filter { $0.head.status == .accepted }) {
            [$0.head.form, $0.head.unit, $0.head.period?.description]
        }
        return groups.values.lazy.filter { $0.count > 1 }.joined().map(\.file)
    }
}
