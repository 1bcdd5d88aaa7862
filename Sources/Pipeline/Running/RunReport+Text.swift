package import Findings

extension RunReport.UpgradeLine {
    func line(in language: Language) -> String {
        Say(language)(
            "台账已由旧版（\(from)）升级到新版（\(to)），并核验无误；升级前的数据库留在 \(backup)",
            "the ledger was upgraded from an older version (\(from)) to this one (\(to)) and verified; the older database lies in \(backup)"
        )
    }
}

extension RunReport {
    /// The report for the terminal: what a county clerk wants to know before opening anything.
    ///
    /// Of the Inbox nothing is said where nobody looked into it.
    package func lines(in language: Language, ofInbox: Bool = true) -> [String] {
        var lines = upgrade.map { [$0.line(in: language)] } ?? []
        if ofInbox { lines += arrivals(in: language) }
        if !changes.isEmpty { lines += [""] + changes.flatMap { $0.lines(in: language) } }
        if !answers.isEmpty {
            let say = Say(language)
            lines.append(
                say(
                    "往月的回执、退回：\(answers.count) 个文件",
                    "answers for earlier months: \(answers.count) files"))
        }
        lines += Self.kept(kept, language)
        for period in periods { lines += [""] + period.lines(in: language) }
        if let line = times.line(in: language) { lines += ["", line] }
        return lines
    }

    /// How many files that went back are told of on a terminal.
    private static let faultyShown = 20

    private func arrivals(in language: Language) -> [String] {
        let say = Say(language)
        guard
            !files.isEmpty || !unsettled.isEmpty || !early.isEmpty || !ignored.isEmpty
        else {
            return [say("没有新文件（已知 \(knownFiles) 个）", "nothing new (\(knownFiles) files known)")]
                + remarks.prefix(20).flatMap { $0.lines(in: language) }
        }
        let (new, again) = (files.filter { !$0.isJudgedAgain }, files.filter(\.isJudgedAgain))
        var lines = [
            new.isEmpty
                ? say("没有新文件（已知 \(knownFiles) 个）", "nothing new (\(knownFiles) files known)")
                : say(
                    "新收 \(Self.files(new)) 个文件（已知 \(knownFiles) 个）：",
                    "\(Self.files(new)) new files (\(knownFiles) known): ")
                    + Self.breakdown(new, language)
        ]
        if !again.isEmpty {
            lines.append(
                say(
                    "  以前退回的 \(Self.files(again)) 个文件重新校核：",
                    "  \(Self.files(again)) files that went back earlier, judged again: ")
                    + Self.breakdown(again, language))
        }
        // What is no return must not push a return off the list.
        let faulty =
            files.filter { $0.status == "returned" || $0.status == "quarantined" }
            + files.filter { $0.status == "stray" }
        for file in faulty.prefix(Self.faultyShown) {
            let what = [file.unit, file.form].compactMap { $0 }.joined(separator: " ")
            let count = say(
                "\(file.errors) 处错误", file.errors == 1 ? "1 error" : "\(file.errors) errors")
            lines.append(
                "  \(Self.title(file.status, language))  \(file.file)"
                    + (what.isEmpty ? "" : say("（\(what)）", " (\(what))"))
                    + (file.status == "stray" ? "" : "  \(count)"))
            lines += file.firstErrors.map { "      " + $0.shortLine(in: language) }
            if file.errors > file.firstErrors.count {
                lines.append(
                    say(
                        "      ……另有 \(file.errors - file.firstErrors.count) 处",
                        "      … and \(file.errors - file.firstErrors.count) more"))
            }
            lines += file.confirmations.map { command in
                say(
                    "      → 名称核实无误的，由县里确认：\(command)",
                    "      → if the name is right, the county confirms it: \(command)")
            }
        }
        if faulty.count > Self.faultyShown {
            let rest = faulty.count - Self.faultyShown
            lines.append(
                say(
                    "  ……另有 \(rest) 个没有采用的（--json 列出全部）",
                    "  … and \(rest) more that were not taken (--json lists all)"))
        }
        lines += remarks.map { "  " + $0.line(in: language) }.capped(in: language)
        lines += unsettled.map { path in
            say("  还在写入，下次再取：\(path)", "  still being written, taken next time: \(path)")
        }.capped(in: language)
        if !early.isEmpty {
            lines.append(
                say(
                    "  收件登记的时间在此次运行之后，暂不处理：\(early.count) 个文件",
                    "  received after this run's moment by the register, left alone: \(early.count) files"
                ))
            lines += early.map { "      " + $0 }.capped(indent: "      ", in: language)
        }
        lines += ignored.map { $0.line(in: language) }.capped(in: language)
        return lines
    }

    /// How many files the lines are of; one may hold several returns.
    private static func files(_ lines: [FileLine]) -> Int { Set(lines.map(\.file)).count }

    /// 采用 12 张表，退回 1 张表.
    private static func breakdown(_ lines: [FileLine], _ language: Language) -> String {
        let say = Say(language)
        return [
            "accepted", "returned", "quarantined", "stray", "bundle", "register", "duplicate",
        ].compactMap { status in
            let count = lines.count { $0.status == status }
            guard count > 0 else { return nil }
            let isReturns = status == "accepted" || status == "returned"
            let unit = isReturns ? say(" 张表", " returns") : say(" 个文件", " files")
            return "\(title(status, language)) \(count)\(unit)"
        }.joined(separator: say("，", ", "))
    }

    /// What is told of files of ours that somebody had changed.
    static func kept(_ paths: [String], _ language: Language) -> [String] {
        let say = Say(language)
        return paths.map { path in
            say("  有人改过，另存为：\(path)", "  somebody had changed it, kept as: \(path)")
        }.capped(in: language)
    }

    /// The word for a status.
    package static func title(_ status: String, _ language: Language) -> String {
        let say = Say(language)
        return switch status {
        case "accepted": say("采用", "accepted")
        case "returned": say("退回", "returned")
        case "quarantined": say("隔离", "quarantined")
        case "stray": say("不是报表", "no return")
        case "bundle": say("压缩包", "archive")
        case "register": say("登记表", "register")
        case "duplicate": say("重复", "duplicate")
        case "missing": say("未报", "missing")
        default: status
        }
    }
}

extension RunReport.PeriodReport {
    func lines(in language: Language) -> [String] {
        let say = Say(language)
        if written.isEmpty && remarks.isEmpty {
            return [say("\(period) 的输出没有变化", "\(period): the output is unchanged")]
        }
        var lines = [
            say(
                "\(period)\(isDraft ? "（未截止，草稿）" : "")  应报 \(expected)  已报 \(accepted)"
                    + "  其中迟报 \(late)  \(isDraft ? "尚未报送" : "未报") \(missing.count)",
                "\(period)\(isDraft ? " (not closed, a draft)" : "")  expected \(expected)"
                    + "  accepted \(accepted)  late \(late)"
                    + "  \(isDraft ? "still to come" : "missing") \(missing.count)")
        ]
        // Before the due time nothing is missing and nothing is ranked.
        if !isDraft {
            lines += missing.prefix(10).map { say("  未报  \($0)", "  missing  \($0)") }
            if missing.count > 10 {
                lines.append(
                    say("  ……另有 \(missing.count - 10) 项", "  … and \(missing.count - 10) more"))
            }
        }
        lines += excused.map { "  " + $0.line(in: language, withForm: true) }
        if let unexplained, unexplained > 0 {
            lines.append(
                say(
                    "  待说明的核实 \(unexplained) 处（tongbao status 列出各家）",
                    "  queries without an explanation: \(unexplained) (“tongbao status” lists whose)"
                ))
        }
        if let repeatedExplanations, repeatedExplanations > 0 {
            lines.append(
                say(
                    "  说明连续三期相同、已列为任务 \(repeatedExplanations) 项",
                    "  explained in the same words for the third time, now tasks: \(repeatedExplanations)"
                ))
        }
        let nameWidth = ranking.map(\.name.terminalWidth).max() ?? 0
        var group = ""
        for line in isDraft ? [] : ranking {
            if line.group != group {
                group = line.group
                lines.append("  \(group)")
            }
            let rank = line.rank.map(String.init) ?? say("不参评", "–")
            lines.append(
                "    \(rank.leftPadded(to: 4))  \(line.name.padded(to: nameWidth))"
                    + "\((line.score ?? "").leftPadded(to: 7))  \(line.change)")
        }
        lines += suspended.map { say("  停评  \($0)", "  suspended  \($0)") }
        lines += remarks.map { "  " + $0.line(in: language) }
        if let correction {
            lines.append(
                say(
                    "  已通报的数有变动，写了更正通报第\(correction)号，请看原因",
                    "  figures that had been published changed: correction no. \(correction) was "
                        + "written, with the reasons"))
        }
        if let bulletin { lines.append(say("  通报  \(bulletin)", "  bulletin  \(bulletin)")) }
        lines.append(
            written.isEmpty
                ? say("  输出没有变化", "  the output is unchanged")
                : say("  写入 \(written.count) 个文件", "  \(written.count) files written"))
        lines += RunReport.kept(kept, language)
        return lines
    }
}

/// Picks one of two sentences.
struct Say {
    let language: Language

    init(_ language: Language) { self.language = language }

    func callAsFunction(_ chinese: String, _ english: String) -> String {
        language == .chinese ? chinese : english
    }
}

extension String {
    /// How many columns the text takes on a terminal: East Asian wide characters take two.
    var terminalWidth: Int {
        unicodeScalars.reduce(0) { width, scalar in
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
                0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
                width + 2
            default: width + 1
            }
        }
    }

    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - terminalWidth))
    }

    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - terminalWidth)) + self
    }
}
