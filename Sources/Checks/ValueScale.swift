import Campaigns
import Formulas

/// Which of two values of a field is the better one: the greater number, the choice that the campaign
/// lists first.
struct ValueScale {
    /// How a reported value stands to what was seen.
    enum Deviation: String {
        case over, under, none
    }

    private let field: Field
    /// The choices that state something, best first.
    private let choices: [String]
    private let spellings: [String: String]

    /// The choices that leave the matter out.
    private static let leftOut: Set = ["不涉及", "不适用"]

    init(_ field: Field, in campaign: Campaign) {
        self.field = field
        var list: ChoiceList?
        if case .enumeration(let name) = field.type { list = campaign.choices[name] }
        choices = (list?.values ?? []).filter { !Self.leftOut.contains($0) }
        spellings = list?.spellings ?? [:]
    }

    /// The return says nothing of the matter.
    func isLeftOut(_ reported: SQLValue) -> Bool {
        switch reported {
        case .null: true
        case .text(let text): Self.leftOut.contains(text)
        case .integer, .real: false
        }
    }

    /// What was seen is bad: nothing at all, or any choice but the best; nil where it cannot be told.
    func isAdverse(_ observed: String) -> Bool? {
        if field.type.isNumber { return number(observed).map { $0 == 0 } }
        return rank(observed).map { $0 > 0 }
    }

    /// Nil where the two cannot be compared.
    func deviation(
        of reported: SQLValue, from observed: String, _ tolerance: InspectionItem.Tolerance
    ) -> Deviation? {
        if field.type.isNumber {
            guard let reported = reported.number, let observed = number(observed) else {
                return nil
            }
            let allowed =
                switch tolerance {
                case .absolute(let allowed): allowed
                case .relative(let share): share * abs(reported)
                }
            // Binary fractions of equal decimals may differ in their last digits.
            guard abs(reported - observed) > allowed + 1e-9 * max(1, abs(reported)) else {
                return Deviation.none
            }
            return reported > observed ? .over : .under
        }
        guard case .text(let text) = reported, let one = rank(text), let other = rank(observed)
        else { return nil }
        return one == other ? Deviation.none : one < other ? .over : .under
    }

    private func rank(_ text: String) -> Int? {
        let value = spellings[Folding.key(text)] ?? text.trimmed
        return choices.firstIndex(of: value)
    }

    /// Reads `18`, `18天`, `85%`; nil for anything else.
    private func number(_ text: String) -> Double? {
        var text = Folding.key(text)
        if let unit = field.unit.map({ Folding.key($0) }), !unit.isEmpty, text.hasSuffix(unit) {
            text = String(text.dropLast(unit.count))
        }
        guard field.type == .percent, text.hasSuffix("%") else {
            return ExactDecimal(text)?.double
        }
        return ExactDecimal(text.dropLast()).map {
            ExactDecimal(unscaled: $0.unscaled, scale: $0.scale + 2).double
        }
    }
}
