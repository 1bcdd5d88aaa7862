/// How serious a finding is, gravest first.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// 退回: the return goes back.
    case error
    /// 核实: the return stands, the row needs an explanation.
    case query
    /// 疑似: for the office alone, never sent to the unit.
    case suspicion
    /// 提示: something that was understood and normalised, said so that nobody wonders.
    case note

    package static func < (left: Self, right: Self) -> Bool {
        guard let one = allCases.firstIndex(of: left), let other = allCases.firstIndex(of: right)
        else { return false }
        return one < other
    }

    package func title(in language: Language) -> String {
        switch (self, language) {
        case (.error, .chinese): "错误"
        case (.query, .chinese): "核实"
        case (.suspicion, .chinese): "疑似"
        case (.note, .chinese): "提示"
        case (_, .english): rawValue
        }
    }
}

/// Something that a person can mend in a spreadsheet, as a located value: what, where, how grave,
/// in which words, and what to do about it.
///
/// Findings are collected and returned, never thrown. Their words may quote the cell, so they go to
/// the people concerned and never into a log: a log line holds `code` and `place`.
package struct Finding: Hashable, Sendable {
    /// The identity of the kind of finding, `V12` (a rule of the campaign) or `F104` (the catalogue).
    package var code: String
    package var severity: Severity
    package var place: Place
    /// The roster entry or unit that it is about, by code and name, where there is one.
    package var subject: Subject?
    /// One sentence: the column as the sheet names it, what was found, what was expected.
    package var message: Bilingual
    /// What to do now; may be empty.
    package var advice: Bilingual
    /// The catalogue's identity where a built-in check found it; nil for a rule in SQL.
    package var check: Check?

    package struct Subject: Hashable, Sendable {
        package var code: String
        package var name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    package init(
        code: String, severity: Severity, at place: Place, subject: Subject? = nil,
        message: Bilingual, advice: Bilingual = Bilingual("", "")
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.subject = subject
        self.message = message
        self.advice = advice
        check = nil
    }

    /// A finding of the catalogue, with the catalogue's code, severity and words.
    package init(_ problem: Problem, at place: Place, subject: Subject? = nil) {
        code = problem.check.code
        severity = problem.check.severity
        self.place = place
        self.subject = subject
        message = problem.message
        advice = problem.advice
        check = problem.check
    }

    /// `城关镇.xlsx › 农村 › C7: 错误 V12: “户数”应填数字，这里是“约三百”`.
    package func line(in language: Language) -> String {
        let place = place.text(in: language)
        let subject = subject.map { language == .chinese ? "（\($0.name)）" : " (\($0.name))" } ?? ""
        return "\(place)\(place.isEmpty ? "" : ": ")\(severity.title(in: language)) \(code): "
            + message.text(in: language) + subject
    }
}

extension Finding: Comparable {
    /// By place, then gravity, then code: the order in which a clerk works through a sheet.
    package static func < (left: Self, right: Self) -> Bool {
        if left.place != right.place {
            if left.place < right.place { return true }
            if right.place < left.place { return false }
        }
        if left.severity != right.severity { return left.severity < right.severity }
        return (left.code, left.message.chinese) < (right.code, right.message.chinese)
    }
}
