import Assessments
import Campaigns
import Workbooks

/// 近12个月: every unit's score and rank month by month, as they were last told.
struct SeriesSheet {
    let trends: Trends

    var sheet: SheetDraft {
        let corrected = trends.correctedMonths
        let months = trends.months.map { month in
            TableColumn(
                ToldMonths.head(
                    "\(month.year)年\n\(month.month)月", isCorrected: corrected.contains(month)), 9)
        }
        let remark = ToldMonths.remark(
            "往月为当月通报的得分和名次", areCorrected: !corrected.isEmpty)
        var table = TableBuilder(
            name: "各月得分", title: "近\(trends.months.count)个月得分和名次",
            remarks: [remark + "；空白为当月没有通报或没有参评。"],
            columns: [TableColumn("单位", 26, .left)] + months, frozenColumns: 1)
        for group in trends.groups {
            table.band("\(group.name)：得分")
            for unit in group.units {
                table.row(
                    [.text(unit.name)] + unit.months.map { .digits($0.score, format: "0.00") })
            }
            table.band("\(group.name)：名次")
            for unit in group.units {
                table.row([.text(unit.name)] + unit.months.map { .count($0.rank) })
            }
        }
        if trends.isLastMonthCorrected { table.note(ToldMonths.ranksStay) }
        table.note(CoverText.roundingStatement)
        return table.sheet
    }
}
