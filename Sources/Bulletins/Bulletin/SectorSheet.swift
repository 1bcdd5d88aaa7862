import Assessments
import Campaigns
import Workbooks

/// One sector: units down and indicators across, the county first.
///
/// Rates stand on top, what they are made of below; suspended indicators are named at the foot.
struct SectorSheet {
    let vocabulary: Vocabulary
    let facts: BulletinFacts
    /// The sector's indicators in the order of the table.
    let indicators: [IndicatorResult]
    let title: String

    /// Nil for a sector without indicators.
    init?(vocabulary: Vocabulary, facts: BulletinFacts, sector: String) {
        indicators = facts.assessment.indicators.filter { $0.sector == sector }
        guard let first = indicators.first else { return nil }
        self.vocabulary = vocabulary
        self.facts = facts
        title = vocabulary.sector(sector, form: first.form)
    }

    private var active: [IndicatorResult] { indicators.filter { $0.suspendedBy.isEmpty } }

    var sheet: SheetDraft {
        let indicators = active
        let width = min(13, max(9.5, 118 / Double(max(1, indicators.count))))
        let draft = facts.assessment.isDraft ? "（草稿）" : ""
        var table = TableBuilder(
            name: title, title: "\(facts.assessment.period.chinese)\(title)指标完成情况\(draft)",
            remarks: ["底色为完成系数的灯：绿、黄、红；“—”为不适用；带*的没有接收到报表，按0计分。"],
            columns: [TableColumn("单位", 18, .left)]
                + indicators.map { TableColumn("\($0.title)\n\($0.id)", width) },
            frozenColumns: 1)
        if !indicators.isEmpty {
            table.band("完成率")
            rows(into: &table) { Self.rate($0) }
            table.band("分子／分母")
            rows(into: &table) { Self.ratio($0) }
        }
        for note in notes { table.note(note) }
        return table.sheet
    }

    private func rows(into table: inout TableBuilder, cell: (IndicatorRow?) -> TableCell) {
        let cells = active.map { indicator in
            Dictionary(
                indicator.rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        }
        table.row([.text("全县")] + cells.map { cell($0["county"]) }, isBold: true)
        for unit in units {
            table.row([.text(vocabulary.unit(unit))] + cells.map { cell($0[unit]) })
        }
    }

    /// The units that have a row, group by group, as the table of units has them.
    private var units: [String] {
        let present = Set(active.flatMap(\.rows).map(\.code))
        let groups = facts.assessment.groups.map(\.name)
        let units = vocabulary.campaign.units.filter { present.contains($0.code) }
        let grouped = groups.flatMap { group in units.filter { $0.rankGroup == group } }
        let rest = units.filter { unit in !groups.contains { $0 == unit.rankGroup } }
        return (grouped + rest).map(\.code)
    }

    private static func rate(_ row: IndicatorRow?) -> TableCell {
        guard let row, let rate = Figures.short(row.rate) else { return .text("—") }
        let format = row.isSilent ? "0.0%\"*\"" : "0.0%"
        return TableCell(.digits(rate), fill: Palette.light(row.light), format: format)
    }

    private static func ratio(_ row: IndicatorRow?) -> TableCell {
        guard let row, !row.denominator.isEmpty else { return .text("—") }
        return .text("\(row.numerator.isEmpty ? "0" : row.numerator)/\(row.denominator)")
    }

    private var notes: [String] {
        let suspended = indicators.filter { !$0.suspendedBy.isEmpty }.map { indicator in
            "停评：\(indicator.title)（\(indicator.id)），标准\(indicator.suspendedBy.joined(separator: "、"))"
                + "未定，由组织部录入后恢复考核。"
        }
        return suspended + intervals + [CoverText.roundingStatement]
    }

    /// The uncertainty of rates that come from samples, said where the rates stand.
    private var intervals: [String] {
        let inspections = active.filter {
            vocabulary.campaign.form($0.form)?.nature == .inspection
        }
        return inspections.flatMap { indicator in
            indicator.rows.compactMap { row in
                guard let interval = WilsonInterval(row.numerator, of: row.denominator) else {
                    return nil
                }
                let name = row.code == "county" ? "全县" : vocabulary.unit(row.code)
                return "\(name)：\(indicator.title)依据\(row.denominator)项核查得出，"
                    + "95%置信区间\(interval.text)，样本少时仅供参考。"
            }
        }
    }
}

/// The interval in which a share lies with 95 % confidence, by Wilson's formula.
struct WilsonInterval {
    let low: Double
    let high: Double

    /// Nil where the texts are no counts or nothing was counted.
    init?(_ successes: String, of total: String) {
        guard let successes = Double(successes), let total = Double(total), total > 0,
            (0...total).contains(successes)
        else { return nil }
        let z = 1.959_963_984_540_054
        let share = successes / total
        let scale = 1 + z * z / total
        let middle = (share + z * z / (2 * total)) / scale
        let half =
            z * (share * (1 - share) / total + z * z / (4 * total * total)).squareRoot() / scale
        low = max(0, middle - half)
        high = min(1, middle + half)
    }

    /// `38.2%—96.4%`.
    var text: String { "\(Self.percent(low))—\(Self.percent(high))" }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
