import Campaigns
import Findings
import Formulas
import Workbooks

/// Where the county's items come from (事项来源): the rules, the inspections, the tables' tasks and the
/// office itself, each by its unit and number, whatever became of it since.
struct ItemOrigins {
    /// An item as it was opened.
    struct Origin {
        var item: ListItem
        /// Whether the finding that opened it still holds; nil for what no rule opened.
        var finding: Evidence?
    }

    /// What the accepted returns say of a finding, up to a period.
    struct Evidence {
        /// The event by which it was last known to hold, or no longer to hold.
        var event: Int
        /// The month of which that was known.
        var period: Period
        var holds: Bool
        /// How often it came back after it had gone.
        var returns = 0
    }

    private let snapshot: LedgerSnapshot
    private let period: Period
    private let holder: (String) -> String
    private var campaign: Campaign { snapshot.campaign }

    init(
        _ snapshot: LedgerSnapshot, through period: Period, holder: @escaping (String) -> String
    ) {
        self.snapshot = snapshot
        self.period = period
        self.holder = holder
    }

    func origins() throws -> [Origin] {
        try ruled() + inspected() + tasks() + handed()
    }

    /// The due date of what opens itself: some workdays after the day on which it was opened.
    private func due(_ opened: CivilDate) -> CivilDate {
        campaign.calendar.day(
            afterWorkdays: campaign.settings.integer(.problemDays), since: opened)
    }

    // MARK: Rules

    /// What the rules found up to the period, once a rule and entry.
    private func ruled() throws -> [Origin] {
        try snapshot.problems.get().problems.compactMap { problem in
            let first = problem.first
            guard let form = first.head.form, let evidence = evidence(of: problem, form) else {
                return nil
            }
            let unit = campaign.entry(problem.subject)?.unit ?? first.head.unit ?? ""
            let item = ListItem(
                number: "X\(ItemList.problem.letter)\(first.event)-\(first.position + 1)",
                list: .problem, unit: holder(unit), subject: problem.subject,
                text: first.finding.message.chinese, source: .rule(problem.code),
                opened: first.day, due: due(first.day))
            return Origin(item: item, finding: evidence)
        }
    }

    /// Goes through the accepted returns of the entry's form, month by month and revision by revision.
    ///
    /// Only the unit that reports the entry can make a finding go: where the entry has changed hands,
    /// the old unit's return is silent on it for another reason.
    private func evidence(of problem: ProblemFindings.Problem, _ form: String) -> Evidence? {
        let all = problem.all
        let holding = Set(all.filter { $0.event == $0.head.verdict }.map(\.head.id))
        let owner = campaign.entry(problem.subject)?.unit ?? problem.first.head.unit
        var heads = Dictionary(all.map { ($0.head.id, $0.head) }) { first, _ in first }
        for month in snapshot.periods(ofForm: form) where month <= period {
            for head in snapshot.revisions(ofForm: form, unit: owner, in: month) {
                heads[head.id] = head
            }
        }
        let ordered = heads.values.filter { ($0.period ?? period) <= period }.sorted {
            ($0.period ?? period, $0.received, $0.path, $0.id)
                < ($1.period ?? period, $1.received, $1.path, $1.id)
        }
        var evidence: Evidence?
        for head in ordered {
            let holds = holding.contains(head.id)
            guard holds || evidence != nil else { continue }
            let event = head.firstAccepted ?? head.verdict
            guard let known = evidence else {
                evidence = Evidence(event: event, period: head.period ?? period, holds: true)
                continue
            }
            guard known.holds != holds else { continue }
            evidence = Evidence(
                event: event, period: head.period ?? period, holds: holds,
                returns: known.returns + (holds ? 1 : 0))
        }
        return evidence
    }

    // MARK: Inspections

    /// What a confirmed verdict established; of a case that is not closed nothing.
    ///
    /// It says what was looked at and what was ruled, never the visit nor what was seen.
    private func inspected() throws -> [Origin] {
        let book = try snapshot.inspections.get()
        let titles = Dictionary(
            campaign.inspectionItems.map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first })
        return try book.current.compactMap { entry in
            let record = entry.record
            guard record.isConfirmed, entry.date <= period.lastDay,
                campaign.unit(record.dutyUnit) != nil
            else { return nil }
            let place = book.firstPlace(of: entry)
            let known = max(entry.date, try snapshot.day(of: place.event))
            let agreed = CivilDate(entry.values["rectify_due"]?.sql.description ?? "")
            let item = ListItem(
                number: "X\(ItemList.problem.letter)\(place.event)-\(place.place)",
                list: .problem, unit: holder(record.dutyUnit), subject: record.subject,
                text: "暗访认定“\(record.verdict)”：\(titles[record.item] ?? record.item)",
                source: .inspection, opened: entry.date, due: agreed ?? due(known))
            return Origin(item: item)
        }
    }

    // MARK: Tasks, and what the office opened

    private func tasks() -> [Origin] {
        campaign.assignments(in: period, by: snapshot.names).flatMap { task, units in
            units.map { unit in
                Origin(
                    item: ListItem(
                        number: task.id, list: .task, unit: unit.code, text: task.title,
                        source: .task(task.quote), due: task.due))
            }
        }
    }

    private func handed() -> [Origin] {
        snapshot.acts.acts.compactMap { act in
            guard act.revokedBy == nil, case .item(let decision) = act.content,
                case .open(let task) = decision.step, decision.period <= period
            else { return nil }
            var item = ListItem(
                number: OfficeAct.ItemDecision.number(of: act.id, in: task.list),
                list: task.list, unit: holder(decision.unit), subject: task.subject ?? "",
                text: task.text, source: .hand, opened: act.moment.date, due: task.due)
            item.isDecided = true
            item.reason = act.reason
            return Origin(item: item)
        }
    }
}
