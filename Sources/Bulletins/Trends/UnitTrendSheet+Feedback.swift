import Assessments
import Campaigns

extension UnitTrendSheet {
    /// The sheet of a unit's feedback; nil where there is no earlier month, and in a draft.
    init?(_ facts: BulletinFacts, unit: String, heading: String) {
        guard let trends = facts.trends, trends.hasHistory,
            let group = trends.groups.first(where: { $0.units.contains { $0.unit == unit } }),
            let trend = group.units.first(where: { $0.unit == unit })
        else { return nil }
        var notes: [String] = []
        let last = trends.lastMonth(of: unit)
        if let progress = trend.progress {
            let mark = ToldMonths.mark(isCorrected: last?.isCorrected ?? false)
            notes.append(Self.words(progress, overLast: "上月\(mark)", in: group.name))
        }
        if last?.isCorrected == true { notes.append(ToldMonths.ranksStay) }
        if facts.untold(trend) != 0 { notes.append(ToldMonths.isUntold + "。") }
        if let year = trend.yearToDate {
            notes.append(
                "今年以来参评\(year.months)个月，平均得分\(year.mean)分，在\(group.name)列第\(year.rank)位。")
        }
        if trend.bottomMonths > 0 {
            let running = trend.bottomRun > 1 ? "，其中到本月已连续\(trend.bottomRun)个月" : ""
            notes.append("今年列末位\(trend.bottomMonths)个月\(running)。")
        }
        if trends.hasChangedWeights { notes.append("今年以来指标权重有过变动，各月得分的口径不尽相同。") }
        self.init(heading: heading, group: group.name, months: trend.months, notes: notes)
    }

    private static func words(
        _ progress: Progress, overLast month: String, in group: String
    ) -> String {
        if progress.isRise {
            return "得分比\(month)上升\(progress.change)分，进步幅度在\(group)列第\(progress.place)位。"
        }
        let isEqual = progress.change == "0.00"
        return isEqual ? "得分与\(month)持平。" : "得分比\(month)下降\(progress.change.dropFirst())分。"
    }
}
