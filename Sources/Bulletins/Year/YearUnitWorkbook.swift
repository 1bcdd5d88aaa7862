import Assessments
import Campaigns
import Workbooks

/// 述职评分: one unit's year, part by part, with its months and December's indicators; no other unit is
/// in it.
struct YearUnitWorkbook {
    let vocabulary: Vocabulary
    let year: YearAssessment
    let group: YearGroup
    let card: YearScorecard

    private var name: String { vocabulary.unit(card.unit) }
    private var heading: String { "\(name)\(year.year)年" }

    var draft: OutputDraft {
        var sheets = [
            scorecard,
            UnitTrendSheet(heading: heading, group: group.name, months: card.months, notes: [])
                .sheet,
        ]
        if let december = year.december {
            sheets.append(
                UnitIndicatorSheet(
                    vocabulary: vocabulary, assessment: december, unit: card.unit,
                    heading: "\(heading)12月"
                ).sheet)
        }
        return OutputDraft(
            path: "述职/\(vocabulary.names.shortName(of: card.unit)).xlsx",
            workbook: WorkbookDraft(
                sheets: sheets,
                properties: .init(title: "\(heading)述职评分", created: year.asOf.date)),
            unit: card.unit)
    }

    private var scorecard: SheetDraft {
        var table = TableBuilder(
            name: "述职评分", title: "\(heading)述职评分",
            remarks: ["统计到\(vocabulary.chinese(year.asOf))。本表只发给本单位。"],
            columns: [
                TableColumn("项目", 22, .left), TableColumn("比重", 10), TableColumn("得分", 12),
                TableColumn("说明", 52, .left),
            ], size: 11, isLandscape: false)
        for (share, part) in zip(year.shares, card.parts) {
            table.row([
                .text(part.part.chinese), .text("\(share.percent)%"),
                part.value == nil ? .text("未定") : .digits(part.value, format: "0.00"),
                .text(words(of: part)),
            ])
        }
        table.row(
            [
                .text("年度得分"), .text(""),
                card.total == nil ? .text("未定") : .digits(card.total, format: "0.00"),
                .text(card.total == nil ? "有一项未定，不出年度得分" : year.shareWords),
            ], isBold: true)
        table.row([
            .text("组内名次"), .text(""), .text(card.rank.map { "第\($0)名" } ?? "—"),
            .text("\(group.name)共\(group.scorecards.count)家"),
        ])
        table.row([
            .text("等次"), .text(""), .text(card.gradeWords.isEmpty ? "—" : card.gradeWords),
            .text(
                card.vetoes.map { "\($0.period.month)月登记一票否决：\($0.basis)" }
                    .joined(separator: "；")),
        ])
        for note in year.notes { table.note(note) }
        return table.sheet
    }

    private func words(of part: YearScorecard.PartFigure) -> String {
        if let open = part.open {
            return open.chinese + (open.advice.isEmpty ? "" : "：\(open.advice)")
        }
        switch part.part {
        case .months:
            let counted = part.count ?? ""
            let published = year.months.count
            return published == 12 && counted == "12"
                ? "12个月已通报得分的平均数" : "参评\(counted)个月（已通报\(published)个月）的平均数"
        case .yearEnd: return "12月各项适用指标的得分，见“指标”表"
        case .review: return "测评\(part.count ?? "")票折算"
        }
    }
}
