import Findings
import Foundation
import Glibc

extension Doctor {
    /// Each value and who has said it; the limits that nobody has changed are one line.
    func settingLines() -> [DoctorReport.SettingLine] {
        var lines = configuration.given.map { value in
            DoctorReport.SettingLine(
                key: value.key.name, value: value.key.isSecret ? "•••" : value.text,
                origin: value.origin.words.chinese, originEnglish: value.origin.words.english)
        }
        if configuration[.lang] == nil {
            let language = Language(environment: environment)
            lines.insert(
                .init(
                    key: "lang", value: language.rawValue, origin: "按终端的语言环境",
                    originEnglish: "after the locale"), at: min(4, lines.count))
        }
        let unchanged = ConfigurationKey.limits.count { configuration[$0] == nil }
        if unchanged > 0 {
            lines.append(
                .init(
                    key: "limits.*", value: "…", origin: "\(unchanged) 项默认",
                    originEnglish: "\(unchanged) by default"))
        }
        return lines
    }

    /// The file itself: which one, and who can read a password in it.
    func configurationLines() -> [Line] {
        guard let file = configuration.file else {
            return [
                Line(
                    .fine, "configuration",
                    Bilingual("没有 tongbao.json，用默认设置", "no tongbao.json: the defaults hold"))
            ]
        }
        let holdsSecret = configuration.given.contains { value in
            guard value.key.isSecret, case .file = value.origin else { return false }
            return true
        }
        var status = stat()
        guard holdsSecret, stat(file, &status) == 0, status.st_mode & 0o004 != 0 else {
            return [
                Line(
                    .fine, "configuration",
                    Bilingual("配置文件 \(file)", "the configuration is \(file)"))
            ]
        }
        return [
            Line(
                .fault, "configuration",
                Bilingual(
                    "配置文件 \(file) 里有密码，谁都能读", "\(file) holds a password that everybody can read"),
                advice: Bilingual("chmod 600 \(file)", "chmod 600 \(file)"))
        ]
    }

    /// Whether the terminal can show Chinese at all.
    func terminalLines() -> [Line] {
        let locale =
            ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        let key = (locale ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
        let name = locale ?? Bilingual("没有设", "unset").chinese
        guard key.contains("utf8") else {
            return [
                Line(
                    .warning, "terminal",
                    Bilingual(
                        "终端的语言环境（LANG）是 \(name)，不是 UTF-8，中文会成乱码",
                        "the locale (LANG) is \(locale ?? "unset"), not UTF-8: Chinese may not be shown"
                    ),
                    advice: Bilingual(
                        "export LANG=zh_CN.UTF-8；没有这个语言环境的机器用 C.UTF-8",
                        "export LANG=zh_CN.UTF-8, or C.UTF-8 where that locale is not installed"))
            ]
        }
        return [
            Line(
                .fine, "terminal",
                Bilingual("终端用 UTF-8（\(name)）", "the terminal speaks UTF-8 (\(name))"))
        ]
    }
}

extension ConfigurationValues.Origin {
    var words: Bilingual {
        switch self {
        case .commandLine: Bilingual("命令行", "command line")
        case .environment(let variable): Bilingual("环境变量 \(variable)", "environment, \(variable)")
        case .file(let place): place
        case .standard: Bilingual("默认", "default")
        }
    }
}
