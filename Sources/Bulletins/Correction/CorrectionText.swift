import Campaigns
import Workbooks

/// 更正通报: the text, as official papers correct one another.
struct CorrectionText {
    let vocabulary: Vocabulary
    let facts: CorrectionFacts

    private var settings: Settings { vocabulary.campaign.settings }

    /// `关于更正2020年5月…进展情况通报的通知`.
    var title: String {
        "关于更正\(facts.period.chinese)\(settings.text(.campaignTitle))进展情况通报的通知"
    }

    var paragraphs: [Paragraph] {
        let original = "《关于\(facts.period.chinese)\(settings.text(.campaignTitle))进展情况的通报》"
        let before =
            facts.number == 1
            ? "（以下简称原通报）" : "（以下简称原通报，此前已更正\(facts.number - 1)次）"
        var paragraphs = [
            Paragraph(role: .title, text: title + "\n（第\(facts.number)号）"),
            Paragraph(role: .addressee, text: settings["bulletin_to"] ?? "各填报单位："),
            body(
                "统计到\(vocabulary.chinese(facts.told))的\(original)\(before)，部分数据有变动，"
                    + "现予更正。与原通报不一致的，以本通知为准；没有列出的数据不变。"),
        ]
        let sections = [("名次和得分", standings), ("指标数据", indicators), ("更正依据", reasons)]
            .filter { !$0.1.isEmpty }
        for (index, section) in sections.enumerated() {
            paragraphs.append(
                Paragraph(role: .heading, text: "\(Figures.chinese(index + 1))、\(section.0)"))
            paragraphs += section.1.map { body($0) }
        }
        return paragraphs + signature
    }

    /// A sentence a unit whose own score changed, one for all that others have moved.
    private var standings: [String] {
        var own: [String] = []
        var moved: [String] = []
        for unit in units {
            let changes = facts.changes.filter { $0.unit == unit }
            let rank = changes.first { $0.item == .rank }.map { change in
                "名次由\(Self.rank(change.before))更正为\(Self.rank(change.after))"
            }
            let score = changes.first { $0.item == .score }.map { change in
                "得分由\(Self.text(change.before))更正为\(Self.text(change.after))"
            }
            if let score {
                own.append(
                    "\(vocabulary.unit(unit))："
                        + [score, rank].compactMap { $0 }.joined(separator: "，"))
            } else if let rank {
                moved.append("\(vocabulary.unit(unit))\(rank)")
            }
        }
        var lines = own.enumerated().map { "（\(Figures.chinese($0 + 1))）\($1)。" }
        if !moved.isEmpty {
            let lead = own.isEmpty ? "" : "（\(Figures.chinese(own.count + 1))）"
            lines.append("\(lead)得分没有变动，名次相应调整的：\(moved.joined(separator: "；"))。")
        }
        return lines
    }

    private var indicators: [String] {
        let changes = facts.changes.filter { if case .indicator = $0.item { true } else { false } }
        guard !changes.isEmpty else { return [] }
        let names = units.filter { unit in changes.contains { $0.unit == unit } }
            .map(vocabulary.unit)
        let county = changes.contains { $0.unit == "county" } ? "全县的完成率相应变动，" : ""
        let whose = names.isEmpty ? "" : "涉及\(names.joined(separator: "、"))，"
        return ["\(whose)\(county)共\(changes.count)处，见“更正明细”表。"]
    }

    private var reasons: [String] {
        var reasons: [String] = []
        for reason in facts.changes.flatMap(\.reasons)
        where reason != CorrectionFacts.movedByOthers && !reasons.contains(reason) {
            reasons.append(reason)
        }
        return reasons.enumerated().map { "（\(Figures.chinese($0 + 1))）\($1)。" }
    }

    private var units: [String] {
        facts.changes.map(\.unit).reduce(into: []) { units, unit in
            if unit != "county", !units.contains(unit) { units.append(unit) }
        }
    }

    private var signature: [Paragraph] {
        let county = settings.text(.county)
        let office = settings["bulletin_office"] ?? (county.isEmpty ? "" : "中共\(county)委组织部")
        let date = facts.asOf.date
        return [office, "\(date.year)年\(date.month)月\(date.day)日"].filter { !$0.isEmpty }
            .map { Paragraph(role: .signature, text: $0) }
    }

    private func body(_ text: String) -> Paragraph {
        Paragraph(role: .body, text: "　　\(text)")
    }

    static func rank(_ texts: [String]) -> String {
        let text = texts.first ?? ""
        return text.isEmpty ? "不参评" : "第\(text)名"
    }

    static func text(_ texts: [String]) -> String {
        let text = texts.first ?? ""
        return text.isEmpty ? "没有" : text
    }
}
