/// The languages in which Tongbao speaks to people; what goes to the Outbox is always Chinese.
package enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// The language of the environment's locale: Chinese unless it names another language.
    ///
    /// `LC_ALL`, `LC_MESSAGES` and `LANG` are looked at in that order; `C` and `POSIX` say nothing.
    package init(environment: [String: String]) {
        let locale =
            ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }
            .first { !$0.isEmpty } ?? ""
        let neutral = locale.isEmpty || locale.hasPrefix("C") || locale.hasPrefix("POSIX")
        self = neutral || locale.hasPrefix("zh") ? .chinese : .english
    }
}

/// What is said of one thing in both languages.
package struct Bilingual: Hashable, Sendable {
    package var chinese: String
    package var english: String

    package init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    package func text(in language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}
