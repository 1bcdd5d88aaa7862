package import Campaigns
import Formulas
import Workbooks

/// Reads what an inspector wrote as a value of the field that it is about (现场核实值).
///
/// Strictly: what is not plainly such a value is not applied, and the record stays a clue.
package struct ObservedText {
    package let campaign: Campaign
    /// The column of the returns that is meant.
    package let field: Field

    package init(campaign: Campaign, field: Field) {
        self.campaign = campaign
        self.field = field
    }

    /// For what an item of inspections is about; nil for an item that is a clue only, or unknown.
    package init?(campaign: Campaign, item: String) {
        guard let target = campaign.inspectionItems.first(where: { $0.id == item })?.target,
            let field = campaign.form(target.form)?.field(target.field)
        else { return nil }
        self.init(campaign: campaign, field: field)
    }

    /// Nil where there is nothing, or nothing of the field's type.
    package func value(_ value: FieldValue?) -> FieldValue? {
        switch value {
        case nil, .notApplicable: nil
        case .text(let text): read(text)
        case .integer(let integer): read(String(integer))
        case .real(let real): read(value?.sql.description ?? String(real))
        }
    }

    private func read(_ text: String) -> FieldValue? {
        switch field.type {
        case .integer:
            guard let number = number(text), number.scale == 0 else { return nil }
            return .integer(number.unscaled)
        case .decimal:
            return number(text).map { .real($0.double) }
        case .percent:
            let key = Folding.key(text)
            if key.hasSuffix("%") {
                return ExactDecimal(key.dropLast()).map {
                    .real(ExactDecimal(unscaled: $0.unscaled, scale: $0.scale + 2).double)
                }
            }
            // 85 may be a slip for 0.85 or for 85%: nobody can know.
            return ExactDecimal(key).flatMap { abs($0.double) <= 1 ? .real($0.double) : nil }
        case .enumeration(let list):
            return campaign.choices[list]?.spellings[Folding.key(text)].map { .text($0) }
                ?? (campaign.choices[list]?.values.contains(text) == true ? .text(text) : nil)
        case .date:
            return CivilDate(text.trimmed).map { .text($0.description) }
        case .text, .note, .code, .subjectCode, .subjectName, .unitName:
            return text.trimmed.isEmpty ? nil : .text(text.trimmed)
        }
    }

    /// A number, with or without the field's own unit behind it.
    private func number(_ text: String) -> ExactDecimal? {
        var key = Folding.key(text)
        // 1 2 is two numbers, and a circle is no 0.
        let words = text.split { $0.unicodeScalars.contains { $0.isSpace } }
        let starts = words.count { word in word.contains { ("0"..."9").contains($0) } }
        guard starts <= 1, !text.contains("○"), !text.contains("◯") else { return nil }
        if let unit = field.unit.map({ Folding.key($0) }), !unit.isEmpty, key.hasSuffix(unit) {
            key.removeLast(unit.count)
        }
        return ExactDecimal(key)
    }
}
