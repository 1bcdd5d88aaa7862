import Findings
import Formulas

extension CampaignDecoder {
    mutating func forms() -> [Form] {
        let fields = fields()
        var forms: [Form] = []
        for row in rows(.forms) {
            let id = identifier(row, "id")
            forms.append(
                Form(
                    id: id, title: required(row, "title"), sector: row.optional("sector"),
                    rowNoun: row.text("row_noun"), submittedBy: row.list("submitted_by"),
                    cycle: word(row, "period", standard: .month, or: .month),
                    folder: row.optional("folder"),
                    fields: fields.filter { $0.form == id }.map(\.field)))
        }
        return forms
    }

    private mutating func fields() -> [(form: String, field: Field)] {
        var fields: [(form: String, field: Field)] = []
        for row in rows(.fields) {
            let type = type(row)
            let list: String? = if case .enumeration(let list) = type { list } else { nil }
            let choices = row.optional("choices") ?? list
            if let list, let choices, list != choices {
                wrong(row, "choices", expected: Bilingual(list, list))
            }
            fields.append(
                (
                    required(row, "form"),
                    Field(
                        id: identifier(row, "id"), header: required(row, "header"),
                        aliases: row.list("aliases"), type: type, unit: row.optional("unit"),
                        required: requirement(row), minimum: bound(row, "min"),
                        maximum: bound(row, "max"), choices: choices,
                        blank: word(row, "blank", standard: .missing, or: .missing),
                        carries: boolean(row, "carry"), isCumulative: boolean(row, "cumulative"),
                        isIndividual: boolean(row, "individual"), help: row.text("help"))
                ))
        }
        return fields
    }

    private mutating func type(_ row: Row) -> FieldType {
        let text = required(row, "type")
        guard !text.isEmpty else { return .text }
        if let type = FieldType(text) { return type }
        let words = [
            "text", "note", "integer", "decimal", "percent", "date", "code", "subject_code",
            "subject_name", "unit_name", "enum:…",
        ]
        wrong(
            row, "type",
            expected: Bilingual(
                words.joined(separator: "、") + "之一", "one of " + words.joined(separator: ", ")))
        return .text
    }

    private func requirement(_ row: Row) -> Field.Requirement {
        switch Folding.key(row.text("required")) {
        case "yes": .always
        case "no", "": .never
        default: .when(row.text("required"))
        }
    }

    private func bound(_ row: Row, _ column: String) -> Field.Bound? {
        guard let text = row.optional(column) else { return nil }
        guard let number = Self.decimal(text) else { return .sql(text) }
        return .number(number.double, digits: number.description)
    }

    mutating func choices() -> [String: ChoiceList] {
        var lists: [String: ChoiceList] = [:]
        for row in rows(.choices) {
            let name = required(row, "list")
            let value = required(row, "value")
            var list = lists[name] ?? ChoiceList(name: name)
            if !list.values.contains(value) { list.values.append(value) }
            for spelling in [row.optional("spelling") ?? value, value] {
                let key = Folding.key(spelling)
                if list.spellings[key] == nil { list.spellings[key] = value }
            }
            lists[name] = list
        }
        return lists
    }
}
