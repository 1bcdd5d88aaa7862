import Campaigns
import Findings
import Ledgers
import Workbooks

extension OfficeDesk {
    /// What is to be done in an item that the office opens, as it was typed.
    package struct NewItem: Sendable {
        package var unit: String
        package var text: String
        /// `problem`, `task`, `duty`, or 问题、任务、责任.
        package var list: String
        /// A day such as `2020-08-15`.
        package var due: String?
        /// The code of a roster entry.
        package var subject: String?

        package init(unit: String, text: String, list: String, due: String?, subject: String?) {
            self.unit = unit
            self.text = text
            self.list = list
            self.due = due
            self.subject = subject
        }
    }

    /// 交办: a new item, which counts from the period on, whether the unit lists it or not.
    package func openItem(_ new: NewItem, reason: String?) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let unit = try NameDesk(workshop.campaign).unit(new.unit)
        guard let list = ItemList(new.list) else {
            throw .usage(
                Bilingual(
                    "没有“\(new.list)”这种清单：--list 写 问题、任务 或 责任",
                    "there is no list “\(new.list)”: say problem, task or duty"))
        }
        let text = new.text.trimmed
        guard text.count >= 4 else {
            throw .usage(
                Bilingual("写清要办什么，至少四个字", "say what is to be done, four characters or more"))
        }
        try refuse(text, called: Bilingual("内容", "the text"), workshop)
        let due = try day(new.due, option: "--due")
        guard workshop.asOf.date < due else {
            throw .usage(
                Bilingual("时限 \(due) 不在今天以后", "the due date, \(due), is not after today"))
        }
        let task = OfficeAct.ItemDecision.Task(
            list: list, subject: try subject(new.subject, of: unit, workshop), text: text,
            due: due)
        var answer = try decide(.open(task), unit.code, reason, workshop)
        if !workshop.campaign.forms.contains(where: { form in
            form.isItemList && form.submittedBy.contains(unit.kind)
        }) {
            answer.lines.append(
                "  "
                    + Say(language)(
                        "\(unit.shortName)不报三清单：只列入县里的清单，不计分",
                        "\(unit.shortName) does not report the lists: it is listed and does not count"
                    ))
        }
        return answer
    }

    /// 延期: a later due date of an item that is not done.
    package func extendItem(
        _ number: String, unit: String?, due text: String?, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let item = try item(number, unit, workshop)
        let due = try day(text, option: "--due")
        guard item.isOpen else { throw refusal(of: item, "延期", "be put off") }
        if let now = item.due, due <= now {
            throw .usage(
                Bilingual(
                    "\(due) 不晚于现在的时限 \(now)，不算延期", "\(due) is not later than the due date, \(now)"))
        }
        return try decide(.extend(item.number, due: due), item.unit, reason, workshop)
    }

    /// 完成: an item was done, on the day of the act where no other is named; it waits to be checked.
    package func closeItem(
        _ number: String, unit: String?, done text: String?, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let item = try item(number, unit, workshop)
        let done =
            try text.map { text throws(RunError) in try day(text, option: "--on") }
            ?? workshop.asOf.date
        guard item.isOpen else { throw refusal(of: item, "记完成", "be noted as done") }
        guard done <= workshop.asOf.date else {
            throw .usage(Bilingual("完成日期 \(done) 还没有到", "\(done) has not come yet"))
        }
        if let opened = item.opened, done < opened {
            throw .usage(
                Bilingual(
                    "完成日期 \(done) 早于立项日期 \(opened)", "\(done) is before it was opened, on \(opened)"
                ))
        }
        return try decide(.close(item.number, done: done), item.unit, reason, workshop)
    }

    /// 销号: what is done was checked and passes.
    package func verifyItem(
        _ number: String, unit: String?, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let item = try item(number, unit, workshop)
        guard item.state == .closed else { throw refusal(of: item, "销号", "be verified") }
        return try decide(.verify(item.number), item.unit, reason, workshop)
    }

    /// 退回: what was said to be done is not; it is to be done again.
    package func reopenItem(
        _ number: String, unit: String?, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let item = try item(number, unit, workshop)
        guard !item.isOpen else {
            throw .usage(
                Bilingual(
                    "\(item.number) 本来就没有完成，用不着退回",
                    "\(item.number) is not done: there is nothing to send back"))
        }
        return try decide(.reopen(item.number), item.unit, reason, workshop)
    }

    // MARK: What is meant

    private func decide(
        _ step: OfficeAct.ItemDecision.Step, _ unit: String, _ reason: String,
        _ workshop: Workshop
    ) throws(RunError) -> OfficeAnswer {
        let period = try period(workshop)
        let decision = OfficeAct.ItemDecision(unit: unit, period: period, step: step)
        return try note(
            .item(decision), reason: reason, workshop,
            notices: [
                Bilingual(
                    "从 \(period) 的清单起算；这一条单位不列也照算",
                    "it counts from the lists of \(period) on, whether the unit lists it or not")
            ], about: [period])
    }

    /// An item of the register by its number; of several units' the one that is named.
    private func item(
        _ number: String, _ unit: String?, _ workshop: Workshop
    ) throws(RunError) -> ListItem {
        let period = try period(workshop)
        let all = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.items(
                through: period, of: workshop.campaign, asOf: workshop.asOf)
        }.filter { !$0.number.isEmpty }
        let owner = try unit.map { name throws(RunError) in
            try NameDesk(workshop.campaign).unit(name).code
        }
        let mine = all.filter { owner == nil || $0.unit == owner }
        let key = Folding.key(number)
        let found = mine.filter { Folding.key($0.number) == key }
        guard let item = found.first else {
            throw NameDesk.unknown(
                Bilingual(
                    "\(period) 的清单里没有编号“\(number)”；编号见 tongbao office item list",
                    "the lists of \(period) have no item “\(number)”; tongbao office item list has the "
                        + "numbers"),
                proposals: nearest(to: number, among: mine.map(\.number), count: 3))
        }
        guard found.count == 1 else {
            let units = found.prefix(5).map {
                workshop.campaign.unit($0.unit)?.shortName ?? $0.unit
            }
            throw .usage(
                Bilingual(
                    "\(found.count)个单位都有“\(number)”：加上 --unit，如 --unit \(units[0])",
                    "\(found.count) units have “\(number)”: add --unit, as in --unit \(units[0])"))
        }
        return item
    }

    private func refusal(of item: ListItem, _ chinese: String, _ english: String) -> RunError {
        let number = item.number
        let (now, next): (Bilingual, Bilingual) =
            switch item.state {
            case .open, .reopened:
                (
                    Bilingual("还没有完成", "is not done"),
                    Bilingual(
                        "单位报了完成，或先记完成：tongbao office item close \(number) --reason …",
                        "wait for the unit, or note that it is done: tongbao office item close "
                            + "\(number) --reason …")
                )
            case .closed:
                (
                    Bilingual("已完成，等着核查", "is done and waits to be checked"),
                    Bilingual(
                        "核过的销号：tongbao office item verify \(number) --reason …；没办好的退回：item reopen",
                        "verify it: tongbao office item verify \(number) --reason …, or send it back: "
                            + "item reopen")
                )
            case .verified:
                (
                    Bilingual("已经销号", "is verified"),
                    Bilingual(
                        "要重办，先退回：tongbao office item reopen \(number) --reason …",
                        "to have it done again: tongbao office item reopen \(number) --reason …")
                )
            }
        return .usage(
            Bilingual(
                "\(number) \(now.chinese)，不能\(chinese)；\(next.chinese)",
                "\(number) \(now.english) and cannot \(english); \(next.english)"))
    }

    private func day(_ text: String?, option: String) throws(RunError) -> CivilDate {
        guard let day = text.flatMap({ CivilDate($0) }) else {
            throw .usage(
                Bilingual(
                    "\(option) 应写成 2020-08-15 这样的日期", "\(option) takes a day such as 2020-08-15"))
        }
        return day
    }

    private func subject(
        _ code: String?, of unit: Unit, _ workshop: Workshop
    ) throws(RunError) -> String? {
        guard let code else { return nil }
        let entries = workshop.campaign.roster.filter { $0.unit == unit.code }
        guard entries.contains(where: { $0.code == code }) else {
            throw NameDesk.unknown(
                Bilingual(
                    "\(unit.shortName)的花名册上没有代码“\(code)”",
                    "the roster of \(unit.shortName) has no code “\(code)”"),
                proposals: nearest(to: code, among: entries.map(\.code), count: 3))
        }
        return code
    }
}
