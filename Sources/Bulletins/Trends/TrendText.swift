import Assessments
import Campaigns

/// 进步与累计: which ranks lie close together, who rose most, who leads the year so far.
struct TrendText {
    let cover: CoverText

    var lines: [String] {
        guard let trends = cover.facts.trends else { return [] }
        return nearTies(trends) + progress(trends) + yearToDate(trends)
    }

    /// A line a group, and what to make of it behind the last.
    private func nearTies(_ trends: Trends) -> [String] {
        var lines = trends.groups.compactMap(nearTies)
        guard let last = lines.popLast() else { return [] }
        lines.append(last + "这些名次的先后受个别数字影响，不宜单凭先后比较优劣。")
        return lines
    }

    private func nearTies(_ group: GroupTrends) -> String? {
        guard !group.nearTies.isEmpty else { return nil }
        let limit = cover.settings.text(.nearTie)
        let runs = group.nearTies.map { run in
            let ranks = "第\(run.first)–\(run.last)名"
            let names = NameList.words(run.names)
            // The ends of a long run may lie further apart than any two neighbours.
            return run.isClose
                ? "\(ranks)（\(names)）得分差距小于\(limit)分"
                : "\(ranks)（\(names)）相邻两名的差距都小于\(limit)分，首尾相差\(run.spread)分"
        }
        return "\(group.name)\(runs.joined(separator: "；"))。"
    }

    private func progress(_ trends: Trends) -> [String] {
        let groups = trends.groups.compactMap { group -> String? in
            let risen = group.units.filter { unit in
                (unit.progress?.place ?? .max) <= 3 && cover.facts.isProgress(unit)
            }.sorted { ($0.progress?.place ?? 0) < ($1.progress?.place ?? 0) }
            guard !risen.isEmpty else { return nil }
            let names = risen.map { unit in
                let untold = cover.facts.untold(unit)
                let part = untold > 0 ? "，其中\(Hundredths.plain(untold))分为上月数据的变动" : ""
                return "\(unit.name)（升\(unit.progress?.change ?? "")分\(part)）"
            }
            return "\(group.name)\(NameList.words(names))"
        }
        let last = "上月\(ToldMonths.mark(isCorrected: trends.isLastMonthCorrected))"
        return groups.isEmpty ? [] : ["得分比\(last)进步较大的：\(groups.joined(separator: "；"))。"]
    }

    private func yearToDate(_ trends: Trends) -> [String] {
        let months = trends.months.filter { $0.year == trends.period.year }
        guard let first = months.first, months.count > 1 else { return [] }
        let groups = trends.groups.compactMap { group -> String? in
            let leading = group.units.filter { ($0.yearToDate?.rank ?? .max) <= 3 }
                .sorted { ($0.yearToDate?.rank ?? 0) < ($1.yearToDate?.rank ?? 0) }
            guard !leading.isEmpty else { return nil }
            let names = leading.map { "\($0.name)（\($0.yearToDate?.mean ?? "")分）" }
            return "\(group.name)\(NameList.words(names))"
        }
        guard !groups.isEmpty else { return [] }
        let span = "\(first.month)至\(trends.period.month)月"
        return ["今年\(span)平均得分居前的：\(groups.joined(separator: "；"))。"]
    }
}

/// Names in a sentence: all of a few, of many the first ones and how many there are.
enum NameList {
    static func words(_ names: [String]) -> String {
        guard names.count > 8 else { return names.joined(separator: "、") }
        return names.prefix(6).joined(separator: "、") + "等\(names.count)家"
    }
}
