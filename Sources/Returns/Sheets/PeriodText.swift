import Campaigns
import Workbooks

/// Finds months in what people write: `2020年6月`, `2020-06`, `2020.6`, `202006`, `6月`, `六月份`.
enum PeriodText {
    /// A month that a text names; without a year where the text names none.
    struct Mention: Hashable {
        var year: Int?
        var month: Int

        /// The month itself; one without a year is the latest such month that has begun.
        ///
        /// Not the latest that has closed: a return for June comes in the first days of July, before it is due,
        /// and would be one for the June of the year before.
        func period(latestBegun: Period) -> Period? {
            if let year { return Period(year: year, month: month) }
            let candidate = Period(year: latestBegun.year, month: month)
            guard let candidate, candidate > latestBegun else { return candidate }
            return Period(year: latestBegun.year - 1, month: month)
        }
    }

    /// All months that a text names, each once, in the order of the text.
    ///
    /// A full date (`2020年7月2日`) is a day, not a reporting period, and is passed over.
    static func mentions(in text: String) -> [Mention] {
        // The first month has a name of its own.
        let key = Folding.key(text)
        let named = key.holds("元月") ? key.replacing("元月", with: "1月") : key
        let scalars = Array(named.unicodeScalars)
        var found: [Mention] = []
        eachNumber(in: scalars) { number, digits, end in
            guard let (mention, after) = mention(number, digits: digits, then: end, in: scalars)
            else { return end }
            if let mention, !found.contains(mention) { found.append(mention) }
            return after
        }
        return found
    }

    /// The years that a text names, in its order: 2019年, 19年, 二〇一九年.
    static func years(in text: String) -> [Int] {
        let scalars = Array(Folding.key(text).unicodeScalars)
        var years: [Int] = []
        eachNumber(in: scalars) { number, digits, end in
            if end < scalars.count, scalars[end] == "年", digits == 4 || digits == 2 {
                years.append(digits == 4 ? number : 2000 + number)
            }
            return end
        }
        return years
    }

    /// Hands over every number of a text with its digits and its end; what is taken says where to go on.
    private static func eachNumber(
        in scalars: [Unicode.Scalar],
        _ take: (_ number: Int, _ digits: Int, _ end: Int) -> Int
    ) {
        var index = 0
        while index < scalars.count {
            guard let (value, digits, end) = number(in: scalars, at: index) else {
                index += 1
                continue
            }
            index = take(value, digits, end)
        }
    }

    /// What begins with a number: a month, a day to be passed over (nil), or nothing of the kind.
    private static func mention(
        _ number: Int, digits: Int, then end: Int, in scalars: [Unicode.Scalar]
    ) -> (Mention?, Int)? {
        let next = end < scalars.count ? scalars[end] : " "
        switch digits {
        case 4 where (1990...2999).contains(number):
            guard "年-./_".unicodeScalars.contains(next),
                let (month, width, after) = Self.number(in: scalars, at: end + 1),
                (1...12).contains(month), width <= 2
            else { return nil }
            return dayFollows(in: scalars, at: after)
                .map { (nil, $0) } ?? (Mention(year: number, month: month), after)
        case 6 where (1990...2999).contains(number / 100) && (1...12).contains(number % 100):
            return (Mention(year: number / 100, month: number % 100), end)
        case 8 where (1990...2999).contains(number / 10_000):
            return (nil, end)
        // 19年6月: the year in two digits, which is not the latest June that there was.
        case 2 where next == "年":
            guard let (month, width, after) = Self.number(in: scalars, at: end + 1),
                (1...12).contains(month), width <= 2, after < scalars.count, scalars[after] == "月"
            else { return nil }
            return dayFollows(in: scalars, at: after)
                .map { (nil, $0) } ?? (Mention(year: 2000 + number, month: month), after)
        case 1...2 where next == "月" && (1...12).contains(number):
            return dayFollows(in: scalars, at: end)
                .map { (nil, $0) } ?? (Mention(year: nil, month: number), end + 1)
        default:
            return nil
        }
    }

    /// The end of a day's number behind a month, where there is one.
    private static func dayFollows(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
        guard index < scalars.count, "月-./".unicodeScalars.contains(scalars[index]),
            let (day, width, after) = number(in: scalars, at: index + 1), (1...31).contains(day),
            width <= 2
        else { return nil }
        // 6月30 is a day with or without 日; 2020-06-30 is one; 2020.6.3版 is one too.
        return after
    }

    private static let numerals = Array("0一二三四五六七八九".unicodeScalars)

    /// A year in four Chinese digits before 年.
    private static func year(
        in scalars: [Unicode.Scalar], at start: Int
    ) -> (value: Int, digits: Int, end: Int)? {
        guard start + 4 < scalars.count, scalars[start + 4] == "年" else { return nil }
        var value = 0
        for scalar in scalars[start..<(start + 4)] {
            // 二O二一: a letter for the circle.
            guard let digit = scalar == "o" ? 0 : numerals.firstIndex(of: scalar) else {
                return nil
            }
            value = value * 10 + digit
        }
        return (value, 4, start + 4)
    }

    /// The months of which a text names the last day, as texts: `截至2020年6月30日` ends June.
    static func monthEnds(in text: String) -> String {
        let key = Folding.key(text)
        let parts = key.split(whereSeparator: { !$0.isASCIIDigit }).compactMap { Int($0) }
        guard parts.count == 3, let period = Period(year: parts[0], month: parts[1]),
            period.lastDay.day == parts[2]
        else { return "" }
        return period.chinese
    }

    /// A number in digits or Chinese numerals (up to 十二) and how many digits it has.
    private static func number(
        in scalars: [Unicode.Scalar], at start: Int
    ) -> (value: Int, digits: Int, end: Int)? {
        var index = start
        var value = 0
        while index < scalars.count, let digit = scalars[index].digit, index - start < 9 {
            value = value * 10 + digit
            index += 1
        }
        if index > start {
            // 二〇二〇: the circle is folded to 0, so a year may begin or end in digits.
            if index < scalars.count, numerals.contains(scalars[index]),
                let year = year(in: scalars, at: start)
            {
                return year
            }
            return (value, index - start, index)
        }
        if let year = year(in: scalars, at: start) { return year }
        var text = ""
        while index < scalars.count, "一二三四五六七八九十".unicodeScalars.contains(scalars[index]),
            index - start < 2
        {
            text.unicodeScalars.append(scalars[index])
            index += 1
        }
        guard let value = ChineseNumeral.value(of: text) else { return nil }
        return (value, value < 10 ? 1 : 2, index)
    }
}

extension Unicode.Scalar {
    /// The value of an ASCII digit.
    var digit: Int? { (48...57).contains(value) ? Int(value) - 48 : nil }
}
