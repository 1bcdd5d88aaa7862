import Campaigns
import Findings
import Formulas
import Ledgers

/// A base that the unit itself states falls, and the rate over it rises (底数减少而完成率上升).
///
/// Only bases that rest on a stated stock (cadres, eligible enterprises) and not on the roster alone, nor on
/// what is counted anew each month; not where the roster has lost an entry of the unit, nor in January for
/// figures that begin anew.
struct ShrinkingBaseScreen {
    private let county: CountyReturns
    private let form: Form
    private let rates: [UnitRate]

    init(_ county: CountyReturns, _ form: Form, rates: [UnitRate]) {
        self.county = county
        self.form = form
        self.rates = rates
    }

    func flags() throws(CheckError) -> [(finding: Finding, flag: NotedFlag)] {
        guard form.cycle == .month else { return [] }
        var fields: [String: [Field]] = [:]
        for indicator in county.campaign.indicators where indicator.form == form.id {
            fields[indicator.id] = try self.fields(of: indicator)
        }
        let losers = unitsThatLostEntries
        let before = county.earlier(form).first ?? [:]
        // Of a month in which the unit was silent the base is no statement of its own.
        let reporters = Set(
            county.sheets(of: form).filter { sheet in
                sheet.rows.contains { before[$0.code] != nil }
            }.map(\.unit.code))
        return rates.compactMap { rate in
            guard let read = fields[rate.indicator], let unit = county.campaign.unit(rate.unit),
                reporters.contains(unit.code), !losers.contains(unit.code), shrinks(rate),
                let indicator = county.campaign.indicators.first(where: { $0.id == rate.indicator })
            else { return nil }
            func text(_ number: Double) -> String { SQLValue.real(number).description }
            return county.flagged(
                .shrinkingBase(
                    indicator: "\(indicator.id) \(indicator.title)",
                    base: .init(before: text(rate.before.base), now: text(rate.now.base)),
                    rate: .init(
                        before: WilsonInterval.percent(rate.before.rate),
                        now: WilsonInterval.percent(rate.now.rate))),
                form, unit, fields: read.map(\.id), object: indicator.id)
        }
    }

    private func shrinks(_ rate: UnitRate) -> Bool {
        let settings = county.campaign.settings
        let lost = rate.before.base - rate.now.base
        return rate.now.rate > rate.before.rate && rate.now.base > 0
            && lost >= settings.number(.shrinkCountMin)
            && lost > settings.number(.shrinkShare) * rate.before.base
    }

    /// The fields that an indicator reads; nil where its base is no stated stock, or begins anew.
    private func fields(of indicator: Indicator) throws(CheckError) -> [Field]? {
        let base = try county.fields(readBy: indicator.denominator, of: form, named: indicator.id)
        guard base.contains(where: isStock) else { return nil }
        let all =
            try county.fields(readBy: indicator.numerator, of: form, named: indicator.id) + base
        if county.period.month == 1, all.contains(where: \.isCumulative) { return nil }
        return form.fields.filter { field in all.contains { $0.id == field.id } }
    }

    /// A field that carries, and that in most of the county's rows is what it was a month before.
    ///
    /// That a field carries says only what stands in for a row that does not come.
    private func isStock(_ field: Field) -> Bool {
        guard field.carries, !field.isCumulative else { return false }
        let before = county.earlier(form).first ?? [:]
        var (same, all) = (0, 0)
        for row in county.sheets(of: form).flatMap(\.rows) {
            guard let now = row.values[field.id]?.sql,
                let then = before[row.code]?[field.id]?.sql
            else { continue }
            all += 1
            if now.isSame(as: then) { same += 1 }
        }
        return all > 0 && 2 * same > all
    }

    private var unitsThatLostEntries: Set<String> {
        let now = Set(county.campaign.entries(of: form, in: county.period).map(\.code))
        let before = county.campaign.entries(of: form, in: county.period.previous)
        return Set(before.filter { !now.contains($0.code) }.map(\.unit))
    }
}
