import Campaigns
import Assessments

/// 各领域: who stands best and worst in each, told by lights and rates that the tables show as well.
///
/// No score of a sector is made up here: units are put in the order of their red, then yellow lights.
struct FieldsText {
    let cover: CoverText

    private struct Tally {
        var unit: String
        var green = 0
        var yellow = 0
        /// With the rates, lowest k first.
        var red: [(title: String, row: IndicatorRow)] = []
    }

    var lines: [String] {
        let fields = cover.sectors.filter { cover.vocabulary.isField($0) }
        return fields.enumerated().compactMap { index, sector in
            line(for: sector).map { "（\(Figures.chinese(index + 1))）\($0)" }
        }
    }

    private func line(for sector: String) -> String? {
        let indicators = cover.assessment.indicators.filter {
            $0.sector == sector && $0.suspendedBy.isEmpty
        }
        let tallies = tallies(of: indicators)
        guard !tallies.isEmpty else { return nil }
        let name = cover.name(ofSector: sector)
        let best = tallies.filter { $0.red.isEmpty && $0.yellow == 0 }
        let worst = tallies.enumerated().filter { !$0.element.red.isEmpty }
            .sorted { left, right in
                let (one, other) = (left.element, right.element)
                return (other.red.count, other.yellow, left.offset)
                    < (one.red.count, one.yellow, right.offset)
            }
        var text = "\(name)。考核指标\(indicators.count)项，涉及\(tallies.count)家单位。"
        if !best.isEmpty {
            text += "全部为绿灯的有\(best.count)家：\(names(best.map(\.unit)))。"
        }
        if worst.isEmpty {
            text += "没有红灯。"
        } else {
            let shown = worst.prefix(3).map { description(of: $0.element) }
            text += "有红灯的\(worst.count)家，较多的是\(shown.joined(separator: "；"))。"
        }
        return text
    }

    private func tallies(of indicators: [IndicatorResult]) -> [Tally] {
        cover.vocabulary.campaign.units.compactMap { unit in
            var tally = Tally(unit: unit.code)
            for indicator in indicators {
                guard let row = indicator.rows.first(where: { $0.code == unit.code }) else {
                    continue
                }
                switch row.light {
                case .green: tally.green += 1
                case .yellow: tally.yellow += 1
                case .red: tally.red.append((indicator.title, row))
                case nil: break
                }
            }
            let isAssessed = tally.green + tally.yellow + tally.red.count > 0
            return isAssessed ? tally : nil
        }
    }

    private func names(_ units: [String]) -> String {
        let shown = units.prefix(8).map { cover.vocabulary.unit($0) }.joined(separator: "、")
        return units.count > 8 ? "\(shown)等" : shown
    }

    /// `东坪乡4项（坐班落实率45.0%、村干部建档率50.0%等）`, lowest k first.
    private func description(of tally: Tally) -> String {
        let name = cover.vocabulary.unit(tally.unit)
        if tally.red.allSatisfy({ $0.row.isSilent }) {
            return "\(name)\(tally.red.count)项（没有接收到报表）"
        }
        let lowest = tally.red.enumerated().sorted {
            let (one, other) = ($0.element.row, $1.element.row)
            return (Double(one.k) ?? 0, $0.offset) < (Double(other.k) ?? 0, $1.offset)
        }
        let shown = lowest.prefix(3).map {
            $0.element.title + (Figures.percent($0.element.row.rate) ?? "")
        }
        let more = tally.red.count > 3 ? "等" : ""
        return "\(name)\(tally.red.count)项（\(shown.joined(separator: "、"))\(more)）"
    }
}
