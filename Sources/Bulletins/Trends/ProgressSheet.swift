import Assessments
import Campaigns
import Workbooks

/// 进步与累计: what each unit's score did since last month, the mean of the year so far, how often it
/// stood in the bottom.
struct ProgressSheet {
    let facts: BulletinFacts
    let trends: Trends

    var sheet: SheetDraft {
        var table = TableBuilder(
            name: "进步与累计", title: "\(trends.period.chinese)得分进步与本年累计",
            remarks: ["进步名次按得分比上月的增减排，年内名次按各月平均得分排，组内各排各的。"],
            columns: [
                TableColumn("单位", 26, .left), TableColumn("本月名次", 8),
                TableColumn("本月得分", 10),
                TableColumn(
                    ToldMonths.head("上月得分", isCorrected: trends.isLastMonthCorrected), 10),
                TableColumn("比上月增减", 11), TableColumn("进步名次", 8),
                TableColumn("年内平均得分", 12), TableColumn("参评月数", 8),
                TableColumn("年内名次", 8), TableColumn("年内列末位月数", 10),
                TableColumn("连续列末位月数", 10),
            ], frozenColumns: 1)
        for group in trends.groups {
            table.band(group.name)
            for unit in group.units { table.row(cells(of: unit)) }
        }
        for note in notes { table.note(note) }
        return table.sheet
    }

    private func cells(of unit: UnitTrend) -> [TableCell] {
        let this = unit.months.last
        let last = unit.months.dropLast().last { $0.period == trends.period.previous }
        var place = TableCell.count(unit.progress?.place)
        if let progress = unit.progress, progress.place <= 3, facts.isProgress(unit) {
            place.fill = Palette.top
        }
        var bottom = TableCell.count(unit.bottomRun > 0 ? unit.bottomRun : nil)
        if unit.bottomRun > 1 { bottom.fill = Palette.bottom }
        return [
            .text(unit.name),
            this?.rank.map { .count($0) } ?? .text("不参评"),
            .digits(this?.score, format: "0.00"), .digits(last?.score, format: "0.00"),
            .digits(unit.progress?.change, format: "+0.00;-0.00;0.00"), place,
            .digits(unit.yearToDate?.mean, format: "0.00"),
            .count(unit.yearToDate?.months), .count(unit.yearToDate?.rank),
            .count(unit.bottomMonths > 0 ? unit.bottomMonths : nil), bottom,
        ]
    }

    private var notes: [String] {
        var notes = [
            "只有两个月都参评、分组和权重都没有变动的才比较增减；增减、平均分相同的名次并列。浅黄为组内进步前3名。",
            "年内平均为今年以来参评各月已通报得分（更正过的为更正后）的平均数，参评月数不同的单位请对照月数看。",
            "末位按每月通报（更正过的为更正后）的口径；空白为没有列末位。灰色为连续两个月以上。",
        ]
        if trends.isLastMonthCorrected { notes.append(ToldMonths.ranksStay) }
        let untold = trends.groups.flatMap(\.units).filter { facts.untold($0) != 0 }.map(\.name)
        if !untold.isEmpty {
            notes.append("\(NameList.words(untold))：\(ToldMonths.isUntold)。")
        }
        if trends.hasChangedWeights { notes.append("今年以来指标权重有过变动，各月得分的口径不尽相同。") }
        return notes + [CoverText.roundingStatement]
    }
}
