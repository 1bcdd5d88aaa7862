import Assessments
import Campaigns
import Workbooks

/// The county's table of a year (年度考核): what every unit's score is made of, and its months.
struct YearWorkbook {
    let vocabulary: Vocabulary
    let year: YearAssessment

    var draft: OutputDraft {
        let name = vocabulary.campaign.settings["bulletin_name"] ?? "通报"
        let state = year.isComplete ? "" : "-未定"
        return OutputDraft(
            path: "\(OutboxNames.safe(name))-\(year.year)年度\(state).xlsx",
            workbook: WorkbookDraft(
                sheets: [scores, months],
                properties: .init(title: title, created: year.asOf.date)))
    }

    private var title: String {
        "\(year.year)年\(vocabulary.campaign.settings.text(.campaignTitle))年度得分"
            + (year.isComplete ? "" : "（未定）")
    }

    private var remark: String {
        let published =
            year.months.count == 12
            ? "全年12个月都已通报" : "已通报\(year.months.count)个月：\(monthList)"
        return "截至\(vocabulary.chinese(year.asOf))，\(published)。"
    }

    private var monthList: String { year.months.map { "\($0.month)月" }.joined(separator: "、") }

    private var scores: SheetDraft {
        var table = TableBuilder(
            name: "年度得分", title: title, remarks: [remark],
            columns: [
                TableColumn("名次", 7), TableColumn("单位", 26, .left),
                TableColumn("年度得分", 10), TableColumn("等次", 16),
            ]
                + year.shares.map { TableColumn("\($0.part.chinese)（\($0.percent)%）", 12) }
                + [TableColumn("参评月数", 8)]
                + (year.isComplete ? [] : [TableColumn("未定事项", 30, .left)])
                + [TableColumn("一票否决依据", 26, .left)], frozenColumns: 2)
        for group in year.groups {
            table.band("\(group.name)：\(group.scorecards.count)家")
            for card in group.scorecards { table.row(cells(of: card)) }
        }
        for note in year.notes { table.note(note) }
        return table.sheet
    }

    private func cells(of card: YearScorecard) -> [TableCell] {
        var rank = TableCell.count(card.rank)
        if let place = card.rank, place <= 3 { rank.fill = Palette.top }
        var grade = TableCell.text(card.gradeWords)
        if !card.vetoes.isEmpty { grade.fill = Palette.error }
        let basis = card.vetoes.map { "\($0.period.month)月 \($0.basis)" }
        return [
            rank, .text(card.name), .digits(card.total, format: "0.00"), grade,
        ]
            + card.parts.map { $0.value == nil ? .text("未定") : .digits($0.value, format: "0.00") }
            + [.text(card.part(.months)?.count ?? "")]
            + (year.isComplete ? [] : [.text(card.openWords)])
            + [.text(basis.joined(separator: "；"))]
    }

    private var months: SheetDraft {
        let figures = year.groups.flatMap(\.scorecards).flatMap(\.months)
        let corrected = Set(figures.filter(\.isCorrected).map(\.period.month))
        let remark = ToldMonths.remark("各月为当月通报的得分", areCorrected: !corrected.isEmpty)
        var table = TableBuilder(
            name: "各月得分", title: "\(year.year)年各月得分",
            remarks: [remark + "；空白为当月没有通报或没有参评。"],
            columns: [TableColumn("单位", 26, .left)]
                + (1...12).map { month in
                    TableColumn(
                        ToldMonths.head("\(month)月", isCorrected: corrected.contains(month)), 8)
                } + [TableColumn("平均", 9)],
            frozenColumns: 1)
        for group in year.groups {
            table.band(group.name)
            for card in group.scorecards {
                table.row(
                    [.text(card.name)] + card.months.map { .digits($0.score, format: "0.00") }
                        + [.digits(card.part(.months)?.value, format: "0.00")])
            }
        }
        table.note(CoverText.roundingStatement)
        return table.sheet
    }
}
