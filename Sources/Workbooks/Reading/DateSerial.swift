/// Serial numbers of days and what they show (ECMA-376 Part 1, 18.17.4).
struct DateSerial {
    /// Days are counted from 1904-01-01, as early Macintoshes did.
    var is1904 = false

    private static let millisecondsPerDay = 86_400_000

    /// Nil where the format is none of dates or the number shows no real day: negative, beyond the
    /// year 9999, the day 0, and 60, a 29 February 1900 that never was.
    func value(of serial: Double, shownAs format: NumberFormat) -> DateValue? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let total = Int((serial * Double(Self.millisecondsPerDay)).rounded())
        let (days, milliseconds) = total.quotientAndRemainder(dividingBy: Self.millisecondsPerDay)
        switch format {
        case .plain, .percent: return nil
        case .elapsed: return .elapsed(milliseconds: total)
        case .time: return .time(milliseconds: milliseconds)
        case .date: return date(days).map { .date($0) }
        case .dateTime:
            if days == 0 && !is1904 { return .time(milliseconds: milliseconds) }
            return date(days).map { .dateTime($0, milliseconds: milliseconds) }
        }
    }

    /// The serial of a day in the 1900 system; what is before March 1900 counts the false leap day.
    static func serial(of date: CivilDate) -> Int {
        let days = date.daysSince1970 + 25_569
        return days > 60 ? days : days - 1
    }

    private func date(_ days: Int) -> CivilDate? {
        let since1970: Int
        if is1904 {
            since1970 = days - 24_107
        } else {
            guard days > 0, days != 60 else { return nil }
            since1970 = days < 60 ? days - 25_568 : days - 25_569
        }
        let date = CivilDate(daysSince1970: since1970)
        return date.year <= 9999 ? date : nil
    }
}

extension CivilDate {
    /// The number of the day in formulas and cells of spreadsheets, in the 1900 system.
    package var serial: Int { DateSerial.serial(of: self) }
}
