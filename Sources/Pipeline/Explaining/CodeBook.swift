import Campaigns
import Findings
import Workbooks

/// What the codes of findings mean: the campaign's rules, else the catalogue.
struct CodeBook {
    private let campaign: Campaign

    init(_ campaign: Campaign) {
        self.campaign = campaign
    }

    /// Every code: the catalogue's in its order, then the rules in the order of the table.
    var entries: [CodeEntry] {
        Check.allCases.sorted { $0.code < $1.code }.map(entry) + campaign.rules.map(entry)
    }

    /// A code of a rule or a check, or the name of a check; nil where it is none of these.
    ///
    /// Written small it is the same code, unless two differ in that alone.
    func entry(of text: String) -> CodeEntry? {
        let text = text.trimmed
        if let rule = campaign.rules.first(where: { $0.id == text }) { return entry(rule) }
        if let check = Check.allCases.first(where: { $0.code == text || $0.rawValue == text }) {
            return entry(check)
        }
        let small = text.lowercased()
        let rules = campaign.rules.filter { $0.id.lowercased() == small }
        if let rule = rules.first, rules.count == 1 { return entry(rule) }
        return Check.allCases.first { $0.code.lowercased() == small }.map(entry)
    }

    /// A text that can only be meant for a code, `V99`, and is none.
    func refusal(of text: String) -> RunError? {
        let text = text.trimmed
        guard let first = text.first, first.isASCII, first.isLetter, text.count <= 6,
            text.dropFirst().contains(where: \.isNumber),
            text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return nil }
        let codes = campaign.rules.map(\.id) + Check.allCases.map(\.code)
        // A unit may bear such a code.
        let holders = campaign.units.map(\.code) + campaign.roster.map(\.code)
        guard !holders.contains(text),
            codes.contains(where: { $0.first == first.uppercased().first })
        else { return nil }
        return NameDesk.unknown(
            Bilingual("没有“\(text)”这个代码", "there is no code “\(text)”"),
            proposals: nearest(to: text.uppercased(), among: codes, count: 3))
    }

    // MARK: Entries

    private func entry(_ rule: Rule) -> CodeEntry {
        let form = campaign.form(rule.form)
        var entry: CodeEntry
        switch rule.test {
        case .builtIn(let check):
            entry = self.entry(check)
            entry.check = check.code
            entry.rules = []
            if !rule.message.chinese.isEmpty { entry.example = rule.message.chinese }
            if !rule.message.english.isEmpty { entry.exampleEnglish = rule.message.english }
            if !rule.advice.chinese.isEmpty { entry.advice = rule.advice.chinese }
            if !rule.advice.english.isEmpty { entry.adviceEnglish = rule.advice.english }
        case .sql(let sql):
            let condition = ConditionWords(campaign: campaign, form: form).words(of: sql)
            let message = Bilingual(
                Self.withoutHoles(rule.message.chinese), Self.withoutHoles(rule.message.english))
            entry = CodeEntry(
                code: rule.id, severity: "", title: condition.chinese,
                titleEnglish: condition.english, kind: "", forms: [], when: condition.chinese,
                whenEnglish: condition.english, sql: sql, columns: Self.columns(of: sql, in: form),
                example: message.chinese, exampleEnglish: message.english,
                advice: rule.advice.chinese, adviceEnglish: rule.advice.english, state: "",
                rules: [])
            // The condition is the title: once is enough.
            entry.title = Self.kindTitle(rule.kind).chinese
            entry.titleEnglish = Self.kindTitle(rule.kind).english
        }
        entry.code = rule.id
        entry.severity = rule.severity.rawValue
        entry.kind = rule.kind.rawValue
        entry.forms = form.map { [$0.title] } ?? []
        entry.state = rule.state.rawValue
        entry.from = rule.from?.description
        entry.to = rule.to?.description
        return entry
    }

    private func entry(_ check: Check) -> CodeEntry {
        let problem = check.example
        let rules = campaign.rules.filter { rule in
            if case .builtIn(check) = rule.test { true } else { false }
        }
        return CodeEntry(
            code: check.code, severity: check.severity.rawValue, title: check.title.chinese,
            titleEnglish: check.title.english, kind: check.scope.rawValue, forms: [],
            check: check.code, name: check.rawValue, columns: [],
            example: problem.message.chinese, exampleEnglish: problem.message.english,
            advice: problem.advice.chinese, adviceEnglish: problem.advice.english,
            state: Rule.State.active.rawValue, rules: rules.map(\.id))
    }

    /// The heads of the columns after `cur.`, in the order of the form.
    private static func columns(of sql: String, in form: Form?) -> [String] {
        let names = Set(
            sql.split(separator: "cur.", omittingEmptySubsequences: false).dropFirst()
                .map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) })
        return (form?.fields ?? []).filter { names.contains($0.id) }.map(\.header)
    }

    private static func kindTitle(_ kind: Rule.Kind) -> Bilingual {
        switch kind {
        case .row: Bilingual("同一行的栏目互相矛盾", "cells of a row that do not agree")
        case .month: Bilingual("与上月比", "compared with last month")
        case .roster: Bilingual("与花名册比", "compared with the roster")
        case .form: Bilingual("整表的合计", "over the whole return")
        case .inspection: Bilingual("暗访与报表比", "an inspection compared with the return")
        case .file, .cell, .screen: Bilingual("", "")
        }
    }

    /// A rule's sentence with `×` where a value would stand.
    private static func withoutHoles(_ text: String) -> String {
        var result = ""
        var isHole = false
        for character in text {
            if character == "{" {
                isHole = true
                result.append("×")
            } else if character == "}" {
                isHole = false
            } else if !isHole {
                result.append(character)
            }
        }
        return result
    }
}
