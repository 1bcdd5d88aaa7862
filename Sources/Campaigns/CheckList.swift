package import Findings

/// The built-in checks as a rule of the campaign names them in `when`.
package enum CheckList {
    /// Everything but the checks of the campaign's own tables, in the order of the codes.
    package static var checks: [Check] { Check.allCases.filter { $0.scope != .campaign } }

    /// A line a check: code, kind, name, severity and title, tabs between.
    package static func text(in language: Language) -> String {
        checks.map { check in
            [
                check.code, check.scope.rawValue, check.rawValue,
                check.severity.title(in: language), check.title.text(in: language),
            ].joined(separator: "\t")
        }.joined(separator: "\n") + "\n"
    }
}
