import Assessments
import Campaigns
import Findings
import Workbooks

/// 走势: a unit's own months as a table and a line; no other unit is on it.
struct UnitTrendSheet {
    /// Above the table.
    let heading: String
    let group: String
    let months: [MonthlyFigure]
    /// Sentences below the table.
    let notes: [String]

    private static let columns = [
        TableColumn("月份", 16), TableColumn("得分", 14), TableColumn("比前一个月", 14),
        TableColumn("组内名次", 14), TableColumn("说明", 36, .left),
    ]

    var sheet: SheetDraft {
        var table = TableBuilder(
            name: "走势", title: "\(heading)各月得分",
            remarks: [
                ToldMonths.remark(
                    "往月为当月通报的得分和名次",
                    areCorrected: months.contains(where: \.isCorrected))
                    + "，组别：\(group)。"
            ], columns: Self.columns, isLandscape: false)
        let first = table.nextRow
        for (index, month) in months.enumerated() {
            let before = index > 0 ? months[index - 1].score : nil
            table.row([
                .text(month.period.chinese), .digits(month.score, format: "0.00"),
                .digits(Self.change(month.score, before), format: "+0.00;-0.00;0.00"),
                .count(month.rank), .text(Self.note(on: month)),
            ])
        }
        let last = table.nextRow - 1
        for note in notes { table.note(note) }
        let below = table.nextRow + 1
        var sheet = table.sheet
        if months.count(where: { $0.score != nil }) > 1 {
            sheet.charts = [Self.chart(rows: first...last, from: below)]
        }
        return sheet
    }

    private static func note(on month: MonthlyFigure) -> String {
        [month.isCorrected ? "更正后" : nil, month.score == nil ? "没有通报或没有参评" : nil]
            .compactMap { $0 }.joined(separator: "，")
    }

    /// Scores bear two decimals, so that their difference is exact.
    private static func change(_ score: String?, _ before: String?) -> String? {
        guard let now = score.flatMap({ ExactDecimal($0) })?.shifted(by: 2),
            let then = before.flatMap({ ExactDecimal($0) })?.shifted(by: 2),
            now.scale == 0, then.scale == 0
        else { return nil }
        return ExactDecimal(unscaled: now.unscaled - then.unscaled, scale: 2).description
    }

    private static func chart(rows: ClosedRange<Int>, from top: Int) -> ChartDraft {
        func cells(_ column: Int) -> CellRange {
            CellRange(
                CellReference(row: rows.lowerBound, column: column),
                CellReference(row: rows.upperBound, column: column))
        }
        var chart = ChartDraft(
            .lines,
            over: CellRange(
                CellReference(row: top, column: 1),
                CellReference(row: top + 17, column: columns.count)),
            series: [
                .init(name: "得分", categories: .init(cells(1)), values: .init(cells(2)))
            ])
        chart.title = "各月得分"
        chart.legend = .none
        chart.showsValues = true
        return chart
    }
}
