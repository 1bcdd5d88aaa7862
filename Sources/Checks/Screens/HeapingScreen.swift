import Campaigns
import Findings
import Formulas
import Ledgers

/// Figures that stand exactly where an indicator or a rule asks them to, far more often than in the rest of
/// the county (数字扎堆在标准线上).
///
/// The thresholds are read out of the campaign's formulas. One that nobody exceeds is the most that there
/// can be, and to reach it is no suspicion.
struct HeapingScreen {
    private let county: CountyReturns
    private let form: Form

    init(_ county: CountyReturns, _ form: Form) {
        self.county = county
        self.form = form
    }

    /// 99 %: a county has many units and thresholds, and one look each.
    private static let quantile = 2.575_829_303_548_9
    /// Of those elsewhere who meet the threshold at least this share exceed it.
    private static let exceedingShare = 0.1

    func flags() throws(CheckError) -> [(finding: Finding, flag: NotedFlag)] {
        let sheets = county.sheets(of: form)
        var flags: [(finding: Finding, flag: NotedFlag)] = []
        for (field, edge) in try edges() {
            let counts = sheets.map { Count($0, field, edge) }
            let all = counts.reduce(into: Count()) { $0.add($1) }
            for (sheet, own) in zip(sheets, counts) {
                let rest = all.without(own)
                guard stands(own, out: rest),
                    let share = rest.rows > 0 ? Double(rest.heaped) / Double(rest.rows) : nil
                else { continue }
                flags.append(
                    county.flagged(
                        .heaping(
                            column: field.header, threshold: SQLValue.real(edge).description,
                            rows: own.heaped, total: own.rows,
                            elsewhere: WilsonInterval.percent(share)),
                        form, sheet.unit, fields: [field.id]))
            }
        }
        return flags
    }

    private func stands(_ own: Count, out rest: Count) -> Bool {
        let settings = county.campaign.settings
        guard own.rows >= max(1, settings.count(.heapingRowsMin)),
            Double(own.heaped) >= settings.number(.heapingShareMin) * Double(own.rows),
            rest.heaped + rest.above > 0,
            Double(rest.above) >= Self.exceedingShare * Double(rest.heaped + rest.above),
            let here = WilsonInterval(own.heaped, of: own.rows, quantile: Self.quantile),
            let there = WilsonInterval(rest.heaped, of: rest.rows, quantile: Self.quantile)
        else { return false }
        return here.low > there.high
    }

    /// How a field's figures lie about a threshold.
    private struct Count {
        var rows = 0
        var heaped = 0
        var above = 0

        init() {}

        init(_ sheet: CountyReturns.Sheet, _ field: Field, _ edge: Double) {
            for row in sheet.rows {
                guard let number = row.number(field) else { continue }
                rows += 1
                if number == edge { heaped += 1 }
                if number > edge { above += 1 }
            }
        }

        mutating func add(_ other: Count) {
            rows += other.rows
            heaped += other.heaped
            above += other.above
        }

        func without(_ part: Count) -> Count {
            var rest = self
            rest.rows -= part.rows
            rest.heaped -= part.heaped
            rest.above -= part.above
            return rest
        }
    }

    /// The least figures by which whole-number fields of the form meet a threshold, each once.
    private func edges() throws(CheckError) -> [(Field, Double)] {
        let least = county.campaign.settings.number(.heapingValueMin)
        var edges: [(Field, Double)] = []
        for (name, sql) in formulas {
            for threshold in FormulaThreshold.all(in: sql) {
                guard threshold.table == nil || threshold.table == "cur",
                    let field = form.field(threshold.column), field.type == .integer,
                    let bound = try county.value(of: threshold.bound, named: name)
                else { continue }
                let edge = bound.rounded(.up)
                guard edge >= least, !edges.contains(where: { $0.0.id == field.id && $0.1 == edge })
                else { continue }
                edges.append((field, edge))
            }
        }
        return edges
    }

    /// The formulas that ask something of the form's figures: numerators, and rules about a row.
    private var formulas: [(name: String, sql: String)] {
        county.campaign.indicators.filter { $0.form == form.id }.map { ($0.id, $0.numerator) }
            + county.campaign.rules.compactMap { rule in
                guard case .sql(let sql) = rule.test, rule.form == form.id, rule.kind == .row,
                    rule.applies(to: form.id, in: county.period)
                else { return nil }
                return (rule.id, sql)
            }
    }
}
