import Campaigns
import Files
import Formulas
import GRDB

/// What the ledger knew at a moment, as far as one question needs it; lives inside one transaction.
///
/// Reads every table once: the heads of submissions when it is made, rows by form and period when they
/// are first asked for.
final class LedgerSnapshot {
    let db: Database
    let campaign: Campaign
    let asOf: Moment
    /// The last event that was known; later ones are not looked at.
    let horizon: Int
    /// The office's acts that were known.
    let acts: ActBook
    /// Settled submissions in the order of receipt, then path.
    let heads: [SubmissionHead]
    /// The completed runs that were noted.
    private let runs: [(event: Int, asOf: Moment)]
    /// Accepted submissions by form, period and unit (empty for none), in the order of their revisions.
    private let accepted: [String: [Period: [String: [SubmissionHead]]]]
    private var rowsByReturn: [ReturnKey: [AcceptedRow]] = [:]
    /// Rows by submission that need not be read from the store, since they were put there just now.
    var rowsInHand: [Int: [ReturnRow]] = [:]
    /// The accepted values of a form and period by roster entry, once they were asked for.
    var valuesByReturn: [ReturnKey: [String: [String: FieldValue]]] = [:]
    /// The registers of items, once they were asked for.
    var itemBooks: [Period: ItemBook] = [:]
    var repeatedByPeriod: [Period: [RepeatedExplanation]] = [:]
    lazy var names = NameBook(campaign)
    lazy var inspections = Result { try InspectionBook(self) }

    struct ReturnKey: Hashable {
        var form: String
        var period: Period
    }

    /// Looks at the submissions of some forms, or of some periods of one form, or at all.
    ///
    /// What was known by an event where one is given, else by the moment: several events may have one. One
    /// for views alone knows of receipts only what decides which return stands.
    init(
        _ db: Database, of campaign: Campaign, asOf moment: Moment, forms: Set<String>? = nil,
        periods: (form: String, periods: Set<Period>)? = nil, isForViews: Bool = false,
        knownBy event: Int? = nil
    ) throws {
        self.db = db
        self.campaign = campaign
        asOf = moment
        horizon =
            try event
            ?? Int.fetchOne(
                // Moments ascend with the events: from the end, the first one that fits is the last.
                db.cachedStatement(
                    sql: "SELECT id FROM event WHERE moment <= ? ORDER BY id DESC LIMIT 1"),
                arguments: [moment.description]) ?? 0
        acts = try ActBook(db, knownBy: horizon)
        runs = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT event, asOf FROM run WHERE event <= ? ORDER BY event"),
            arguments: [horizon]
        ).compactMap { row in
            Moment(stored: row["asOf"]).map { (event: row["event"], asOf: $0) }
        }
        heads = try SubmissionHead.all(
            db, knownBy: horizon, acts: acts, forms: forms, periods: periods,
            areForViews: isForViews)
        var accepted: [String: [Period: [String: [SubmissionHead]]]] = [:]
        for head in heads where head.status == .accepted {
            guard let form = head.form, let period = head.period else { continue }
            accepted[form, default: [:]][period, default: [:]][head.unit ?? "", default: []]
                .append(head)
        }
        self.accepted = accepted
    }

    /// The accepted submissions of a return, the first one first; the last one stands.
    func revisions(ofForm form: String, unit: String?, in period: Period) -> [SubmissionHead] {
        accepted[form]?[period]?[unit ?? ""] ?? []
    }

    /// The accepted revision that stands, by unit, sorted by the units' codes.
    func standing(ofForm form: String, in period: Period) -> [(unit: String, head: SubmissionHead)]
    {
        (accepted[form]?[period] ?? [:]).sorted { $0.key < $1.key }
            .compactMap { unit, heads in heads.last.map { (unit, $0) } }
    }

    /// The periods in which any return of a form was accepted, latest first.
    func periods(ofForm form: String, before period: Period) -> [Period] {
        (accepted[form] ?? [:]).keys.filter { $0 < period }.sorted(by: >)
    }

    /// The periods in which any return of a form was accepted, earliest first.
    func periods(ofForm form: String) -> [Period] { (accepted[form] ?? [:]).keys.sorted() }

    /// The rows of the returns that stand, by unit, then in the order of the sheet.
    func rows(ofForm form: String, in period: Period) throws -> [AcceptedRow] {
        let key = ReturnKey(form: form, period: period)
        if let rows = rowsByReturn[key] { return rows }
        var rows: [AcceptedRow] = []
        for (unit, head) in standing(ofForm: form, in: period) {
            rows += try self.rows(of: head, unit: unit)
        }
        rowsByReturn[key] = rows
        return rows
    }

    func rows(of head: SubmissionHead, unit: String) throws -> [AcceptedRow] {
        if let rows = rowsInHand[head.id] {
            return rows.map {
                AcceptedRow(unit: unit, subject: $0.subject, values: $0.values.byField)
            }
        }
        let stored = try db.cachedStatement(
            sql: "SELECT subject, \"values\" FROM returnRow WHERE reading = ? ORDER BY ordinal")
        return try Row.fetchAll(stored, arguments: [head.reading]).map { row in
            guard let values = JSON(row[1] as String).flatMap(FieldValue.values) else {
                throw LedgerError.damaged("a row of submission \(head.id)")
            }
            return AcceptedRow(unit: unit, subject: row[0], values: values)
        }
    }

    /// Whether a submission came late for its period, and by how many working days.
    ///
    /// With a line in the register by its time alone; without one only if a run that was completed at or
    /// after the due time had not seen the file.
    func lateness(of head: SubmissionHead, in period: Period) -> (isLate: Bool, days: Int) {
        let due = due(ofForm: head.form, unit: head.unit, in: period)
        guard !isWaived(form: head.form, unit: head.unit, in: period) else { return (false, 0) }
        let isLate =
            head.isRegistered
            ? head.received > due
            : runs.contains { due <= $0.asOf && $0.event < head.fileEvent }
        guard isLate else { return (false, 0) }
        return (true, campaign.calendar.workdays(after: due.date, through: head.received.date))
    }
}

/// One row of a return that stands.
struct AcceptedRow {
    /// The sender.
    var unit: String
    var subject: String?
    var values: [String: FieldValue]
}
