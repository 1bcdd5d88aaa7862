package import Workbooks

/// A point in time on the campaign's own clock (its time zone), to the second.
///
/// Everything that is stored or compared is such a moment; the machine's zone plays no part.
package struct Moment: Hashable, Sendable, Comparable {
    package let date: CivilDate
    package let secondOfDay: Int

    package init(_ date: CivilDate, secondOfDay: Int) {
        precondition((0..<86_400).contains(secondOfDay), "a second of a day")
        self.date = date
        self.secondOfDay = secondOfDay
    }

    /// Seconds since 1970 on a clock that is `offset` seconds ahead of UTC.
    package init(secondsSince1970 seconds: Int, offset: Int) {
        let local = seconds + offset
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        self.init(CivilDate(daysSince1970: day), secondOfDay: local - day * 86_400)
    }

    /// Reads ISO 8601: `2020-07-06`, `2020-07-06T09:00`, `2020-07-06 09:00:30`, with `Z` or `+08:00`.
    ///
    /// Without an offset the text is campaign time; with one it is carried over to the campaign's
    /// clock, which is `offset` seconds ahead of UTC.
    package init?(iso text: String, offset: Int) {
        if let moment = Moment(plain: text) {
            self = moment
            return
        }
        // By bytes, which is where the characters begin if what stands before is a date.
        let bytes = text.utf8
        let end = bytes.index(bytes.startIndex, offsetBy: 10, limitedBy: bytes.endIndex)
        guard let end, let date = CivilDate(text[..<end]) else { return nil }
        var rest = text[end...]
        guard !rest.isEmpty else {
            self.init(date, secondOfDay: 0)
            return
        }
        guard rest.first == "T" || rest.first == " " else { return nil }
        rest.removeFirst()
        var zone: Int?
        if rest.last == "Z" {
            zone = 0
            rest.removeLast()
        } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let seconds = Self.clock(rest[rest.index(after: sign)...]) else { return nil }
            zone = rest[sign] == "-" ? -seconds : seconds
            rest = rest[..<sign]
        }
        guard let seconds = Self.clock(rest), seconds < 86_400 else { return nil }
        if let zone {
            self.init(
                secondsSince1970: date.daysSince1970 * 86_400 + seconds - zone, offset: offset)
        } else {
            self.init(date, secondOfDay: seconds)
        }
    }

    /// Reads exactly `2020-07-06T09:00:00`, as moments are stored; ledgers are full of them.
    private init?(plain text: String) {
        var text = text
        let moment = text.withUTF8 { bytes -> Moment? in
            guard bytes.count == 19, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
                bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
                bytes[16] == UInt8(ascii: ":")
            else { return nil }
            func number(_ range: Range<Int>) -> Int? {
                var number = 0
                for byte in bytes[range] {
                    guard 48...57 ~= byte else { return nil }
                    number = number * 10 + Int(byte - 48)
                }
                return number
            }
            guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
                let date = CivilDate(year: year, month: month, day: day),
                let hours = number(11..<13), hours < 24, let minutes = number(14..<16),
                minutes < 60, let seconds = number(17..<19), seconds < 60
            else { return nil }
            return Moment(date, secondOfDay: hours * 3600 + minutes * 60 + seconds)
        }
        guard let moment else { return nil }
        self = moment
    }

    /// Reads `09:00` or `09:00:30` as seconds.
    package static func clock(_ text: some StringProtocol) -> Int? {
        var digits = 0
        var position = 0
        for byte in text.utf8 {
            if position == 2 || position == 5 {
                guard byte == UInt8(ascii: ":") else { return nil }
            } else {
                guard position < 8, 48...57 ~= byte else { return nil }
                digits = digits * 10 + Int(byte - 48)
            }
            position += 1
        }
        guard position == 5 || position == 8 else { return nil }
        if position == 5 { digits *= 100 }
        let (hours, minutes, seconds) = (digits / 10_000, digits / 100 % 100, digits % 100)
        guard hours <= 24, minutes < 60, seconds < 60 else { return nil }
        return hours * 3600 + minutes * 60 + seconds
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
    }
}

extension Moment: CustomStringConvertible {
    /// `2020-07-06T09:00:00`.
    package var description: String {
        String(unsafeUninitializedCapacity: 19) { text in
            var end = 0
            func put(_ byte: UInt8) {
                text.initializeElement(at: end, to: byte)
                end += 1
            }
            func put(_ number: Int) {
                put(48 + UInt8(number / 10))
                put(48 + UInt8(number % 10))
            }
            put(date.year / 100)
            put(date.year % 100)
            put(UInt8(ascii: "-"))
            put(date.month)
            put(UInt8(ascii: "-"))
            put(date.day)
            put(UInt8(ascii: "T"))
            put(secondOfDay / 3600)
            put(UInt8(ascii: ":"))
            put(secondOfDay / 60 % 60)
            put(UInt8(ascii: ":"))
            put(secondOfDay % 60)
            return end
        }
    }

    /// `2020-07-06 09:00`, as notices print it.
    package var short: String {
        "\(date) " + padded(secondOfDay / 3600, to: 2) + ":" + padded(secondOfDay / 60 % 60, to: 2)
    }
}
