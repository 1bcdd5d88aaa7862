/// A condition as a spreadsheet's formula: true or false, never an error and never undecided.
///
/// What is known when the formula is made is folded away, so that a condition that cannot hold costs no
/// cell.
package enum SheetCondition: Hashable, Sendable {
    case never, always
    /// Without `=`.
    case formula(String)

    /// True where every part is.
    package static func all(_ parts: [SheetCondition]) -> SheetCondition {
        joined(parts, by: "AND", neutral: .always, decisive: .never)
    }

    /// True where some part is.
    package static func any(_ parts: [SheetCondition]) -> SheetCondition {
        joined(parts, by: "OR", neutral: .never, decisive: .always)
    }

    package var negated: SheetCondition {
        switch self {
        case .never: .always
        case .always: .never
        case .formula(let text): .formula("NOT(\(text))")
        }
    }

    /// The formula without `=`, where one is wanted whatever it says.
    package var text: String {
        switch self {
        case .never: "FALSE"
        case .always: "TRUE"
        case .formula(let text): text
        }
    }

    private static func joined(
        _ parts: [SheetCondition], by function: String, neutral: SheetCondition,
        decisive: SheetCondition
    ) -> SheetCondition {
        if parts.contains(decisive) { return decisive }
        var texts: [String] = []
        for case .formula(let text) in parts where !texts.contains(text) { texts.append(text) }
        guard let first = texts.first else { return neutral }
        guard texts.count > 1 else { return .formula(first) }
        // Functions take 255 arguments at most.
        guard texts.count <= longest else {
            let middle = texts.count / 2
            let halves = [texts[..<middle], texts[middle...]].map { half in
                joined(
                    half.map { .formula($0) }, by: function, neutral: neutral,
                    decisive: decisive)
            }
            return joined(halves, by: function, neutral: neutral, decisive: decisive)
        }
        return .formula("\(function)(\(texts.joined(separator: ",")))")
    }

    private static let longest = 200
}
