package import Campaigns
package import Findings

/// How a campaign words and weighs what the built-in checks find.
///
/// A rule row that names a check gives its findings the rule's code, severity, words and state; a row
/// for the form goes before a row for all. Where no row names it, or none is in force in the period,
/// the catalogue holds.
package struct RuleBook: Sendable {
    private let rules: [Check: [Rule]]
    private let states: [String: Rule.State]

    package init(_ campaign: Campaign) {
        var rules: [Check: [Rule]] = [:]
        var states: [String: Rule.State] = [:]
        for rule in campaign.rules {
            switch rule.test {
            case .builtIn(let check): rules[check, default: []].append(rule)
            case .sql: states[rule.id] = rule.state
            }
        }
        self.rules = rules
        self.states = states
    }

    /// The findings as the campaign wants them, in the same order.
    ///
    /// - Parameters:
    ///   - findings: Of one return, from whichever stage.
    ///   - form: Nil where the form was not recognised: rows for all forms hold.
    ///   - period: Nil where it was not recognised: rules limited in time do not hold.
    /// - Returns: `shown` give the verdict and are sent; `trial` are logged and nothing else. Findings
    ///   of retired checks are in neither.
    package func dressed(
        _ findings: [Finding], form: String?, period: Period?
    ) -> (shown: [Finding], trial: [Finding]) {
        var shown: [Finding] = []
        var trial: [Finding] = []
        for finding in findings {
            guard let check = finding.check else {
                if states[finding.code] == .trial {
                    trial.append(finding)
                } else {
                    shown.append(finding)
                }
                continue
            }
            guard let rule = rule(for: check, form: form, period: period) else {
                shown.append(finding)
                continue
            }
            switch rule.state {
            case .retired: continue
            case .trial: trial.append(Self.dress(finding, in: rule))
            case .active: shown.append(Self.dress(finding, in: rule))
            }
        }
        return (shown, trial)
    }

    /// The severity with which a check counts; nil where it is retired or on trial.
    package func severity(of check: Check, form: String?, period: Period?) -> Severity? {
        guard let rule = rule(for: check, form: form, period: period) else { return check.severity }
        return rule.state == .active ? rule.severity : nil
    }

    private func rule(for check: Check, form: String?, period: Period?) -> Rule? {
        let rules = (self.rules[check] ?? []).filter { rule in
            (rule.form == "*" || rule.form == form)
                && (rule.from.map { from in period.map { from <= $0.firstDay } ?? false } ?? true)
                && (rule.to.map { to in period.map { $0.lastDay <= to } ?? false } ?? true)
        }
        return rules.first { $0.form != "*" } ?? rules.first
    }

    /// The rule's words may use `{message}` (the catalogue's sentence), `{name}` (of the subject),
    /// `{column}` and `{found}` (what the sentence quotes first and second).
    private static func dress(_ finding: Finding, in rule: Rule) -> Finding {
        var dressed = finding
        dressed.code = rule.id
        dressed.severity = rule.severity
        dressed.message = Bilingual(
            words(rule.message.chinese, finding, finding.message.chinese),
            words(rule.message.english, finding, finding.message.english))
        if !rule.advice.chinese.isEmpty { dressed.advice.chinese = rule.advice.chinese }
        if !rule.advice.english.isEmpty { dressed.advice.english = rule.advice.english }
        return dressed
    }

    private static func words(_ text: String, _ finding: Finding, _ standard: String) -> String {
        guard !text.isEmpty else { return standard }
        // Both languages quote alike: “…”.
        let quotes = standard.split(separator: "“").dropFirst(standard.hasPrefix("“") ? 0 : 1)
            .map { String($0.prefix { $0 != "”" }) }
        return Wording.filled(text, blank: "") { hole in
            switch hole {
            case "message": standard
            case "name": finding.subject?.name ?? ""
            case "column": quotes.first ?? ""
            case "found": quotes.dropFirst().first ?? ""
            default: nil
            }
        }
    }
}
