import Assessments
import Campaigns

/// What earlier months are called in tables: as their bulletins told them, or as they were corrected since
/// (更正后).
enum ToldMonths {
    /// Which figures a table of months holds, behind what names months and figures: `往月为当月通报的得分`.
    static func remark(_ lead: String, areCorrected: Bool) -> String {
        lead + (areCorrected ? "，标“更正”的为更正后的" : "")
    }

    /// The head of a month's column, marked where any figure in it is a correction's.
    static func head(_ title: String, isCorrected: Bool) -> String {
        title + (isCorrected ? "\n（更正）" : "")
    }

    /// Behind a name for last month's score in a sentence.
    static func mark(isCorrected: Bool) -> String { isCorrected ? "（更正后）" : "" }

    /// What is behind a change that holds more than the unit's progress.
    static let isUntold = "上月数据后来有变动、还没有更正通报，增减里含上月的变动，见“升降原因”表"

    /// Why the ranking and the tables of months may name another rank for one month.
    static let ranksStay = "上月作过更正：“排名”表的上月名次、位次变化仍按当月通报时的名次，走势、进步和年内累计按更正后的。"
}

extension BulletinFacts {
    /// What is known of a unit's last month and was not told yet, in hundredths of a point; 0 where its move is
    /// not taken apart.
    func untold(_ unit: UnitTrend) -> Int {
        guard case .split(let move)? = moves?[unit.unit], let trends else { return 0 }
        return unit.untold(move, since: trends.period.previous)
    }

    /// Whether a unit's score rose by more than what last month is known to be better than it was told.
    func isProgress(_ unit: UnitTrend) -> Bool {
        guard let progress = unit.progress, progress.isRise else { return false }
        return progress.hundredths > untold(unit)
    }
}
