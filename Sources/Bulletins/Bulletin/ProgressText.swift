import Assessments
import Campaigns

/// 总体进展: how many lights, who stands where, every rate of the county and how it moved.
struct ProgressText {
    let cover: CoverText

    var lines: [String] {
        [overview] + moves + ranks + MovesText(cover: cover).lines + rates + suspended
    }

    private var indicators: [IndicatorResult] {
        cover.assessment.indicators.filter { $0.suspendedBy.isEmpty }
    }

    private func county(_ indicator: IndicatorResult) -> IndicatorRow? {
        indicator.rows.last { $0.code == "county" }
    }

    private func isSample(_ indicator: IndicatorResult) -> Bool {
        cover.vocabulary.isSample(form: indicator.form)
    }

    private var overview: String {
        let lights = indicators.compactMap { county($0)?.light }
        let suspended = cover.assessment.indicators.count - indicators.count
        let counts = [Light.green, .yellow, .red].map { light in
            "\(light.chinese)灯\(lights.count { $0 == light })项"
        }
        let moment = cover.vocabulary.chinese(cover.assessment.asOf)
        return "截至\(moment)，本月共有指标\(cover.assessment.indicators.count)项"
            + (suspended > 0 ? "，其中停评\(suspended)项" : "")
            + (lights.isEmpty ? "。" : "。按全县完成系数，\(counts.joined(separator: "、"))。")
    }

    /// What rose and fell most since the previous period, by at least half a percentage point.
    private var moves: [String] {
        let changes: [(title: String, change: String, size: Int)] = indicators.compactMap {
            // Between two samples a difference may be chance.
            guard !isSample($0), let rate = county($0)?.rate,
                let before = cover.facts.previousRates[$0.id],
                let size = Figures.tenthsOfChange(rate, before: before), abs(size) >= 5,
                let change = Figures.difference(rate, before: before)
            else { return nil }
            return ($0.title, change, size)
        }
        let ups = changes.filter { $0.size > 0 }.enumerated()
            .sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }
        let downs = changes.filter { $0.size < 0 }.enumerated()
            .sorted { ($0.element.size, $0.offset) < ($1.element.size, $1.offset) }
        func list(
            _ changes: [EnumeratedSequence<[(title: String, change: String, size: Int)]>.Element]
        )
            -> String
        {
            changes.prefix(3).map { "\($0.element.title)（\($0.element.change)个百分点）" }
                .joined(separator: "、")
        }
        var lines: [String] = []
        if !ups.isEmpty { lines.append("与上月相比，上升较多的是\(list(ups))。") }
        if !downs.isEmpty { lines.append("与上月相比，下降较多的是\(list(downs))。") }
        return lines
    }

    private var ranks: [String] {
        guard !cover.assessment.isDraft else { return [] }
        return cover.assessment.groups.compactMap { group in
            let ranked = group.standings.filter { $0.rank != nil }
            guard ranked.count > 1 else { return nil }
            func list(_ standings: some Sequence<Standing>) -> String {
                standings.map { "\($0.name)（\($0.score ?? "")分）" }.joined(separator: "、")
            }
            // A group too small for both a head and a tail is printed whole.
            guard ranked.count > 6 else { return "\(group.name)名次依次为\(list(ranked))。" }
            return "\(group.name)前3名为\(list(ranked.prefix(3)))，"
                + "末3名为\(list(ranked.suffix(3)))。"
        }
    }

    private var rates: [String] {
        let isCompared = indicators.contains { cover.facts.previousRates[$0.id] != nil }
        let lead = "各项指标的全县完成率" + (isCompared ? "（括号内为比上月升降的百分点，未注明的持平）" : "") + "如下。"
        let sectors = cover.sectors.compactMap { sector -> String? in
            let items = indicators.filter { $0.sector == sector }.compactMap {
                indicator -> String? in
                guard let row = county(indicator), let rate = Figures.percent(row.rate) else {
                    return nil
                }
                if isSample(indicator) {
                    return "\(indicator.title)\(rate)（\(row.sampleNote ?? "")）"
                }
                let change = cover.facts.previousRates[indicator.id].flatMap {
                    Figures.difference(row.rate, before: $0)
                }
                let note = change.flatMap { $0 == "持平" ? nil : "（\($0)）" } ?? ""
                return "\(indicator.title)\(rate)\(note)"
            }
            guard !items.isEmpty else { return nil }
            return "\(cover.name(ofSector: sector))：\(items.joined(separator: "，"))。"
        }
        return sectors.isEmpty ? [] : [lead] + sectors
    }

    private var suspended: [String] {
        let names = cover.assessment.indicators.filter { !$0.suspendedBy.isEmpty }.map(\.title)
        guard !names.isEmpty else { return [] }
        return ["\(names.joined(separator: "、"))因标准未定，本月停评，不影响得分。"]
    }
}
