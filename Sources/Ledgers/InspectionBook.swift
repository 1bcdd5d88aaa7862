import Campaigns
import Formulas
import Workbooks

/// The records of unannounced inspections (暗访), from all accepted files of inspection forms.
///
/// Files of inspectors do not take each other's place: of a visit, item and object the record of the later
/// file counts, in a file the later row. Inspectors number a visit to a township and see several villages.
struct InspectionBook {
    /// A record with what it was made from.
    struct Entry {
        var record: InspectionRecord
        var date: CivilDate
        var form: String
        var values: FieldValues
        /// The event by which the file was accepted.
        var known: Int
        /// The submission that it stands in, and its place among the rows.
        var source: (submission: Int, ordinal: Int)
        /// The same number for all records of a visit, item and object.
        fileprivate(set) var matter: Int
    }

    let campaign: Campaign
    /// By receipt of the file, then in the order of the sheet.
    let entries: [Entry]
    let acts: ActBook
    private let matters: RuledMatters
    private let rulings: [Int: OfficeAct.Ruling]
    private let items: [String: InspectionItem]
    /// Where each matter was first told of, by its number.
    private let firstPlaces: [Place]
    /// Every record that counts now, by day, visit, item, object.
    let current: [Entry]

    /// A record's place among those of the files that one event made known, counted from 1.
    typealias Place = (event: Int, place: Int)

    static let misreports: Set<String> = ["虚报", "瞒报"]
    /// The verdicts that confirm what was observed.
    static let confirming = misreports.union(["属实不符"])
    static let answers: Set<String> = ["无异议", "有异议"]
    /// What a comparison may say; the first is a verdict as well.
    static let agrees = "相符"
    static let differs = "不符"

    init(_ snapshot: LedgerSnapshot) throws {
        campaign = snapshot.campaign
        acts = snapshot.acts
        let forms = Set(campaign.forms.filter { $0.nature == .inspection }.map(\.id))
        var entries: [Entry] = []
        var matters: [Key: Int] = [:]
        for head in snapshot.heads where head.status == .accepted {
            guard let form = head.form, forms.contains(form) else { continue }
            let rows = try snapshot.rows(of: head, unit: head.unit ?? "")
            for (ordinal, row) in rows.enumerated() {
                guard var entry = Self.entry(row, ordinal, head, snapshot) else { continue }
                entry.matter = matters[entry.key] ?? matters.count
                matters[entry.key] = entry.matter
                entries.append(entry)
            }
        }
        self.entries = entries
        firstPlaces = Self.firstPlaces(entries, count: matters.count)
        self.matters = RuledMatters(acts, entries, matters)
        items = Dictionary(
            campaign.inspectionItems.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        rulings = self.matters.rulings(at: .max)
        current = Self.sorted(
            Self.latest(entries, ruled: rulings, campaign: campaign, on: snapshot.asOf.date))
    }

    private static func firstPlaces(_ entries: [Entry], count: Int) -> [Place] {
        var counts: [Int: Int] = [:]
        var places = Array(repeating: (event: Int.max, place: 0), count: count)
        for entry in entries {
            let place = counts[entry.known, default: 0] + 1
            counts[entry.known] = place
            if entry.known < places[entry.matter].event {
                places[entry.matter] = (entry.known, place)
            }
        }
        return places
    }

    /// A record without a day cannot be placed in time; the checks have said so.
    private static func entry(
        _ row: AcceptedRow, _ ordinal: Int, _ head: SubmissionHead, _ snapshot: LedgerSnapshot
    ) -> Entry? {
        guard let record = record(row.values, subject: row.subject, snapshot),
            let date = CivilDate(record.visitDate)
        else { return nil }
        return Entry(
            record: record, date: date, form: head.form ?? "", values: row.values,
            known: head.firstAccepted ?? head.verdict, source: (head.id, ordinal), matter: 0)
    }

    /// What a row says, before any day and any verdict of the office's; nil where it has no day.
    static func record(
        _ values: FieldValues, subject: String?, _ snapshot: LedgerSnapshot
    ) -> InspectionRecord? {
        func text(_ field: String) -> String { values[field]?.sql.description ?? "" }
        guard let date = CivilDate(text("visit_date")) else { return nil }
        let subject = subject ?? text("unit_code")
        let duty = snapshot.names.units(named: text("duty_unit"))
        let visit = text("visit_id")
        return InspectionRecord(
            visit: visit.isEmpty ? "\(date) \(subject)" : visit, visitDate: date.description,
            item: text("item"), subject: subject,
            dutyUnit: duty.count == 1
                ? duty[0].code : snapshot.campaign.entry(subject)?.unit ?? "",
            observed: text("observed"), result: text("result"), feedback: text("feedback"),
            verdict: text("verdict"), isConfirmed: false)
    }

    /// The later record of each matter only, with the office's own verdict where it gave one, and
    /// whether it is confirmed on a day; in the order in which the matters were first told of.
    static func latest(
        _ entries: some Sequence<Entry>, ruled: [Int: OfficeAct.Ruling], campaign: Campaign,
        on day: CivilDate
    ) -> [Entry] {
        var places: [Int: Int] = [:]
        var latest: [Entry] = []
        for entry in entries where entry.date <= day {
            if let place = places[entry.matter] {
                latest[place] = entry
            } else {
                places[entry.matter] = latest.count
                latest.append(entry)
            }
        }
        for place in latest.indices {
            if !ruled.isEmpty, let ruling = ruled[latest[place].matter] {
                latest[place].apply(ruling)
            }
            latest[place].overrule()
            latest[place].record.isConfirmed = isConfirmed(
                latest[place], campaign: campaign, on: day)
        }
        return latest
    }

    static func sorted(_ entries: [Entry]) -> [Entry] {
        entries.sorted {
            if $0.date != $1.date { return $0.date < $1.date }
            if $0.record.visit != $1.record.visit { return $0.record.visit < $1.record.visit }
            if $0.record.item != $1.record.item { return $0.record.item < $1.record.item }
            return $0.record.subject < $1.record.subject
        }
    }

    struct Key: Hashable {
        var form: String
        var visit: String
        var item: String
        var subject: String
    }

    /// The unit answered, or its working days to answer have passed; and the verdict is one that
    /// confirms what was observed.
    private static func isConfirmed(
        _ entry: Entry, campaign: Campaign, on day: CivilDate
    ) -> Bool {
        entry.record.isConfirming
            && (answers.contains(entry.record.feedback)
                || campaign.calendar.workdays(after: entry.date, through: day)
                    >= campaign.settings.integer(.answerDays))
    }

    // MARK: What is asked of it

    /// Every record that counts now, with its form.
    var records: [(form: String, record: InspectionRecord)] {
        current.map { ($0.form, $0.record) }
    }

    /// Where the matter of a record was first told of.
    func firstPlace(of entry: Entry) -> Place { firstPlaces[entry.matter] }

    /// The records whose visit lies in the last `match_months` months ending with a period.
    func window(endingWith period: Period, ofForm form: String? = nil) -> [Entry] {
        var first = period
        for _ in 1..<max(1, campaign.settings.integer(.matchMonths)) { first = first.previous }
        return current.filter {
            first.firstDay <= $0.date && $0.date <= period.lastDay
                && (form == nil || $0.form == form)
        }
    }

    /// The confirmed values of a form's fields in a period, by roster entry; of several visits the
    /// later one counts.
    func values(of form: Form, in period: Period) -> [String: FieldValues] {
        confirmed(of: form, in: period).mapValues { FieldValues($0.mapValues(\.value)) }
    }

    /// The same with the records that say so.
    func confirmed(
        of form: Form, in period: Period
    ) -> [String: [String: (value: FieldValue, record: InspectionRecord)]] {
        var values: [String: [String: (value: FieldValue, record: InspectionRecord)]] = [:]
        for entry in current where entry.record.isConfirmed {
            guard let claim = claim(of: entry), claim.form == form.id, claim.period == period,
                let field = form.field(claim.field),
                let value = ObservedText(campaign: campaign, field: field)
                    .value(entry.values["observed"])
            else { continue }
            values[entry.record.subject, default: [:]][field.id] = (value, entry.record)
        }
        return values
    }

    /// The figure that a record speaks of: a field of a form in a period; nil for an item that is a clue
    /// only.
    func claim(of entry: Entry) -> (form: String, field: String, period: Period)? {
        guard let item = items[entry.record.item], let target = item.target,
            let form = campaign.form(target.form)
        else { return nil }
        return (target.form, target.field, form.period(ofVisit: entry.date, item.asOf))
    }

    /// Whether the office gave a verdict of its own on a record, and it stands.
    func isRuled(_ entry: Entry) -> Bool { rulings[entry.matter] != nil }

    /// The verdicts that stood at an event, by the matter that each is about.
    func rulings(at event: Int) -> [Int: OfficeAct.Ruling] { matters.rulings(at: event) }

    /// Whether the office ever gave a verdict of its own on a matter, be it revoked since.
    func wasRuled(_ matter: Int) -> Bool { matters.ruled.contains(matter) }
}

extension InspectionBook.Entry {
    /// Puts the office's verdict in the place of the file's.
    mutating func apply(_ ruling: OfficeAct.Ruling) {
        record.verdict = ruling.verdict
        values["verdict"] = .text(ruling.verdict)
        guard let feedback = ruling.feedback else { return }
        record.feedback = feedback
        values["feedback"] = .text(feedback)
    }

    /// Where the verdict is 相符 what was seen counts as agreeing with the return.
    ///
    /// What the inspector could not compare (无法核实, 未上报) stays out of every count.
    fileprivate mutating func overrule() {
        guard record.isJudgedRight, record.result == InspectionBook.differs else { return }
        record.result = InspectionBook.agrees
        values["result"] = .text(InspectionBook.agrees)
    }

    var key: InspectionBook.Key {
        .init(form: form, visit: record.visit, item: record.item, subject: record.subject)
    }
}
