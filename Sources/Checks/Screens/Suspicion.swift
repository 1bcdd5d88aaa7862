import Campaigns
package import Findings
package import Ledgers

/// Something that the office may want to look into (疑点): a flag of a screen, never an accusation.
package struct Suspicion: Hashable, Sendable {
    /// Dressed in the campaign's words; its place is a cell of the return, or nowhere in a file.
    package var finding: Finding
    package var flag: NotedFlag
    /// The rule that raised it is on trial: it is counted and not listed.
    package var isTrial: Bool

    package init(_ finding: Finding, flag: NotedFlag, isTrial: Bool = false) {
        self.finding = finding
        self.flag = flag
        self.isTrial = isTrial
    }

    /// What a finding's screen is counted under: built-in checks keep their names whatever rule dresses
    /// them.
    static func screen(of finding: Finding) -> String { finding.check?.rawValue ?? finding.code }
}

extension RuleBook {
    /// The suspicions among findings of one form, dressed; none of retired rules.
    func suspicions(
        _ findings: [(finding: Finding, flag: NotedFlag)], period: Period
    ) -> [Suspicion] {
        findings.flatMap { finding, flag -> [Suspicion] in
            let (shown, trial) = dressed(
                [finding], form: flag.form.isEmpty ? nil : flag.form, period: period)
            return shown.filter { $0.severity == .suspicion }.map { Suspicion($0, flag: flag) }
                + trial.filter { $0.severity == .suspicion }
                .map { Suspicion($0, flag: flag, isTrial: true) }
        }
    }

    /// How a rule that raised a finding stands now; the words of the finding stay.
    func state(of finding: Finding, form: String?, period: Period) -> Rule.State {
        let (shown, trial) = dressed([finding], form: form, period: period)
        return shown.isEmpty ? (trial.isEmpty ? .retired : .trial) : .active
    }
}
