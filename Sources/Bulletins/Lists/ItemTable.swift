import Assessments
import Campaigns
import Findings
import Workbooks

/// Items as rows of a printed table: what is due first, then by due date, what has none last.
struct ItemTable {
    let vocabulary: Vocabulary
    /// Whether an item is due is judged on this day.
    let day: CivilDate

    func builder(named name: String, title: String, remarks: [String]) -> TableBuilder {
        TableBuilder(
            name: name, title: title, remarks: remarks,
            columns: [
                TableColumn("序号", 6), TableColumn("编号", 19, .left), TableColumn("清单", 6),
                TableColumn("对象", 20, .left), TableColumn("内容", 44, .left),
                TableColumn("来源", 18, .left), TableColumn("立项日期", 11.5),
                TableColumn("完成时限", 11.5), TableColumn("延期", 6), TableColumn("退回", 6),
                TableColumn("状态", 11), TableColumn("说明", 26, .left),
            ])
    }

    func add(_ items: [ListItem], to builder: inout TableBuilder) {
        for (index, item) in ordered(items).enumerated() {
            let fill = item.isOverdue(on: day) ? Palette.error : nil
            builder.row([
                .count(index + 1), .text(item.number), .text(item.list.chinese),
                .text(vocabulary.campaign.entry(item.subject)?.name ?? item.subject),
                .text(item.text), .text(item.source.chinese),
                .text(item.opened?.description ?? ""),
                .text(item.due?.description ?? "未定", fill: fill),
                .count(item.extensions > 0 ? item.extensions : nil),
                .count(item.reopenings > 0 ? item.reopenings : nil),
                .text(item.stateWords(on: day).chinese, fill: fill),
                .text(note(on: item)),
            ])
        }
    }

    /// `未完成5项，其中到期2项，下月到期1项；待核3项；本月销号1项`; tasks without a date are counted apart,
    /// because nobody can say when they are due.
    func summary(of items: [ListItem]) -> String {
        let open = items.filter { $0.isOpen && $0.due != nil }
        let undated = items.count { $0.isOpen && $0.due == nil }
        let parts = [
            "未完成\(open.count)项，其中到期\(open.count { $0.isDue(on: day) })项，"
                + "下月到期\(open.count { $0.isDueNextMonth(after: day) })项",
            undated > 0 ? "没有时限的\(undated)项" : nil,
            part("待核", items.count { $0.state == .closed }),
            part("本月销号", items.count { $0.state == .verified }),
        ]
        return parts.compactMap { $0 }.joined(separator: "；") + "。"
    }

    private func part(_ name: String, _ count: Int) -> String? {
        count > 0 ? "\(name)\(count)项" : nil
    }

    /// What the columns do not say.
    private func note(on item: ListItem) -> String {
        [item.ownNumber.map { "单位清单编号\($0)" }, item.reason.isEmpty ? nil : item.reason]
            .compactMap { $0 }.joined(separator: "；")
    }

    private func ordered(_ items: [ListItem]) -> [ListItem] {
        func key(_ item: ListItem) -> (Int, String) {
            let isDue = item.isDue(on: day)
            return (
                isDue ? 0 : item.isOpen ? 1 : item.state == .closed ? 2 : 3,
                item.due?.description ?? "9999"
            )
        }
        return items.enumerated().sorted {
            let (one, other) = (key($0.element), key($1.element))
            return one == other ? $0.offset < $1.offset : one < other
        }.map(\.element)
    }
}
