import Campaigns
package import Workbooks

/// The correction of a bulletin (更正通报): the text, and figure by figure what was told and what holds.
struct CorrectionWorkbook {
    let vocabulary: Vocabulary
    let facts: CorrectionFacts

    /// `更正通报-2020年05月.xlsx`; from the second on with the number behind it.
    var path: String {
        let month = "\(padded(facts.period.year, to: 4))年\(padded(facts.period.month, to: 2))月"
        return "更正通报-\(month)\(facts.number == 1 ? "" : "-第\(facts.number)号").xlsx"
    }

    var draft: OutputDraft {
        let text = CorrectionText(vocabulary: vocabulary, facts: facts)
        let properties = WorkbookDraft.Properties(title: text.title, created: facts.asOf.date)
        return OutputDraft(
            path: path,
            workbook: WorkbookDraft(
                sheets: [CoverSheet(paragraphs: text.paragraphs, name: "更正通报").sheet, list],
                properties: properties))
    }

    private var list: SheetDraft {
        var table = TableBuilder(
            name: "更正明细", title: "\(facts.period.chinese)通报更正明细（第\(facts.number)号）",
            remarks: ["更正到\(vocabulary.chinese(facts.asOf))。指标的数依次为完成率（分子／分母）和完成系数。"],
            columns: [
                TableColumn("序号", 6), TableColumn("单位", 18, .left),
                TableColumn("项目", 26, .left), TableColumn("原通报", 22),
                TableColumn("更正后", 22), TableColumn("原因", 46, .left),
            ], frozenColumns: 2)
        for (index, change) in facts.changes.enumerated() {
            let name = change.unit == "county" ? "全县" : vocabulary.unit(change.unit)
            table.row([
                .count(index + 1), .text(name), .text(title(of: change.item)),
                .text(text(change.before, of: change.item)),
                .text(text(change.after, of: change.item)),
                .text(change.reasons.joined(separator: "；")),
            ])
        }
        table.note(CoverText.roundingStatement)
        return table.sheet
    }

    private func title(of item: CorrectionFacts.Item) -> String {
        switch item {
        case .rank: "名次"
        case .score: "得分"
        case .baseScore: "指标得分"
        case .deductions: "扣分"
        case .bonus: "加分"
        case .indicator(let id):
            id + (vocabulary.campaign.indicators.first { $0.id == id }.map { " \($0.title)" } ?? "")
        }
    }

    private func text(_ texts: [String], of item: CorrectionFacts.Item) -> String {
        guard !texts.isEmpty else { return "—" }
        switch item {
        case .rank: return CorrectionText.rank(texts)
        case .indicator:
            guard texts.count == 4 else { return "—" }
            let rate = Figures.percent(texts[2]) ?? "—"
            let ratio = texts[1].isEmpty ? "" : "（\(texts[0])/\(texts[1])）"
            let k = Figures.short(texts[3]) ?? "—"
            return "\(rate)\(ratio)\n系数 \(k)"
        case .score, .baseScore, .deductions, .bonus: return CorrectionText.text(texts)
        }
    }
}

extension BulletinRenderer {
    /// A correction of the bulletin (更正通报).
    package func correction(_ facts: CorrectionFacts) throws(WorkbookError) -> OutputFile {
        let draft = CorrectionWorkbook(vocabulary: vocabulary, facts: facts).draft
        return OutputFile(path: draft.path, bytes: try draft.workbook.encoded())
    }
}
