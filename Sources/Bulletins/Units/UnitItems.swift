import Assessments
import Campaigns
import Workbooks

/// What a unit's 反馈 says of its items and of its objections.
struct UnitItems {
    let vocabulary: Vocabulary
    let facts: BulletinFacts
    let unit: String

    private var items: [ListItem] { facts.items.filter { $0.unit == unit && !$0.isPast } }
    private var objections: [Objection] { facts.objections.filter { $0.unit == unit } }

    /// 清单: the unit's items, what is due first; nil where it has none.
    func sheet(heading: String) -> SheetDraft? {
        guard !items.isEmpty else { return nil }
        let table = ItemTable(vocabulary: vocabulary, day: facts.assessment.asOf.date)
        var builder = table.builder(
            named: "清单", title: "\(heading)清单事项", remarks: [table.summary(of: items)])
        table.add(items, to: &builder)
        if items.contains(where: { Self.isCountys($0.source) && $0.isOpen }) {
            builder.note(
                "编号以X开头的由县里列入，请照原编号填进三清单，写明措施和进展；空表里已经填好编号。")
        }
        return builder.sheet
    }

    private static func isCountys(_ source: ListItem.Source) -> Bool {
        switch source {
        case .rule, .inspection, .hand: true
        case .task, .explanation, .own: false
        }
    }

    /// 异议: each with what became of it.
    func addObjections(to table: inout TableBuilder) {
        guard !objections.isEmpty else { return }
        table.band("异议")
        for objection in objections {
            let result =
                objection.outcome.map { $0.isUpheld ? "成立" : "不成立" } ?? "正在核查"
            let reason = objection.outcome.map { "\n县里答复：\($0.reason)" } ?? ""
            table.row([
                .text("第\(objection.number)号  \(objection.about)"), .text(result),
                .text(objection.text + reason),
            ])
        }
    }
}
