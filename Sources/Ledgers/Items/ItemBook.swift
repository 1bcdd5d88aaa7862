import Campaigns
import Formulas
import Workbooks

/// The register of items of the three lists (三清单台账), as it stood at the end of a period by what was
/// known at a moment.
///
/// An item is what opened it, what its unit reported, and what the office decided, in this order of
/// weight: the office's word goes before the unit's, a finding that holds before both.
struct ItemBook {
    /// By unit in the order of the table, list, day of opening, number; those that are past included.
    let items: [ListItem]
    /// The places of those on which the office decided.
    private let decided: [ItemReports.Key: Int]

    private typealias Decision = (act: OfficeAct, step: OfficeAct.ItemDecision.Step)

    init(_ snapshot: LedgerSnapshot, through period: Period) throws {
        let campaign = snapshot.campaign
        let holders = campaign.holders(in: period)
        func holder(_ unit: String) -> String { holders[unit] ?? unit }
        let reports = try snapshot.itemReports(through: period, holders: holders)
        let byIndicator = reports.byIndicator()
        var decisions: [ItemReports.Key: [Decision]] = [:]
        for act in snapshot.acts.acts where act.revokedBy == nil {
            guard case .item(let decision) = act.content, decision.period <= period,
                let number = decision.number
            else { continue }
            decisions[.init(holder(decision.unit), number), default: []]
                .append((act, decision.step))
        }
        var items: [ListItem] = []
        var countys: Set<ItemReports.Key> = []
        for origin in try ItemOrigins(snapshot, through: period, holder: holder).origins() {
            let key = ItemReports.Key(origin.item.unit, origin.item.number)
            guard countys.insert(key).inserted else { continue }
            var item = origin.item
            Self.link(&item, byIndicator[key] ?? [], in: period)
            Self.report(&item, reports.histories[key], in: period, isOwn: false)
            Self.apply(origin.finding, to: &item)
            Self.apply(decisions[key] ?? [], to: &item, origin.finding, in: period)
            items.append(item)
        }
        for key in reports.keys where !countys.contains(key) {
            guard let history = reports.histories[key],
                var item = Self.own(history.last, of: key.unit)
            else { continue }
            Self.report(&item, history, in: period, isOwn: true)
            Self.apply(decisions[key] ?? [], to: &item, nil, in: period)
            if item.reason.isEmpty { item.reason = Self.remark(item, reports) }
            items.append(item)
        }
        items += try Self.repeated(snapshot, in: period)
        items = ItemOrder(campaign).sorted(items)
        self.items = items
        decided = Dictionary(
            items.indices.filter { items[$0].isDecided }
                .map { (.init(items[$0].unit, items[$0].number), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// An item by its unit and number, if the office has decided about it.
    func decided(_ unit: String, _ number: String) -> ListItem? {
        guard !decided.isEmpty else { return nil }
        return decided[.init(unit, number)].map { items[$0] }
    }

    /// What is odd about a unit's own item; empty where nothing is.
    private static func remark(_ item: ListItem, _ reports: ItemReports) -> String {
        // A number of the county's that was mistyped: the county's own item counts as left out.
        if ItemList.isCountys(number: item.number) { return "县里没有这个编号，请核对" }
        let isLeftOut = !item.isReported && !item.isPast && reports.reporting.contains(item.unit)
        return isLeftOut ? "本月清单中没有列" : ""
    }

    // MARK: What opened it

    /// A unit's own item, by the last row on it.
    private static func own(_ last: ItemReport, of unit: String) -> ListItem? {
        guard let list = ItemList(last.text(ItemField.list)) else { return nil }
        return ListItem(
            number: last.number, list: list, unit: unit, subject: last.text(ItemField.subject),
            text: last.text(ItemField.text), source: .own(last.text(ItemField.source)),
            opened: CivilDate(last.text(ItemField.opened)), due: last.due)
    }

    /// The unit has the task on its own list, under a number of its own.
    private static func link(_ item: inout ListItem, _ rows: [ItemReport], in period: Period) {
        guard case .task = item.source else { return }
        let key = ItemReports.Key(item.unit, item.number)
        // A row that bears the task's own number reports on it directly.
        let rows = rows.filter { ItemReports.Key(item.unit, $0.number) != key }
        guard !rows.isEmpty else { return }
        item.ownNumber = rows.map(\.number).joined(separator: "、")
        item.isReported = rows.contains { $0.period == period }
        guard rows.allSatisfy(\.isDone) else { return }
        item.state = .closed
        item.done = rows.compactMap(\.done).max()
    }

    /// Explanations that became tasks: they end when the words or the figures change.
    private static func repeated(
        _ snapshot: LedgerSnapshot, in period: Period
    ) throws -> [ListItem] {
        let campaign = snapshot.campaign
        return try snapshot.repeated(in: period).map { repeated in
            let title = campaign.form(repeated.form)?.title ?? repeated.form
            return ListItem(
                number: "", list: .task, unit: repeated.unit, subject: repeated.subject,
                text: "《\(title)》的\(repeated.code)：同一说明已连续\(repeated.periods.count)期，请查实并办结",
                source: .explanation, due: campaign.due(period.next).date)
        }
    }

    // MARK: What the unit said

    private static func report(
        _ item: inout ListItem, _ history: ItemHistory?, in period: Period, isOwn: Bool
    ) {
        guard let history else { return }
        let last = history.last
        item.isReported = last.period == period
        item.row = last.values
        // A unit does not verify what the county has asked for.
        item.state = !isOwn && last.state == .verified ? .closed : last.state
        item.done = last.done
        guard isOwn else { return }
        let course = history.course
        item.extensions = max(course.moves, Int(last.text(ItemField.extensions)) ?? 0)
        if let since = course.verifiedSince { item.isPast = since < period }
    }

    private static func apply(_ finding: ItemOrigins.Evidence?, to item: inout ListItem) {
        guard let finding else { return }
        item.reopenings += finding.returns
        if finding.holds {
            item.state = finding.returns > 0 ? .reopened : .open
        } else {
            item.state = .closed
            item.done = finding.period.lastDay
        }
    }

    // MARK: What the office said

    private static func apply(
        _ decisions: [Decision], to item: inout ListItem, _ finding: ItemOrigins.Evidence?,
        in period: Period
    ) {
        guard let last = decisions.last else { return }
        item.isDecided = true
        item.reason = last.act.reason
        let reported = (state: item.state, done: item.done)
        for decision in decisions {
            switch decision.step {
            case .open: break
            case .extend(_, let due):
                item.due = due
                item.extensions += 1
            case .close(_, let done):
                item.state = .closed
                item.done = done
            case .verify:
                item.state = .verified
                item.isPast = decision.act.content.period.map { $0 < period } ?? false
            case .reopen:
                item.state = .reopened
                item.reopenings += 1
                item.isPast = false
                // Done again since: the same day, said again, is no new work.
                if let finding {
                    if !finding.holds, decision.act.id < finding.event { item.state = .closed }
                } else if [.closed, .verified].contains(reported.state), let done = reported.done,
                    decision.act.moment.date <= done
                {
                    (item.state, item.done) = (.closed, done)
                }
            }
            if let finding, finding.holds, decision.act.id < finding.event,
                item.state == .closed || item.state == .verified
            {
                item.state = .reopened
                item.isPast = false
            }
        }
    }
}
