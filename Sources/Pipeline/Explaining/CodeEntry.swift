package import Findings

/// What a code means, for people and for programs.
package struct CodeEntry: Codable, Sendable {
    package var code: String
    package var severity: String
    package var title: String
    package var titleEnglish: String
    /// `row`, `month`, `cell`, `file` …, as the rules table says it.
    package var kind: String
    /// The forms that it is for, by title; empty for all.
    package var forms: [String]
    /// The condition in words and as it is written; nil for a built-in check.
    package var when: String?
    package var whenEnglish: String?
    package var sql: String?
    /// The catalogue's code and name, for a built-in check.
    package var check: String?
    package var name: String?
    /// The column heads that its findings point at.
    package var columns: [String]
    package var example: String
    package var exampleEnglish: String
    package var advice: String
    package var adviceEnglish: String
    package var state: String
    package var from: String?
    package var to: String?
    /// The rules of the campaign that weigh and word a built-in check.
    package var rules: [String]

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        func line(_ chinese: String, _ english: String, _ text: String?) -> [String] {
            guard let text, !text.isEmpty else { return [] }
            return [say("  \(chinese)：\(text)", "  \(english): \(text)")]
        }
        let grave = Severity(rawValue: severity)?.title(in: language) ?? severity
        var lines = ["\(code)  \(grave)  \(say(title, titleEnglish))"]
        lines += line("说法", "said as", say(example, exampleEnglish))
        lines += line("怎么办", "what to do", say(advice, adviceEnglish))
        lines += line("什么时候", "when", say(when ?? "", whenEnglish ?? ""))
        lines += line("公式", "formula", sql)
        lines += line("标哪几栏", "columns", columns.joined(separator: say("、", ", ")))
        lines += line(
            "用于", "applies to",
            forms.isEmpty ? say("各表", "every form") : forms.joined(separator: say("、", ", ")))
        lines += line("后果", "what follows", consequence.text(in: language))
        if let check, let name {
            lines += line("内置校核", "built-in check", "\(name)" + (check == code ? "" : "  \(check)"))
        }
        lines += line(
            "本活动的规则", "rules of this campaign", rules.joined(separator: say("、", ", ")))
        lines += line("状态", "state", standing.text(in: language))
        return lines
    }

    private var consequence: Bilingual {
        switch Severity(rawValue: severity) {
        // Not the sender's fault as a reporting unit: answered, and that is all.
        case .error where [Check.foreignFile, .notAReturn].contains { $0.rawValue == name }:
            Bilingual("没有采用，告知报来的人，不扣分", "it is not taken; its sender is told, and loses no points")
        case .error: Bilingual("退回，改正后重报", "the return goes back, to be sent again mended")
        case .query:
            Bilingual(
                "数据采用，请核对；属实的在备注中说明（四个字以上）",
                "the return stands; check it, and explain in the remarks (four characters or more) if it is right"
            )
        case .suspicion: Bilingual("只供县里查看", "for the county office alone")
        case .note: Bilingual("系统已自行处理，供核对", "handled already, for your information")
        case nil: Bilingual("", "")
        }
    }

    private var standing: Bilingual {
        var words: Bilingual
        switch state {
        case "trial": words = Bilingual("试行：只记录，不影响结果", "on trial: logged, without effect")
        case "retired": words = Bilingual("已停用", "retired")
        default: words = Bilingual("启用", "active")
        }
        if let from {
            words.chinese += "，自\(from)起"
            words.english += ", from \(from)"
        }
        if let to {
            words.chinese += "，到\(to)止"
            words.english += ", to \(to)"
        }
        return words
    }
}
