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
    /// Those of some periods of one form are found without looking at any others. For views the register
    /// is only asked of returns that came more than once, whose order hangs on it.
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
        // Columns by number: to look for their names took most of the time.
        let statement = try db.cachedStatement(
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
                """)
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var found: [(head: SubmissionHead, firstSeen: Moment, name: String)] = []
        while let row = try rows.next() {
            let id: Int = row[0]
            guard let recorded = Moment(stored: row[8]),
                let firstSeen = Moment(stored: row[11]),
                let status = Delivery.Status(rawValue: row[14])
            else { throw LedgerError.damaged("submission \(id)") }
            let sheet: String = row[7]
            let head = SubmissionHead(
                id: id, fileHash: row[1], form: row[3], unit: row[4],
                period: (row[5] as String?).flatMap { Period($0) }, path: row[6],
                sheet: sheet.isEmpty ? nil : sheet, received: recorded, isRegistered: false,
                status: status, okRows: row[15], totalRows: row[16], rowCount: row[9],
                reading: row[2], verdict: row[13], firstAccepted: row[17], fileEvent: row[12])
            found.append((head, firstSeen, row[10]))
        }
        let contested = areForViews ? Self.namesOfContested(found.map(\.head)) : nil
        var book = try ReceiptBook(db, knownBy: event, names: contested)
        var heads: [SubmissionHead] = []
        for (head, firstSeen, name) in found {
            head.note(in: &book, firstSeen: firstSeen, name: name)
            let withdrawal = acts.withdrawal(ofFile: head.fileHash, path: head.path)
            guard (withdrawal != nil) == areWithdrawn else { continue }
            if let periods {
                guard let period = head.period, periods.periods.contains(period),
                    head.form == periods.form
                else { continue }
            }
            heads.append(head.registered(in: book, firstSeen: firstSeen))
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

    /// The names under which the register may know the files of returns that came more than once.
    ///
    /// Of those alone it matters for a view which came last.
    private static func namesOfContested(_ heads: [SubmissionHead]) -> Set<String> {
        let groups = Dictionary(grouping: heads.filter { $0.status == .accepted }) {
            [$0.form, $0.unit, $0.period?.description]
        }
        var names: Set<String> = []
        for head in groups.values.lazy.filter({ $0.count > 1 }).joined() {
            names.insert(Files.name(of: head.path))
            if let bundle = ReceiptBook.bundleName(ofPath: head.path) { names.insert(bundle) }
        }
        return names
    }

    /// Read anew under another name, the bytes are the file that the register calls so.
    private func note(in book: inout ReceiptBook, firstSeen: Moment, name: String) {
        let own = Files.name(of: path)
        if own != name { book.add(file: own, firstSeen: firstSeen) }
        if let bundle = ReceiptBook.bundleName(ofPath: path) {
            book.add(file: bundle, firstSeen: firstSeen)
        }
    }

    /// With the time that the register gives, where it has a line.
    private func registered(in book: ReceiptBook, firstSeen: Moment) -> SubmissionHead {
        let names = [ReceiptBook.bundleName(ofPath: path), Files.name(of: path)]
        let entry = names.lazy.compactMap { $0 }
            .compactMap { book.entry(ofFile: $0, firstSeen: firstSeen) }.first
        guard let entry else { return self }
        var head = self
        (head.received, head.isRegistered) = (entry.received, true)
        return head
    }
}
