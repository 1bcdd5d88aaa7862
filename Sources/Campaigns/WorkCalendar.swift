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
        let ordinary = Self.weekdays(through: end) - Self.weekdays(through: start)
        let moved = exceptions.reduce(0) { sum, exception in
            guard start < exception.key, exception.key <= end else { return sum }
            return sum + (exception.value ? 1 : 0) - (exception.key.weekday <= 5 ? 1 : 0)
        }
        return ordinary + moved
    }

    /// The first day by which a number of workdays has passed since another; that day itself for none.
    ///
    /// A calendar that names no workday for years is the campaign's mistake: after ten years the search
    /// ends.
    package func day(afterWorkdays count: Int, since start: CivilDate) -> CivilDate {
        var day = start
        let last = start.adding(days: 3_660)
        var passed = 0
        while passed < count, day < last {
            day = day.adding(days: 1)
            if isWorkday(day) { passed += 1 }
        }
        return day
    }

    /// The number of days from Monday to Friday since some Monday long ago.
    private static func weekdays(through date: CivilDate) -> Int {
        // 0001-01-01 was a Monday.
        let days = date.daysSince1970 + 719_162
        return days / 7 * 5 + min(days % 7 + 1, 5)
    }
}
