import Campaigns

/// Words by a head that narrow what its column holds: in a bracket behind it (上年末), or above it as the head
/// of a group (组头: 上年 over 应发报酬, 实发报酬).
///
/// All texts are folded.
enum HeadQualifier {
    /// Whether the words make the column another time's, another count, or a part of what the field holds.
    ///
    /// - Parameters:
    ///   - words: What stands in the bracket or above.
    ///   - field: The field as which the column is known.
    ///   - head: The column's own head, which speaks for itself: under 本月情况 a 累计应发报酬 stays the
    ///     year's.
    /// - Returns: True where the column must not be read as the field.
    static func narrows(_ words: String, _ field: Field, under head: String) -> Bool {
        let name = Folding.key(field.header)
        if isOfOtherTime(words, besides: name) { return true }
        guard field.type.isNumber else { return false }
        if changes.contains(where: { words.holds($0) && !name.holds($0) }) { return true }
        if parts(of: Folding.key(field.help)).contains(words) { return true }
        let isRunning = running.contains { words.holds($0) } || years.contains(plain(words))
        if isRunning {
            return holds(name, anyOf: months) && !holds(head, anyOf: months)
        }
        let isYears = field.isCumulative || holds(name, anyOf: running + years)
        return isYears && holds(words, anyOf: months) && !holds(head, anyOf: running + years)
    }

    /// The words say no more than what the field is: of its own head, a clause of its help, or its own time.
    static func repeats(_ words: String, _ field: Field) -> Bool {
        // Units of the campaign's own (瓶) are known by the field that has them.
        let name = Folding.key(field.header + (field.unit ?? ""))
        return name.holds(words) || clauses(of: Folding.key(field.help)).contains(words)
            || field.isCumulative && ownTimes.contains(words)
            || words == "当月" && name.holds("本月")
    }

    /// Whether the words name no month or year, or last the period's own (2020年, 6月, 1-6月).
    static func agrees(_ words: String, with period: Period) -> Bool {
        if let month = PeriodText.mentions(in: words).last, !holds(words, anyOf: untilNow) {
            return month.month == period.month && (month.year ?? period.year) == period.year
        }
        if words.holds("上半年") { return period.month == 6 }
        return PeriodText.years(in: words).last.map { $0 == period.year } ?? true
    }

    // MARK: Words

    private static let otherTimes = [
        "上年", "上月", "上季", "上期", "去年", "往年", "同期", "年初", "期初", "月初", "下月", "下季", "下年", "明年",
        "本季", "季度", "下半年",
    ]
    private static let plans = ["规划", "计划", "目标", "拟", "预计"]
    /// Nothing that is only planned, though it begins so.
    private static let works = ["目标责任", "计划生育"]
    private static let changes = ["新增", "减少", "净增", "增减", "增长", "同比", "环比"]
    private static let months = ["本月", "当月", "每月", "月度", "每周"]
    private static let running = ["累计", "至本月", "至今", "以来", "上半年"]
    private static let untilNow = ["至本月", "至今"]
    private static let years = ["全年", "本年", "本年度", "当年", "今年"]
    private static let ownTimes: Set = [
        "累计", "本年累计", "全年累计", "年累计", "累计数", "1月至本月", "1-本月", "年初至本月", "年初至今", "至本月", "本年",
    ]

    private static func holds(_ text: String, anyOf words: [String]) -> Bool {
        words.contains { text.holds($0) }
    }

    private static func isOfOtherTime(_ words: String, besides name: String) -> Bool {
        // From the new year on (年初至今) is the year's, of above that age (以上年龄) no time at all.
        var said = words
        for harmless in ["年初至", "年初以来", "年初到", "以上年", "以上月"] {
            said = said.replacing(harmless, with: "")
        }
        if otherTimes.contains(where: { said.holds($0) && !name.holds($0) }) { return true }
        let aim = plain(words)
        return !works.contains { aim.begins(with: $0) }
            && plans.contains { aim.begins(with: $0) && !name.holds($0) }
    }

    /// Without the year in front and 情况 behind: 2020年度计划完成情况 is 计划.
    private static func plain(_ words: String) -> String {
        var rest = Substring(words)
        for ending in ["完成情况", "情况", "完成数", "数"] where rest.hasSuffix(ending) {
            rest = rest.dropLast(ending.count)
            break
        }
        let digits = rest.prefix { $0.isASCIIDigit }
        if !digits.isEmpty, rest.dropFirst(digits.count).hasPrefix("年") {
            rest = rest.dropFirst(digits.count + 1)
            if rest.hasPrefix("度") { rest = rest.dropFirst() }
        }
        for beginning in ["全年", "本年度", "年度", "本年", "当年", "今年", "本月", "当月"]
        where rest.hasPrefix(beginning) && rest.count > beginning.count {
            return String(rest.dropFirst(beginning.count))
        }
        return String(rest)
    }

    // MARK: Help

    private static func clauses(of help: String) -> [String] {
        help.split { ".,;:\"()".contains($0) }.map(String.init)
    }

    /// What a clause of the help counts together: 含流出和流入 holds 流出 and 流入.
    private static func parts(of help: String) -> Set<String> {
        var parts: Set<String> = []
        for clause in clauses(of: help) {
            let members = clause.split { "和与及或".contains($0) }
            guard members.count > 1 else { continue }
            for member in members {
                var part = member
                for beginning in ["不含", "包括", "含"] where part.hasPrefix(beginning) {
                    part = part.dropFirst(beginning.count)
                    break
                }
                for ending in ["合计", "之和"] where part.hasSuffix(ending) {
                    part = part.dropLast(ending.count)
                }
                parts.insert(String(part))
            }
        }
        return parts
    }
}
