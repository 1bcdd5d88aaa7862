package import Findings

/// What the doctor found: a line a thing that was looked at, and the configuration.
package struct DoctorReport: Codable, Sendable {
    package var lines: [Line]
    package var settings: [SettingLine]

    package enum Mark: String, Codable, Sendable {
        case fine, warning, fault
    }

    /// One thing that was looked at.
    package struct Line: Codable, Sendable {
        package var mark: Mark
        /// What was looked at, in one word, for programs.
        package var topic: String
        package var message: String
        package var messageEnglish: String
        /// What to do; nil where all is well.
        package var advice: String?
        package var adviceEnglish: String?

        init(_ mark: Mark, _ topic: String, _ message: Bilingual, advice: Bilingual? = nil) {
            self.mark = mark
            self.topic = topic
            self.message = message.chinese
            messageEnglish = message.english
            self.advice = advice?.chinese
            adviceEnglish = advice?.english
        }
    }

    /// One value of the configuration and who has said it; a secret is dots.
    package struct SettingLine: Codable, Sendable {
        package var key: String
        package var value: String
        package var origin: String
        package var originEnglish: String
    }

    package var hasFaults: Bool { lines.contains { $0.mark == .fault } }

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        let width = settings.map(\.key.terminalWidth).max() ?? 0
        let values = settings.map(\.value.terminalWidth).max() ?? 0
        var text = [say("设置", "configuration")]
        text += settings.map { setting in
            "  \(setting.key.padded(to: width))  \(setting.value.padded(to: min(values, 40)))"
                + "  \(say(setting.origin, setting.originEnglish))"
        }
        text.append("")
        for line in lines {
            text.append("\(Self.sign(line.mark)) \(say(line.message, line.messageEnglish))")
            if let advice = language == .chinese ? line.advice : line.adviceEnglish {
                text.append("    → \(advice)")
            }
        }
        let faults = lines.count { $0.mark == .fault }
        let warnings = lines.count { $0.mark == .warning }
        text.append("")
        text.append(
            faults > 0
                ? say(
                    "\(faults) 项须修，\(warnings) 项提醒",
                    "\(faults) to be mended, \(warnings) worth knowing")
                : warnings > 0
                    ? say("可以运行，\(warnings) 项提醒", "ready; \(warnings) worth knowing")
                    : say("一切正常", "all is well"))
        return text
    }

    private static func sign(_ mark: Mark) -> String {
        switch mark {
        case .fine: "✓"
        case .warning: "!"
        case .fault: "✗"
        }
    }
}
