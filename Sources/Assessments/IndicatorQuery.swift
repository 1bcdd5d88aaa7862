import Campaigns
import Formulas

/// The queries by which an indicator is measured: per credited unit, for the county, and row by row.
struct IndicatorQuery {
    private let indicator: Indicator
    private var view: String { quoted(indicator.form) }

    init(_ indicator: Indicator) {
        self.indicator = indicator
    }

    /// The two formulas, each on lines of its own: a comment at the end of one ends there.
    private var formulas: String {
        "(\n\(indicator.numerator)\n), (\n\(indicator.denominator)\n)"
    }

    /// A row per unit to which rows of the view are credited: its code, numerator, denominator.
    ///
    /// For `both` a row counts to its unit and to its co-unit; where the two are one, once.
    var perUnit: String {
        "SELECT credited_unit, \(formulas) FROM (\(credited)) "
            + "WHERE credited_unit IS NOT NULL GROUP BY credited_unit ORDER BY credited_unit"
    }

    /// The codes of the units to which rows are credited, whatever the formulas give.
    var creditedUnits: String {
        "SELECT DISTINCT credited_unit FROM (\(credited)) "
            + "WHERE credited_unit IS NOT NULL ORDER BY credited_unit"
    }

    /// The rows of the view, each once for every unit to which it is credited.
    private var credited: String {
        switch indicator.credit {
        case .unit: "SELECT unit AS credited_unit, * FROM \(view)"
        case .coUnit: "SELECT co_unit AS credited_unit, * FROM \(view)"
        case .both:
            "SELECT unit AS credited_unit, * FROM \(view) "
                + "UNION ALL SELECT co_unit AS credited_unit, * FROM \(view) "
                + "WHERE unit IS NULL OR co_unit <> unit"
        }
    }

    /// One row, numerator and denominator over the rows of the view, each once; for `co_unit` over
    /// those that have one.
    var county: String { "SELECT \(formulas) FROM \(view)" + countyCondition }

    private var countyCondition: String {
        indicator.credit == .coUnit ? " WHERE co_unit IS NOT NULL" : ""
    }

    /// A row per row of the view that is credited to the unit `:credited_unit`: what the formulas give
    /// over it alone, then the columns.
    func rows(showing columns: [String]) -> String {
        let condition =
            switch indicator.credit {
            case .unit: "unit = :credited_unit"
            case .coUnit: "co_unit = :credited_unit"
            case .both: "(unit = :credited_unit OR co_unit = :credited_unit)"
            }
        let list = ([formulas] + columns.map(quoted)).joined(separator: ", ")
        return "SELECT \(list) FROM \(view) WHERE \(condition) GROUP BY rowid ORDER BY rowid"
    }

    /// The formulas alone, to learn what they read.
    var bare: String { "SELECT \(formulas) FROM \(view)" }
}
