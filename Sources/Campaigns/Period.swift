package import Workbooks

/// A reporting period (报告期): a month; quarterly and yearly forms use the month that ends theirs.
package struct Period: Hashable, Sendable, Comparable {
    package let year: Int
    package let month: Int

    /// Nil for a month outside 1–12 or a year outside 1900–2999.
    package init?(year: Int, month: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month) else { return nil }
        self.year = year
        self.month = month
    }

    /// Reads exactly `2020-06`.
    package init?(_ text: some StringProtocol) { self.init(iso: text.utf8) }

    /// The same of a whole text, as which nearly all periods come.
    package init?(_ text: String) { self.init(iso: text.utf8) }

    private init?(iso text: some Sequence<UInt8>) {
        var digits = 0
        var position = 0
        for byte in text {
            if position == 4 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard position < 7, 48...57 ~= byte else { return nil }
                digits = digits * 10 + Int(byte - 48)
            }
            position += 1
        }
        guard position == 7 else { return nil }
        self.init(year: digits / 100, month: digits % 100)
    }

    package init(containing date: CivilDate) {
        year = date.year
        month = date.month
    }

    private init(index: Int) {
        year = index / 12
        month = index % 12 + 1
    }

    private var index: Int { year * 12 + month - 1 }

    package var previous: Period { Period(index: index - 1) }
    package var next: Period { Period(index: index + 1) }
    package var days: Int { CivilDate.days(inMonth: month, of: year) }
    package var firstDay: CivilDate { lastDay.adding(days: 1 - days) }
    package var lastDay: CivilDate { CivilDate(daysSince1970: next.startDays - 1) }
    /// The months of the quarter from its first to this one.
    package var quarterToDate: [Period] {
        (0...((month - 1) % 3)).reversed().map { Period(index: index - $0) }
    }

    private var startDays: Int {
        // Month and day are in range by construction.
        CivilDate(year: year, month: month, day: 1)?.daysSince1970 ?? 0
    }

    package static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

extension Period: CustomStringConvertible {
    /// `2020-06`.
    package var description: String {
        String(unsafeUninitializedCapacity: 7) { text in
            // From the end: digits and what stands between them.
            var rest = year * 100 + month
            for place in (0..<7).reversed() where place != 4 {
                text.initializeElement(at: place, to: 48 + UInt8(rest % 10))
                rest /= 10
            }
            text.initializeElement(at: 4, to: UInt8(ascii: "-"))
            return 7
        }
    }
    /// `2020年6月`.
    package var chinese: String { "\(year)年\(month)月" }
}
