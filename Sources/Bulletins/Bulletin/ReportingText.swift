import Assessments
import Campaigns

/// 报送情况: what was owed, what came, what came late, what went back, and whose it was.
struct ReportingText {
    let cover: CoverText

    var lines: [String] {
        let excused = cover.facts.owed.filter(\.isExcused)
        let owed = cover.facts.owed.filter { !$0.isWaived }
        let onTime = owed.filter { $0.isAccepted && !$0.isLate }
        let late = owed.filter { $0.isAccepted && $0.isLate }
        let missing = owed.filter(\.isMissing)
        let returned = cover.facts.receipts.filter { $0.status == .returned && !$0.isForeign }
        let quarantined = cover.facts.receipts.filter { $0.status == .quarantined }
        let units = Set(owed.map(\.unit)).count
        let absent = cover.assessment.isDraft ? "尚未报送" : "未报"
        var lines = [
            "应报\(units)家单位\(owed.count)件，按时报送\(onTime.count)件，迟报\(late.count)件，"
                + "\(absent)\(missing.count)件；退回重报\(returned.count)件次"
                + (quarantined.isEmpty ? "。" : "，因疑含个人信息隔离\(quarantined.count)件次。")
        ]
        if !late.isEmpty {
            lines.append("迟报的：" + list(late.map { ($0.unit, lateness(of: $0)) }) + "。")
        }
        if !missing.isEmpty {
            let names = list(missing.map { ($0.unit, cover.vocabulary.form($0.form)) })
            lines.append("\(absent)的：\(names)。")
        }
        if !excused.isEmpty {
            let items = excused.compactMap { owed in
                owed.relief.map { (owed.unit, "\(cover.vocabulary.form(owed.form))\($0.words)") }
            }
            lines.append("免报、延期的：\(list(items))。")
        }
        if !returned.isEmpty { lines.append("退回的：\(counts(of: returned))。") }
        return lines
    }

    private func lateness(of owed: OwedReturn) -> String {
        let form = cover.vocabulary.form(owed.form)
        return owed.lateDays == 0 ? "\(form)当日超时" : "\(form)\(owed.lateDays)个工作日"
    }

    /// `城关镇（农村、社区）、东坪乡（农村）` in the order of the units.
    private func list(_ items: [(unit: String, text: String)]) -> String {
        cover.vocabulary.campaign.units.compactMap { unit in
            let texts = items.filter { $0.unit == unit.code }.map(\.text)
            guard !texts.isEmpty else { return nil }
            return "\(cover.vocabulary.unit(unit.code))（\(texts.joined(separator: "、"))）"
        }.joined(separator: "、")
    }

    private func counts(of receipts: [Receipt]) -> String {
        var parts = cover.vocabulary.campaign.units.compactMap { unit -> String? in
            let count = receipts.count { $0.unit == unit.code }
            return count == 0 ? nil : "\(cover.vocabulary.unit(unit.code))\(count)件次"
        }
        let unknown = receipts.count { $0.unit.flatMap(cover.vocabulary.campaign.unit) == nil }
        if unknown > 0 { parts.append("单位不明\(unknown)件次") }
        return parts.joined(separator: "、")
    }
}
