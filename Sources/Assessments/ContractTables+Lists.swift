import Campaigns
package import Findings
import Ledgers
import Workbooks

extension ContractTables {
    private static let listHeader = [
        "list", "unit", "subject", "text", "source", "due", "state", "reason",
    ]

    /// 清单.csv of the Outbox: the tasks of the campaign, then what became one because the same explanation
    /// was given for the third time, then the returns that are missing, then those
    /// whose silence the office allowed, with its reason and the state `waived` or `extended`; then the
    /// other items of the three lists.
    ///
    /// `unit` is a unit's code and name, `subject` of an item its number. `state` of a task is `open`, or
    /// `due` from its date on: whether it was done is not known from the table. Of an item, and of a
    /// task on which the office has decided, it is `open`, `reopened`, `due` where one of these has come
    /// to its date, `closed` (to be checked) or `verified` (this month). Suggested talks are never among
    /// them.
    package var lists: ContractTable {
        ContractTable(
            file: "清单.csv", header: Self.listHeader,
            rows: taskRows + explanationRows + missingRows + excusedRows + itemRows)
    }

    /// 清单.csv of the office: suggested talks and their reasons, then the vetoes of the register, with the
    /// same columns.
    package var officeLists: ContractTable {
        let talks = assessment.talks.map { talk in
            [
                "talk", label(talk.unit), "", "建议约谈", assessment.period.chinese + "通报", "",
                "suggested", talk.reasons.map(\.words.chinese).joined(separator: "；"),
            ]
        }
        let vetoes = facts.vetoes.map { veto in
            [
                "veto", label(veto.unit), "", "一票否决", veto.basis, "", "noted",
                "不改分，只影响年度等次",
            ]
        }
        return ContractTable(file: "清单.csv", header: Self.listHeader, rows: talks + vetoes)
    }

    private var taskRows: [[String]] {
        let decisions = facts.items.filter(\.isDecided)
        let assignments = campaign.assignments(
            in: assessment.period, by: UnitNames(campaign))
        return assignments.flatMap { task, units in
            let due = task.due.map { $0 <= assessment.asOf.date } ?? false
            return units.map { unit in
                // What the office has decided is told; what a unit says of it stands in its own row.
                let decided = decisions.first { $0.unit == unit.code && $0.number == task.id }
                if let decided { return row(of: decided) }
                return [
                    "task", label(unit.code), task.id, task.title, task.quote,
                    task.due?.description ?? "", due ? "due" : "open", "",
                ]
            }
        }
    }

    /// What was explained three times running in the same words; the words themselves are the unit's own.
    private var explanationRows: [[String]] {
        facts.repeatedExplanations.map { repeated in
            let name = campaign.entry(repeated.subject)?.name ?? repeated.subject
            let title = campaign.form(repeated.form)?.title ?? repeated.form
            let due = campaign.due(assessment.period.next).date
            return [
                "task", label(repeated.unit), repeated.subject,
                "《\(title)》“\(name)”的\(repeated.code)：同一说明已连续\(repeated.periods.count)期，请查实并办结",
                "情况说明", due.description, due <= assessment.asOf.date ? "due" : "open",
                "说明相同的月份：" + repeated.periods.map(\.chinese).joined(separator: "、"),
            ]
        }
    }

    private var missingRows: [[String]] {
        missing.map { expected in
            let title = campaign.form(expected.form)?.title ?? expected.form
            let returned = facts.deliveries.count {
                $0.form == expected.form && $0.unit == expected.unit && $0.status == .returned
            }
            return [
                "missing", label(expected.unit), expected.form,
                "\(assessment.period.chinese)《\(title)》未报", "收件",
                campaign.due(assessment.period).date.description, "open",
                returned == 0 ? "未收到" : "退回\(returned)次，未报合格件",
            ]
        }
    }

    private var excusedRows: [[String]] {
        let excused = assessment.isDraft ? [] : facts.expected.filter(\.isExcused)
        return excused.compactMap { expected in
            let title = campaign.form(expected.form)?.title ?? expected.form
            let lead = "\(assessment.period.chinese)《\(title)》"
            let due = campaign.due(assessment.period)
            let (text, day, state, reason): (String, Moment, String, String)
            switch expected.relief {
            case .waived(let why): (text, day, state, reason) = ("免报", due, "waived", why)
            case .extended(let until, _, let why):
                (text, day, state, reason) = ("延期", until, "extended", why)
            case nil: return nil
            }
            return [
                "missing", label(expected.unit), expected.form, lead + text, "县里办理",
                day.date.description, state, reason,
            ]
        }
    }

    /// The items that the county opened, then those of the units' own lists; what was verified in an
    /// earlier month is left out.
    private var itemRows: [[String]] {
        facts.items.filter { item in
            switch item.source {
            case .task, .explanation: false
            case .rule, .inspection, .hand, .own: !item.isPast
            }
        }.map(row)
    }

    private func row(of item: ListItem) -> [String] {
        [
            item.list.rawValue, label(item.unit), item.number, item.words(in: campaign),
            item.source.chinese, item.due?.description ?? "",
            item.isDue(on: assessment.asOf.date) ? "due" : item.state.rawValue, item.remarks,
        ]
    }

    private func label(_ unit: String) -> String {
        let name = unitName(unit)
        return name.isEmpty ? unit : unit + " " + name
    }
}

extension TalkSuggestion.Reason {
    /// The reason as a clause, in both languages.
    package var words: Bilingual {
        switch self {
        case .bottomBelow(let score):
            Bilingual("列组内末位，得分\(score)", "in the bottom of the group with \(score) points")
        case .bottomConsecutive(let periods):
            Bilingual("连续\(periods)期列组内末位", "in the bottom \(periods) periods running")
        case .misreport(let count):
            Bilingual("认定虚报、瞒报\(count)项", "confirmed misreports: \(count)")
        case .redIndicator(let id, let title):
            Bilingual("\(id) \(title)红灯", "\(id) \(title) is red")
        }
    }
}
