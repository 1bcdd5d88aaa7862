import Campaigns
import Findings
import Workbooks

/// Reads the ways in which people write a day.
enum DateText {
    enum Reading: Hashable {
        /// `changed`: the text was not ISO already.
        case date(CivilDate, changed: Bool)
        case impossible
        /// Two days of the same month: 6.3 may be what a spreadsheet left of 6.30.
        case ambiguous(CivilDate, CivilDate)
        case unreadable
    }

    /// Serials of the 1900 calendar that are read as days: 1954 to 2064.
    static let serials = 20_000...60_000

    /// Reads a day in any of the styles that people use.
    ///
    /// 2020-06-30, 2020/6/30, 2020.6.30, 2020年6月30日, 20200630, a time of day behind it left out; 6.30 and
    /// 6月30日 take the year of the period; full width and Chinese numerals of all; the serial that a
    /// CSV keeps of a day. A month without a day is no date.
    static func read(_ text: String, period: Period?) -> Reading {
        guard text.utf8.count <= 200 else { return .unreadable }
        if let date = plain(text) { return .date(date, changed: false) }
        let written = WrittenText(text).text
        if let serial = serial(written) { return .date(serial, changed: true) }
        let day = withoutTime(written)
        if let reading = digits(day) { return reading }
        guard let parts = parts(of: arabic(day)) else { return .unreadable }
        if parts.numbers.count == 3 {
            return self.day(parts.numbers[0], parts.numbers[1], parts.numbers[2])
        }
        guard let period else { return .unreadable }
        let reading = self.day(period.year, parts.numbers[0], parts.numbers[1])
        // Typed as 6.30 into a cell of numbers and kept as text, the zero is gone.
        if parts.separator == ".", parts.lastWidth == 1, case .date(let date, _) = reading,
            case .date(let later, _) = self.day(
                period.year, parts.numbers[0], parts.numbers[1] * 10)
        {
            return .ambiguous(date, later)
        }
        return reading
    }

    /// A day without a year that lies over half a year before the end of the period.
    ///
    /// Where a day may lie ahead, 1月31日 in December is more likely the coming one.
    static func isLongPast(_ date: CivilDate, _ text: String, in period: Period) -> Bool {
        guard period.lastDay.daysSince1970 - date.daysSince1970 > 183,
            case .unreadable = read(text, period: nil)
        else { return false }
        return true
    }

    /// A day in ISO 8601 and nothing else: it is the same in any month and is kept as it stands.
    static func isPlain(_ text: String) -> Bool { plain(text) != nil }

    /// Four digits in front: whatever day it is, the text says of which year.
    static func beginsWithYear(_ text: String) -> Bool {
        text.utf8.count >= 4 && text.utf8.prefix(4).allSatisfy { $0 &- 48 < 10 }
    }

    private static func plain(_ text: String) -> CivilDate? {
        CivilDate(text).flatMap { years.contains($0.year) ? $0 : nil }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Reading {
        guard years.contains(year) else { return .unreadable }
        return CivilDate(year: year, month: month, day: day).map { .date($0, changed: true) }
            ?? .impossible
    }

    /// Nothing on a return was before or will be after them.
    private static let years = 1900...2100

    /// 44012: five digits that are a day's serial.
    private static func serial(_ text: String) -> CivilDate? {
        guard text.utf8.count == 5, text.allSatisfy(\.isASCIIDigit), let serial = Int(text),
            serials.contains(serial)
        else { return nil }
        return CivilDate(daysSince1970: serial - 25_569)
    }

    /// 20200630 and 2020 06 30; nil for what is neither.
    private static func digits(_ text: String) -> Reading? {
        let groups = text.split(separator: " ")
        let isSpaced =
            groups.count == 3 && groups[0].utf8.count == 4
            && groups.dropFirst().allSatisfy { (1...2).contains($0.utf8.count) }
        guard groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
        if isSpaced {
            return day(Int(groups[0]) ?? 0, Int(groups[1]) ?? 0, Int(groups[2]) ?? 0)
        }
        guard groups.count == 1, text.utf8.count == 8, let number = Int(text) else { return nil }
        return day(number / 10_000, number / 100 % 100, number % 100)
    }

    /// 2020/6/30 0:00, as a CSV shows a day with a time.
    private static func withoutTime(_ text: String) -> String {
        let separators = text.indices.filter { text[$0] == " " || text[$0] == "t" }
        guard let separator = separators.first, separators.count == 1 else { return text }
        let time = text[text.index(after: separator)...]
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        let isTime =
            (2...3).contains(parts.count)
            && parts.allSatisfy { (1...2).contains($0.utf8.count) && $0.allSatisfy(\.isASCIIDigit) }
        guard isTime, parts.first.flatMap({ Int($0) }).map({ $0 < 24 }) ?? false else {
            return text
        }
        return String(text[..<separator])
    }

    /// 二〇二〇年六月三十日 in digits; any other text as it is.
    private static func arabic(_ text: String) -> String {
        guard text.contains("月"), text.unicodeScalars.contains(where: ChineseNumeral.isNumeral)
        else { return text }
        var result = ""
        var numeral = ""
        for character in text + "\u{0}" {
            if character.unicodeScalars.allSatisfy(ChineseNumeral.isNumeral) {
                numeral.append(character)
                continue
            }
            if !numeral.isEmpty {
                let isYear = character == "年"
                guard let value = isYear ? year(numeral) : ChineseNumeral.value(of: numeral) else {
                    return text
                }
                result += String(value)
                numeral = ""
            }
            if character != "\u{0}" { result.append(character) }
        }
        return result
    }

    /// 二〇二〇, 一九九八: four digits one by one.
    private static func year(_ numeral: String) -> Int? {
        let digits = numeral.unicodeScalars.compactMap { ChineseNumeral.digit($0) }
        guard digits.count == 4, numeral.unicodeScalars.count == 4, digits[0] > 0 else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + $1 }
    }

    private struct Parts {
        var numbers: [Int]
        var separator: String
        /// How many digits the day has.
        var lastWidth: Int
    }

    /// Two or three numbers between single separators of one style, the year with four digits.
    private static func parts(of text: String) -> Parts? {
        guard !isSplit(text) else { return nil }
        var bare = String(
            text.compactMap { character -> Character? in
                switch character {
                case " ": nil
                case "—", "–", "‐", "‑", "‒", "―", "─": "-"
                case "。": "."
                default: character
                }
            })
        for suffix in ["日", "号"] where bare.hasSuffix(suffix) { bare.removeLast() }
        let separators = bare.filter { !$0.isASCIIDigit }
        let styles = ["--", "//", "..", "年月", "-", "/", ".", "月"]
        guard styles.contains(separators), bare.first?.isASCIIDigit == true,
            bare.last?.isASCIIDigit == true
        else { return nil }
        let parts = bare.split(whereSeparator: { !$0.isASCIIDigit })
        let widths = parts.map(\.utf8.count)
        switch widths.count {
        case 3 where widths[0] == 4: break
        case 2 where widths[0] <= 2: break
        default: return nil
        }
        guard widths.suffix(2).allSatisfy({ $0 <= 2 }) else { return nil }
        return Parts(
            numbers: parts.compactMap { Int($0) }, separator: separators,
            lastWidth: widths.last ?? 0)
    }

    /// Digits with a space between them: 2020-06-3 0 is not 2020-06-30.
    private static func isSplit(_ text: String) -> Bool {
        let characters = Array(text)
        return characters.indices.contains { place in
            place > 0 && place + 1 < characters.count && characters[place] == " "
                && characters[place - 1].isASCIIDigit && characters[place + 1].isASCIIDigit
        }
    }
}
