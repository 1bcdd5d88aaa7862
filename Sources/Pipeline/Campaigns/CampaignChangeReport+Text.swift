import Campaigns
package import Findings

extension CampaignChangeReport {
    /// How many names a line of the terminal shows; `名册变动.csv` and `--json` have them all.
    private static let shown = 5

    /// What a clerk wants to know of new tables: what came and went by name, what needs mending first.
    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        let since = since.isEmpty ? "" : say("（\(since) 起用）", " (in use since \(since))")
        if isUnknown {
            return [
                say(
                    "活动表格换了\(since)；上一版不在档案里，不能比较",
                    "the campaign's tables are others\(since); the version before is not in the archive, nothing can be compared"
                )
            ]
        }
        guard !isEmpty else {
            return [
                changesNames
                    ? say(
                        "县里认定的名称有增减，活动表格没有变\(since)",
                        "names were confirmed or taken back, the campaign's tables are the same\(since)"
                    )
                    : say(
                        "活动表格的内容没有变，只是写法不同\(since)",
                        "the campaign's tables say the same, written differently\(since)")
            ]
        }
        var lines = [say("活动表格有变动\(since)：", "the campaign's tables have changed\(since):")]
        for table in [CampaignTables.TableName.units, .roster] {
            for kind in SubjectChange.Kind.allCases {
                lines += self.lines(of: table, kind, in: language)
            }
        }
        if !toldMonths.isEmpty {
            let months = toldMonths.joined(separator: say("、", ", "))
            lines.append(
                say(
                    "  → 已经通报的月份按新表重写时，应报、分母和名次会变：\(months)",
                    "  → months that were told come out otherwise when they are written again: \(months)"
                ))
        }
        for table in tables {
            let counts = [
                (say("新增", "added"), table.added), (say("删去", "removed"), table.removed),
                (say("改动", "changed"), table.changed),
            ].filter { !$0.1.isEmpty }
            lines.append(
                "  \(table.table)  "
                    + counts.map { word, keys in
                        "\(word) \(keys.count)" + say("：", ": ") + Self.list(keys, language)
                    }.joined(separator: say("；", "; ")))
        }
        lines += fields.map { line in
            say(
                "    → \(line.form).\(line.field)（\(line.header)）：\(line.advice)",
                "    → \(line.form).\(line.field) (\(line.header)): \(line.adviceEnglish)")
        }
        if changesWeights {
            lines.append(
                say(
                    "  权重变了：下一期通报不写名次升降",
                    "  the weights have changed: the next bulletin shows no change of rank"))
        }
        return lines
    }

    /// One line a kind of change, then the advice for those that need it.
    private func lines(
        of table: CampaignTables.TableName, _ kind: SubjectChange.Kind, in language: Language
    ) -> [String] {
        let found = subjects.filter { $0.table == table.rawValue && $0.kind == kind }
        guard !found.isEmpty else { return [] }
        let say = Say(language)
        let title = table == .units ? say("单位", "units") : say("花名册", "roster")
        var lines = [
            "  \(title)  \(kind.title.text(in: language)) \(found.count)" + say("：", ": ")
                + Self.list(found.map { Self.text($0, kind, language) }, language)
        ]
        var advices: [String] = []
        for line in found {
            let advice = language == .chinese ? line.advice : line.adviceEnglish
            if !advice.isEmpty, !advices.contains(advice) { advices.append(advice) }
        }
        for advice in advices {
            let concerned = found.filter {
                (language == .chinese ? $0.advice : $0.adviceEnglish) == advice
            }
            let whom =
                concerned.count == found.count
                ? "" : Self.list(concerned.map(\.name), language) + say("：", ": ")
            lines.append("    → \(whom)\(advice)")
        }
        return lines
    }

    private static func text(
        _ line: SubjectLine, _ kind: SubjectChange.Kind, _ language: Language
    ) -> String {
        let say = Say(language)
        func bracketed(_ text: String) -> String {
            text.isEmpty ? "" : say("（\(text)）", " (\(text))")
        }
        func arrow(_ before: String, _ after: String) -> String {
            let none = say("无", "none")
            return "\(before.isEmpty ? none : before) → \(after.isEmpty ? none : after)"
        }
        return switch kind {
        case .came: line.name + bracketed(line.after)
        case .removed: line.name + bracketed(line.code)
        case .went: line.name + say("（到 \(line.after)）", " (until \(line.after))")
        case .merged: "\(line.name) → \(line.after)"
        case .renamed: arrow(line.before, line.after)
        case .moved, .redated, .recoded:
            line.name + bracketed(arrow(line.before, line.after))
        case .changed: line.name + bracketed(line.columns.joined(separator: say("、", ", ")))
        }
    }

    private static func list(_ names: [String], _ language: Language) -> String {
        let say = Say(language)
        let more = names.count - shown
        return names.prefix(shown).joined(separator: say("、", ", "))
            + (more > 0 ? say(" 等 \(names.count) 个", " and \(more) more") : "")
    }
}
