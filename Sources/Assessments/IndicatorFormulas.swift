import Campaigns
import Formulas
import Ledgers

/// Runs the formulas of a campaign's indicators over the views of one period.
///
/// SQLite evaluates, once per indicator for all units together and once for the county; what it gives
/// is rounded to 6 places and exact from there. Columns are named bare on purpose: a quoted name that
/// does not exist would be a text to SQLite, and no error.
final class IndicatorFormulas {
    let database: FormulaDatabase
    let parameters: [String: SQLValue]
    private let views: [String: FormView]

    init(_ facts: PeriodFacts, of campaign: Campaign) throws(AssessmentError) {
        parameters = campaign.parameters(in: facts.period, on: facts.dueDay)
        // A view without columns cannot be a table; an indicator on it is told so.
        views = facts.views.filter { !$0.value.columns.isEmpty }
        do {
            database = try FormulaDatabase()
            for (name, view) in views.sorted(by: { $0.key < $1.key }) {
                try database.createTable(name, columns: view.columns)
                try database.fill(name, rows: view.rows)
            }
        } catch {
            throw .loading(error)
        }
    }

    /// Measures an indicator for every unit to which rows are credited, and for the county.
    func measure(_ indicator: Indicator) throws(AssessmentError) -> Measurement {
        let query = IndicatorQuery(indicator)
        let perUnit = try prepare(query.perUnit, for: indicator)
        let open = perUnit.parameters.filter { (parameters[$0] ?? .null).isNull }
        var measurement = Measurement(indicator: indicator, suspendedBy: open)
        guard open.isEmpty else {
            let credited = try prepare(query.creditedUnits, for: indicator)
            for case .text(let unit)? in try run(credited, for: indicator).map(\.first) {
                measurement.units[unit] = .empty
            }
            return measurement
        }
        for row in try run(perUnit, for: indicator) {
            guard case .text(let unit) = row[0] else { continue }
            measurement.units[unit] = try measure(row[1], row[2], of: indicator, for: unit)
        }
        let county = try prepare(query.county, for: indicator)
        for row in try run(county, for: indicator) {
            measurement.county = try measure(row[0], row[1], of: indicator, for: "county")
        }
        return measurement
    }

    /// The names of a view's columns, in their order.
    func columns(of view: String) -> [String] { views[view]?.columns.map(\.name) ?? [] }

    func prepare(
        _ sql: String, for indicator: Indicator
    ) throws(AssessmentError) -> FormulaStatement {
        guard views[indicator.form] != nil else {
            throw .missingView(indicator: indicator.id, form: indicator.form)
        }
        do {
            return try database.prepare(sql)
        } catch {
            throw .formula(indicator: indicator.id, error)
        }
    }

    func run(
        _ statement: FormulaStatement, for indicator: Indicator, also more: [String: SQLValue] = [:]
    ) throws(AssessmentError) -> [[SQLValue]] {
        do {
            return try statement.rows(parameters: parameters.merging(more) { _, new in new })
        } catch {
            throw .formula(indicator: indicator.id, error)
        }
    }

    func measure(
        _ numerator: SQLValue, _ denominator: SQLValue, of indicator: Indicator, for unit: String
    ) throws(AssessmentError) -> Measure {
        Measure(
            numerator: try number(numerator, of: indicator, for: unit),
            denominator: try number(denominator, of: indicator, for: unit))
    }

    private func number(
        _ value: SQLValue, of indicator: Indicator, for unit: String
    ) throws(AssessmentError) -> Fraction? {
        if value.isNull { return nil }
        guard let number = Fraction(formulaResult: value) else {
            throw .notANumber(indicator: indicator.id, unit: unit)
        }
        return number
    }
}
