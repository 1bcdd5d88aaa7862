import Assessments
import Campaigns
import Workbooks

/// 排名: a table of all groups, each with its ranked units, then the unranked ones.
struct RankingSheet {
    let vocabulary: Vocabulary
    let facts: BulletinFacts

    var sheet: SheetDraft {
        let assessment = facts.assessment
        var table = TableBuilder(
            name: "排名",
            title: "\(assessment.period.chinese)综合得分排名" + (assessment.isDraft ? "（草稿）" : ""),
            remarks: [remark],
            columns: [
                TableColumn("名次", 7), TableColumn("单位", 22, .left), TableColumn("得分", 9),
                TableColumn("灯", 5), TableColumn("指标得分", 9), TableColumn("扣分", 8),
                TableColumn("扣分原因", 34, .left), TableColumn("加分", 8),
                TableColumn("适用权重", 9), TableColumn("上月名次", 9), TableColumn("位次变化", 9),
            ], frozenColumns: 2)
        for group in assessment.groups {
            let ranked = group.standings.count { !$0.isUnranked }
            table.band("\(group.name)：\(group.standings.count)家，参评\(ranked)家")
            let bottom = bottom(of: group)
            for standing in group.standings {
                table.row(
                    cells(of: standing, isBottom: bottom.contains(standing.unit)),
                    isBold: standing.rank.map { $0 <= 3 } ?? false)
            }
        }
        for note in notes { table.note(note) }
        return table.sheet
    }

    private var remark: String {
        let moment = vocabulary.chinese(facts.assessment.asOf)
        if facts.assessment.isDraft {
            return "截至\(moment)，报送尚未截止，只列得分的现状，不排名次。"
        }
        return "截至\(moment)。名次底色：浅黄为各组前3名，灰色为各组末位。"
    }

    private var notes: [String] {
        let unrankedBelow = vocabulary.campaign.settings.text(.unrankedBelow)
        let isCorrected = facts.trends?.isLastMonthCorrected ?? false
        return [
            "得分＝指标得分－扣分＋加分。适用权重之和不足\(unrankedBelow)的不参评，列在组末。"
                + "得分相同的名次并列，其后名次顺延。",
            "位次变化：↑上升，↓下降，—不变，“新”为上月没有名次；分组或权重有变动的不比较。",
            isCorrected ? ToldMonths.ranksStay : nil, CoverText.roundingStatement,
        ].compactMap { $0 }
    }

    private func cells(of standing: Standing, isBottom: Bool) -> [TableCell] {
        var rank = TableCell.count(standing.rank)
        if standing.isUnranked { rank = .text("不参评") }
        if let place = standing.rank, place <= 3 { rank.fill = Palette.top }
        if isBottom { rank.fill = Palette.bottom }
        let light = standing.light
        return [
            rank, .text(standing.name), .digits(standing.score, format: "0.00"),
            .text(light?.chinese ?? "", fill: Palette.light(light)),
            .digits(standing.baseScore, format: "0.00"),
            .digits(standing.deductions, format: "0.00"),
            .text(standing.items.map(\.chinese).joined(separator: "，")),
            .digits(standing.bonus, format: "0.00"),
            .digits(standing.applicableWeight, format: "General"),
            .count(standing.previousRank), .text(standing.change.arrow),
        ]
    }

    /// The units on the last places of a group, ties across the line included.
    private func bottom(of group: RankGroup) -> Set<String> {
        let settings = vocabulary.campaign.settings
        let ranked = group.standings.filter { $0.rank != nil }
        guard group.standings.count >= settings.integer(.bottomMinGroup) else { return [] }
        let isSmall = group.standings.count < settings.integer(.smallGroupBelow)
        let places = settings.integer(isSmall ? .bottomNSmall : .bottomN)
        guard places > 0, let line = ranked.suffix(places).first?.rank else { return [] }
        return Set(ranked.filter { ($0.rank ?? 0) >= line }.map(\.unit))
    }
}
