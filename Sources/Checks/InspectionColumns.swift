import Campaigns
import Findings
import Formulas
import Ledgers
import Workbooks

/// What the engine adds to a record of an inspection (暗访): the reported value, and how it compares
/// with what was seen.
///
/// `reported_value` is the return's own value in the period that the item points to, never a carried
/// one. `comparable` is 1 where the visit could see what the return states: a state at the last period's
/// end; a cumulative figure of the same year; a month's count only from the month's last day on, since
/// before it the visit gives no more than a lower bound. `deviation` is `over` where the return is
/// better than what was seen, beyond the item's tolerance, else `under` or `none`. `adverse` is 1 where
/// the unit's return came and leaves out what was seen to be bad. `waited_days` are the working days
/// that the unit has had to answer. What cannot be told is NULL.
struct InspectionColumns {
    /// The record's own fields that an engine column is computed from: the cells of its findings.
    static let sources: [String: [String]] = [
        "comparable": ["visit_date"], "deviation": ["observed"], "adverse": ["observed"],
        "waited_days": ["visit_date"],
    ]

    private let campaign: Campaign
    private let items: [String: InspectionItem]
    private let views: [ViewKey: ReportedView]
    private let moment: Moment

    init(campaign: Campaign, views: [ViewKey: FormView], asOf moment: Moment) {
        self.campaign = campaign
        items = Dictionary(
            campaign.inspectionItems.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.views = views.mapValues(ReportedView.init)
        self.moment = moment
    }

    /// The engine's columns for a record.
    func facts(of row: ReturnRow) -> [FormSchema.InspectionFact: SQLValue] {
        var facts: [FormSchema.InspectionFact: SQLValue] = [.reportedValue: .null]
        if let visit = Self.date(of: row) {
            facts[.waitedDays] = .integer(
                campaign.calendar.workdays(after: visit, through: moment.date))
        }
        guard let question = question(of: row) else { return facts }
        facts[.comparable] = .integer(question.isComparable && !Self.isUnverified(row) ? 1 : 0)
        guard let subject = row.subject, let view = views[question.key],
            view.hasReturn(with: subject)
        else { return facts }
        let reported = view.value(of: question.field.id, for: subject)
        let scale = ValueScale(question.field, in: campaign)
        facts[.reportedValue] = reported
        guard let observed = row.values["observed"] else { return facts }
        if scale.isLeftOut(reported) {
            facts[.adverse] = scale.isAdverse(observed).map { .integer($0 ? 1 : 0) }
        } else {
            facts[.adverse] = .integer(0)
            facts[.deviation] = scale.deviation(
                of: reported, from: observed, question.item.tolerance
            )
            .map { .text($0.rawValue) }
        }
        return facts
    }

    /// What a record asks of the returns.
    private struct Question {
        let item: InspectionItem
        let field: Field
        let key: ViewKey
        let isComparable: Bool
    }

    /// Nil for an item that is a clue only, an unknown one, and without a date.
    private func question(of row: ReturnRow) -> Question? {
        guard case .text(let id) = row.values["item"]?.sql ?? .null, let item = items[id],
            let target = item.target, let form = campaign.form(target.form),
            let field = form.field(target.field), let visit = Self.date(of: row)
        else { return nil }
        let period = form.period(ofVisit: visit, item.asOf)
        let isComparable =
            switch item.asOf {
            case .month: visit == period.lastDay
            case .state: true
            case .cumulative: period.year == visit.year
            }
        return Question(
            item: item, field: field, key: ViewKey(form: form.id, period: period),
            isComparable: isComparable)
    }

    private static func date(of row: ReturnRow) -> CivilDate? {
        guard case .text(let text) = row.values["visit_date"]?.sql ?? .null else { return nil }
        return CivilDate(text)
    }

    /// 无法核实 says nothing about the return.
    private static func isUnverified(_ row: ReturnRow) -> Bool {
        row.values["result"] == .text("无法核实")
    }
}

/// A view with its rows by entry.
private struct ReportedView {
    private let view: FormView
    private let columns: [String: Int]
    private var rowByCode: [String: Int] = [:]
    /// Units with at least one reported row.
    private var reporters: Set<SQLValue> = []

    init(_ view: FormView) {
        self.view = view
        columns = Dictionary(
            zip(view.columns.map(\.name), view.columns.indices),
            uniquingKeysWith: { first, _ in first })
        for (position, row) in view.rows.enumerated() {
            if case .text(let code) = cell("code", row) { rowByCode[code] = position }
            if cell("reported", row) == .integer(1) { reporters.insert(cell("unit", row)) }
        }
    }

    private func cell(_ column: String, _ row: [SQLValue]) -> SQLValue {
        columns[column].map { row[$0] } ?? .null
    }

    /// The return that the entry belongs in has come.
    func hasReturn(with code: String) -> Bool {
        rowByCode[code].map { reporters.contains(cell("unit", view.rows[$0])) } ?? false
    }

    /// The value as it was reported; NULL where the entry was not.
    func value(of field: String, for code: String) -> SQLValue {
        guard let row = rowByCode[code].map({ view.rows[$0] }),
            cell("reported", row) == .integer(1)
        else { return .null }
        return cell(field, row)
    }
}
