package import Findings

// The report as a clerk reads it: file by file what each return was taken for and why, what would become
// of it, and every finding with its place, what stands there and what to do.

extension CheckReport {
    /// So many returns are told of with all that is known of them.
    private static let toldAtLength = 3

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        var lines: [String] = []
        for bundle in bundles {
            lines.append(
                say(
                    "\(bundle.file)  压缩包，里面有 \(bundle.members) 个文件",
                    "\(bundle.file)  an archive of \(bundle.members) "
                        + (bundle.members == 1 ? "file" : "files")))
        }
        let isLong = returns.count > Self.toldAtLength
        var isPlain = true
        for checked in returns {
            // Of many files those that need nobody's hand take a line each.
            let needsNothing = isLong && checked.needsNothing
            if !lines.isEmpty, !needsNothing || !isPlain { lines.append("") }
            isPlain = needsNothing
            lines +=
                needsNothing
                ? [checked.heading(in: language)] : checked.lines(in: language)
        }
        let others =
            repeated.map { file in
                say(
                    "\(file.file)  与“\(file.first)”完全相同，只看一次",
                    "\(file.file)  is the same file as “\(file.first)”; looked at once")
            }.capped(indent: "", in: language)
            + ignored.map { String($0.line(in: language).drop { $0 == " " }) }
            .capped(indent: "", in: language)
        if !others.isEmpty { lines += [""] + others }
        if returns.count > 1 { lines += ["", total(in: language)] }
        if !comparesMonths, returns.contains(where: { $0.form != nil }) {
            lines.append(
                say(
                    "（没有台账，未与上月比较）", "(without a ledger nothing was compared with last month)"))
        }
        return lines
    }

    private func total(in language: Language) -> String {
        let say = Say(language)
        let parts = ["accepted", "returned", "quarantined", "stray"].compactMap { verdict in
            let count = returns.count { $0.verdict == verdict }
            return count > 0 ? "\(CheckedReturn.outcome(verdict, language)) \(count)" : nil
        }
        return say("合计 \(returns.count) 张：", "\(returns.count) in all: ")
            + parts.joined(separator: say("，", ", "))
    }
}

extension CheckReport.CheckedReturn {
    /// `城关镇.xlsx  城关镇 农村… 2020-06  12 行  会退回（错误 2 处）`.
    func heading(in language: Language) -> String {
        let say = Say(language)
        let isNamed = form != nil || unit != nil || period != nil
        let what = [
            unit ?? say("单位未识别", "unit unknown"), form ?? say("报表未识别", "form unknown"),
            period ?? say("月份未识别", "month unknown"),
        ]
        return file + (isNamed ? "  " + what.joined(separator: " ") : "")
            + (form == nil
                ? "" : say("  \(rows) 行", rows == 1 ? "  1 row" : "  \(rows) rows"))
            + "  " + Self.outcome(verdict, language) + counts(in: language)
    }

    /// It would be accepted, and nobody has to explain anything.
    var needsNothing: Bool {
        verdict == "accepted" && count(.error) == 0 && count(.query) == 0
    }

    func lines(in language: Language) -> [String] {
        var lines = [heading(in: language)]
        if let line = evidenceLine(in: language) { lines.append("  " + line) }
        return lines + FindingLine.listing(findings, in: language).map { "  " + $0 }
    }

    /// What a run would do with it.
    static func outcome(_ verdict: String, _ language: Language) -> String {
        let say = Say(language)
        return switch verdict {
        case "accepted": say("会采用", "would be accepted")
        case "returned": say("会退回", "would go back")
        case "quarantined": say("会隔离", "would be quarantined")
        default: say("不是报表", "no return")
        }
    }

    private func counts(in language: Language) -> String {
        let say = Say(language)
        let parts = [Severity.error, .query, .note].compactMap { severity -> String? in
            let count = count(severity)
            guard count > 0 else { return nil }
            return say(
                "\(severity.title(in: .chinese)) \(count) 处", "\(severity.rawValue)s: \(count)")
        }
        return parts.isEmpty
            ? "" : say("（", " (") + parts.joined(separator: say("，", ", ")) + say("）", ")")
    }

    /// `依据：单位 表头“城关镇”、文件名“…”；月份 标题“…”`.
    private func evidenceLine(in language: Language) -> String? {
        let say = Say(language)
        let sources = [
            "marker": say("表内标记", "marker"), "title": say("标题", "title"),
            "label": say("表头", "label"), "folder": say("文件夹", "folder"),
            "fileName": say("文件名", "file name"), "sheetName": say("工作表名", "sheet name"),
            "periodLabel": say("报告期一栏", "label of the period"),
        ]
        let parts = [("unit", say("单位", "unit")), ("period", say("月份", "month"))].compactMap {
            (about, word) -> String? in
            let texts = evidence.filter { $0.about == about }.map {
                "\(sources[$0.source] ?? $0.source)“\($0.text.onOneLine)”"
            }
            return texts.isEmpty ? nil : "\(word) " + texts.joined(separator: say("、", ", "))
        }
        guard !parts.isEmpty else { return nil }
        return say("依据：", "because of: ") + parts.joined(separator: say("；", "; "))
    }
}
