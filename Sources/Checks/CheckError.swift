package import Formulas

/// What stops the checks: the campaign's formulas do not run, which is for its owner to mend.
package enum CheckError: Error, Hashable, Sendable {
    /// A formula by its name: a rule (`V21`) or a field's limit (`rural.file_done.max`).
    case formula(String, FormulaError)
    /// The world of the formulas cannot be set up.
    case unavailable(FormulaError)
}

extension CheckError: CustomStringConvertible {
    /// For the operator; without any value of a return.
    package var description: String {
        switch self {
        case .formula(let name, let reason): "\(name): \(reason)"
        case .unavailable(let reason): reason.description
        }
    }
}
