/// A day of the Gregorian calendar without a time zone, as people write it on a sheet.
package struct CivilDate: Hashable, Sendable, Comparable {
    // Four bytes, for workbooks hold dates by the million and pass them from hand to hand.
    private let storedYear: Int16
    private let storedMonth: Int8
    private let storedDay: Int8

    package var year: Int { Int(storedYear) }
    package var month: Int { Int(storedMonth) }
    package var day: Int { Int(storedDay) }

    /// Nil where there is no such day, or before year 1 or after 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        storedYear = Int16(truncatingIfNeeded: year)
        storedMonth = Int8(truncatingIfNeeded: month)
        storedDay = Int8(truncatingIfNeeded: day)
    }

    /// Reads exactly `2020-06-30`; nil for anything else.
    package init?(_ text: some StringProtocol) { self.init(iso: text.utf8) }

    /// The same of a whole text, as which nearly all dates come.
    package init?(_ text: String) { self.init(iso: text.utf8) }

    /// Byte by byte: ledgers are read by such texts, a splitting would take most of the time.
    private init?(iso text: some Sequence<UInt8>) {
        var digits = 0
        var position = 0
        for byte in text {
            if position == 4 || position == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard position < 10, 48...57 ~= byte else { return nil }
                digits = digits * 10 + Int(byte - 48)
            }
            position += 1
        }
        guard position == 10 else { return nil }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    /// Days since 1970-01-01, negative before it; years beyond what 16 bits hold stay at their end.
    package init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        storedDay = Int8(truncatingIfNeeded: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        storedMonth = Int8(truncatingIfNeeded: month)
        storedYear = Int16(clamping: yearOfEra + era * 400 + (month <= 2 ? 1 : 0))
    }

    package var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// Monday is 1, Sunday is 7.
    package var weekday: Int {
        let day = (daysSince1970 + 3) % 7
        return (day < 0 ? day + 7 : day) + 1
    }

    package func adding(days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2020-06-30`.
    package var description: String {
        "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

/// A whole number with leading zeros up to a width.
package func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
