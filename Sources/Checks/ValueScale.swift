import Campaigns
import Formulas
import Ledgers

/// Which of two values of a field is the better one: the greater number, the choice that the campaign
/// lists first.
struct ValueScale {
    /// How a reported value stands to what was seen.
    enum Deviation: String {
        case over, under, none
    }

    private let field: Field
    private let observed: ObservedText
    /// The choices that state something, best first.
    private let choices: [String]

    /// The choices that leave the matter out.
    private static let leftOut: Set = ["不涉及", "不适用"]

    init(_ field: Field, in campaign: Campaign) {
        self.field = field
        observed = ObservedText(campaign: campaign, field: field)
        var list: ChoiceList?
        if case .enumeration(let name) = field.type { list = campaign.choices[name] }
        choices = (list?.values ?? []).filter { !Self.leftOut.contains($0) }
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
    func isAdverse(_ observed: FieldValue) -> Bool? {
        guard let seen = self.observed.value(observed)?.sql else { return nil }
        return seen.number.map { $0 == 0 } ?? rank(seen).map { $0 > 0 }
    }

    /// Nil where the two cannot be compared.
    func deviation(
        of reported: SQLValue, from observed: FieldValue, _ tolerance: InspectionItem.Tolerance
    ) -> Deviation? {
        guard let seen = self.observed.value(observed)?.sql else { return nil }
        if let one = reported.number, let other = seen.number {
            let allowed =
                switch tolerance {
                case .absolute(let allowed): allowed
                case .relative(let share): share * abs(one)
                }
            // Binary fractions of equal decimals may differ in their last digits.
            guard abs(one - other) > allowed + 1e-9 * max(1, abs(one)) else {
                return Deviation.none
            }
            return one > other ? .over : .under
        }
        guard let one = rank(reported), let other = rank(seen) else { return nil }
        return one == other ? Deviation.none : one < other ? .over : .under
    }

    private func rank(_ value: SQLValue) -> Int? {
        guard case .text(let text) = value else { return nil }
        return choices.firstIndex(of: text)
    }
}
