import Campaigns
import Findings

/// Says a rule's condition in words: `cur.file_done > cur.cadres` is
/// `“已建工作档案数”大于“村干部人数”`.
///
/// What has no word stands as it is written; the SQL is always shown beside it.
struct ConditionWords {
    let campaign: Campaign
    let form: Form?

    func words(of sql: String) -> Bilingual {
        let tokens = Self.tokens(of: sql)
        return Bilingual(
            joined(tokens, .chinese, separator: ""), joined(tokens, .english, separator: " "))
    }

    private func joined(_ tokens: [String], _ language: Language, separator: String) -> String {
        var words: [String] = []
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let (word, length) = word(at: index, in: tokens, language)
            if !word.isEmpty { words.append(word) }
            index += length
        }
        var text = words.joined(separator: separator)
        for (space, none) in [("( ", "("), (" )", ")"), (" ,", ",")] {
            text = text.replacing(space, with: none)
        }
        return text
    }

    /// Words of more than one token, the longest first.
    private static let phrases: [(tokens: [String], chinese: String, english: String)] = [
        (["IS", "NOT", "NULL"], "已填", "is filled in"), (["IS", "NULL"], "没有填", "is blank"),
        (["NOT", "IN"], "不是其中之一：", "is none of"), (["IN"], "是其中之一：", "is one of"),
        (["AND"], "，并且", "and"), (["OR"], "，或者", "or"), (["NOT"], "不是", "not"),
        (["<>"], "不是", "is not"), (["="], "是", "is"), ([">="], "不小于", "is at least"),
        (["<="], "不大于", "is at most"), ([">"], "大于", "is more than"),
        (["<"], "小于", "is less than"), (["*"], "×", "×"), (["-"], "减", "minus"),
        (["+"], "加", "plus"), ([","], "、", ","),
    ]

    private func word(
        at index: Int, in tokens: [String], _ language: Language
    ) -> (String, length: Int) {
        let token = tokens[index]
        // COALESCE(x, 0): x, taken for 0 where it is blank.
        if token.uppercased() == "COALESCE", index + 5 < tokens.count, tokens[index + 1] == "(",
            tokens[index + 3] == ",", tokens[index + 5] == ")"
        {
            let (value, _) = word(at: index + 2, in: tokens, language)
            let (blank, _) = word(at: index + 4, in: tokens, language)
            return (
                Say(language)("\(value)（空着按\(blank)算）", "\(value) (\(blank) where it is blank)"), 6
            )
        }
        for phrase in Self.phrases {
            let end = index + phrase.tokens.count
            if end <= tokens.count, tokens[index..<end].map({ $0.uppercased() }) == phrase.tokens {
                return (
                    language == .chinese ? phrase.chinese : phrase.english, phrase.tokens.count
                )
            }
        }
        return (single(token, language), 1)
    }

    private func single(_ token: String, _ language: Language) -> String {
        if token.hasPrefix("'") { return "“\(token.dropFirst().dropLast())”" }
        if token.hasPrefix(":") { return parameter(String(token.dropFirst()), language) }
        let parts = token.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return token }
        let say = Say(language)
        let (table, column) = (parts[0], parts[1])
        let name = form?.field(column).map { "“\($0.header)”" } ?? engines(column, language)
        switch table {
        case "cur": return name
        case "prev": return say("上月的\(name)", "last month’s \(name)")
        case "roster": return say("花名册的\(column)", "the roster’s \(column)")
        default: return token
        }
    }

    /// What is no column of the sheet: attributes of roster and unit, and the engine's own of inspections.
    private func engines(_ column: String, _ language: Language) -> String {
        let say = Say(language)
        for (prefix, owner) in [
            ("roster_", say("花名册的", "the roster’s ")), ("unit_", say("单位表的", "the unit’s ")),
        ] where column.hasPrefix(prefix) {
            return owner + column.dropFirst(prefix.count)
        }
        switch column {
        case "comparable": return say("是否可比", "whether they can be compared")
        case "deviation": return say("上报与所见之差", "how the return differs from what was seen")
        case "adverse": return say("不利情况没有上报", "something bad was left out")
        case "waited_days": return say("单位已有的反馈工作日数", "the working days to answer so far")
        default: return column
        }
    }

    private func parameter(_ key: String, _ language: Language) -> String {
        let say = Say(language)
        switch key {
        case "month": return say("月份", "the month")
        case "days_in_month": return say("当月天数", "the days of the month")
        case "workdays": return say("当月工作日数", "the working days of the month")
        case "asof": return say("今天", "today")
        case "period": return say("报告期", "the period")
        default: return campaign.settings[key] ?? ":" + key
        }
    }

    /// Names with their table, texts, numbers, operators, brackets; spaces aside.
    private static func tokens(of sql: String) -> [String] {
        var tokens: [String] = []
        var rest = Substring(sql)
        func take(_ count: Int) {
            tokens.append(String(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        while let first = rest.first {
            if first.isWhitespace {
                rest = rest.dropFirst()
            } else if first == "'" {
                take(1 + rest.dropFirst().prefix { $0 != "'" }.count + 1)
            } else if first.isLetter || first.isNumber || first == ":" || first == "_" {
                take(
                    1
                        + rest.dropFirst().prefix {
                            $0.isLetter || $0.isNumber || "_.".contains($0)
                        }.count)
            } else if ["<>", "<=", ">="].contains(String(rest.prefix(2))) {
                take(2)
            } else {
                take(1)
            }
        }
        return tokens
    }
}
