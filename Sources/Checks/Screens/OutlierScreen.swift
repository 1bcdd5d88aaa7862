import Campaigns
import Findings
import Formulas
import Ledgers

/// A figure of the month far above the entry's own earlier ones and far above the county's (数字异常偏高), or a
/// unit's sum that is.
///
/// Both have to hold: who catches up with the others is no outlier, nor who has always been large. Small
/// numbers say nothing, and neither do a few months. Only upwards: who reports a bad month is not suspect.
struct OutlierScreen {
    private let county: CountyReturns
    private let form: Form
    private let deviations: Double
    private let countMin: Double
    private let monthsMin: Int

    init(_ county: CountyReturns, _ form: Form) {
        self.county = county
        self.form = form
        let settings = county.campaign.settings
        deviations = settings.number(.outlierDeviations)
        countMin = settings.number(.outlierCountMin)
        monthsMin = max(2, settings.count(.outlierMonthsMin))
    }

    func flags() -> [(finding: Finding, flag: NotedFlag)] {
        let earlier = county.earlier(form)
        guard earlier.count >= monthsMin else { return [] }
        let sheets = county.sheets(of: form)
        let fields = form.fields.filter {
            $0.type.isNumber && $0.type != .percent && !$0.carries && !$0.isCumulative
        }
        return fields.flatMap { field -> [(finding: Finding, flag: NotedFlag)] in
            let entries = entryFlags(field, sheets, earlier)
            let told = Set(entries.map(\.flag.unit))
            return entries
                + unitFlags(field, sheets, earlier).filter { !told.contains($0.flag.unit) }
        }
    }

    private func entryFlags(
        _ field: Field, _ sheets: [CountyReturns.Sheet],
        _ earlier: [[String: FieldValues]]
    ) -> [(finding: Finding, flag: NotedFlag)] {
        let all = sheets.flatMap { $0.rows.compactMap { $0.number(field) } }
        guard let county = RobustSpread(all) else { return [] }
        return sheets.flatMap { sheet in
            sheet.rows.compactMap { row -> (finding: Finding, flag: NotedFlag)? in
                guard let figure = row.number(field), figure >= countMin,
                    county.height(of: figure) > deviations
                else { return nil }
                let past = earlier.compactMap { $0[row.code]?[field.id]?.sql.number }
                guard past.count >= monthsMin, let own = RobustSpread(past),
                    own.height(of: figure) > deviations
                else { return nil }
                return flag(field, sheet.unit, row.code, figure, own.median, county.median)
            }
        }
    }

    /// Sums over a unit's entries, held against its own sums and against what the county has an entry.
    private func unitFlags(
        _ field: Field, _ sheets: [CountyReturns.Sheet],
        _ earlier: [[String: FieldValues]]
    ) -> [(finding: Finding, flag: NotedFlag)] {
        let sums = sheets.map { sheet in sheet.rows.compactMap { $0.number(field) } }
        let means = sums.filter { !$0.isEmpty }.map { $0.reduce(0, +) / Double($0.count) }
        guard let typical = RobustSpread(means) else { return [] }
        return zip(sheets, sums).compactMap { sheet, figures in
            let sum = figures.reduce(0, +)
            guard figures.count > 1, sum >= countMin else { return nil }
            // Months in which as many entries stated a figure: a sum over fewer is no less work.
            let past = earlier.compactMap { month -> Double? in
                let then = sheet.rows.compactMap { month[$0.code]?[field.id]?.sql.number }
                return then.count == figures.count ? then.reduce(0, +) : nil
            }
            let usual = typical.times(figures.count)
            guard past.count >= monthsMin, let own = RobustSpread(past),
                own.height(of: sum) > deviations, usual.height(of: sum) > deviations
            else { return nil }
            return flag(field, sheet.unit, nil, sum, own.median, usual.median)
        }
    }

    private func flag(
        _ field: Field, _ unit: Unit, _ code: String?, _ figure: Double, _ usual: Double,
        _ elsewhere: Double
    ) -> (finding: Finding, flag: NotedFlag) {
        func text(_ number: Double) -> String {
            SQLValue.real((number * 10).rounded() / 10).description
        }
        return county.flagged(
            .outlier(
                column: field.header, found: text(figure), usual: text(usual),
                county: text(elsewhere)),
            form, unit, entry: code.flatMap(county.campaign.entry), fields: [field.id])
    }
}
