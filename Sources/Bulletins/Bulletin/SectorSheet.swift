import Assessments
import Campaigns
import Workbooks

/// One sector: units down and indicators across, the county first; suspended indicators at the foot.
///
/// Where the indicators are few, what a rate is made of stands beside it; where they are many, on a
/// sheet of its own behind, so that both are read on paper without a lens.
struct SectorSheet {
    let vocabulary: Vocabulary
    let facts: BulletinFacts
    let title: String
    /// The sector's indicators in the order of the table, those that are suspended apart.
    private let indicators: [IndicatorResult]
    private let suspended: [IndicatorResult]
    private let rows: [[String: IndicatorRow]]

    private static let fewAtMost = 4
    private static let paperWidth = 118.0
    /// Upright, so that more units stand on a page.
    private static let uprightWidth = 92.0

    /// Nil for a sector without indicators.
    init?(vocabulary: Vocabulary, facts: BulletinFacts, sector: String) {
        let all = facts.assessment.indicators.filter { $0.sector == sector }
        guard let first = all.first else { return nil }
        self.vocabulary = vocabulary
        self.facts = facts
        indicators = all.filter { $0.suspendedBy.isEmpty }
        suspended = all.filter { !$0.suspendedBy.isEmpty }
        rows = indicators.map { indicator in
            Dictionary(
                indicator.rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        }
        title = vocabulary.sector(sector, form: first.form)
    }

    /// The sheet, or two of them where the indicators are many.
    var sheets: [SheetDraft] {
        if indicators.count <= Self.fewAtMost { return [combined] }
        let width = min(13, max(9.5, (Self.paperWidth - 18) / Double(indicators.count)))
        let columns = indicators.map { TableColumn("\($0.title)\n\($0.id)", width) }
        return [
            sheet(
                named: title, what: "指标完成情况", remarks: [Self.legend], columns: columns,
                cells: rates, notes: suspensions),
            sheet(
                named: "\(title)分子分母", what: "指标的分子和分母", remarks: ["分子／分母，“—”为不适用。"],
                columns: columns, cells: { ratios(of: $0, in: width) }, notes: []),
        ]
    }

    private static let legend = "底色为完成系数的灯：绿、黄、红；“—”为不适用；带*的没有接收到报表，按0计分。"

    /// Rates, what they are made of and, for samples, how sure they are, side by side.
    private var combined: SheetDraft {
        let samples = indicators.map { vocabulary.isSample(form: $0.form) }
        let count = Double(2 * indicators.count + samples.count { $0 })
        let isUpright = indicators.count <= 2
        let paper = isUpright ? Self.uprightWidth : Self.paperWidth
        let width = min(24, (paper - 22) / max(1, count))
        var columns: [TableColumn] = []
        for (indicator, isSample) in zip(indicators, samples) {
            columns.append(TableColumn("\(indicator.title)\n\(indicator.id)", width))
            columns.append(TableColumn("分子／分母", width))
            if isSample { columns.append(TableColumn("95%置信区间", width)) }
        }
        return sheet(
            named: title, what: "指标完成情况", remarks: [Self.legend], columns: columns,
            isUpright: isUpright,
            cells: { unit in
                zip(zip(rates(of: unit), ratios(of: unit, in: width)), zip(rows, samples)).flatMap {
                    values, sample -> [TableCell] in
                    let interval = sample.0[unit].flatMap {
                        WilsonInterval($0.numerator, of: $0.denominator)
                    }
                    return [values.0, values.1] + (sample.1 ? [.text(interval?.text ?? "—")] : [])
                }
            },
            notes: suspensions
                + (samples.contains(true) ? ["暗访为抽查，核查项数少时置信区间宽，完成率仅供参考。"] : []))
    }

    private func sheet(
        named name: String, what: String, remarks: [String], columns: [TableColumn],
        isUpright: Bool = false, cells: (String) -> [TableCell], notes: [String]
    ) -> SheetDraft {
        let draft = facts.assessment.isDraft ? "（草稿）" : ""
        let isEmpty = columns.isEmpty
        var table = TableBuilder(
            name: name, title: "\(facts.assessment.period.chinese)\(title)\(what)\(draft)",
            remarks: remarks,
            columns: [TableColumn("单位", 22, .left)]
                + (isEmpty ? [TableColumn("指标", Self.uprightWidth - 22)] : columns),
            frozenColumns: 1, isLandscape: !isUpright)
        if !isEmpty {
            table.row([.text("全县")] + cells("county"), isBold: true)
            for unit in units { table.row([.text(vocabulary.unit(unit))] + cells(unit)) }
        }
        for note in notes + [CoverText.roundingStatement] { table.note(note) }
        return table.sheet
    }

    /// The units that have a row, group by group, as the table of units has them.
    private var units: [String] {
        let groups = facts.assessment.groups.map(\.name)
        let units = vocabulary.campaign.units.filter { unit in
            rows.contains { $0[unit.code] != nil }
        }
        let grouped = groups.flatMap { group in units.filter { $0.rankGroup == group } }
        let rest = units.filter { unit in !groups.contains { $0 == unit.rankGroup } }
        return (grouped + rest).map(\.code)
    }

    private func rates(of unit: String) -> [TableCell] {
        rows.map { rows in
            guard let row = rows[unit], let rate = Figures.short(row.rate) else {
                return .text("—")
            }
            let format = row.isSilent ? "0.0%\"*\"" : "0.0%"
            return TableCell(.digits(rate), fill: Palette.light(row.light), format: format)
        }
    }

    private func ratios(of unit: String, in width: Double) -> [TableCell] {
        rows.map { rows in
            guard let row = rows[unit], !row.denominator.isEmpty else { return .text("—") }
            let numerator = row.numerator.isEmpty ? "0" : row.numerator
            let isLong = Double(numerator.count + row.denominator.count + 2) > width
            return .text("\(numerator)\(isLong ? "\n" : "")/\(row.denominator)")
        }
    }

    private var suspensions: [String] {
        suspended.map { indicator in
            let open = indicator.suspendedBy.joined(separator: "、")
            return "停评：\(indicator.title)（\(indicator.id)），标准\(open)未定，由组织部录入后恢复考核。"
        }
    }
}
