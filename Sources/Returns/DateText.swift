import Campaigns
import Findings
import Workbooks

/// Reads the ways in which people write a day.
enum DateText {
    enum Reading: Hashable {
        /// `changed`: the text was not ISO already.
        case date(CivilDate, changed: Bool)
        case impossible
        case unreadable
    }

    /// Reads a day in any of the styles that people use.
    ///
    /// 2020-06-30, 2020/6/30, 2020.6.30, 2020年6月30日, 20200630; 6.30 and 6月30日 take the year of the
    /// period; full width of all. A month without a day is no date.
    static func read(_ text: String, period: Period?) -> Reading {
        let key = Folding.key(text)
        if let date = CivilDate(key) { return .date(date, changed: key != text) }
        if key.utf8.count == 8, key.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(key) {
            return day(number / 10_000, number / 100 % 100, number % 100)
        }
        var bare = key
        for suffix in ["日", "号"] where bare.hasSuffix(suffix) { bare.removeLast() }
        let parts = bare.split(
            whereSeparator: { "-/.年月".contains($0) })
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { 48...57 ~= $0 } ? Int(part) : nil
        }
        guard numbers.count == parts.count, isWellFormed(bare) else { return .unreadable }
        switch numbers.count {
        case 3 where parts[0].utf8.count == 4:
            return day(numbers[0], numbers[1], numbers[2])
        case 2 where parts[0].utf8.count <= 2 && parts[1].utf8.count <= 2:
            guard let period else { return .unreadable }
            return day(period.year, numbers[0], numbers[1])
        default:
            return .unreadable
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Reading {
        CivilDate(year: year, month: month, day: day).map { .date($0, changed: true) }
            ?? .impossible
    }

    /// Digits in between single separators, of one style.
    private static func isWellFormed(_ text: String) -> Bool {
        let separators = text.filter { !$0.isASCIIDigit }
        guard text.first?.isASCIIDigit == true, text.last?.isASCIIDigit == true else {
            return false
        }
        return ["--", "//", "..", "年月", "-", "/", ".", "月"].contains(separators)
    }
}
