package import Formulas

/// What stops an assessment: the campaign's tables are to be mended, or there is a fault of ours.
package enum AssessmentError: Error, Sendable, Hashable {
    /// The formulas of an indicator do not run.
    case formula(indicator: String, FormulaError)
    /// An indicator stands on a form of which there is no view.
    case missingView(indicator: String, form: String)
    /// A formula gave text or an infinite number; `unit` is a unit's code, or `county`.
    case notANumber(indicator: String, unit: String)
    /// The views could not be loaded.
    case loading(FormulaError)
    /// `explain` was asked for a unit or an indicator that the assessment does not have.
    case unknown(String)
}

extension AssessmentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .formula(let indicator, let error): "indicator \(indicator): \(error)"
        case .missingView(let indicator, let form): "indicator \(indicator): no view of \(form)"
        case .notANumber(let indicator, let unit):
            "indicator \(indicator): what it gives for \(unit) is not a number"
        case .loading(let error): "the views cannot be loaded: \(error)"
        case .unknown(let what): "not in this assessment: \(what)"
        }
    }
}
