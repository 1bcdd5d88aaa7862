import Assessments
import Campaigns
import Findings
import Workbooks

/// 清单/三清单.xlsx: the register of items for the county, a sheet a list, and what falls due next month.
///
/// For those who run the lists; a unit gets its own items in its 反馈.
struct ListsWorkbook {
    let vocabulary: Vocabulary
    let facts: BulletinFacts
    private let items: [ListItem]

    /// Nil where there is no item.
    init?(vocabulary: Vocabulary, facts: BulletinFacts) {
        items = facts.items.filter { !$0.isPast }
        guard !items.isEmpty else { return nil }
        self.vocabulary = vocabulary
        self.facts = facts
    }

    private var period: String { facts.assessment.period.chinese }
    private var day: CivilDate { facts.assessment.asOf.date }

    var draft: OutputDraft {
        let lists = ItemList.allCases.map { list in
            sheet(
                named: "\(list.chinese)清单", title: "\(period)\(list.chinese)清单",
                items.filter { $0.list == list }, empty: "没有事项。")
        }
        let next = sheet(
            named: "下月到期", title: "下月到期的事项",
            items.filter { $0.isDueNextMonth(after: day) }, empty: "下月没有到期的事项。")
        return OutputDraft(
            path: "清单/三清单.xlsx",
            workbook: WorkbookDraft(
                sheets: lists + [next],
                properties: .init(title: "\(period)三清单", created: day)))
    }

    private func sheet(
        named name: String, title: String, _ items: [ListItem], empty: String
    ) -> SheetDraft {
        let table = ItemTable(vocabulary: vocabulary, day: day)
        var builder = table.builder(
            named: name, title: title,
            remarks: [
                "统计到\(vocabulary.chinese(facts.assessment.asOf))。" + table.summary(of: items)
            ])
        for unit in vocabulary.campaign.units {
            let mine = items.filter { $0.unit == unit.code }
            guard !mine.isEmpty else { continue }
            builder.band("\(vocabulary.unit(unit.code))  \(table.summary(of: mine))")
            table.add(mine, to: &builder)
        }
        if items.isEmpty { builder.note(empty) }
        return builder.sheet
    }
}
