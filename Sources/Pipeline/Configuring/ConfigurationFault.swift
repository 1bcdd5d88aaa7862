import Campaigns
import Findings

/// What is wrong with the configuration, in words that say where and what to do; values are not quoted,
/// because one of them is a password.
enum ConfigurationFault {
    static func unreadable(_ path: String, _ reason: String) -> RunError {
        .setUp(Bilingual("读不了配置文件 \(path)：\(reason)", "cannot read the configuration: \(reason)"))
    }

    static func missing(_ path: String, named place: String) -> RunError {
        .setUp(
            Bilingual(
                "没有这个配置文件：\(path)（由 \(place) 指定）",
                "there is no configuration file \(path), which \(place) names"))
    }

    static func notText(_ path: String) -> RunError {
        .setUp(
            Bilingual(
                "\(path) 不是 UTF-8 文本：请另存为 UTF-8", "\(path) is no UTF-8 text: save it as UTF-8"))
    }

    static func broken(_ path: String, _ fault: JSONOutline.Fault) -> RunError {
        .setUp(
            Bilingual(
                "\(path) 第 \(fault.line) 行不是正确的 JSON：\(fault.reason.chinese)",
                "\(path), line \(fault.line): no valid JSON: \(fault.reason.english)"))
    }

    static func unknownKey(_ name: String, at place: Bilingual) -> RunError {
        unknown(name, at: place, among: ConfigurationKey.all.map(\.name))
    }

    static func unknownVariable(_ name: String) -> RunError {
        unknown(
            name, at: Bilingual("环境变量", "environment"),
            among: [ConfigurationValues.fileVariable] + ConfigurationKey.all.map(\.variable))
    }

    private static func unknown(
        _ name: String, at place: Bilingual, among names: [String]
    ) -> RunError {
        // A slip of the fingers first; then a name that only lacks its group, or what is in it.
        let closest = nearest(to: name, among: names).first
        let isSlip =
            closest.flatMap { editDistance($0.lowercased(), name.lowercased(), limit: 2) } != nil
        let akin = names.first { $0.hasSuffix("." + name) || $0.hasPrefix(name + "_") }
        let near = isSlip ? closest : akin ?? closest
        return .setUp(
            Bilingual(
                "\(place.chinese)：没有“\(name)”这一项" + (near.map { "，是不是 \($0)？" } ?? ""),
                "\(place.english): there is no setting “\(name)”"
                    + (near.map { "; did you mean \($0)?" } ?? "")))
    }

    static func group(_ name: String, at place: Bilingual) -> RunError {
        .setUp(
            Bilingual(
                "\(place.chinese)：\(name) 是一组，应写成 {…}",
                "\(place.english): \(name) is a group, written {…}"))
    }

    static func wrongType(_ key: ConfigurationKey, at place: Bilingual) -> RunError {
        let takes = key.takes
        return .setUp(
            Bilingual(
                "\(place.chinese)：\(key.name) 应是\(takes.chinese)",
                "\(place.english): \(key.name) takes \(takes.english)"))
    }
}

extension ConfigurationKey {
    /// What may stand there, to be read after “takes”.
    var takes: Bilingual {
        switch kind {
        case .path: Bilingual("路径，加双引号", "a path in quotation marks")
        case .text: Bilingual("文字，加双引号", "text in quotation marks")
        case .choice(let words):
            Bilingual(
                words.map { "\"\($0)\"" }.joined(separator: "、") + " 之一",
                "one of " + words.map { "\"\($0)\"" }.joined(separator: ", "))
        case .count: Bilingual("大于 0 的整数，如 1000", "a whole number above 0, such as 1000")
        case .seconds: Bilingual("大于 0 的秒数，如 20", "seconds above 0, such as 20")
        }
    }
}
