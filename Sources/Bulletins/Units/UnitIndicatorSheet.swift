import Assessments
import Workbooks

/// A unit's indicators: its rate, k, weight and light, with the county's rate beside it.
struct UnitIndicatorSheet {
    let vocabulary: Vocabulary
    let assessment: Assessment
    let unit: String
    let heading: String

    var sheet: SheetDraft {
        var table = TableBuilder(
            name: "指标", title: "\(heading)指标完成情况",
            columns: [
                TableColumn("编号", 7), TableColumn("领域", 12), TableColumn("指标", 28, .left),
                TableColumn("分子", 11), TableColumn("分母", 11), TableColumn("完成率", 10),
                TableColumn("全县", 10), TableColumn("完成系数", 10), TableColumn("权重", 8),
                TableColumn("灯", 6), TableColumn("说明", 28, .left),
            ], frozenColumns: 3)
        for indicator in assessment.indicators {
            guard let row = indicator.rows.first(where: { $0.code == unit }) else { continue }
            table.row(cells(of: row, in: indicator))
        }
        table.note("完成系数为完成率与应达进度之比，最高为1；得分按完成系数和权重计算。“—”为不适用，权重不计入。")
        table.note(CoverText.roundingStatement)
        return table.sheet
    }

    private func cells(of row: IndicatorRow, in indicator: IndicatorResult) -> [TableCell] {
        let county = indicator.rows.first { $0.code == "county" }
        func percent(_ rate: String?) -> TableCell {
            guard let rate, let short = Figures.short(rate) else { return .text("—") }
            return .digits(short, format: "0.0%")
        }
        let coefficient = Figures.short(row.k).map { TableCell.digits($0, format: "0.000") }
        return [
            .text(indicator.id),
            .text(vocabulary.sector(indicator.sector, form: indicator.form)),
            .text(indicator.title), .digits(row.numerator, format: "General"),
            .digits(row.denominator, format: "General"), percent(row.rate), percent(county?.rate),
            coefficient ?? .text("—"), .digits(row.weight, format: "General"),
            .text(row.light?.chinese ?? "—", fill: Palette.light(row.light)),
            .text(remark(on: row, in: indicator)),
        ]
    }

    private func remark(on row: IndicatorRow, in indicator: IndicatorResult) -> String {
        if !indicator.suspendedBy.isEmpty {
            return "停评：\(indicator.suspendedBy.joined(separator: "、"))未定"
        }
        if row.isSilent { return "没有接收到报表，按0计分" }
        if row.isExcused { return "免报或延期，不计分" }
        if vocabulary.isSample(form: indicator.form), let note = row.sampleNote {
            return "抽查\(note)，项数少时仅供参考"
        }
        return row.k.isEmpty ? "本月不计分" : ""
    }
}
