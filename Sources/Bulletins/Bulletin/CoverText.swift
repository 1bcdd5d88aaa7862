import Assessments
import Campaigns
import Workbooks

/// A paragraph of the bulletin's text and the part it plays.
struct Paragraph: Hashable {
    enum Role { case title, addressee, heading, body, signature, remark }

    var role: Role
    var text: String
}

/// 通报: the text of the bulletin, in the order and the style of official papers.
struct CoverText {
    /// Printed under every published table.
    static let roundingStatement =
        "比率保留一位小数，得分保留两位小数，均为四舍五入；由于单位取舍不同产生的计算误差均未作机械调整。"

    let vocabulary: Vocabulary
    let facts: BulletinFacts

    var settings: Settings { vocabulary.campaign.settings }
    var assessment: Assessment { facts.assessment }

    /// `关于2020年6月…进展情况的通报`, 草稿 behind it before the period has closed.
    var title: String { titleParts.joined() }

    /// The title in two parts, between which it is broken.
    private var titleParts: [String] {
        [
            "关于\(assessment.period.chinese)\(settings.text(.campaignTitle))",
            "进展情况的通报" + (assessment.isDraft ? "（草稿）" : ""),
        ]
    }

    var paragraphs: [Paragraph] {
        var paragraphs = [
            Paragraph(role: .title, text: titleParts.joined(separator: "\n")),
            Paragraph(role: .addressee, text: settings["bulletin_to"] ?? "各填报单位："),
        ]
        if assessment.isDraft {
            let due = vocabulary.chinese(vocabulary.campaign.due(assessment.period))
            paragraphs.append(body("报送截止时间为\(due)，本稿反映截至目前的情况，数字会有变化，不排名次。"))
        }
        let sections: [(String, [String])] = [
            ("总体进展", ProgressText(cover: self).lines),
            ("进步与累计", TrendText(cover: self).lines),
            (
                "报送情况",
                ReportingText(cover: self).lines
                    + ObjectionText(objections: facts.objections).lines
            ),
            (fieldsHeading, FieldsText(cover: self).lines),
            ("暗访情况", inspections),
            ("下步要求", demands),
        ]
        let present = sections.filter { !$0.1.isEmpty }
        for (index, section) in present.enumerated() {
            paragraphs.append(
                Paragraph(role: .heading, text: "\(Figures.chinese(index + 1))、\(section.0)"))
            paragraphs += section.1.map { body($0) }
        }
        paragraphs += signature
        paragraphs.append(Paragraph(role: .remark, text: "注：\(Self.roundingStatement)"))
        return paragraphs
    }

    /// The sectors of the assessment, in the order of the indicators.
    var sectors: [String] {
        assessment.indicators.map(\.sector).reduce(into: []) { sectors, sector in
            if !sectors.contains(sector) { sectors.append(sector) }
        }
    }

    /// The name of a sector.
    func name(ofSector sector: String) -> String {
        let form = assessment.indicators.first { $0.sector == sector }?.form ?? ""
        return vocabulary.sector(sector, form: form)
    }

    private var fieldsHeading: String {
        let count = sectors.count { vocabulary.isField($0) }
        return count > 1 ? "\(Figures.chinese(count))个领域" : "领域情况"
    }

    /// Only closed cases, and only counted.
    private var inspections: [String] {
        let counts = facts.inspections
        guard counts.closed > 0 else { return ["本月没有结案的暗访事项。"] }
        let definition = counts.tally.definition
        var lines = [
            "已结案的暗访核查事项\(counts.closed)项，其中与上报相符\(counts.consistent)项，"
                + "不符或另有认定\(counts.closed - counts.consistent)项"
                + (definition > 0 ? "（含口径不一\(definition)项）。" : "。")
        ]
        lines.append(Self.directions(counts.tally) + samples)
        if !counts.misreports.isEmpty {
            let points = settings.text(.misreportPoints)
            let units = counts.misreports.map { "\(vocabulary.unit($0.unit))\($0.count)项" }
            lines.append(
                "经认定属于虚报、瞒报的：\(units.joined(separator: "、"))，每项扣\(points)分，计入本月得分。")
        }
        return lines
    }

    /// What the rates of the inspections count beside the numbers of closed cases.
    private var samples: String {
        let titles = assessment.indicators.filter { indicator in
            vocabulary.isSample(form: indicator.form) && indicator.suspendedBy.isEmpty
        }.map(\.title)
        guard !titles.isEmpty else { return "" }
        return "\(titles.joined(separator: "、"))按全部核查事项的比对结论计算，与只计已结案事项的以上各数口径不同。"
    }

    /// Which way returns differed from what was seen; closed cases only, and the county's.
    private static func directions(_ tally: InspectionTally) -> String {
        var text =
            "其中能够比对的，上报好于实际\(tally.over)项，上报差于实际\(tally.under)项；"
            + "认定虚报\(tally.overstated)项、瞒报\(tally.concealed)项。"
        if tally.definition > 0 { text += "口径不一的不计入这四个数。" }
        return text + "暗访是抽查，各数只反映抽到的事项。"
    }

    private var demands: [String] {
        let demands = (settings["bulletin_next"] ?? "").split(separator: ";").map { $0.trimmed }
            .filter { !$0.isEmpty }
        return demands.enumerated().map { index, demand in
            "（\(Figures.chinese(index + 1))）\(demand)"
        }
    }

    private var signature: [Paragraph] {
        let county = settings.text(.county)
        let office = settings["bulletin_office"] ?? (county.isEmpty ? "" : "中共\(county)委组织部")
        let date = assessment.asOf.date
        return [office, "\(date.year)年\(date.month)月\(date.day)日"].filter { !$0.isEmpty }
            .map { Paragraph(role: .signature, text: $0) }
    }

    private func body(_ text: String) -> Paragraph {
        Paragraph(role: .body, text: "　　\(text)")
    }
}
