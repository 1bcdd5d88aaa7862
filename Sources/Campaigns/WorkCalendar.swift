package import Workbooks

/// Which days are worked (含调休): Monday to Friday but for the days that `calendar` names.
package struct WorkCalendar: Hashable, Sendable {
    /// The exceptions; true is a workday.
    package var exceptions: [CivilDate: Bool]

    package init(exceptions: [CivilDate: Bool] = [:]) {
        self.exceptions = exceptions
    }

    package func isWorkday(_ date: CivilDate) -> Bool {
        exceptions[date] ?? (date.weekday <= 5)
    }

    package func workdays(in period: Period) -> Int {
        workdays(after: period.firstDay.adding(days: -1), through: period.lastDay)
    }

    /// The number of workdays d with `start` < d ≤ `end`; 0 where the end is not after the start.
    package func workdays(after start: CivilDate, through end: CivilDate) -> Int {
        guard start < end else { return 0 }
        return ((start.daysSince1970 + 1)...end.daysSince1970)
            .count { isWorkday(CivilDate(daysSince1970: $0)) }
    }
}
