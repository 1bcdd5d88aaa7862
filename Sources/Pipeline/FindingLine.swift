package import Findings

/// A finding for the terminal and for programs: both languages, place taken apart.
package struct FindingLine: Codable, Sendable {
    package var code: String
    package var severity: String
    package var file: String
    package var sheet: String?
    package var cells: [String]
    package var line: Int?
    /// What stands in the cells, one text each; only where somebody at a terminal asked about the file.
    package var texts: [String]?
    package var subject: String?
    package var message: String
    package var messageEnglish: String
    package var advice: String
    package var adviceEnglish: String
    /// The finding in one line, in Chinese and in English.
    var text: String
    var textEnglish: String

    package init(_ finding: Finding) {
        code = finding.code
        severity = finding.severity.rawValue
        file = finding.place.file
        sheet = finding.place.sheet
        cells = finding.place.cells.map(\.description)
        line = finding.place.line
        subject = finding.subject?.name
        message = finding.message.chinese
        messageEnglish = finding.message.english
        advice = finding.advice.chinese
        adviceEnglish = finding.advice.english
        text = finding.line(in: .chinese)
        textEnglish = finding.line(in: .english)
    }

    /// The finding in one line.
    func line(in language: Language) -> String {
        language == .chinese ? text : textEnglish
    }

    /// The finding without the file's name, under a heading that has it: `农村 › C7: 错误 V12: …`.
    func shortLine(in language: Language) -> String {
        let line = line(in: language)
        for separator in [" › ", ": "] where line.hasPrefix(file + separator) {
            return String(line.dropFirst(file.count + separator.count))
        }
        return line
    }

    /// How many alike are shown on a terminal, and how many lines of a return in all.
    private static let shownAlike = 5
    private static let shownInAll = 200

    /// Findings with what to do about them, those that repeat down a column cut short with their number.
    static func listing(_ lines: [FindingLine], in language: Language) -> [String] {
        let say = Say(language)
        let listing = FindingListing(lines, perKind: shownAlike, inAll: shownInAll) { $0.kind }
        return listing.entries.flatMap { entry -> [String] in
            switch entry {
            case .shown(let line): line.lines(in: language)
            case .alike(let line, let count):
                [
                    say(
                        "    ……同一列的 \(line.code) 另有 \(count) 处（--json 列出全部）",
                        "    … \(line.code) in the same column \(count) times more (--json lists all)"
                    )
                ]
            case .rest(let count):
                [
                    say(
                        "……另有 \(count) 处（--json 列出全部）", "… and \(count) more (--json lists all)")
                ]
            }
        }
    }

    private var kind: FindingKind {
        FindingKind(
            code: code, file: file, sheet: sheet, cells: cells.compactMap { CellReference($0) })
    }

    /// `    C7“约20”、D7（空）`; a place with many cells shows the first.
    private func textLine(in language: Language) -> [String] {
        let message = language == .chinese ? self.message : messageEnglish
        // The sentence mostly quotes it, or says that it is blank.
        guard let texts = texts?.map(\.onOneLine),
            texts.contains(where: { !$0.isEmpty && !message.contains("“\($0)”") })
        else {
            return []
        }
        let say = Say(language)
        let shown = zip(cells, texts).prefix(6).map { cell, text in
            cell + (text.isEmpty ? say("（空）", " (blank)") : "“\(text)”")
        }
        let rest = texts.count > shown.count ? say("……", " …") : ""
        return ["    " + say("现在是 ", "now: ") + shown.joined(separator: say("、", ", ")) + rest]
    }

    /// The finding and, indented, what to do about it.
    func lines(in language: Language) -> [String] {
        let advice = language == .chinese ? self.advice : adviceEnglish
        return [line(in: language)] + textLine(in: language)
            + (advice.isEmpty ? [] : ["    → " + advice])
    }
}
